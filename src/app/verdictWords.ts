import type { Comparison } from '../core/compare/Comparison';
import { cellsThatDiffer } from '../core/compare/countDifferences';
import { verdict, type StillKind, type UnknownReason, type Verdict } from './verdict';

/** The verdict as pane and terminal both say it: one word or two, then sentences. */
export interface VerdictWords {
  readonly word: Verdict['word'];
  readonly title: string;
  readonly sentences: readonly string[];
}

const TITLES: Readonly<Record<Verdict['word'], string>> = {
  ties: 'Ties out',
  differs: 'Does not tie out',
  unknown: 'Can’t tell yet',
};

const STILL: Readonly<Record<StillKind, string>> = {
  format: 'formats',
  note: 'notes',
  validation: 'validation rules',
  hidden: 'what is hidden',
  moved: 'the order of rows and columns',
  dollars: '$ signs in formulas',
  newRows: 'what new rows of tables get',
};

/** Puts the verdict over a comparison into words; `number` writes a count for the reader's locale. */
export function verdictWords(comparison: Comparison, number: (count: number) => string): VerdictWords {
  const found = verdict(comparison);
  const { headlines, counts } = comparison;
  const cells = cellsThatDiffer(counts);
  const plural = (count: number, one: string, many: string) => `${number(count)} ${count === 1 ? one : many}`;

  const aboutHeadlines = (): string => {
    const present = headlines.filter(({ officialAddress, localAddress }) => officialAddress !== null && localAddress !== null);
    const apart = present.filter(({ ties }) => !ties).length;
    if (present.length === 0) return '';
    if (apart > 0) return `${number(apart)} of ${plural(present.length, 'headline differs', 'headlines differ')}.`;
    return present.length === 1 ? 'The headline agrees.' : `All ${number(present.length)} headlines agree.`;
  };
  const aboutCauses = (): string => {
    const { still } = found;
    const kinds = join(still.kinds.map((kind) => STILL[kind]));
    if (cells === 0 && counts.roles.cause === 0) return found.word === 'ties' ? 'Nothing differs.' : '';
    if (counts.roles.cause === 0 && counts.cells.consequence === 0) return '';
    if (still.causes === counts.roles.cause && counts.cells.consequence === 0) {
      return `${plural(still.causes, 'difference', 'differences')} in ${kinds}, which ${still.causes === 1 ? 'changes' : 'change'} no number.`;
    }
    const causes = counts.roles.cause === 0 ? 'No causes' : plural(counts.roles.cause, 'cause', 'causes');
    const quiet =
      still.causes === 0
        ? ''
        : ` ${number(still.causes)} of the causes, in ${kinds}, ${still.causes === 1 ? 'changes' : 'change'} no number.`;
    return `${causes}; ${plural(cells, 'cell differs', 'cells differ')}.${quiet}`;
  };
  const aboutReasons: Readonly<Record<UnknownReason, () => string>> = {
    unexplained: () =>
      plural(
        counts.cells.unexplained,
        'value differs although nothing it depends on does.',
        'values differ although nothing they depend on does.',
      ),
    headline: () => 'A headline is missing from one of the two workbooks.',
    imprecise: () => 'Some sheets could only be compared roughly.',
  };
  const doubts: readonly UnknownReason[] = [
    ...(counts.cells.unexplained > 0 ? (['unexplained'] as const) : []),
    ...(comparison.precise || comparison.differences.length === 0 ? [] : (['imprecise'] as const)),
  ];
  const reasons = found.word === 'unknown' ? found.reasons : doubts;
  return {
    word: found.word,
    title: TITLES[found.word],
    sentences: [aboutHeadlines(), aboutCauses(), ...reasons.map((reason) => aboutReasons[reason]())].filter((said) => said !== ''),
  };
}

function join(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;
}
