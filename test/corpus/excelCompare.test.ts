import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { compare } from '../../src/core/compare/compare';
import type { Difference, DifferenceSide } from '../../src/core/compare/Difference';
import { columnNumber, isInside, parseRange, stringifyAddress, type CellAddress } from '../../src/core/workbook/Address';
import { valueAt } from '../../src/core/workbook/cellAt';
import { isCellError, type CellValue } from '../../src/core/workbook/CellValue';
import type { Snapshot } from '../../src/core/workbook/Snapshot';

/**
 * The suite of ExcelCompare: for each of its cases the cells that it says differ. `*.out` beside its workbooks is what it
 * prints; where that is not there the cells are written here. Its cases on .ods files, which are not here, are left out.
 */
const PEER = join(process.env['TIEOUT_CORPUS'] ?? resolve(__dirname, '../../../shared/corpus'), 'peers/ExcelCompare');

/** An empty sheet of the same name, in place of its /dev/null. */
const EMPTY = 'ss_without_macro.xlsx';

interface Case {
  readonly official: string;
  readonly local: string;
  /** Its output, or else its cells. */
  readonly expected: string | readonly string[];
}

const CASES: Readonly<Record<string, Case>> = {
  'a workbook and itself': { official: 'ss1.xlsx', local: 'ss1.xlsx', expected: 'ss1_xlsx_ss1_xlsx.out' },
  'two workbooks': { official: 'ss1.xlsx', local: 'ss2.xlsx', expected: 'ss1_xlsx_ss2_xlsx.out' },
  'one that is full': {
    official: 'ss1.xlsx',
    local: 'ss3.xlsx',
    expected: ["+B1 'b1'", "+C1 'c1'", "+A2 'a2'", "+C2 'c2'", "+A3 'a3'", "+B3 'b3'"],
  },
  'numbers and formulas': {
    official: 'numeric_and_formula.xlsx',
    local: 'numeric_and_formula.xlsx',
    expected: 'numeric_and_formula.xls.xlsx.out',
  },
  'formulas and constants': {
    official: 'ss_without_formula.xlsx',
    local: 'ss_with_formula.xlsx',
    expected: ["A1 '2' '1+1'", `B2 'ab' 'CONCATENATE("a","b")'`],
  },
  'something and nothing': { official: 'ss1.xlsx', local: EMPTY, expected: 'ss1_xlsx_dev_null.out' },
  'nothing and something': { official: EMPTY, local: 'ss1.xlsx', expected: 'dev_null_ss1_xlsx.out' },
  'numbers past what Excel shows, within a tolerance': {
    official: 'ss1_numeric_precision.xlsx',
    local: 'ss2_numeric_precision.xlsx',
    expected: [],
  },
  macros: { official: 'ss_with_macro.xlsm', local: EMPTY, expected: [] },
};

/** Where what we do is not what it prints, why, and that it is so. */
const ARGUED: readonly (readonly [what: string, why: string, holds: () => Promise<void>])[] = [
  [
    'it takes /dev/null for a workbook without cells',
    'An empty file is most often a broken download, so it is refused; an empty sheet stands in for it above.',
    async () => expect(await refusal(new Uint8Array(0))).toMatch(/empty|download|workbook/i),
  ],
  [
    'it reads .xls and .ods',
    'Models are kept as .xlsx, .xlsm or .xlsb, and others are refused; its .xls case is its .xlsx with itself above.',
    async () => expect(await refusal(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1))).toMatch(/\.xlsx/),
  ],
  [
    '979.135851626699 and 979.135851626695 differ unless it is given a precision',
    'They part at the fifteenth digit, which is float noise, and our tolerance of 1e-9 is there from the start.',
    async () => {
      const [ours, theirs] = [await read('ss1_numeric_precision.xlsx'), await read('ss2_numeric_precision.xlsx')];
      const told = compare(ours, theirs, { tolerance: 0 }).differences.flatMap((difference) => cellsOf(difference, ours, theirs));
      expect(told).toEqual(["A1 '979.135851626699' '979.135851626695'"]);
    },
  ],
  [
    'it tells macros that only one workbook has',
    'Macros are no cells, names or rules of a model and are neither compared nor synced.',
    async () => expect(compare(await read('ss_with_macro.xlsm'), await read('ss_without_macro.xlsx')).differences).toEqual([]),
  ],
];

