import type { FoldedMoves } from '../app/foldMoves';
import { kindGroup } from '../app/kindGroups';
import { partialLines } from '../app/partialLines';
import { MOVER_WORDS } from '../app/sinceWords';
import type { Difference, DifferenceKind, DifferenceSide } from '../core/compare/Difference';
import { isMoved } from '../core/compare/isMoved';
import type { DecidedNow } from '../core/ledger/DecidedNow';
import { isSameValue } from '../core/workbook/CellValue';
import { decidedLines } from './decisionWords';
import { showChange } from './showChange';
import { showValue } from './showValue';
import { WIDTH, wrap } from './wrap';

const PLACE = 14;
const INDENT = ' '.repeat(PLACE + 2);

const KIND_WORDS: Readonly<Record<DifferenceKind, string>> = {
  value: 'value',
  formula: 'formula',
  hardcoded: 'formula replaced by a constant',
  unhardcoded: 'constant replaced by a formula',
  unit: 'unit',
  format: 'number format',
  note: 'note',
  name: 'defined name',
  table: 'table',
  validation: 'data validation',
  row: 'run of rows',
  column: 'run of columns',
  sheet: 'sheet',
  hidden: 'hidden or shown',
  external: 'external link',
  definition: 'definition',
};

/** A difference in lines, its place and kind first. `onSheet`: whether its place has to say on which sheet it is. */
export function renderDifference(difference: Difference, decided?: DecidedNow, onSheet = false): string[] {
  const { kind, role, cells, official, local, note, since } = difference;
  const sheet = onSheet ? (local ?? official)!.sheet : '';
  const place = [sheet, placeWords(official, local)].filter((word) => word !== '').join('!');
  const tags = [
    cells > 1 && kind !== 'sheet' ? `${number(cells)} ${kind === 'hidden' ? 'rows or columns' : 'cells'}` : '',
    role === 'cause' ? '' : role === 'consequence' ? 'follows' : 'unexplained',
    isMoved(difference) || role === 'unexplained' ? '' : note,
    since === undefined ? '' : MOVER_WORDS[since.by],
  ].filter((tag) => tag !== '');
  const what = [headOf(difference), ...tags].join(' · ');
  const head = `  ${place}${place.length >= PLACE ? `\n${INDENT}` : ' '.repeat(PLACE - place.length)}${what}`.split('\n');
  const body = [
    ...bodyOf(difference),
    ...baseOf(difference),
    ...(role === 'unexplained' && note !== '' ? [{ label: 'why', text: note }] : []),
    ...(decided === undefined ? [] : decidedLines(decided)),
  ];
  const [first, ...more] = body;
  const oneLine = `${head[head.length - 1]}: ${first?.text ?? ''}`;
  const fits = first !== undefined && first.label === '' && oneLine.length <= WIDTH && !first.text.includes('\n');
  const lines = fits ? [...head.slice(0, -1), oneLine] : head;
  return [...lines, ...(fits ? more : body).flatMap(({ label, text }) => wrap(text, INDENT, label.padEnd(label === '' ? 0 : 10)))];
}

/** Many rows or columns that moved, each with where it stands in official and in yours. */
export function renderMoves({ kind, moves, lines }: FoldedMoves): string[] {
  const places = moves.map(({ official, local }) => {
    const label = typeof official!.value === 'string' ? `"${official!.value.replaceAll('\n', ' ')}" ` : '';
    return `${label}${shortLines(official!.address)} → ${shortLines(local!.address)}`;
  });
  return [
    `  ${number(lines)} ${kind}s moved · ${number(moves.reduce((sum, { cells }) => sum + cells, 0))} cells, official → yours`,
    ...wrap(places.join(', '), INDENT),
  ];
}

/** `K:K` as `K`, `5:7` as it is. */
function shortLines(address: string): string {
  const [first, last] = address.split(':');
  return first === last ? first! : address;
}

/** Official's place first; yours too where it is another. */
function placeWords(official: DifferenceSide | null, local: DifferenceSide | null): string {
  if (official === null || local === null) return (official ?? local)!.address || 'Sheet';
  if (official.address === local.address) return official.address || 'Sheet';
  return `${official.address} (yours ${local.address})`;
}

function headOf(difference: Difference): string {
  const { kind, official, local, metric } = difference;
  if (kind === 'definition') return `${KIND_WORDS.definition} of ${metric ?? ''}`;
  const word = kindGroup(difference) === 'texts' ? 'text' : KIND_WORDS[kind];
  if ((kind === 'row' || kind === 'column') && official !== null && local !== null) return `${kind}s moved`;
  if (kind === 'row' || kind === 'column') {
    const side = official === null ? 'only in yours' : 'only in official';
    const part = partialLines(kind, (official ?? local)!.address);
    if (!part) return `${kind}s ${side}`;
    const [first, last] = part.across;
    const other = kind === 'row' ? 'column' : 'row';
    return `${kind}s ${part.lines.join(':')} ${side}, in ${first === last ? `${other} ${first}` : `${other}s ${first}–${last}`}`;
  }
  if (official === null) return `${word} only in yours`;
  return local === null ? `${word} only in official` : word;
}

interface BodyLine {
  readonly label: string;
  readonly text: string;
}

function bodyOf(difference: Difference): BodyLine[] {
  const { kind, official, local } = difference;
  if (isMoved(difference)) return official!.value === null ? [] : [{ label: '', text: showValue(official!.value, official!.format) }];
  if (kind === 'hidden' || kind === 'table') return [];
  if (kind === 'sheet') return official !== null && local !== null ? [{ label: '', text: `${official.sheet} → ${local.sheet}` }] : [];
  if (kind === 'external')
    return official !== null && local !== null ? [{ label: '', text: `${official.address} → ${local.address}` }] : [];
  if (official === null || local === null) {
    const side = (official ?? local)!;
    const text = side.formula ?? (side.value === null ? '' : showValue(side.value, side.format));
    return text === '' ? [] : [{ label: '', text }, ...wordsOf(side)];
  }
  if (kind === 'format') return [{ label: '', text: `${official.format} → ${local.format}` }];
  const same = isSameValue(official.value, local.value) && kind !== 'value' && kind !== 'unit';
  const values = same ? `${showValue(local.value, local.format)}, same value` : showChange(official, local);
  if (official.formula === null && local.formula === null) return [{ label: '', text: values }];
  if (official.formula === local.formula && kind === 'value')
    return [
      { label: '', text: values },
      { label: 'formula', text: official.formula! },
    ];
  const lines = [
    { label: 'official', text: official.formula ?? showValue(official.value, official.format) },
    ...wordsOf(official),
    { label: 'yours', text: local.formula ?? showValue(local.value, local.format) },
    ...wordsOf(local),
  ];
  return kind === 'name' || (official.value === null && local.value === null) ? lines : [...lines, { label: 'value', text: values }];
}

/** How it was before both changed it: what either made of it is told already. */
function baseOf({ since }: Difference): BodyLine[] {
  const base = since?.base;
  if (since?.by !== 'both' || !base || (base.value === null && base.formula === null)) return [];
  return [{ label: 'before', text: base.formula ?? showValue(base.value, base.format) }];
}

/** A formula as finance reads it, where it is known. */
function wordsOf({ words }: DifferenceSide): BodyLine[] {
  return words === undefined ? [] : [{ label: 'in words', text: words }];
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
