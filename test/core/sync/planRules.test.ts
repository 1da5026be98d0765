import { compare } from '../../../src/core/compare/compare';
import { ruleInWords } from '../../../src/core/compare/ruleInWords';
import { correspond } from '../../../src/core/settle/correspond';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import type { SyncPlan } from '../../../src/core/sync/SyncPlan';
import { parseRange, stringifyRange } from '../../../src/core/workbook/Address';
import type { Snapshot, Validation } from '../../../src/core/workbook/Snapshot';
import { workbook, type SheetText } from '../../support/workbook';

/** A list of deals with a region each, and a sheet with the regions. */
const DEALS: SheetText = { A1: 'Deal', B1: 'Region', A2: 'Acme', B2: 'North', A3: 'Brig', B3: 'South', A4: 'Core', B4: 'North' };
const LISTS: SheetText = { A1: 'Regions', A2: 'North', A3: 'South', A4: 'East' };

interface Ruled {
  readonly ranges: string;
  readonly type?: string;
  readonly formula: string;
  readonly manner?: Validation['manner'];
}

function book(
  rules: readonly Ruled[],
  sheets: Readonly<Record<string, SheetText>> = { Deals: DEALS, Lists: LISTS },
  extras = {},
): Snapshot {
  const validations = rules.map(({ ranges, type = 'list', formula, manner }): Validation => ({
    ranges: ranges.split(' ').map((range) => parseRange(range)!),
    type,
    operator: 'between',
    formula1: formula,
    formula2: '',
    allowBlank: true,
    ...(manner && { manner }),
  }));
  return workbook(sheets, { ...extras, sheets: { Deals: { validations } } });
}

function plan(official: Snapshot, local: Snapshot, removing = false): SyncPlan {
  const found = compare(official, local);
  const deleteLocalOnly = removing ? found.differences.filter(isLocalOnly).map(({ id }) => id) : [];
  return planSync(official, local, correspond(official, local), found, { take: 'causes', deleteLocalOnly });
}

/** `Deals!B2:B4: any → list: "North,South"`, with `(whatever)` where what was there does not count. */
function said({ steps }: SyncPlan): string[] {
  const words = (rule: Parameters<typeof ruleInWords>[0] | null): string => (rule === null ? 'any' : ruleInWords(rule, null));
  return steps.flatMap((step) => {
    if (step.kind !== 'setRule') return [];
    const before = step.before === undefined ? '(whatever)' : words(step.before);
    return [`${step.sheet}!${stringifyRange(step.range)}: ${before} → ${words(step.after)}`];
  });
}