async function read(name: string): Promise<Snapshot> {
  const result = await readWorkbook(readFileSync(join(PEER, name)), name, () => undefined);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

async function refusal(bytes: Uint8Array): Promise<string> {
  const result = await readWorkbook(bytes, 'some.xlsx', () => undefined);
  return result.ok ? '' : result.failure.message;
}

/** `-A1 'a'`, `+A1 'a'` or `A1 'a' 'b'` for each cell in its list of differences. */
function cellsOfOutput(file: string): string[] {
  return readFileSync(join(PEER, file), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const extra = /^EXTRA Cell in WB([12]) Sheet1!(\w+) => (.*)$/.exec(line);
      if (extra !== null) return [`${extra[1] === '1' ? '-' : '+'}${extra[2]} ${extra[3]}`];
      const both = /^DIFF\s+Cell at\s+Sheet1!(\w+) => (.*) v\/s (.*)$/.exec(line);
      return both === null ? [] : [`${both[1]} ${both[2]} ${both[3]}`];
    });
}

/** The same from its unified form: `@@ -A2,B2 +A2,B2 @@`, then a line a cell of either side. */
function cellsOfHunks(file: string): string[] {
  const [, ...hunks] = readFileSync(join(PEER, file), 'utf8').split(/^@@ /m);
  return hunks.flatMap((hunk) => {
    const [header, ...lines] = hunk.split('\n');
    const texts = (sign: string): string[] => lines.filter((line) => line.startsWith(sign)).map((line) => line.slice(1));
    const [ours, theirs] = [texts('-'), texts('+')];
    return /^-(\S+)/
      .exec(header!)![1]!
      .split(',')
      .map((cell, k) => lineOf(cell, ours[k]!, theirs[k]!));
  });
}

function lineOf(cell: string, official: string, local: string): string {
  if (official === '') return `+${cell} '${local}'`;
  return local === '' ? `-${cell} '${official}'` : `${cell} '${official}' '${local}'`;
}

/** Every cell that our differences cover, in the same notation; rows, columns and sheets of one side as the filled cells in them. */
function cellsOf(difference: Difference, official: Snapshot, local: Snapshot): string[] {
  const ours = filled(official, difference.official);
  const theirs = filled(local, difference.local);
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((cell) => lineOf(cell, ours.get(cell) ?? '', theirs.get(cell) ?? ''));
}

function filled(snapshot: Snapshot, side: DifferenceSide | null): Map<string, string> {
  const found = new Map<string, string>();
  if (side === null) return found;
  const { cells } = snapshot.sheets.find(({ name }) => name === side.sheet)!;
  for (let p = 0; p < cells.count; p++) {
    const cell = { row: cells.row[p]!, column: cells.column[p]! };
    if (!holds(side.address, cell)) continue;
    found.set(stringifyAddress(cell), side.formula === null ? textOf(valueAt(snapshot, cells, p)) : side.formula.slice(1));
  }
  return found;
}

/** Whether a difference's address, a range, rows `5:7`, columns `C:D` or empty for a whole sheet, covers a cell. */
function holds(address: string, cell: CellAddress): boolean {
  const range = parseRange(address);
  if (address === '' || range !== null) return range === null || isInside(range, cell);
  const [first, last] = address.split(':').map((end) => (/\d/.test(end) ? Number(end) : columnNumber(end)));
  const line = /\d/.test(address) ? cell.row : cell.column;
  return line >= first! && line <= last!;
}

function textOf(value: CellValue): string {
  return isCellError(value) ? value.error : String(value ?? '');
}

describe('what ExcelCompare says differs', () => {
  it.each(Object.entries(CASES))('%s', async (_, { official, local, expected }) => {
    const [ours, theirs] = [await read(official), await read(local)];
    const cells = compare(ours, theirs).differences.flatMap((difference) => cellsOf(difference, ours, theirs));
    expect(cells.sort()).toEqual([...(typeof expected === 'string' ? cellsOfOutput(expected) : expected)].sort());
  });

  it('is the same in its unified form', () => {
    const unified = readdirSync(PEER).filter((name) => name.endsWith('_udiff.out'));
    expect(unified.length).toBeGreaterThan(2);
    for (const name of unified) expect(cellsOfHunks(name).sort()).toEqual(cellsOfOutput(name.replace('_udiff', '')).sort());
  });

  it('has a case for each of its workbooks and outputs', () => {
    const used = Object.values(CASES).flatMap(({ official, local, expected }) => [official, local, ...[expected].flat()]);
    expect(readdirSync(PEER).filter((name) => !name.endsWith('_udiff.out') && !used.includes(name))).toEqual([]);
  });
});

describe('where we say otherwise', () => {
  it.each(ARGUED)('%s. %s', async (_, __, holds) => holds());
});
