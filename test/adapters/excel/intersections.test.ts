import fc from 'fast-check';
import { createExcelHost } from '../../../src/adapters/excel/createExcelHost';
import { packer } from '../../../src/adapters/storage/pack/packer';
import type { ApplyOutcome } from '../../../src/app/ports/WorkbookHost';
import { correspond } from '../../../src/core/settle/correspond';
import { compare } from '../../../src/core/compare/compare';
import type { Result } from '../../../src/core/Result';
import type { SyncStep } from '../../../src/core/sync/SyncPlan';
import { isCellError } from '../../../src/core/workbook/CellValue';
import { snapshotFromRanges } from '../../../src/core/workbook/snapshotFromRanges';
import type { HostBook } from '../../../src/workbench/book/HostBook';
import { hostBookFromSnapshot } from '../../../src/workbench/book/hostBookFromSnapshot';
import { FormulaBar } from '../../../src/workbench/excel/FormulaBar';
import { describeBook } from '../../support/describeBook';
import { withExcel } from '../../support/excelSession';
import { FORMULAS, intersectionsFile } from '../../support/intersections';
import { oldStyleFormulas } from '../../support/oldStyleFormulas';
import { snapshotOf } from '../../support/snapshotOf';
import { planOf, write } from '../../support/steps';

const WATCH = { progress: () => undefined, signal: { aborted: false } };

const model = async (): Promise<HostBook> => hostBookFromSnapshot(await snapshotOf(intersectionsFile('before', true)));

