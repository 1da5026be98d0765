import { fewestInWords } from '../app/fewestInWords';
import type { FewestOfAll } from '../app/fewestOfAll';
import { answerWords } from '../app/propose/answerWords';
import { decidedLines, goneLines, placeInWords } from './decisionWords';
import { renderBridge } from './renderBridge';
import { renderHeadlines } from './renderHeadlines';
import { renderTrace } from './renderTrace';
import type { Comparison } from '../core/compare/Comparison';
import type { DecidedNow } from '../core/ledger/DecidedNow';
import { foldMoves, type FoldedMoves } from '../app/foldMoves';
import { isMoved } from '../core/compare/isMoved';
import { keyedLists, keyedWords } from '../app/keyedWords';
import { kindGroup, KIND_GROUP_WORDS, KIND_GROUPS } from '../app/kindGroups';
import { partialLines } from '../app/partialLines';
import { verdictWords } from '../app/verdictWords';
import type { Difference, DifferenceKind, DifferenceSide } from '../core/compare/Difference';
import { isSameValue } from '../core/workbook/CellValue';
import { sheetHeading } from './sheetHeading';
import { MOVER_WORDS, sinceWords } from '../app/sinceWords';
import { showChange } from './showChange';
import { showControls } from './showControls';
import { showValue } from './showValue';

const WIDTH = 100;
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

export interface RenderOptions {
  /** Those of the comparison's differences that were asked for. */
  readonly listed: readonly Difference[];
  /** The fewest drivers that bring all headlines to official; null when that is not known. */
  readonly fewest: FewestOfAll | null;
  /** What there is to say of the base that the workbook remembers; empty for nothing. */
  readonly base?: string;
  /** The kinds that were asked for by name; null when all were. */
  readonly only: readonly string[] | null;
  /** Whether what follows is listed cell by cell, not only counted. */
  readonly all: boolean;
  readonly colour: boolean;
}

/** A comparison as a person reads it in a terminal 100 columns wide: verdict, headlines, causes by sheet, and how many cells follow. */
export function renderComparison(comparison: Comparison, { listed, fewest, base = '', only, all, colour }: RenderOptions): string {
  const lines: string[] = [];
  const title = (text: string): void => void lines.push(colour ? `\u001b[1m${showControls(text)}\u001b[22m` : showControls(text));
  // A spread would be arguments on the stack, and there can be a million lines.
  const add = (texts: readonly string[]): void => texts.forEach((text) => lines.push(showControls(text)));
  const section = (heading: string, texts: readonly string[]): void => {
    lines.push('');
    title(heading);
    add(texts);
  };
  const { headlines, warnings } = comparison;
  const verdict = verdictWords(comparison, number);
  title(verdict.title);
  add([...wrap(verdict.sentences.join(' '), ''), `Official: ${comparison.official.name}   Yours: ${comparison.local.name}`]);
  if (base !== '') add(wrap(base, ''));
  if (comparison.since !== undefined) add(wrap(sinceWords(comparison.since, number).join(' '), ''));
  const decided = new Map(comparison.decisions?.decided.map((one) => [one.difference, one]));
  const isSettled = ({ id }: Difference): boolean => decided.get(id)?.state === 'settled';
  const settled = listed.filter(isSettled);
  if (settled.length > 0)
    add(
      wrap(
        `Of these, ${plural(settled.length, 'exception')} ${settled.length === 1 ? 'is' : 'are'} kept on purpose, and still differ${settled.length === 1 ? 's' : ''}.`,
        '',
      ),
    );
  if (only !== null) add(wrap(`Listed are only differences in ${only.join(', ')}.`, ''));
  if (headlines.length > 0) section('Headlines', renderHeadlines(headlines));
  const short = fewest && fewestInWords(fewest, comparison.counts.roles.cause, number);
  if (short !== null) add(['', ...wrap(`${short}: ${fewest!.names.join('; ')}.`, '')]);
  for (const headline of headlines) if (headline.bridge.length > 0) section(`Why ${headline.name} differs`, renderBridge(headline));
  for (const trace of comparison.traces ?? []) section(`How ${trace.of} comes to differ`, renderTrace(trace, all));
  const causes = listed.filter(({ role }) => role === 'cause');
  if (causes.length > 0) section(plural(causes.length, 'cause'), wrap(counts(causes), '  '));
  for (const [sheet, group] of bySheet(listed.filter((one) => (all || one.role !== 'consequence') && !isSettled(one)))) {
    section(
      sheet === '' ? 'Whole workbook' : sheetHeading(sheet, comparison.sheets),
      foldMoves(group).flatMap((one) => ('moves' in one ? renderMoves(one) : renderDifference(one, decided.get(one.id)))),
    );
  }
  if (settled.length > 0) {
    section(
      'Kept on purpose',
      settled.flatMap((one) => renderDifference(one, decided.get(one.id), true)),
    );
  }
  const gone = goneLines(comparison.decisions ?? { gone: [] });
  const answered = comparison.decisions?.answered ?? [];
  if (answered.length > 0)
    section(
      'Offered, and answered by official',
      answered.flatMap(({ answer }) => wrap(`${placeInWords(answer.of)}: ${answerWords(answer)}`, '  ')),
    );
  if (gone.length > 0)
    section(
      'Decided on, and no longer found',
      gone.flatMap((line) => wrap(line, '  ')),
    );
  const following = listed.filter(({ role }) => role === 'consequence');
  if (!all && following.length > 0) add(['', ...wrap(`${follow(following)} --all lists them.`, '')]);
  const keyed = keyedLists(comparison).flatMap((list) => keyedWords(list, number));
  if (keyed.length > 0) {
    section(
      'How rows were matched',
      keyed.flatMap((words) => wrap(words, '  ')),
    );
  }
  if (warnings.length > 0) {
    section(
      'Take note',
      warnings.flatMap((warning) => wrap(warning, '  ')),
    );
  }
  return `${lines.join('\n')}\n`;
}

