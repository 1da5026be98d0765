import { createComputedReads } from '../../../src/adapters/calculation/createComputedReads';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { createTracer } from '../../../src/app/createTracer';
import { finishSteps } from '../../../src/core/Steps';
import { workbook, type SheetText, type WorkbookExtras } from '../../support/workbook';

type Pair = readonly [official: Readonly<Record<string, SheetText>>, local: Readonly<Record<string, SheetText>>];

function compared([official, local]: Pair, extras: WorkbookExtras = {}) {
  const result = compareSnapshots(workbook(official, extras), workbook(local, extras), { computedReads: createComputedReads });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** What every difference is, with the causes that it follows. */
function rolesIn(pair: Pair, extras: WorkbookExtras = {}): readonly string[] {
  const { differences } = compared(pair, extras).comparison;
  return differences.map(({ role, causes, official, local }) => {
    const { sheet, address } = (local ?? official)!;
    return [`${sheet}!${address}`, role, ...causes.map((id) => id.replace(/^\w+:/, ''))].join(' ');
  });
}

const months = (first: number): SheetText => ({ A1: first, B1: 20, C1: 30, D1: 40 });
const pair = (formula: string, [ours, theirs]: readonly [number, number]): Pair => [
  { In: months(10), Out: { A1: 3, A5: [formula, ours] } },
  { In: months(11), Out: { A1: 3, A5: [formula, theirs] } },
];

describe('what formulas read that work it out themselves', () => {
  it.each([
    ['a window that begins beside what differs', '=SUM(OFFSET(In!D1,0,-A1,1,2))', [30, 31]],
    ['an address in a text', '=INDIRECT("In!A"&(A1-2))*2', [20, 22]],
    ['a range of which an end is looked up', '=SUM(INDEX(In!A1:D1,1):INDEX(In!A1:D1,A1))', [60, 61]],
    ['an end beyond both references', '=SUM(In!B1:OFFSET(In!C1,0,-2))', [30, 31]],
  ] as const)('is what they follow: %s', (_, formula, values) => {
    expect(rolesIn(pair(formula, values))).toEqual(['In!A1 cause', 'Out!A5 consequence In!A1']);
  });

  it('is found through a name that works it out', () => {
    const names = { Window: 'OFFSET(In!$D$1,0,-3,1,2)' };
    expect(rolesIn(pair('=SUM(Window)', [30, 31]), { names })).toEqual(['In!A1 cause', 'Out!A5 consequence In!A1']);
  });

  it('can be told step by step', () => {
    const trace = createTracer(compared(pair('=INDIRECT("In!A1")', [10, 11])), 'en-US', createComputedReads);
    const { chains } = finishSteps(trace({ place: 'Out!A5' }));
    expect(chains.map((chain) => chain.map(({ local }) => `${local!.sheet}!${local!.address}`))).toEqual([['Out!A5', 'In!A1']]);
  });

  it('explains nothing where none of it differs, or nothing can be told of it', () => {
    expect(rolesIn(pair('=INDIRECT("In!B1")', [20, 21]))).toEqual(['In!A1 cause', 'Out!A5 unexplained']);
    expect(rolesIn(pair('=IFERROR(INDIRECT("Gone!A1"),0)', [0, 1]))).toEqual(['In!A1 cause', 'Out!A5 unexplained']);
    expect(rolesIn(pair('=NOFUNCTION(OFFSET(In!B1,0,-1))', [10, 11]))).toEqual(['In!A1 cause', 'Out!A5 unexplained']);
  });

  it('is not sought without end: what follows through more than can be looked at says that it may', () => {
    const rows = 7_000;
    const sheet = (first: number): SheetText =>
      Object.fromEntries([
        ...Array.from({ length: rows }, (_, k) => [`A${k + 1}`, k === 0 ? first : 1]),
        ...Array.from({ length: rows }, (_, k) => [`C${k + 1}`, [`=SUM(OFFSET(A${k + 1},${-k},0,${rows},1))+${k}`, first + k + rows - 1]]),
      ]) as SheetText;
    const started = performance.now();
    const roles = rolesIn([{ S: sheet(1) }, { S: sheet(2) }]);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(new Set(roles.map((role) => role.split(' ')[1]))).toEqual(new Set(['cause', 'consequence', 'unexplained']));
  });
});
