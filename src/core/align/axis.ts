import type { Span } from '../workbook/Snapshot';
import type { Axis } from './Correspondence';

/**
 * The axis that matched indexes make: `match[i]` is the local index of official index i (1…), 0 when local lacks it.
 * Official lines keep their order. Between two matches, what only official has comes first; what only local has comes
 * after the line it stands behind there.
 */
export function makeAxis(officialCount: number, localCount: number, match: Int32Array): Axis {
  const partner = new Int32Array(localCount + 1);
  let matched = 0;
  let inOrder = true;
  let highest = 0;
  for (let i = 1; i <= officialCount; i++) {
    const j = match[i]!;
    if (j === 0) continue;
    partner[j] = i;
    matched++;
    if (j < highest) inOrder = false;
    else highest = j;
  }
  const length = officialCount + localCount - matched;
  const fromOfficial = new Int32Array(officialCount + 1);
  const fromLocal = new Int32Array(localCount + 1);
  const toOfficial = new Int32Array(length + 1);
  const toLocal = new Int32Array(length + 1);
  let common = 0;
  /** Local line whose followers that only local has are still to be placed. */
  let behind = 0;
  const placeLocals = (): void => {
    for (let j = behind + 1; j <= localCount && partner[j] === 0; j++) {
      common++;
      toLocal[common] = j;
      fromLocal[j] = common;
    }
  };
  for (let i = 1; i <= officialCount; i++) {
    const j = match[i]!;
    if (j !== 0) placeLocals();
    common++;
    toOfficial[common] = i;
    fromOfficial[i] = common;
    if (j === 0) continue;
    toLocal[common] = j;
    fromLocal[j] = common;
    behind = j;
  }
  placeLocals();
  return { length, fromOfficial, fromLocal, toOfficial, toLocal, inOrder };
}

/** The axis on which both sides have the same `count` rows or columns. */
function identityAxis(count: number): Axis {
  const indexes = new Int32Array(count + 1);
  for (let i = 1; i <= count; i++) indexes[i] = i;
  return { length: count, fromOfficial: indexes, fromLocal: indexes, toOfficial: indexes, toLocal: indexes, inOrder: true };
}

/** The axis of a sheet that only one side has. */
export function oneSidedAxis(count: number, side: 'official' | 'local'): Axis {
  const there = identityAxis(count).fromOfficial;
  const absent = new Int32Array(count + 1);
  const none = new Int32Array(1);
  return side === 'official'
    ? { length: count, fromOfficial: there, toOfficial: there, fromLocal: none, toLocal: absent, inOrder: true }
    : { length: count, fromOfficial: none, toOfficial: absent, fromLocal: there, toLocal: there, inOrder: true };
}

/** The common index of an index of one side (1…); past the end of the array the sides run on in step. */
export function toCommon(axis: Axis, side: 'official' | 'local', index: number): number {
  const from = side === 'official' ? axis.fromOfficial : axis.fromLocal;
  return index < from.length ? from[index]! : axis.length + index - (from.length - 1);
}

/** The index that a common index (1…) has in one side; 0 when that side does not have it. */
export function fromCommon(axis: Axis, side: 'official' | 'local', common: number): number {
  const to = side === 'official' ? axis.toOfficial : axis.toLocal;
  if (common <= axis.length) return to[common]!;
  const from = side === 'official' ? axis.fromOfficial : axis.fromLocal;
  return common - axis.length + from.length - 1;
}

/** True when every index is the same in both sides. */
export function isIdentity(axis: Axis): boolean {
  if (axis.fromOfficial === axis.fromLocal) return true;
  return axis.inOrder && axis.fromOfficial.length === axis.fromLocal.length && axis.length === axis.fromOfficial.length - 1;
}

/** Runs of consecutive indexes of one side that the other side lacks, counted in that side, ascending. */
export function unmatchedRuns(axis: Axis, side: 'official' | 'local'): { readonly first: number; readonly last: number }[] {
  const from = side === 'official' ? axis.fromOfficial : axis.fromLocal;
  const other = side === 'official' ? axis.toLocal : axis.toOfficial;
  const runs: { first: number; last: number }[] = [];
  let open: { first: number; last: number } | null = null;
  for (let i = 1; i < from.length; i++) {
    if (other[from[i]!] !== 0) {
      open = null;
    } else if (open !== null && from[i] === from[i - 1]! + 1) {
      open.last = i;
    } else {
      open = { first: i, last: i };
      runs.push(open);
    }
  }
  return runs;
}

/** The runs of common indexes that a run of one side's indexes covers, ascending; one unless lines moved. */
export function commonRuns(axis: Axis, side: 'official' | 'local', first: number, last: number): readonly Span[] {
  if (axis.inOrder || side === 'official') return [{ first: toCommon(axis, side, first), last: toCommon(axis, side, last) }];
  const end = Math.min(last, axis.fromLocal.length - 1);
  const runs: { first: number; last: number }[] = [];
  for (const common of axis.fromLocal.slice(Math.max(1, first), end + 1).sort()) {
    const open = runs[runs.length - 1];
    if (open !== undefined && open.last === common - 1) open.last = common;
    else runs.push({ first: common, last: common });
  }
  if (last > end) runs.push({ first: toCommon(axis, side, Math.max(first, end + 1)), last: toCommon(axis, side, last) });
  return runs;
}
