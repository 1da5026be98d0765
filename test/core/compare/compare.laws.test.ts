import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import type { Difference, DifferenceKind } from '../../../src/core/compare/Difference';
import { changes } from '../../support/changes';
import type { CellText } from '../../support/workbook';
import { cellText, edited, insertLines, lastOf, model, snapshotOf, writeCell } from '../../support/model';

const RUNS = { numRuns: Number(process.env.TIEOUT_RUNS ?? 300) };

const insertion = fc
  .record({
    model,
    sheet: fc.constantFrom('One', 'Two'),
    axis: fc.constantFrom('row' as const, 'column' as const),
    where: fc.nat(),
    count: fc.integer({ min: 1, max: 3 }),
  })
  .filter(({ model, sheet, axis }) => lastOf(model, sheet, axis) > 0)
  .map(({ model, sheet, axis, where, count }) => ({ model, sheet, axis, at: 1 + (where % lastOf(model, sheet, axis)), count }));

describe('compare, on random workbooks', () => {
  it('finds no difference between a workbook and itself', () => {
    fc.assert(
      fc.property(model, (model) => {
        expect(changes(snapshotOf(model), snapshotOf(model))).toEqual([]);
      }),
      RUNS,
    );
  });

  it.each(['inserted', 'deleted'] as const)('finds one difference when rows or columns are %s', (how) => {
    fc.assert(
      fc.property(insertion, ({ model, sheet, axis, at, count }) => {
        const longer = snapshotOf(insertLines(model, { sheet, axis, at, count }));
        const shorter = snapshotOf(model);
        const { differences } = how === 'inserted' ? compare(shorter, longer) : compare(longer, shorter);
        const lines = differences.map((one) => `${one.kind} ${(how === 'inserted' ? one.local : one.official)?.sheet} ${sizeOf(one)}`);
        expect(lines).toEqual([`${axis} ${sheet} ${count}`]);
      }),
      RUNS,
    );
  });

  it('finds a planted edit, and nothing else', () => {
    const edit = fc.tuple(model, fc.constantFrom('One', 'Two'), fc.nat(), cellText);
    fc.assert(
      fc.property(edit, ([model, sheet, pick, cell]) => {
        const keys = [...model.sheets[sheet]!.keys()];
        fc.pre(keys.length > 0);
        const key = keys[pick % keys.length]!;
        const before = model.sheets[sheet]!.get(key);
        // Absolute or relative alone is only noted; its own sheet's name is no difference.
        const bare = (text: CellText | undefined): string => String(text).replaceAll('$', '').replaceAll(`${sheet}!`, '');
        fc.pre(bare(before) !== bare(cell));
        const { differences } = compare(snapshotOf(model), snapshotOf(writeCell(model, sheet, key, cell)));
        expect(differences).toHaveLength(1);
        expect(differences[0]).toMatchObject({ role: 'cause', kind: kindOf(before, cell), cells: 1 });
        expect(differences[0]!.official).toMatchObject({ sheet, address: differences[0]!.local!.address });
      }),
      RUNS,
    );
  });

  it('says the same the other way round', () => {
    fc.assert(
      fc.property(edited, ([one, other]) => {
        const there = compare(snapshotOf(one), snapshotOf(other)).differences.map(summary).sort();
        const back = compare(snapshotOf(other), snapshotOf(one)).differences.map(mirrored).map(summary).sort();
        expect(back).toEqual(there);
      }),
      RUNS,
    );
  });

  it('has the same ids from run to run, each once', () => {
    fc.assert(
      fc.property(edited, ([one, other]) => {
        const ids = compare(snapshotOf(one), snapshotOf(other)).differences.map(({ id }) => id);
        expect(compare(snapshotOf(one), snapshotOf(other)).differences.map(({ id }) => id)).toEqual(ids);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 50 },
    );
  });
});

function sizeOf({ official, local }: Difference): number {
  const [first, last] = (official ?? local)!.address.split(':');
  const index = (text: string): number =>
    /\d/.test(text) ? Number(text) : [...text].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return index(last!) - index(first!) + 1;
}

function kindOf(before: unknown, after: unknown): DifferenceKind {
  const [was, is] = [before, after].map((cell) => typeof cell === 'string' && cell.startsWith('='));
  return was ? (is ? 'formula' : 'hardcoded') : is ? 'unhardcoded' : 'value';
}

function mirrored(difference: Difference): Difference {
  const kinds: Partial<Record<DifferenceKind, DifferenceKind>> = { hardcoded: 'unhardcoded', unhardcoded: 'hardcoded' };
  return { ...difference, kind: kinds[difference.kind] ?? difference.kind, official: difference.local, local: difference.official };
}

function summary({ kind, role, cells, official, local }: Difference): string {
  return [kind, role, cells, official?.sheet, official?.address, official?.formula, local?.sheet, local?.address, local?.formula].join(' ');
}