function outcome(result: Result<ApplyOutcome>): ApplyOutcome {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** The cells of all sheets that belong to a dynamic array or hold `#SPILL!`. */
function spilled(book: HostBook): readonly string[] {
  const found = book.sheets.flatMap(({ name, arrays }) => arrays.filter(({ kind }) => kind === 'spill').map(() => `a spill on ${name}`));
  for (const { name, grid } of book.sheets)
    grid.forEach((row, column, { value }) => {
      if (isCellError(value) && value.error === '#SPILL!') found.push(`${name} R${row}C${column}`);
    });
  return found;
}

/** Writes below and beside everything else, where a spill has room. */
const free = (formula: string, before: string | null = null, address = 'H12'): SyncStep => write('Model', address, [[before]], [[formula]]);

test('formulas which take one cell of a range are written as that, and undo leaves what was there', async () => {
  const book = await model();
  const sheet = book.sheet('Model');
  // Each cell gets another cell's formula.
  const steps = FORMULAS.map(([address, formula], i) =>
    write('Model', address, [[`=${formula}`]], [[`=${FORMULAS[(i + 1) % FORMULAS.length]![1]}`]]),
  );
  // Nobody calculates here, so that only what was entered can be compared.
  const held = () => FORMULAS.map(([address]) => sheet.cell(Number(address.slice(1)), address.charCodeAt(0) - 64).formula);
  const before = held();
  await withExcel(book, async () => {
    const host = createExcelHost(packer);
    const applied = outcome(await host.apply(planOf(...steps), WATCH));
    expect(applied.skipped).toEqual([]);
    expect(applied.cells).toBe(FORMULAS.length);
    expect(spilled(book)).toEqual([]);
    expect(held()).toEqual(FORMULAS.map((_, i) => `=${FORMULAS[(i + 1) % FORMULAS.length]![1]}`));
    expect(outcome(await host.undo(applied, WATCH)).skipped).toEqual([]);
    expect(held()).toEqual(before);
    expect(spilled(book)).toEqual([]);
  });
});

test('law: what is written is stored as official has it, undone, and never taken for a co-author’s edit', async () => {
  const book = await model();
  const cell = { firstRow: 12, lastRow: 12, firstColumn: 8, lastColumn: 8 };
  await withExcel(book, async () => {
    const host = createExcelHost(packer);
    await fc.assert(
      fc.asyncProperty(oldStyleFormulas, oldStyleFormulas, async (first, second) => {
        book.clear('Model', cell, 'contents', 'user');
        const written = outcome(await host.apply(planOf(free(first)), WATCH));
        expect(book.getCell('Model', 12, 8).formula).toBe(first);
        // The plan says what the file says; Excel shows it with `@`.
        const again = outcome(await host.apply(planOf(free(second, first)), WATCH));
        expect([...written.skipped, ...again.skipped]).toEqual([]);
        expect(book.getCell('Model', 12, 8).formula).toBe(second);
        expect(spilled(book)).toEqual([]);
        await host.undo(again, WATCH);
        expect(book.getCell('Model', 12, 8).formula).toBe(first);
        await host.undo(written, WATCH);
        expect(book.getCell('Model', 12, 8)).toMatchObject({ formula: null, value: null });
      }),
      { numRuns: 40 },
    );
  });
});

/** What Excel was given for a formula that is written. */
async function given(formula: string, address: string, ...first: readonly SyncStep[]): Promise<unknown> {
  const entered = jest.spyOn(FormulaBar.prototype, 'entered');
  try {
    await createExcelHost(packer).apply(planOf(...first, free(formula, null, address)), WATCH);
    return entered.mock.calls[0]?.[0];
  } finally {
    entered.mockRestore();
  }
}

test('a name which the same sync makes one cell gets no `@`', async () => {
  await withExcel(await model(), async () => {
    const after = { formula: 'Model!$A$3', comment: '', hidden: false };
    const rate: SyncStep = { kind: 'setName', name: 'Rate', scope: null, before: null, after };
    expect(await given('=Rate*ABS(Amount)', 'H12', rate)).toBe('=Rate*ABS(@Amount)');
    expect(await given('=Rate*2', 'H13')).toBe('=Rate*2');
  });
});

test('an Excel without dynamic arrays is given what the file says', async () => {
  await withExcel(await model(), async () => {
    const supported = jest.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(false);
    expect(await given('=ABS(Amount)', 'H12')).toBe('=ABS(Amount)');
    supported.mockRestore();
    expect(await given('=ABS(Amount)', 'H12')).toBe('=ABS(@Amount)');
  });
});

test('a formula that spills all the same is taken back, and what stands beside it is written', async () => {
  const book = await model();
  await withExcel(book, async () => {
    // What nobody knows of a function looks like this.
    jest.spyOn(Office.context.requirements, 'isSetSupported').mockReturnValue(false);
    const before = describeBook(book);
    const after = [
      ['=A3*2', '=ABS(Amount)', 7],
      ['x', '=ABS(A:A)', '=SUM(Amount)'],
    ];
    const applied = outcome(
      await createExcelHost(packer).apply(
        planOf(
          write(
            'Model',
            'H12:J13',
            after.map((row) => row.map(() => null)),
            after,
          ),
        ),
        WATCH,
      ),
    );
    const reason = 'Excel would fill other cells with this formula too, so the cell was left as it is: enter it by hand.';
    expect(applied.skipped).toEqual([
      { sheet: 'Model', address: 'I12', reason },
      { sheet: 'Model', address: 'I13', reason },
    ]);
    const held = [12, 13].map((row) =>
      [8, 9, 10].map((column) => book.getCell('Model', row, column)).map((cell) => cell.formula ?? cell.value),
    );
    expect(held).toEqual([
      ['=A3*2', null, 7],
      ['x', null, '=SUM(Amount)'],
    ]);
    expect(spilled(book)).toEqual([]);
    await createExcelHost(packer).undo(applied, WATCH);
    expect(describeBook(book)).toEqual(before);
  });
});

test('read range by range, where formulas carry `@`, the model differs from its file in no formula and no value', async () => {
  const official = await snapshotOf(intersectionsFile('before', true));
  await withExcel(hostBookFromSnapshot(official), async () => {
    const read = await createExcelHost(packer).read(WATCH);
    if (!read.ok || read.value.kind !== 'ranges') throw new Error('It was not read range by range.');
    expect(JSON.stringify(read.value)).toContain('ISNUMBER(@outYear)');
    const local = snapshotFromRanges(read.value);
    const { differences } = compare(official, local, { correspondence: correspond(official, local) });
    expect(differences.filter(({ kind }) => kind !== 'format')).toEqual([]);
  });
});

test('undo puts back a dynamic array as it was', async () => {
  const book = await model();
  await withExcel(book, async () => {
    const host = createExcelHost(packer);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Model').getRange('H12').formulas = [['=SUM(Amount*2)']];
      await context.sync();
    });
    const before = describeBook(book);
    const arrays = book.sheet('Model').arrays;
    const applied = outcome(await host.apply(planOf(free('=ABS(Amount)', '=SUM(Amount*2)')), WATCH));
    expect(spilled(book)).toEqual([]);
    await host.undo(applied, WATCH);
    expect(describeBook(book)).toEqual(before);
    expect(book.sheet('Model').arrays).toEqual(arrays);
  });
});
