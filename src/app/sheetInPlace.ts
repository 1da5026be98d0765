import { renameSheet } from '../core/formula/renameSheet';
import { renameTable } from '../core/formula/renameTable';
import { sameSheet } from '../core/formula/rewriteReferences';
import { sheetsInWords } from './sheetsInWords';
import { fail, succeed, type Result } from '../core/Result';
import type { DefinedName, SheetSnapshot, Snapshot, Table } from '../core/workbook/Snapshot';

/** Two sheets of one workbook: `official` holds what `local` is to agree with. */
export interface SheetsOfOne {
  readonly official: string;
  readonly local: string;
}

/**
 * The workbook as it would be with what its sheet `official` holds in place of `local`, under that one's name: all that is not the same in the two
 * sheets is then a difference, and nothing else is. What Excel calculated on other sheets stays as it is. The failures are `unknown-sheet`,
 * `same-sheet`, and `reads-itself` where the sheet `official` reads the other, which it cannot stand in for.
 */
export function sheetInPlace(workbook: Snapshot, { official, local }: SheetsOfOne): Result<Snapshot> {
  const from = find(workbook, official);
  const instead = find(workbook, local);
  if (from === undefined) return unknown(workbook, official);
  if (instead === undefined) return unknown(workbook, local);
  if (from === instead)
    return fail('same-sheet', `${from.name} cannot be compared with itself. Nothing was compared; choose another sheet.`);
  const reads = [...new Set(from.cells.formula)].some((id) => id >= 0 && isNamed(workbook.formulas[id]!, instead.name));
  if (reads) {
    return fail(
      'reads-itself',
      `${from.name} has formulas that read ${instead.name}, so it cannot be what ${instead.name} is to agree with: they would read themselves. Nothing was compared; choose another sheet.`,
    );
  }
  const tables = tablesInPlace(workbook.tables, from.name, instead.name);
  const called = (formula: string): string =>
    tables.renamed.reduce((text, { name, now }) => renameTable(text, name, now), renameSheet(formula, from.name, instead.name));
  const formulas = [...workbook.formulas];
  const ids = new Map<number, number>();
  const formula = from.cells.formula.map((id) => {
    if (id < 0) return id;
    const known = ids.get(id);
    if (known !== undefined) return known;
    const text = called(workbook.formulas[id]!);
    const now = text === workbook.formulas[id] ? id : formulas.push(text) - 1;
    ids.set(id, now);
    return now;
  });
  const placed: SheetSnapshot = {
    ...from,
    name: instead.name,
    visibility: instead.visibility,
    protected: instead.protected,
    cells: { ...from.cells, formula },
    validations: from.validations.map((rule) => ({ ...rule, formula1: called(rule.formula1), formula2: called(rule.formula2) })),
  };
  return succeed({
    ...workbook,
    name: `${workbook.name}, sheet ${from.name}`,
    sha256: null,
    sheets: workbook.sheets.map((sheet) => (sheet === instead ? placed : sheet)),
    formulas,
    names: namesInPlace(workbook.names, from.name, instead.name, called),
    tables: tables.all.map((table) => (table.sheet === instead.name ? withCalled(table, called) : table)),
  });
}

function find({ sheets }: Snapshot, name: string): SheetSnapshot | undefined {
  return sheets.find((sheet) => sameSheet(sheet.name, name));
}

function unknown({ sheets }: Snapshot, name: string): Result<never> {
  return fail('unknown-sheet', `There is no sheet ${name} in this workbook, which has ${sheetsInWords(sheets)}. Nothing was compared.`);
}

/** Whether a formula reads a sheet. */
function isNamed(formula: string, sheet: string): boolean {
  return renameSheet(formula, sheet, null) !== formula;
}

/** The tables with those of `from` once more on `instead`, each under the name of the one which it takes the place of. */
function tablesInPlace(tables: readonly Table[], from: string, instead: string) {
  const theirs = tables.filter(({ sheet }) => sameSheet(sheet, from));
  const own = tables.filter(({ sheet }) => sameSheet(sheet, instead));
  const renamed = theirs.map(({ name }, index) => ({ name, now: own[index]?.name ?? `${name}_${index + 1}` }));
  const placed = theirs.map((table, index) => ({ ...table, sheet: instead, name: renamed[index]!.now }));
  return { all: [...tables.filter((table) => !own.includes(table)), ...placed], renamed };
}

function withCalled(table: Table, called: (formula: string) => string): Table {
  return { ...table, columns: table.columns.map((column) => ({ ...column, formula: column.formula && called(column.formula) })) };
}

/**
 * The names with those of the sheet `from` once more as those of `instead`. A copy of a sheet has names of its own for what names of the whole
 * workbook call on the sheet itself: those then stand for these.
 */
function namesInPlace(names: readonly DefinedName[], from: string, instead: string, called: (formula: string) => string): DefinedName[] {
  const isOf = (sheet: string) => (name: DefinedName) => name.scope !== null && sameSheet(name.scope, sheet);
  const key = ({ name, scope }: DefinedName) => `${scope?.toLowerCase() ?? ''}!${name.toLowerCase()}`;
  const known = new Map(names.map((name) => [key(name), name]));
  const placed = new Map<string, DefinedName>();
  for (const name of names.filter(isOf(from))) {
    const own = known.get(key({ ...name, scope: instead }));
    const ofAll = own === undefined ? known.get(key({ ...name, scope: null })) : undefined;
    const scope = ofAll !== undefined && isNamed(ofAll.formula, instead) ? null : instead;
    const now = { ...name, scope, formula: called(name.formula) };
    placed.set(key(now), now);
  }
  const rest = names.filter((name) => !placed.has(key(name)) && !isOf(instead)(name));
  return [...rest, ...placed.values()];
}
