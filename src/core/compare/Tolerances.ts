import type { ComparedSheet, Headline } from './Comparison';

/** How far numbers may differ, relative, and be equal where nobody said otherwise. */
export const DEFAULT_TOLERANCE = 1e-9;

export interface ToleranceOptions {
  /** How far numbers may differ and be equal, relative to the larger one. */
  readonly tolerance?: number;
  /** The same for single sheets and headlines, by name; a headline also by its defined name or address. */
  readonly tolerances?: readonly NamedTolerance[];
}

export interface NamedTolerance {
  readonly of: string;
  readonly tolerance: number;
  /** What it is for; where that is not said, as in a terminal, it is for whatever is called so. */
  readonly kind?: 'sheet' | 'headline';
}

/** The tolerance that holds on a sheet or for a headline: its own, else that of its sheet, else the one for all. */
export class Tolerances {
  readonly #all: number;
  readonly #named: readonly NamedTolerance[];

  constructor({ tolerance = DEFAULT_TOLERANCE, tolerances = [] }: ToleranceOptions) {
    this.#all = tolerance;
    // Of two for one name the last one counts.
    this.#named = [...tolerances].reverse();
  }

  /** What holds on a sheet, which may be called otherwise in either workbook. */
  ofSheet(...names: readonly (string | null)[]): number {
    return this.#find('sheet', names, sheetKey) ?? this.#all;
  }

  /** What holds for a headline: names and addresses by which it is known, and the sheets it stands on. */
  ofHeadline(names: readonly (string | null)[], sheets: readonly (string | null)[]): number {
    return this.#find('headline', names, headlineKey) ?? this.ofSheet(...sheets);
  }

  #find(wanted: 'sheet' | 'headline', names: readonly (string | null)[], keyOf: (name: string) => string): number | undefined {
    if (this.#named.length === 0) return undefined;
    const keys = new Set(names.flatMap((name) => (name === null ? [] : [keyOf(name)])));
    return this.#named.find(({ of, kind = wanted }) => kind === wanted && keys.has(keyOf(of)))?.tolerance;
  }
}

/**
 * The names of `tolerances` that are neither a sheet nor a headline of the comparison, of the kind that they are for where they say one;
 * `names` are further ones of its headlines.
 */
export function unknownTolerances(
  { tolerances = [] }: ToleranceOptions,
  sheets: readonly ComparedSheet[],
  headlines: readonly Headline[],
  names: readonly string[],
): string[] {
  const known = new Set(
    sheets.flatMap(({ official, local }) => [official, local]).flatMap((name) => (name === null ? [] : [sheetKey(name)])),
  );
  const outputs = new Set([
    ...names.map(headlineKey),
    ...headlines.flatMap(({ name, officialAddress, localAddress }) =>
      [name, officialAddress, localAddress].flatMap((text) => (text === null ? [] : [headlineKey(text)])),
    ),
  ]);
  return tolerances.flatMap(({ of, kind }) =>
    (kind !== 'headline' && known.has(sheetKey(of))) || (kind !== 'sheet' && outputs.has(headlineKey(of))) ? [] : [of],
  );
}

function sheetKey(name: string): string {
  return name.trim().toLowerCase();
}

/** `Net revenue FY26` is the defined name `Net_revenue_FY26` and the one `NetRevenueFY26`; an address counts without quotes and `$`. */
function headlineKey(name: string): string {
  return name.toLowerCase().replace(/[\s_.'$]+/g, '');
}
