/** What a metric dictionary says of a metric: `metric` is what it is called, `formula` how it is calculated, `reference` where it is found. */
export const DEFINITION_FIELDS = ['metric', 'definition', 'formula', 'reference', 'unit', 'owner'] as const;

export type DefinitionField = (typeof DEFINITION_FIELDS)[number];

/** One metric of a workbook's dictionary. JSON-safe. */
export interface Definition {
  readonly metric: string;
  /** Index of its sheet. */
  readonly sheet: number;
  readonly row: number;
  /** The column of each field that the dictionary has. */
  readonly columns: Readonly<Partial<Record<DefinitionField, number>>>;
  /** What is written in each of them: a text, or a formula with `=`; empty for a blank cell. */
  readonly texts: Readonly<Partial<Record<DefinitionField, string>>>;
}