function follow(differences: readonly Difference[]): string {
  const sheets = [...bySheet(differences)].map(([sheet, group]) => `${number(cellsOf(group))} on ${sheet}`);
  const cells = cellsOf(differences);
  return `And ${plural(cells, 'cell')} ${cells === 1 ? 'follows' : 'follow'}: ${sheets.join(', ')}.`;
}

function cellsOf(differences: readonly Difference[]): number {
  return differences.reduce((sum, { cells }) => sum + cells, 0);
}

function counts(causes: readonly Difference[]): string {
  const groups = causes.map(kindGroup);
  return KIND_GROUPS.filter((group) => groups.includes(group))
    .map((group) => `${KIND_GROUP_WORDS[group]} ${number(groups.filter((each) => each === group).length)}`)
    .join(', ');
}

function bySheet(differences: readonly Difference[]): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const sheet = (difference.official ?? difference.local)!.sheet;
    const group = groups.get(sheet);
    if (group === undefined) groups.set(sheet, [difference]);
    else group.push(difference);
  }
  return groups;
}

/** `onSheet`: whether its place has to say on which sheet it is. */
function renderDifference(difference: Difference, decided?: DecidedNow, onSheet = false): string[] {
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
function renderMoves({ kind, moves, lines }: FoldedMoves): string[] {
  const places = moves.map(({ official, local }) => {
    const label = typeof official!.value === 'string' ? `"${official!.value.replaceAll('\n', ' ')}" ` : '';
    return `${label}${shortLines(official!.address)} → ${shortLines(local!.address)}`;
  });
  return [`  ${number(lines)} ${kind}s moved · ${number(cellsOf(moves))} cells, official → yours`, ...wrap(places.join(', '), INDENT)];
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

/** Lines no wider than the terminal, each indented. */
function wrap(text: string, indent: string, label = ''): string[] {
  const room = WIDTH - indent.length - label.length;
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let rest = paragraph;
    do {
      let end = rest.length;
      if (rest.length > room) {
        const space = rest.lastIndexOf(' ', room);
        end = space > room / 2 ? space : room;
      }
      lines.push(indent + (lines.length === 0 ? label : ' '.repeat(label.length)) + rest.slice(0, end).trimEnd());
      rest = rest.slice(end).trimStart();
    } while (rest !== '');
  }
  return lines;
}

function plural(count: number, word: string): string {
  return `${number(count)} ${word}${count === 1 ? '' : 's'}`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