describe('the entries that cells permit', () => {
  it('become those of official, only where they differ', () => {
    const ours = book([{ ranges: 'B2:B4', formula: '"North,South,East"' }]);
    expect(said(plan(ours, book([{ ranges: 'B2:B4', formula: '"North,South"' }])))).toEqual([
      'Deals!B2:B4: list: "North,South" → list: "North,South,East"',
    ]);
    expect(said(plan(ours, book([{ ranges: 'B2:B2', formula: '"East,South,North"' }])))).toEqual([
      'Deals!B3:B4: any → list: "North,South,East"',
    ]);
    expect(plan(ours, ours).steps).toEqual([]);
  });

  it('reach as far below the last row as official lets them, whatever of it local has already', () => {
    const ours = book([{ ranges: 'B2:B500', formula: '"North,South,East"' }]);
    expect(said(plan(ours, book([{ ranges: 'B2:B100', formula: '"North"' }])))).toEqual([
      'Deals!B2:B100: list: "North" → list: "North,South,East"',
      'Deals!B101:B500: any → list: "North,South,East"',
    ]);
    expect(said(plan(book([{ ranges: 'B2:B1048576', formula: '"North"' }]), book([])))).toEqual(['Deals!B2:B1048576: any → list: "North"']);
  });

  it('refer to the cells that local has in the place of official’s', () => {
    const ours = book([{ ranges: 'B2:B4', formula: 'Lists!$A$2:$A$4' }]);
    const theirs = book([], {
      Deals: DEALS,
      Lists: { A1: 'Our own heading', A2: 'and a blank line', A4: 'Regions', A5: 'North', A6: 'South', A7: 'East' },
    });
    expect(said(plan(ours, theirs))).toEqual(['Deals!B2:B4: any → list: Lists!$A$5:$A$7']);
  });

  it('come with rows that are put in, where Excel does not let those around reach into them', () => {
    const more: SheetText = { ...DEALS, A3: 'Bond', B3: 'East', A4: 'Brig', B4: 'South', A5: 'Core', B5: 'North' };
    const local = book([{ ranges: 'B2:B4', formula: '"North,South"' }]);
    const official = (ranges: string): Snapshot => book([{ ranges, formula: '"North,South"' }], { Deals: more, Lists: LISTS });
    expect(said(plan(official('B2:B5'), local))).toEqual([]);
    expect(said(plan(official('B2 B4:B5'), local))).toEqual(['Deals!B3: (whatever) → any']);
    expect(said(plan(official('B2:B5'), book([{ ranges: 'B2', formula: '"North,South"' }])))).toEqual([
      'Deals!B3: (whatever) → list: "North,South"',
      'Deals!B4:B5: any → list: "North,South"',
    ]);
  });

  it('come with a sheet that is added', () => {
    const official = book([{ ranges: 'B2:B4', formula: 'Lists!$A$2:$A$4' }]);
    expect(said(plan(official, workbook({ Lists: LISTS })))).toEqual(['Deals!B2:B4: any → list: Lists!$A$2:$A$4']);
  });

  it('are any again where only local has a rule, once that is ticked', () => {
    const local = book([{ ranges: 'B2:B9', formula: '"North"' }]);
    expect(said(plan(book([]), local))).toEqual([]);
    expect(said(plan(book([]), local, true))).toEqual(['Deals!B2:B9: list: "North" → any']);
  });

  it('ask as official asks where local had no rule, and as before where it had one', () => {
    const manner = {
      dropDown: true,
      prompt: { show: true, title: 'Region', message: 'Pick one' },
      alert: { show: true, style: 'warning' as const, title: '', message: '' },
    };
    const ours = book([{ ranges: 'B2:B4', formula: '"North,South"', manner }]);
    const afters = (local: Snapshot) => plan(ours, local).steps.map((step) => (step.kind === 'setRule' ? step.after?.manner : step));
    expect(afters(book([]))).toEqual([manner]);
    expect(afters(book([{ ranges: 'B2:B4', formula: '"North"' }]))).toEqual([undefined]);
  });

  it.each([
    [
      'relative to where they stand',
      { ranges: 'B2:B4', type: 'custom', formula: 'LEN(B2)<9' },
      /relative to where it stands: set it in Excel/,
    ],
    ['through a name that local lacks', { ranges: 'B2:B4', formula: 'Regions' }, /uses the name Regions, which is not in your workbook/],
  ])('are refused %s', (_, rule, reason) => {
    const official = book([rule], undefined, { names: { Regions: 'Lists!$A$2:$A$4' } });
    const found = compare(official, book([]));
    const take = found.differences.filter(({ kind }) => kind === 'validation').map(({ id }) => id);
    const { steps, refused } = planSync(official, book([]), correspond(official, book([])), found, { take, deleteLocalOnly: [] });
    expect(steps).toEqual([]);
    expect(refused.map((each) => each.reason)).toEqual([expect.stringMatching(reason)]);
  });

  it('whose list has other members are left to the cells of the list', () => {
    const official = book([{ ranges: 'B2:B4', formula: 'Lists!$A$2:$A$4' }]);
    const local = book([{ ranges: 'B2:B4', formula: 'Lists!$A$2:$A$4' }], { Deals: DEALS, Lists: { ...LISTS, A4: 'West' } });
    const found = compare(official, local);
    const rule = found.differences.find(({ kind }) => kind === 'validation')!;
    expect(rule.role).toBe('consequence');
    const { steps, refused } = planSync(official, local, correspond(official, local), found, { take: [rule.id], deleteLocalOnly: [] });
    expect(steps).toEqual([]);
    expect(refused[0]!.reason).toMatch(/follows when the cells of its list are synced/);
  });
});

