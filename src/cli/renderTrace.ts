import { foldChain } from '../app/foldChain';
import type { DifferenceSide } from '../core/compare/Difference';
import type { ChainStep, Trace } from '../core/explain/Chain';
import { quoteSheetName } from '../core/workbook/Address';
import { showValue } from './showValue';

const LONGEST_PLACE = 44;
const LONGEST_LABEL = 30;
const LONGEST_VALUE = 18;

/** The chains of a cell, one step a line with both values and what they follow at the end; a long one from both ends unless `all` is asked for. */
export function renderTrace({ says, chains }: Trace, all: boolean): string[] {
  if (chains.length === 0) return [`  ${says}`];
  const rows = chains.map((chain): Row[] => {
    const { first, between, last } = foldChain(chain);
    const row = (step: ChainStep, k: number): Row => rowOf(step, k, chain.length);
    if (all || between.length === 0) return chain.map(row);
    const start = first.length + between.length;
    return [...first.map(row), [`  … ${between.length} cells between`], ...last.map((step, k) => row(step, start + k))];
  });
  const head: Row = ['', '', 'official', 'yours', ''];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...[head, ...rows.flat()].map((row) => (row.length > 1 ? row[column]!.length : 0))));
  const line = (row: Row): string =>
    `  ${row.map((text, column) => (column === 2 || column === 3 ? text.padStart(widths[column]!) : text.padEnd(widths[column] ?? 0))).join('  ')}`.trimEnd();
  const blocks = rows.flatMap((block, k) => (k === 0 ? block.map(line) : ['', ...block.map(line)]));
  return [...(says === '' ? [] : [`  ${says}`]), line(head), ...blocks];
}

/** Place, label, official's value, yours and a word on it; or one text over all of them. */
type Row = readonly string[];

const WORDS = { cause: 'cause', consequence: '', unexplained: 'unexplained' } as const;

function rowOf({ official, local, label, role }: ChainStep, at: number, steps: number): Row {
  const value = (side: DifferenceSide | null): string =>
    side === null ? 'not there' : cut(showValue(side.value, side.format), LONGEST_VALUE);
  const word = role === 'cause' && at < steps - 1 ? 'cause too' : WORDS[role];
  return [
    `${at === 0 ? '' : '← '}${cut(placeOf(official, local), LONGEST_PLACE)}`,
    cut(label, LONGEST_LABEL),
    value(official),
    value(local),
    word,
  ];
}

/** As yours has it, and official's address where that is another. */
function placeOf(official: DifferenceSide | null, local: DifferenceSide | null): string {
  const { sheet, address } = (local ?? official)!;
  const place = sheet === '' ? address : `${quoteSheetName(sheet)}!${address}`;
  return official === null || local === null || official.address === address ? place : `${place} (official ${official.address})`;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
