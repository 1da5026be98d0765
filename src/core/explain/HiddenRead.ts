import { isExcelFunction } from '../formula/isExcelFunction';

/** Something that a formula depends on and that does not stand in the cells which its text names. */
export interface HiddenRead {
  readonly kind: 'foreign' | 'external' | 'chance' | 'moment' | 'indirect';
  /** The function that is to blame, in capitals; empty for another workbook. */
  readonly what: string;
}

const TEXT = /"(?:[^"]|"")*"/g;
const CALL = /([\p{L}_\\][\p{L}\p{N}_.\\]*)\(/gu;
const EXTERNAL = /(?:^|[^\w.])_x\w*_/;
const COMPUTING: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET']);
const FUNCTIONS: readonly (readonly [kind: HiddenRead['kind'], names: ReadonlySet<string>])[] = [
  ['chance', new Set(['RAND', 'RANDBETWEEN', 'RANDARRAY'])],
  ['moment', new Set(['NOW', 'TODAY', 'CELL', 'INFO', 'RTD', 'STOCKHISTORY', 'WEBSERVICE'])],
  ['indirect', COMPUTING],
];

/** A range of which one end is worked out: `A1:INDEX(…)`, `OFFSET(…):B9`. */
const COMPUTED_END = /\)\s*:|:\s*[\p{L}_.]+\(/u;

/** True for a formula, its references replaced by placeholders, of which only calculating tells what it reads. */
export function readsComputedCells(skeleton: string): boolean {
  const code = skeleton.replace(TEXT, '""');
  return COMPUTED_END.test(code) || [...code.matchAll(CALL)].some(([, name]) => COMPUTING.has(name!.toUpperCase()));
}

/**
 * What a formula, its references replaced by placeholders, depends on that cannot be seen; null when there is nothing. `isOwn` tells the
 * functions that the workbook itself names. What hides most comes first.
 */
export function findHiddenRead(skeleton: string, isOwn: (name: string) => boolean): HiddenRead | null {
  const code = skeleton.replace(TEXT, '""');
  const called = [...code.matchAll(CALL)].map(([, name]) => name!);
  // A variable of LET or LAMBDA can be called like a function.
  const hasVariables = called.some((name) => /(?:^|\.)(?:LET|LAMBDA)$/i.test(name));
  const foreign = hasVariables ? undefined : called.find((name) => !isExcelFunction(name) && !isOwn(name));
  if (foreign !== undefined) return { kind: 'foreign', what: foreign.replace(/^_xl\w*\./i, '').toUpperCase() };
  if (EXTERNAL.test(code)) return { kind: 'external', what: '' };
  for (const [kind, names] of FUNCTIONS) {
    const what = called.map((name) => name.toUpperCase()).find((name) => names.has(name));
    if (what !== undefined) return { kind, what };
  }
  return null;
}
