import type { IUnitRange } from '@univerjs/core';
import type { IActiveDirtyManagerService, IFormulaDirtyData } from '@univerjs/preset-sheets-core';
import { shiftRange, type LineShift } from '../book/LineShift';

/** How Univer finds out what a change makes wrong. */
export type DirtyConversion = Exclude<ReturnType<IActiveDirtyManagerService['get']>, void | null | undefined>;

/** What Univer is to calculate from: the cells, names and sheets that changed, and which of what it has found out about formulas no longer holds. */
export type DirtyData = ReturnType<DirtyConversion['getDirtyData']>;

/** All of it, as one to be calculated; nothing twice. */
export function mergeDirty(pieces: readonly DirtyData[]): IFormulaDirtyData {
  return {
    forceCalculation: pieces.some(({ forceCalculation }) => forceCalculation),
    dirtyRanges: withoutTwins(pieces.flatMap(({ dirtyRanges }) => dirtyRanges ?? [])),
    dirtyNameMap: mergeMaps(pieces.map(({ dirtyNameMap }) => dirtyNameMap)),
    dirtyDefinedNameMap: mergeMaps(pieces.map(({ dirtyDefinedNameMap }) => dirtyDefinedNameMap)),
    dirtySuperTableMap: mergeMaps(pieces.map(({ dirtySuperTableMap }) => dirtySuperTableMap)),
    dirtyUnitFeatureMap: mergeMaps(pieces.map(({ dirtyUnitFeatureMap }) => dirtyUnitFeatureMap)),
    dirtyUnitOtherFormulaMap: mergeMaps(pieces.map(({ dirtyUnitOtherFormulaMap }) => dirtyUnitOtherFormulaMap)),
    clearDependencyTreeCache: mergeMaps(pieces.map(({ clearDependencyTreeCache }) => clearDependencyTreeCache)),
  };
}

/** The same changes after lines of a sheet were put in or taken out: what changed is elsewhere now, or gone. */
export function shiftDirty(dirty: DirtyData, sheetId: string, shift: LineShift): DirtyData {
  if (!dirty.dirtyRanges) return dirty;
  const dirtyRanges = dirty.dirtyRanges.flatMap((one) => {
    if (one.sheetId !== sheetId) return one;
    const { startRow, endRow, startColumn, endColumn } = one.range;
    const range = { firstRow: startRow + 1, lastRow: endRow + 1, firstColumn: startColumn + 1, lastColumn: endColumn + 1 };
    const now = shiftRange(range, shift);
    if (!now) return [];
    const { firstRow, lastRow, firstColumn, lastColumn } = now;
    const moved = { startRow: firstRow - 1, endRow: lastRow - 1, startColumn: firstColumn - 1, endColumn: lastColumn - 1 };
    return { ...one, range: { ...one.range, ...moved } };
  });
  return { ...dirty, dirtyRanges };
}

/** Univer's maps lie in one another; where two name the same, the later counts. */
function mergeMaps<Tree extends object>(trees: readonly (Tree | undefined)[]): Tree {
  const merged: Record<string, unknown> = {};
  for (const tree of trees) {
    for (const [key, value] of Object.entries(tree ?? {}) as [string, unknown][]) {
      const known = merged[key];
      merged[key] = isTree(value) ? mergeMaps([isTree(known) ? known : {}, value]) : (value ?? known);
    }
  }
  return merged as Tree;
}

function isTree(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function withoutTwins(ranges: readonly IUnitRange[]): IUnitRange[] {
  const found = new Map<string, IUnitRange>();
  for (const one of ranges) {
    const { startRow, endRow, startColumn, endColumn } = one.range;
    const key = `${one.unitId} ${one.sheetId} ${startRow} ${endRow} ${startColumn} ${endColumn}`;
    if (!found.has(key)) found.set(key, one);
  }
  return [...found.values()];
}
