import fc from 'fast-check';
import { combineModels } from '../../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import type { Difference } from '../../../src/core/compare/Difference';
import { finishSteps } from '../../../src/core/Steps';
import { switchOf } from '../../../src/core/explain/switchOf';
import { valueAt } from '../../../src/core/workbook/cellAt';
import { workbook, type CellText } from '../../support/workbook';

/** One line of a price list; `doubled` says that its amount is calculated otherwise. */
interface Line {
  readonly label: string;
  readonly price: number;
  readonly volume: number;
  readonly doubled: boolean;
}

interface Model {
  readonly lines: readonly Line[];
  readonly rate: number;
}

/** What someone changed: a rate, or the line with a label. */
type Edit =
  | { readonly kind: 'rate'; readonly rate: number }
  | { readonly kind: 'price'; readonly label: string; readonly price: number }
  | { readonly kind: 'formula'; readonly label: string }
  | { readonly kind: 'remove'; readonly label: string }
  | { readonly kind: 'insert'; readonly behind: string; readonly line: Line };

const amountOf = ({ price, volume, doubled }: Line): number => price * volume * (doubled ? 2 : 1);

/** The headline of a model: the total at its rate, and the mean amount of a line. */
function headlineOf({ lines, rate }: Model): number {
  const total = lines.reduce((sum, line) => sum + amountOf(line), 0);
  return total * rate + total / lines.length;
}

function edited(model: Model, edits: readonly Edit[]): Model {
  return edits.reduce<Model>(({ lines, rate }, edit) => {
    switch (edit.kind) {
      case 'rate':
        return { lines, rate: edit.rate };
      case 'price':
        return { rate, lines: lines.map((line) => (line.label === edit.label ? { ...line, price: edit.price } : line)) };
      case 'formula':
        return { rate, lines: lines.map((line) => (line.label === edit.label ? { ...line, doubled: true } : line)) };
      case 'remove':
        return { rate, lines: lines.filter(({ label }) => label !== edit.label) };
      case 'insert':
        return { rate, lines: lines.flatMap((line) => (line.label === edit.behind ? [line, edit.line] : [line])) };
    }
  }, model);
}

function snapshotOf(model: Model) {
  const cells: Record<string, CellText> = { A1: 'Line', B1: 'Price', C1: 'Volume', D1: 'Amount' };
  model.lines.forEach((line, k) => {
    const row = k + 2;
    cells[`A${row}`] = line.label;
    cells[`B${row}`] = line.price;
    cells[`C${row}`] = line.volume;
    cells[`D${row}`] = [`=B${row}*C${row}${line.doubled ? '*2' : ''}`, amountOf(line)];
  });
  const last = model.lines.length + 1;
  const total = model.lines.reduce((sum, line) => sum + amountOf(line), 0);
  cells[`A${last + 2}`] = 'Total';
  cells[`D${last + 2}`] = [`=SUM(D2:D${last})`, total];
  return workbook({
    Lines: cells,
    Inputs: { A1: 'Rate', B1: model.rate },
    Summary: { A1: 'Net', B1: [`=Lines!D${last + 2}*Inputs!B1+Lines!D${last + 2}/SUMPRODUCT((Lines!C2:C${last}>0)*1)`, headlineOf(model)] },
  });
}

const line = (label: string) =>
  fc.record({
    label: fc.constant(label),
    price: fc.integer({ min: 1, max: 99 }),
    volume: fc.integer({ min: 1, max: 99 }),
    doubled: fc.constant(false),
  });

