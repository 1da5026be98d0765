/** How the user wants drivers grouped, each entry the ids of a driver's causes. JSON-safe; causes that are gone do not matter. */
export interface Regrouping {
  /** Causes that make one driver, whatever they belonged to. */
  readonly together: readonly (readonly string[])[];
  /** Drivers that are shown in their parts, in the order they were opened in. */
  readonly apart: readonly (readonly string[])[];
}

/** Drivers as they are found. */
export const AS_FOUND: Regrouping = { together: [], apart: [] };
