import type { CellError } from '../../../core/workbook/CellValue';

/** Excel's errors, in its own order, each one object, so that no calculation makes new ones. */
export const ERRORS = {
  null: { error: '#NULL!' },
  divide: { error: '#DIV/0!' },
  value: { error: '#VALUE!' },
  reference: { error: '#REF!' },
  name: { error: '#NAME?' },
  number: { error: '#NUM!' },
  notAvailable: { error: '#N/A' },
  gettingData: { error: '#GETTING_DATA' },
  spill: { error: '#SPILL!' },
  connect: { error: '#CONNECT!' },
  blocked: { error: '#BLOCKED!' },
  unknown: { error: '#UNKNOWN!' },
  field: { error: '#FIELD!' },
  calculation: { error: '#CALC!' },
} as const satisfies Readonly<Record<string, CellError>>;

const BY_CODE: ReadonlyMap<string, CellError> = new Map(Object.values(ERRORS).map((error) => [error.error, error]));

/** The error that Excel writes so, `#N/A` in any case; a new one for what Excel does not know. */
export function errorOf(code: string): CellError {
  return BY_CODE.get(code.toUpperCase()) ?? { error: code };
}

const CODES: readonly string[] = Object.values(ERRORS).map(({ error }) => error);

/** The number that ERROR.TYPE gives for an error, by which SORT orders them too; null for what Excel does not know. */
export function errorNumber({ error }: CellError): number | null {
  const index = CODES.indexOf(error);
  return index < 0 ? null : index + 1;
}