/** A model of six to twelve lines and edits of it, no two of one line, none next to each other. */
const edits = fc.integer({ min: 3, max: 6 }).chain((half) => {
  const labels = Array.from({ length: half * 2 }, (_, k) => `Line ${'abcdefghijkl'[k]!}`);
  const one = (label: string, k: number) =>
    fc.oneof(
      fc.constant<readonly Edit[]>([]),
      fc.integer({ min: 100, max: 199 }).map((price): readonly Edit[] => [{ kind: 'price', label, price }]),
      fc.constant<readonly Edit[]>([{ kind: 'formula', label }]),
      fc.constant<readonly Edit[]>([{ kind: 'remove', label }]),
      line(`Extra ${k}`).map((extra): readonly Edit[] => [{ kind: 'insert', behind: label, line: extra }]),
    );
  return fc.record({
    lines: fc.tuple(...labels.map(line)),
    rate: fc.integer({ min: 2, max: 9 }),
    edits: fc
      .tuple(fc.option(fc.integer({ min: 10, max: 19 })), ...labels.filter((_, k) => k % 2 === 1).map(one))
      .map(([rate, ...others]): readonly Edit[] => [...(rate === null ? [] : [{ kind: 'rate', rate } as const]), ...others.flat()]),
  });
});

/** Which edit a cause is. */
function editOf({ kind, official, local }: Difference, all: readonly Edit[], before: Model, after: Model): Edit | undefined {
  const side = official ?? local!;
  if (side.sheet === 'Inputs') return all.find((edit) => edit.kind === 'rate');
  const row = Number(/\d+/.exec(side.address)![0]);
  const label = (official !== null ? before : after).lines[row - 2]?.label;
  return all.find((edit) =>
    edit.kind === 'insert' ? edit.line.label === label && kind === 'row' : edit.kind !== 'rate' && edit.label === label,
  );
}

