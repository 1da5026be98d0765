/** What the sample company sells, where and to whom; every sheet builder takes its labels from here. */
export const COMPANY = 'Halyard Software';
export const VERSION = 14;

export const QUARTERS = ['Q1', 'Q2', 'Q3', 'Q4'] as const;
export const SEGMENTS = ['Enterprise', 'Mid-market', 'SMB'] as const;
export const REGIONS = ['North America', 'EMEA', 'APAC', 'Latin America'] as const;
export const PRODUCTS = ['Core Platform', 'Analytics', 'Integrations', 'Payments', 'Compliance'] as const;
export const CURRENCIES = ['USD', 'EUR', 'GBP', 'AUD', 'BRL'] as const;
export const DEAL_TYPES = ['New', 'Expansion', 'Renewal'] as const;

export type Segment = (typeof SEGMENTS)[number];
export type Region = (typeof REGIONS)[number];
export type Product = (typeof PRODUCTS)[number];
export type Currency = (typeof CURRENCIES)[number];

/** Budget exchange rates, USD for one unit. */
export const BUDGET_RATES: Readonly<Record<Currency, number>> = { USD: 1, EUR: 1.08, GBP: 1.27, AUD: 0.66, BRL: 0.18 };

/** Account owner by region and segment. */
export const OWNERS: Readonly<Record<Region, Readonly<Record<Segment, string>>>> = {
  'North America': { Enterprise: 'Priya Raman', 'Mid-market': 'Daniel Osei', SMB: 'Hannah Kowalski' },
  EMEA: { Enterprise: 'Sophie Marchand', 'Mid-market': 'Tom Beckett', SMB: 'Lukas Brandt' },
  APAC: { Enterprise: 'Wei Ling Tan', 'Mid-market': 'Grace Nakamura', SMB: 'Jack Callaghan' },
  'Latin America': { Enterprise: 'Mariana Duarte', 'Mid-market': 'Mariana Duarte', SMB: 'Felipe Acosta' },
};

/** Where the long sheets keep their rows; formulas on other sheets refer to these. */
export const BOOKINGS = { header: 5, first: 6, last: 425 } as const;
export const TERRITORIES = { header: 4, first: 5, last: 184 } as const;
export const HEADCOUNT = { header: 4, first: 5, last: 104 } as const;
