import { fewestInWords } from '../app/fewestInWords';
import type { FewestOfAll } from '../app/fewestOfAll';
import { answerWords } from '../app/propose/answerWords';
import { goneLines, placeInWords } from './decisionWords';
import { renderBridge } from './renderBridge';
import { renderDifference, renderMoves } from './renderDifference';
import { renderHeadlines } from './renderHeadlines';
import { renderTrace } from './renderTrace';
import type { Comparison } from '../core/compare/Comparison';
import { foldMoves } from '../app/foldMoves';
import { keyedLists, keyedWords } from '../app/keyedWords';
import { kindGroup, KIND_GROUP_WORDS, KIND_GROUPS } from '../app/kindGroups';
import { verdictWords } from '../app/verdictWords';
import type { Difference } from '../core/compare/Difference';
import { sheetHeading } from './sheetHeading';
import { sinceWords } from '../app/sinceWords';
import { showControls } from './showControls';
import { wrap } from './wrap';

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

function plural(count: number, word: string): string {
  return `${number(count)} ${word}${count === 1 ? '' : 's'}`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
