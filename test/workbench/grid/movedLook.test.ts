import fc from 'fast-check';
import type { JournalEntry } from '../../../src/workbench/book/JournalEntry';
import type { FileLook, SheetLook } from '../../../src/workbench/grid/fileLook';
import { movedLook } from '../../../src/workbench/grid/movedLook';

/** Styles written `row:column`, by the number of the style. */
function lookOf(styled: Readonly<Record<string, number>>): FileLook {
  const cells = Object.entries(styled).map(([place, style]) => [...place.split(':').map(Number), style] as [number, number, number]);
  const sheet: SheetLook = {
    styleAt: (row, column) => styled[`${row}:${column}`] ?? -1,
    forEachStyled: (visit) => cells.forEach(([row, column, style]) => visit(row, column, style)),
    widths: new Map([[2, 90]]),
    heights: new Map([[3, 40]]),
    defaultWidth: 64,
    gridlines: true,
    freeze: null,
    tabColor: null,
  };
  return { styles: [], sheets: new Map([['One', sheet]]) };
}

function styledAfter(styled: Readonly<Record<string, number>>, journal: readonly JournalEntry[], name = 'One'): Record<string, number> {
  const found: Record<string, number> = {};
  movedLook(lookOf(styled), journal)
    .sheets.get(name)
    ?.forEachStyled((row, column, style) => (found[`${row}:${column}`] = style));
  return found;
}

const shift = (kind: 'insert' | 'delete', axis: 'row' | 'column', at: number, count = 1) =>
  ({ sheet: 'One', kind, axis, at, count }) as const;

test('styles, heights and widths move with their lines, and new lines look like those before', () => {
  expect(styledAfter({ '2:1': 5, '3:2': 7 }, [shift('insert', 'row', 3, 2)])).toEqual({ '2:1': 5, '3:1': 5, '4:1': 5, '5:2': 7 });
  expect(styledAfter({ '2:1': 5, '3:2': 7 }, [shift('insert', 'column', 2)])).toEqual({ '2:1': 5, '2:2': 5, '3:3': 7 });
  const { heights, widths } = movedLook(lookOf({}), [shift('insert', 'row', 1), shift('delete', 'column', 1)]).sheets.get('One')!;
  expect([[...heights], [...widths]]).toEqual([[[4, 40]], [[1, 90]]]);
});

test('cells that move across part of a sheet take their styles along', () => {
  const across = { ...shift('insert', 'column', 1), across: { first: 3, last: 3 } };
  expect(styledAfter({ '2:1': 5, '3:1': 7 }, [across])).toEqual({ '2:1': 5, '3:2': 7 });
});

test('a renamed sheet keeps its look under its new name, one deleted or made anew has none', () => {
  const rename: JournalEntry = { kind: 'renameSheet', sheet: 'One', name: 'Two' };
  const moved = { ...shift('delete', 'row', 1), sheet: 'Two' };
  expect(styledAfter({ '2:1': 5 }, [rename, moved], 'Two')).toEqual({ '1:1': 5 });
  expect(movedLook(lookOf({}), [rename]).sheets.has('One')).toBe(false);
  expect(movedLook(lookOf({}), [{ kind: 'deleteSheet', sheet: 'One' }]).sheets.size).toBe(0);
});

test('what is put in and taken out again leaves the look as it was', () => {
  fc.assert(
    fc.property(
      fc.dictionary(
        fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 })).map(([row, column]) => `${row}:${column}`),
        fc.integer({ min: 0, max: 9 }),
      ),
      fc.constantFrom('row' as const, 'column' as const),
      fc.integer({ min: 1, max: 7 }),
      fc.integer({ min: 1, max: 3 }),
      (styled, axis, at, count) => {
        expect(styledAfter(styled, [shift('insert', axis, at, count), shift('delete', axis, at, count)])).toEqual({ ...styled });
      },
    ),
  );
});
