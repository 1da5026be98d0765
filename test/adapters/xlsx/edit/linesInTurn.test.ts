import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { applyToFile } from '../../../../src/adapters/xlsx/applyToFile';
import { editWorkbook } from '../../../../src/adapters/xlsx/editWorkbook';
import type { FileOutcome } from '../../../../src/app/ports/FileEditor';
import type { Result } from '../../../../src/core/Result';
import type { SyncStep } from '../../../../src/core/sync/SyncPlan';
import { xlsxFile } from '../../../support/xlsxFile';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEETS = ['Model', 'R&D', "It's"] as const;
const [ROWS, COLUMNS] = [14, 8];

/** What cells may hold: `<` begins a cell's inside as it is written. */
const FORMULAS = [
  'A3',
  'SUM($A$2:A9)',
  'sum(a12:a4)',
  "'R&amp;D'!B7*2",
  '&apos;It&apos;&apos;s&apos;!A$5+1',
  'Model!A2:C10',
  'SUM(3:6)',
  'SUM(B:D)',
  'A5:A6 A4:C9',
  'IF(A9="A9",Model!C4,#REF!)',
];
const content = fc.oneof(
  { weight: 6, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: fc.constant('<v>7</v>') },
  { weight: 3, arbitrary: fc.constantFrom(...FORMULAS).map((formula) => `<f>${formula}</f><v>1</v>`) },
  { weight: 1, arbitrary: fc.constant('<f t="shared" si="3"/><v>2</v>') },
  { weight: 1, arbitrary: fc.constantFrom('A1+1', "'R&amp;D'!A2").map((f) => `<f t="shared" si="3" ref="A1:H14">${f}</f>`) },
  { weight: 1, arbitrary: fc.constantFrom('A4', 'B7:C8').map((ref) => `<f t="array" ref="${ref}">A2:A3</f><v>2</v>`) },
);
const line = fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.array(content, { maxLength: COLUMNS }) });
const sheet = fc.array(line, { minLength: 3, maxLength: ROWS }).map((lines) =>
  lines
    .map((cells, row) => {
      const written = cells.map((inside, column) => inside && `<c  r="${'ABCDEFGH'[column]}${row + 1}" s="0">${inside}</c>`).join('');
      return written === '' ? '' : `<row r="${row + 1}" spans="1:8" ht="20">${written}</row>\n`;
    })
    .join(''),
);

const span = fc.record({ at: fc.integer({ min: 1, max: ROWS + 2 }), count: fc.integer({ min: 1, max: 3 }) });
const whole = fc.record({ sheet: fc.constantFrom(...SHEETS), kind: fc.constantFrom('insert' as const, 'delete' as const) });
const shift: fc.Arbitrary<SyncStep> = fc.oneof(
  { weight: 8, arbitrary: fc.tuple(whole, span).map(([where, lines]) => ({ ...where, ...lines, axis: 'row' as const })) },
  { weight: 2, arbitrary: fc.tuple(whole, span).map(([where, lines]) => ({ ...where, ...lines, axis: 'column' as const })) },
  {
    weight: 1,
    arbitrary: fc.tuple(whole, span).map(([where, lines]) => ({ ...where, ...lines, axis: 'row' as const, across: { first: 4, last: 6 } })),
  },
);
const name: fc.Arbitrary<SyncStep> = fc.constant({
  kind: 'setName',
  name: 'Rate',
  scope: null,
  before: null,
  after: { formula: '=Model!$A$3', comment: '', hidden: false },
});
const steps = fc.array(fc.oneof({ weight: 12, arbitrary: shift }, { weight: 1, arbitrary: name }), { minLength: 1, maxLength: 9 });

const TABLE = `<table xmlns="${MAIN}" id="1" name="Sales" displayName="Sales" ref="A3:C7"><autoFilter ref="A3:C7"/><tableColumns count="3"><tableColumn id="1" name="a"/><tableColumn id="2" name="b"/><tableColumn id="3" name="c"/></tableColumns></table>`;

function bookOf(cells: readonly string[]): Uint8Array {
  const [model = '', research = '', its = ''] = cells;
  return xlsxFile({
    sheets: {
      Model: `<dimension ref="A1:B2"/><sheetData>${model}</sheetData><mergeCells count="1"><mergeCell ref="D3:E4"/></mergeCells>`,
      'R&D': `<sheetData>${research}</sheetData><tableParts count="1"><tablePart r:id="t1"/></tableParts>`,
      "It's": `<sheetData>${its}</sheetData>`,
    },
    sheetRelationships: { 'R&D': { 'table#t1': '../tables/table1.xml' } },
    parts: { 'xl/tables/table1.xml': TABLE },
  });
}

const partsOf = (bytes: Uint8Array) => Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));

type Told = Omit<FileOutcome, 'bytes' | 'signatureBroken'> & { readonly parts: Record<string, string> };

function toldOf(run: Result<FileOutcome>): Told | string {
  if (!run.ok) return run.failure.message;
  const { bytes, cells, skipped, inverse } = run.value;
  return { parts: partsOf(bytes), cells, skipped, inverse };
}

/** The same, each step in a run of its own. */
function oneByOne(bytes: Uint8Array, all: readonly SyncStep[]): Told | string {
  let now = bytes;
  const told: { cells: number; skipped: Told['skipped'][number][]; inverse: SyncStep[] } = { cells: 0, skipped: [], inverse: [] };
  for (const step of all) {
    const run = applyToFile(now, [step]);
    if (!run.ok) return run.failure.message;
    now = run.value.bytes;
    told.cells += run.value.cells;
    told.skipped.push(...run.value.skipped);
    told.inverse.unshift(...run.value.inverse);
  }
  return { parts: partsOf(now), ...told };
}

describe('lines that come and go in one run', () => {
  it('leave the very bytes, and tell the same, as in a run for each step; and as edits made one after another', () => {
    const seen = { done: 0, skipped: 0, refused: 0 };
    fc.assert(
      fc.property(fc.tuple(sheet, sheet, sheet), steps, (cells, all) => {
        const bytes = bookOf(cells);
        const told = toldOf(applyToFile(bytes, all));
        expect(told).toEqual(oneByOne(bytes, all));
        if (typeof told === 'string') {
          seen.refused++;
          return;
        }
        seen[told.skipped.length > 0 ? 'skipped' : 'done']++;
        if (told.skipped.length > 0) return;
        const edited = editWorkbook(
          bytes,
          all.flatMap((step) => (step.kind === 'insert' || step.kind === 'delete' || step.kind === 'setName' ? [step] : [])),
        );
        expect(edited.ok && partsOf(edited.value)).toEqual(told.parts);
      }),
      { numRuns: 250 },
    );
    expect(seen).toEqual({ done: expect.any(Number), skipped: expect.any(Number), refused: expect.any(Number) });
    expect(Math.min(seen.done, seen.skipped, seen.refused)).toBeGreaterThan(10);
  });
});
