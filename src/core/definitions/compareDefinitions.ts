import { DEFINITION_FIELDS, type Definition, type DefinitionField } from './Definition';
import { pairDefinitions, plainText } from './pairDefinitions';
import { quote, wordsOfChange } from './wordsOfChange';

/** What differs in one field of a metric's definition. */
export interface DefinitionChange {
  /** What official calls it, or yours where official does not have it. */
  readonly metric: string;
  readonly field: DefinitionField;
  /** Null when only the other one defines the metric. */
  readonly official: DefinedPlace | null;
  readonly local: DefinedPlace | null;
  /** What became of it: `yours leaves out “less downgrades”`. */
  readonly note: string;
}

/** The cell of a field. */
export interface DefinedPlace {
  readonly sheet: number;
  readonly row: number;
  readonly column: number;
}

/**
 * What differs between two metric dictionaries, field by field and whatever their order of rows. Capitals, runs of spaces
 * and a final dot are no difference of definition; a column that only one dictionary has is one of the sheet.
 */
export function compareDefinitions(official: readonly Definition[], local: readonly Definition[]): DefinitionChange[] {
  return pairDefinitions(official, local).flatMap((pair) => {
    const either = (pair.official ?? pair.local)!;
    return DEFINITION_FIELDS.flatMap((field): DefinitionChange[] => {
      const places = { official: placeOf(pair.official, field), local: placeOf(pair.local, field) };
      const [ours, theirs] = [pair.official?.texts[field] ?? '', pair.local?.texts[field] ?? ''];
      const change = (note: string): DefinitionChange[] => [{ metric: either.metric, field, ...places, note }];
      if (pair.official === null) return places.local === null || theirs === '' ? [] : change(`only yours defines ${quote(either.metric)}`);
      if (pair.local === null)
        return places.official === null || ours === '' ? [] : change(`only official defines ${quote(either.metric)}`);
      if (places.official === null || places.local === null || sameText(ours, theirs)) return [];
      return change(inWords(field, ours, theirs));
    });
  });
}

function sameText(official: string, local: string): boolean {
  return plainText(official) === plainText(local);
}

function placeOf(definition: Definition | null, field: DefinitionField): DefinedPlace | null {
  const column = definition?.columns[field];
  return definition === null || column === undefined ? null : { sheet: definition.sheet, row: definition.row, column };
}

const ONLY_YOURS: Readonly<Record<DefinitionField, string>> = {
  metric: '',
  definition: 'only yours says what it means',
  formula: 'only yours says how it is calculated',
  reference: 'only yours says where it is found',
  unit: 'only yours gives a unit',
  owner: 'only yours names an owner',
};
const ONLY_OFFICIAL: Readonly<Record<DefinitionField, string>> = {
  metric: '',
  definition: 'only official says what it means',
  formula: 'only official says how it is calculated',
  reference: 'only official says where it is found',
  unit: 'only official gives a unit',
  owner: 'only official names an owner',
};

function inWords(field: DefinitionField, official: string, local: string): string {
  if (official === '') return ONLY_YOURS[field];
  if (local === '') return ONLY_OFFICIAL[field];
  if (field === 'metric') return `called ${quote(official)} in official, ${quote(local)} in yours`;
  if (field === 'reference') return `found at ${quote(official)} in official, at ${quote(local)} in yours`;
  if (field === 'unit' || field === 'owner') return `${field} ${quote(official)} in official, ${quote(local)} in yours`;
  return wordsOfChange(official, local);
}
