import { EXACT, type EqualWithin, type OwnTolerance } from '../../core/compare/EqualWithin';

/** Sheets and headlines that are told one by one; of more, how many. */
const MOST_TOLD = 2;

/** What the pane says about how far numbers may differ and count as equal. */
export function toleranceTexts(locale: string, plural: (count: number, one: string, many: string) => string) {
  const percents = new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 6 });
  const within = (tolerance: number) => (tolerance === EXACT.tolerance ? 'exactly' : `within ${percents.format(tolerance)}`);
  const forAll = (tolerance: number) => `Within ${percents.format(tolerance)} counts as equal`;
  const told = ({ of, kind, tolerance }: OwnTolerance) => `${kind === 'sheet' ? 'on' : 'for'} ${of} ${within(tolerance)}`;

  /** What is in force, `Within 0.01% counts as equal; on Summary within 1%`; null where numbers are compared exactly. */
  function inForce({ tolerance, tolerances }: EqualWithin): string | null {
    const more = tolerances.length - MOST_TOLD;
    const own = [...tolerances.slice(0, MOST_TOLD).map(told), ...(more > 0 ? [`and ${more} more`] : [])].join(', ');
    if (tolerance !== EXACT.tolerance) return `${forAll(tolerance)}${own === '' ? '' : `; ${own}`}`;
    return own === '' ? null : `Counts as equal: ${own}; elsewhere exactly`;
  }

  /** The same in few words, for a line that has to say more than this. */
  function inBrief({ tolerance, tolerances }: EqualWithin): string | null {
    const isExact = tolerance === EXACT.tolerance;
    if (tolerances.length === 0) return isExact ? null : forAll(tolerance);
    return `${isExact ? 'Compared exactly' : forAll(tolerance)}, with ${plural(tolerances.length, 'exception', 'exceptions')}`;
  }

  return {
    inForce,
    inBrief,
    exactly: 'Numbers are compared exactly.',
    change: 'Equal within…',
    changeHint: 'Choose how far numbers may differ and still count as equal',
    reset: 'Reset',
    resetHint: 'Compare numbers exactly again',
    /** Of what is in force and what is agreed, as `inForce` says it. */
    agreed: (said: string) => `${said}, as agreed in the catalog.`,
    resetToAgreed: (said: string) => `Back to what is agreed in the catalog: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    dialog: 'Numbers equal within',
    how: 'Numbers that differ by no more than this share of the larger one count as equal: they are not listed, and headlines agree.',
    choice: (tolerance: number) =>
      tolerance === EXACT.tolerance ? 'Exact, but for the last digits of a calculation' : percents.format(tolerance),
    short: (tolerance: number) => (tolerance === EXACT.tolerance ? 'Exact' : percents.format(tolerance)),
    typed: 'Another percentage',
    typedLabel: 'Percent',
    typedWrong: 'Type a percentage from 0 to below 100, such as 0.05.',
    own: 'Otherwise for single sheets and headlines',
    add: 'Add a sheet or headline',
    kinds: { sheet: 'Sheets', headline: 'Headlines' },
    name: ({ of, kind }: Pick<OwnTolerance, 'of' | 'kind'>) => (kind === 'sheet' ? `Sheet ${of}` : of),
    ofOwn: ({ of, kind }: Pick<OwnTolerance, 'of' | 'kind'>) => `Equal within, ${kind === 'sheet' ? 'on sheet' : 'for headline'} ${of}`,
    remove: ({ of, kind }: Pick<OwnTolerance, 'of' | 'kind'>) => `Treat ${kind} ${of} as all others again`,
    apply: 'Apply',
  };
}
