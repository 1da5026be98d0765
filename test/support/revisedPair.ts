import { columnName } from '../../src/core/workbook/Address';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { workbook, type CellText, type SheetText } from './workbook';

/** A line of a statement; what it reads is said by the numbers of the lines, which stay theirs wherever they stand. */
interface Line {
  readonly id: number;
  readonly label: string;
  readonly amounts: readonly number[];
  /** Twice that line, or the sum over from the first line to that one. */
  readonly reads: { readonly how: 'twice' | 'sum'; readonly line: number } | null;
  readonly format: string;
}

export interface RevisedPair {
  readonly official: Snapshot;
  readonly local: Snapshot;
}

/**
 * Two revisions of a small model, from a seed: lines added, gone and moved, amounts and formulas changed, formats, a sheet that one of them
 * lacks, names, and a second sheet that looks into the first.
 */
export function revisedPair(seed: number): RevisedPair {
  const random = randomFrom(seed);
  const below = (most: number): number => Math.floor(random() * most);
  const height = 8 + below(8);
  const lineOf = (id: number): Line => ({
    id,
    label: `Item ${id} of ${seed}`,
    amounts: [1_000 * (id + 1) + below(900), 10 * id + below(9), below(100) / 100],
    reads: null,
    format: ['General', '0.0%', '#,##0'][below(3)]!,
  });
  const local: Line[] = Array.from({ length: height }, (_, id) => ({
    ...lineOf(id),
    reads: below(3) === 0 ? { how: below(2) === 0 ? 'twice' : 'sum', line: below(height) } : null,
  }));
  let official = local.map((line): Line => {
    const what = below(5);
    if (what === 0) return { ...line, amounts: [line.amounts[0]! + 1 + below(50), ...line.amounts.slice(1)] };
    if (what === 1) return { ...line, reads: { how: 'twice', line: below(height) } };
    return line;
  });
  for (let i = 1 + below(3); i > 0; i--) official.splice(below(official.length), 0, lineOf(100 + i));
  const gone = below(2) === 0 ? null : official.splice(below(official.length), 1)[0]!.id;
  if (below(2) === 0) official.splice(below(official.length), 0, ...official.splice(below(official.length - 2), 2));
  official = official.map((line) => (line.reads?.line === gone ? { ...line, reads: null } : line));
  const wide = below(3) === 0;
  return {
    official: modelOf(official, { fees: true, rate: below(50), wide, total: below(2) === 0 ? 3 : 2 }),
    local: modelOf(local, { fees: false, rate: 50 + below(50), wide: false, total: 2 }),
  };
}

interface Rest {
  readonly fees: boolean;
  readonly rate: number;
  /** With a column more. */
  readonly wide: boolean;
  readonly total: number;
}

function modelOf(lines: readonly Line[], { fees, rate, wide, total }: Rest): Snapshot {
  const rowOf = (id: number): number => lines.findIndex((line) => line.id === id) + 2;
  const column = (k: number): string => columnName(k + (wide && k > 2 ? 1 : 0));
  const model: Record<string, CellText> = { A1: 'Item', [`${column(2)}1`]: 'Q1', [`${column(3)}1`]: 'Q2', [`${column(4)}1`]: 'Share' };
  if (wide) model['C1'] = 'Restated';
  for (const [index, { id, label, amounts, reads, format }] of lines.entries()) {
    const row = index + 2;
    model[`A${row}`] = label;
    amounts.forEach((amount, k) => (model[`${column(k + 2)}${row}`] = { value: amount, format: k === 2 ? format : 'General' }));
    if (wide) model[`C${row}`] = id * 3;
    if (reads) {
      const other = rowOf(reads.line);
      const formula = reads.how === 'twice' ? `=${column(2)}${other}*2` : `=SUM(${column(2)}$2:${column(2)}${other})`;
      model[`${column(5)}${row}`] = [formula, 0];
    }
  }
  const last = lines.length + 1;
  model[`A${last + 2}`] = 'Total';
  for (let k = 2; k <= total; k++) model[`${column(k)}${last + 2}`] = [`=SUM(${column(k)}2:${column(k)}${last})`, 0];
  const summary: SheetText = {
    A1: 'Net',
    B1: [`=Model!${column(2)}${last + 2}`, 0],
    A2: 'Rated',
    B2: ['=B1*Rate', 0],
    C4: { value: 45_000 + rate, format: 'yyyy-mm-dd' },
  };
  const sheets: Record<string, SheetText> = { Model: model, Summary: summary };
  if (fees) sheets['Fees'] = { A1: 'Fee', B1: 12, C1: [`=B1*Rate+Model!${column(2)}${last + 2}`, 0] };
  const names = { Rate: String(rate / 100), Items: `Model!$A$2:$A$${last}`, ...(fees ? { Fee: 'Fees!$B$1' } : { Own: 'Model!$A$2' }) };
  return workbook(sheets, { names });
}

/** Numbers from 0 to below 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