describe('a workbook that is part official and part local', () => {
  it('calculates to what the edits that are on make of official, rows put in and taken out included', () => {
    let checked = 0;
    fc.assert(
      fc.property(edits, ({ lines, rate, edits }) => {
        const before: Model = { lines, rate };
        const after = edited(before, edits);
        const [official, local] = [snapshotOf(before), snapshotOf(after)];
        const compared = compareSnapshots(official, local, { headlines: ['Summary!B1'] });
        if (!compared.ok) throw new Error(compared.failure.message);
        const causes = compared.value.comparison.differences.filter(({ role }) => role === 'cause');
        const mapped = causes.map((cause) => editOf(cause, edits, before, after));
        // Where the comparison sees it otherwise than it was done (a line taken out and one put in as one edited) there is nothing to check.
        if (mapped.length !== edits.length || new Set(mapped).size !== edits.length || mapped.includes(undefined)) return;
        const place = { sheet: 2, row: 1, column: 2 };
        const combined = finishSteps(
          combineModels(
            compared.value,
            causes.map((cause) => switchOf([cause], { official, local })),
            [{ official: place, local: place }],
          ),
        );
        for (let step = 0; step < 1 << causes.length; step++) {
          const coalition = step ^ (step >> 1);
          const on = edits.filter((edit) => (coalition & (1 << mapped.indexOf(edit))) !== 0);
          expect([coalition, combined.evaluate(coalition)[0]]).toEqual([coalition, expect.closeTo(headlineOf(edited(before, on)), 6)]);
          checked++;
        }
        expect(combined.doubts()).toEqual([]);
      }),
      { numRuns: 60 },
    );
    expect(checked).toBeGreaterThan(200);
  });

  it('knows which drivers reach a total over a tall range, wherever it begins and ends', () => {
    const rows = 500;
    const sheet = (changed: readonly number[], ends: readonly (readonly [number, number])[]) => {
      const cells: Record<string, CellText> = {};
      for (let row = 1; row <= rows; row++) cells[`A${row}`] = changed.includes(row) ? row + 1000 : row;
      ends.forEach(([first, last], k) => {
        const total = Array.from({ length: last - first + 1 }, (_, at) => cells[`A${first + at}`] as number).reduce((a, b) => a + b, 0);
        cells[`C${k + 1}`] = [`=SUM(A$${first}:A$${last})`, total];
      });
      return workbook({ Plan: cells });
    };
    const row = fc.integer({ min: 1, max: rows });
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { minLength: 1, maxLength: 4 }),
        fc.array(fc.tuple(row, row), { minLength: 1, maxLength: 5 }),
        (changed, pairs) => {
          const ends = pairs.map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
          const [official, local] = [sheet([], ends), sheet(changed, ends)];
          const compared = compareSnapshots(official, local);
          if (!compared.ok) throw new Error(compared.failure.message);
          const at = (row: number) => ({
            side: 'local' as const,
            sheet: 0,
            firstRow: row,
            lastRow: row,
            firstColumn: 1,
            lastColumn: 1,
            of: 'cells' as const,
          });
          const asked = ends.map((_, k) => ({ sheet: 0, row: k + 1, column: 3 }));
          const combined = finishSteps(
            combineModels(
              compared.value,
              changed.map((row) => ({ ranges: [at(row)], names: [] })),
              asked.map((place) => ({ official: place, local: place })),
            ),
          );
          const isIn = ([first, last]: readonly [number, number], row: number): boolean => row >= first && row <= last;
          expect(combined.reach).toEqual(
            ends.map((range) => changed.reduce((bits, row, k) => (isIn(range, row) ? bits | (1 << k) : bits), 0)),
          );
        },
      ),
      { numRuns: 40 },
    );
  });

  it('remembers what cells hold only as long as no driver that is switched makes it something else', () => {
    const sheet = (side: 'official' | 'local') => {
      const lines = Array.from({ length: 90 }, (_, k) => ({ label: `Item ${k}`, kind: 'abc'[k % 3]!, amount: k + 1 }));
      if (side === 'local') {
        lines[5]!.amount = 500;
        lines[10]!.kind = 'c';
        lines.splice(40, 0, { label: 'Only in yours', kind: 'a', amount: 70_000 });
        lines.splice(70, 1);
      }
      const cells: Record<string, CellText> = {};
      lines.forEach(({ label, kind, amount }, k) => {
        cells[`A${k + 1}`] = label;
        cells[`B${k + 1}`] = kind;
        cells[`C${k + 1}`] = amount;
      });
      const last = lines.length;
      const total = (wanted: string): number => lines.reduce((sum, { kind, amount }) => (kind === wanted ? sum + amount : sum), 0);
      const sum = (wanted: string) => `SUMIF(B$1:B$${last},"${wanted}",C$1:C$${last})`;
      const found = lines.findIndex(({ label }) => label === 'Item 80') + 1;
      const lookUp = `MATCH("Item 80",A$1:A$${last},0)`;
      return workbook({
        Lines: cells,
        Summary: {
          A1: [`=${sum('a').replaceAll('B$', 'Lines!B$').replaceAll('C$', 'Lines!C$')}`, total('a')],
          A2: [`=${sum('c').replaceAll('B$', 'Lines!B$').replaceAll('C$', 'Lines!C$')}`, total('c')],
          A3: [`=${lookUp.replace('A$', 'Lines!A$')}`, found],
          A4: [`=A3+${lookUp.replace('A$', 'Lines!A$')}`, 2 * found],
        },
      });
    };
    const [official, local] = [sheet('official'), sheet('local')];
    const compared = compareSnapshots(official, local);
    if (!compared.ok) throw new Error(compared.failure.message);
    const causes = compared.value.comparison.differences.filter(({ role }) => role === 'cause');
    expect(causes).toHaveLength(4);
    const fresh = () =>
      finishSteps(
        combineModels(
          compared.value,
          causes.map((cause) => switchOf([cause], { official, local })),
          [1, 2, 3, 4].map((row) => ({ official: { sheet: 1, row, column: 1 }, local: { sheet: 1, row, column: 1 } })),
        ),
      );
    const kept = fresh();
    for (const round of [1, 2, 3]) {
      for (let step = 0; step < 16; step++) {
        const coalition = (step * 7 * round) % 16;
        expect([coalition, kept.evaluate(coalition)]).toEqual([coalition, fresh().evaluate(coalition)]);
      }
    }
    expect(kept.evaluate(15)).toEqual([1, 2, 3, 4].map((row) => Number(valueAt(local, local.sheets[1]!.cells, row - 1))));
    expect(new Set(Array.from({ length: 16 }, (_, coalition) => String(kept.evaluate(coalition)))).size).toBeGreaterThan(11);
  });
});
