import { mergeDirty, shiftDirty, type DirtyData } from '../../../src/workbench/grid/dirtyData';

const cells = (sheetId: string, startRow: number, endRow: number, startColumn: number, endColumn: number) => ({
  unitId: 'book',
  sheetId,
  range: { startRow, endRow, startColumn, endColumn },
});

test('what is to be calculated from several changes is all of them, each once', () => {
  const merged = mergeDirty([
    { dirtyRanges: [cells('one', 0, 0, 0, 0), cells('one', 2, 3, 0, 0)], clearDependencyTreeCache: { book: { one: '1' } } },
    { dirtyRanges: [cells('one', 0, 0, 0, 0), cells('two', 0, 0, 0, 0)], clearDependencyTreeCache: { book: { two: '1' } } },
    { dirtyDefinedNameMap: { book: { Rate: 'A1' } }, dirtyUnitFeatureMap: { book: { one: { filter: true } } } },
    { dirtyDefinedNameMap: { book: { Rate: 'A2' } }, dirtyUnitFeatureMap: { book: { one: { sort: true } } } },
  ]);
  expect(merged).toEqual({
    forceCalculation: false,
    dirtyRanges: [cells('one', 0, 0, 0, 0), cells('one', 2, 3, 0, 0), cells('two', 0, 0, 0, 0)],
    dirtyNameMap: {},
    dirtyDefinedNameMap: { book: { Rate: 'A2' } },
    dirtySuperTableMap: {},
    dirtyUnitFeatureMap: { book: { one: { filter: true, sort: true } } },
    dirtyUnitOtherFormulaMap: {},
    clearDependencyTreeCache: { book: { one: '1', two: '1' } },
  });
});

test('merging changes nothing of what is merged', () => {
  const first: DirtyData = { clearDependencyTreeCache: { book: { one: '1' } } };
  mergeDirty([first, { clearDependencyTreeCache: { book: { two: '1' } } }]);
  expect(first).toEqual({ clearDependencyTreeCache: { book: { one: '1' } } });
});

test('a calculation of everything stays one', () => {
  expect(mergeDirty([{ forceCalculation: true }, {}]).forceCalculation).toBe(true);
});

test.each([
  ['columns put in before', { kind: 'insert', axis: 'column', at: 2, count: 3 }, [cells('one', 4, 5, 5, 6)]],
  ['columns put in behind', { kind: 'insert', axis: 'column', at: 9, count: 3 }, [cells('one', 4, 5, 2, 3)]],
  ['rows put in within', { kind: 'insert', axis: 'row', at: 6, count: 2 }, [cells('one', 4, 7, 2, 3)]],
  ['a row taken out before', { kind: 'delete', axis: 'row', at: 1, count: 1 }, [cells('one', 3, 4, 2, 3)]],
  ['all of its columns taken out', { kind: 'delete', axis: 'column', at: 3, count: 2 }, []],
] as const)('what changed is found where it stands: %s', (_, shift, expected) => {
  const elsewhere = cells('two', 4, 5, 2, 3);
  const moved = shiftDirty({ dirtyRanges: [cells('one', 4, 5, 2, 3), elsewhere] }, 'one', shift);
  expect(moved.dirtyRanges).toEqual([...expected, elsewhere]);
});
