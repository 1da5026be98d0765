import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { toA1 } from '../../src/core/formula/toA1';
import { toRelative } from '../../src/core/formula/toRelative';
import { columnName } from '../../src/core/workbook/Address';
import { valueAt } from '../../src/core/workbook/cellAt';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import type { SheetSnapshot, Snapshot } from '../../src/core/workbook/Snapshot';

const CORPUS = process.env['TIEOUT_CORPUS'] ?? resolve(__dirname, '../../../shared/corpus');
const workbooks = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.xls[xm]$/.test(path))
  .sort();

/** Workbooks that cannot be read, with the failure that says so. */
const UNREADABLE: Readonly<Record<string, string>> = { 'singles/calamine-pass_protected.xlsx': 'password-protected' };

/**
 * Where the oracle is wrong: it does not shift whole columns and rows of a shared formula (`NPV(P1, B:B)` filled to the
 * right stays `B:B`), and takes only the first run of a rich inline text.
 */
const ORACLE_WRONG: Readonly<Record<string, readonly string[]>> = {
  'calculation/FINANCIAL/IRR.xlsx': ['FullRow!P2', 'FullRow!Q2', 'FullRow!R2', 'FullColumn!A23', 'FullColumn!B23'],
  'singles/calamine-minimal_package.xlsx': ['Sheet1!A1'],
};

/** Newer errors, which files store as `#VALUE!` for older Excels and the oracle leaves at that. */
const RICH_ERRORS = new Set(['#CALC!', '#SPILL!']);

const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA',
};

test('there are workbooks to read', () => expect(workbooks.length).toBeGreaterThan(300));

describe.each(workbooks)('%s', (path) => {
  const bytes = readFileSync(join(CORPUS, path));

  test('reads, with the values and formulas that another reader finds', async () => {
    const result = await readWorkbook(bytes, path, () => undefined);
    if (path in UNREADABLE) {
      expect(result).toMatchObject({ ok: false, failure: { code: UNREADABLE[path] } });
      return;
    }
    if (!result.ok) throw new Error(result.failure.message);
    const snapshot = result.value;
    expect(snapshot.warnings).toEqual([]);
    const oracle = XLSX.read(bytes, { WTF: true });
    expect(snapshot.sheets.map(({ name }) => name)).toEqual(oracle.SheetNames);
    for (const sheet of snapshot.sheets) compareSheet(snapshot, sheet, oracle.Sheets[sheet.name]!, ORACLE_WRONG[path] ?? []);
  });
});

function compareSheet(snapshot: Snapshot, sheet: SheetSnapshot, oracle: XLSX.WorkSheet, oracleWrong: readonly string[]): void {
  const { cells } = sheet;
  const unlike: string[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < cells.count; at++) {
    const row = cells.row[at]!;
    const column = cells.column[at]!;
    const address = columnName(column) + row;
    seen.add(address);
    const cell = oracle[address] as XLSX.CellObject | undefined;
    const value = valueAt(snapshot, cells, at);
    const argued = oracleWrong.includes(`${sheet.name}!${address}`);
    const mine = plain(value);
    const rich = RICH_ERRORS.has(mine) && oracleValue(cell) === '#VALUE!';
    if (mine !== oracleValue(cell) && !argued && !rich) unlike.push(`${address}: ${mine}, not ${oracleValue(cell)}`);
    const relative = snapshot.formulas[cells.formula[at]!];
    if (relative === undefined) continue;
    const formula = toA1(relative, row, column);
    if (toRelative(formula, row, column) !== relative) unlike.push(`${address}: ${relative} comes back as ${formula}`);
    const other = cell?.f === undefined ? undefined : comparable(cell.f);
    if (other !== undefined && other !== comparable(formula) && !argued) {
      unlike.push(`${address}: =${formula}, not =${cell!.f}`);
    }
  }
  for (const [address, cell] of Object.entries(oracle) as [string, XLSX.CellObject][]) {
    if (!address.startsWith('!') && cell.t !== 'z' && cell.v !== undefined && !seen.has(address)) unlike.push(`${address} is missing`);
  }
  expect({ sheet: sheet.name, unlike }).toEqual({ sheet: sheet.name, unlike: [] });
}

function plain(value: CellValue): string {
  return isCellError(value) ? value.error : JSON.stringify(value);
}

function oracleValue(cell: XLSX.CellObject | undefined): string {
  if (cell === undefined || cell.t === 'z' || cell.v === undefined) return 'null';
  return cell.t === 'e' ? (ERRORS[cell.v as number] ?? String(cell.v)) : JSON.stringify(cell.v);
}

/** What files write differently from what Excel shows, taken out of both: the oracle gives some of it as stored. */
function comparable(formula: string): string {
  return formula
    .replace(/\w+\[\[#This Row\],(\[[^\]]*\])\]/g, '$1')
    .replace(/\w+\[\[#This Row\],(\[[^\]]*\]:\[[^\]]*\])\]/g, '[$1]')
    .replace(/_xl(?:fn|pm|ws)\.|@|#(?![A-Z])/g, '')
    .replace(/(?:SINGLE|ANCHORARRAY)(\((?:[^()]|\([^()]*\))*\))/g, (_, argument: string) => argument.slice(1, -1))
    .replace(/_xlop\.(\w+)/g, '[$1]')
    .replace(/^=/, '');
}
