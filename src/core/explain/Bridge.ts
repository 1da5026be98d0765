/** How much of a headline's gap each driver makes. JSON-safe. Bars and what is unexplained sum to the gap. */
export interface Bridge {
  /** The headline's name. */
  readonly headline: string;
  /** Yours − official. */
  readonly gap: number;
  /** The drivers that reach the headline, the largest amount first. */
  readonly bars: readonly BridgeBar[];
  /** What no driver makes: 0 when calculating gives both headlines as their workbooks store them. */
  readonly unexplained: number;
  /** True when the amounts are exact and not estimated from samples. */
  readonly exact: boolean;
  /** What two drivers make only together, where that is more than a twentieth of the gap; already shared out between their bars. */
  readonly interactions: readonly { readonly drivers: readonly [string, string]; readonly amount: number }[];
  /** Ids of the drivers that have no path to the headline. */
  readonly apart: readonly string[];
  /** The fewest drivers that close the gap within tolerance when they are synced; null when none of few do. */
  readonly fewest: readonly string[] | null;
}

export interface BridgeBar {
  /** Its id. */
  readonly driver: string;
  readonly amount: number;
  /** Standard error of an estimated amount; 0 for an exact one. */
  readonly error: number;
}