describe('a constant that local does not permit', () => {
  const north = (formula: string, extra: Partial<Ruled> = {}, type = 'list') => [{ ranges: 'B2:B4', formula, type, ...extra }];
  const east: SheetText = { ...DEALS, B3: 'East' };
  const sheets = { Deals: east, Lists: LISTS };
  /** The cells written, and why others are not, when all but rules is taken. */
  function taking(official: Snapshot, local: Snapshot, rules = false): string[] {
    const found = compare(official, local);
    const take = found.differences.filter(({ kind }) => rules || kind !== 'validation').map(({ id }) => id);
    const { steps, refused } = planSync(official, local, correspond(official, local), found, { take, deleteLocalOnly: [] });
    return [
      ...steps.map((step) => ('range' in step ? `${step.kind} ${stringifyRange(step.range)}` : step.kind)),
      ...refused.map(({ reason }) => reason),
    ];
  }

  it('is left, with the rule, unless official’s rule is taken too', () => {
    const official = book(north('"North,South,East"'), sheets);
    expect(taking(official, book(north('"North,South"')))).toEqual([
      'Your workbook does not permit “East” there (list: "North,South"). Take official’s rule too, or change yours under Data, Data Validation.',
    ]);
    expect(taking(official, book(north('"North,South"')), true)).toEqual(['write B3', 'setRule B2:B4']);
    expect(taking(book([], sheets), book(north('"North,South"')))).toHaveLength(1);
  });

  it('is written where the rule only warns, permits it, cannot be told, or follows its list', () => {
    const official = book(north('"North,South,East"'), sheets);
    const silent = { show: false, title: '', message: '' };
    const manner = (alert: NonNullable<Validation['manner']>['alert']) => ({ dropDown: true, prompt: silent, alert });
    expect(taking(official, book(north('"North"', { manner: manner({ ...silent, style: 'stop' }) })))).toEqual(['write B3']);
    expect(taking(official, book(north('"North"', { manner: manner({ ...silent, show: true, style: 'warning' }) })))).toEqual(['write B3']);
    expect(taking(official, book(north('"south,EAST , North"')))).toEqual(['write B3']);
    expect(taking(official, book(north('LEN(B2)>1', {}, 'custom')))).toEqual(['write B3']);
    const byCells = north('Lists!$A$2:$A$4');
    const west = { Deals: DEALS, Lists: { ...LISTS, A4: 'West' } };
    expect(taking(book(byCells, sheets), book(byCells, west))).toContain('write B3');
  });

  it.each([
    ['whole', '1', 7, true],
    ['whole', '1', 7.5, false],
    ['whole', '8', 7, false],
    ['decimal', '8', 7, false],
    ['decimal', '$A$1', 7, true],
    ['date', '40000', 45_000, true],
    ['textLength', '3', 'North', true],
    ['textLength', '9', 'North', false],
    ['decimal', '1', 'North', false],
  ])('is told by what a rule of type %s from %s up says to %s', (type, formula, value, isPermitted) => {
    const sheet = { A1: 'Deal', A2: 'Acme', A3: 'Brig', B3: 2 };
    const rule: Validation = {
      ranges: [parseRange('B3')!],
      type,
      operator: 'greaterThanOrEqual',
      formula1: formula,
      formula2: '',
      allowBlank: true,
    };
    const local = workbook({ Deals: sheet }, { sheets: { Deals: { validations: [rule] } } });
    expect(taking(workbook({ Deals: { ...sheet, B3: value } }), local).includes('write B3')).toBe(isPermitted);
  });
});
