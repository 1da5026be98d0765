/** A unit that CONVERT knows. */
export interface Unit {
  readonly kind: string;
  /** How much of its kind's first unit it is. */
  readonly size: number;
  /** To which power a prefix counts, as square metres take it; 0 for a unit without prefixes. */
  readonly power: 0 | 1 | 2 | 3;
}

const POUND = 453.59237;
const FOOT = 0.3048;
const INCH = 0.0254;
const MILE = 1609.344;
const NAUTICAL_MILE = 1852;
const LIGHT_YEAR = 9460730472580800;
const PARSEC = 30856775812815532;
const SURVEY_FOOT = 1200 / 3937;
const POINT = INCH / 72;
const POUND_FORCE = 4.4482216152605;
const HORSEPOWER = 550 * FOOT * POUND_FORCE;
const GALLON = 231 * INCH ** 3;
const UK_GALLON = 0.00454609;

/** By kind: names and sizes; a star behind a name says that it takes prefixes. */
const UNITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  mass: {
    'g*': 1, 'u*': 1.660538782e-24, sg: (POUND_FORCE / FOOT) * 1000, lbm: POUND, ozm: POUND / 16, grain: POUND / 7000,
    'cwt shweight': POUND * 100, 'uk_cwt lcwt hweight': POUND * 112, stone: POUND * 14, ton: POUND * 2000,
    'brton LTON uk_ton': POUND * 2240,
  },
  distance: {
    'm*': 1, 'ang*': 1e-10, 'ly*': LIGHT_YEAR, 'parsec* pc*': PARSEC, mi: MILE, Nmi: NAUTICAL_MILE, in: INCH, ft: FOOT,
    yd: 3 * FOOT, ell: 45 * INCH, 'Picapt Pica': POINT, pica: INCH / 6, survey_mi: 5280 * SURVEY_FOOT,
  },
  time: { yr: 31557600, 'day d': 86400, hr: 3600, 'mn min': 60, 'sec s': 1 },
  pressure: { 'Pa* p*': 1, 'atm* at*': 101325, 'mmHg*': 133.322, psi: POUND_FORCE / INCH ** 2, Torr: 101325 / 760 },
  force: { 'N*': 1, 'dyn* dy*': 1e-5, 'pond*': 0.00980665, lbf: POUND_FORCE },
  energy: {
    'J*': 1, 'e*': 1e-7, 'c*': 4.184, 'cal*': 4.1868, 'eV* ev*': 1.602176487e-19, 'Wh* wh*': 3600, 'HPh hh': HORSEPOWER * 3600,
    flb: FOOT * POUND_FORCE, 'BTU btu': 1055.05585262,
  },
  power: { 'W* w*': 1, 'HP h': HORSEPOWER, PS: 735.49875 },
  magnetism: { 'T*': 1, 'ga*': 1e-4 },
  speed: { 'm/s* m/sec*': 1, 'm/h* m/hr*': 1 / 3600, 'mph*': MILE / 3600, kn: NAUTICAL_MILE / 3600, admkn: (6080 * FOOT) / 3600 },
  information: { 'bit*': 1, 'byte*': 8 },
  volume: {
    'l* L* lt*': 0.001, tsp: GALLON / 768, tspm: 5e-6, tbs: GALLON / 256, oz: GALLON / 128, cup: GALLON / 16, 'pt us_pt': GALLON / 8,
    qt: GALLON / 4, gal: GALLON, 'uk_pt*': UK_GALLON / 8, uk_qt: UK_GALLON / 4, uk_gal: UK_GALLON, barrel: 42 * GALLON,
    bushel: 2150.42 * INCH ** 3, 'GRT regton': 100 * FOOT ** 3, MTON: 40 * FOOT ** 3,
  },
  area: { uk_acre: 43560 * FOOT ** 2, us_acre: 43560 * SURVEY_FOOT ** 2, 'ar*': 100, ha: 10000, Morgen: 2500 },
}; // prettier-ignore

/** Lengths of which there are squares and cubes. */
const LENGTHS: Readonly<Record<string, number>> = {
  'm*': 1, 'ang*': 1e-10, 'ly': LIGHT_YEAR, ft: FOOT, in: INCH, mi: MILE, Nmi: NAUTICAL_MILE, 'Picapt Pica': POINT, yd: 3 * FOOT,
}; // prettier-ignore

/** All units by name, temperatures left out. */
export const ALL_UNITS: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(UNITS).flatMap(([kind, units]) =>
    named(units, (size, takesPrefixes) => ({ kind, size, power: takesPrefixes ? 1 : 0 })),
  ),
  ...(['area', 'volume'] as const).flatMap((kind, k) => {
    const power = k === 0 ? 2 : 3;
    const units = named(LENGTHS, (size, takesPrefixes): Unit => ({ kind, size: size ** power, power: takesPrefixes ? power : 0 }));
    return units.flatMap(([name, unit]) => [[`${name}${power}`, unit] as const, [`${name}^${power}`, unit] as const]);
  }),
]);

function named(units: Readonly<Record<string, number>>, make: (size: number, takesPrefixes: boolean) => Unit): (readonly [string, Unit])[] {
  return Object.entries(units).flatMap(([names, size]) =>
    names.split(' ').map((name) => [name.replace('*', ''), make(size, name.endsWith('*'))] as const),
  );
}
