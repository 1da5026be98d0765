import fc from 'fast-check';
import { compare } from '../../../src/core/compare/compare';
import type { Comparison } from '../../../src/core/compare/Comparison';
import type { Difference } from '../../../src/core/compare/Difference';
import type { Decision } from '../../../src/core/ledger/Decision';
import { decidedDifference } from '../../../src/core/ledger/decidedDifference';
import { weighDecisions } from '../../../src/core/ledger/weighDecisions';
import { createHeaders } from '../../../src/core/workbook/createHeaders';
import { createLabeller } from '../../../src/core/workbook/createLabeller';
import { differenceLabels } from '../../../src/app/differenceLabels';
import { decision } from '../../support/ledger';
import { insertLines, snapshotOf, writeCell, type Model } from '../../support/model';

type Cell = string | number;

const ROWS = 9;

/** A list of regions with amounts, a rate on them, and running totals. */
function model(): Model {
  const cells = new Map<string, Cell>([
    ['1,1', 'Region'],
    ['1,2', 'Amount'],
    ['1,3', 'With uplift'],
    ['1,4', 'So far'],
  ]);
  for (let row = 2; row <= ROWS; row++) {
    cells.set(`${row},1`, `Region ${'ABCDEFGHIJ'[row - 2]}`);
    cells.set(`${row},2`, row * 1000 + 7 * row * row);
    cells.set(`${row},3`, `=B${row}*1.1+Rates!$B$1`);
    cells.set(`${row},4`, `=SUM(B$2:B${row})`);
  }
  return { sheets: { Data: cells, Rates: new Map<string, Cell>([['1,2', 0.5]]) }, names: {} };
}

interface Compared {
  readonly comparison: Comparison;
  readonly labelOf: (difference: Difference) => string;
}

function compared(official: Model, local: Model): Compared {
  const [ours, theirs] = [snapshotOf(official), snapshotOf(local)];
  const labelOf = differenceLabels(createLabeller(createHeaders(ours, 'en-US')), createLabeller(createHeaders(theirs, 'en-US')));
  return { comparison: compare(ours, theirs), labelOf };
}

function decideAll({ comparison, labelOf }: Compared): Decision[] {
  return comparison.differences
    .filter(({ role }) => role === 'cause')
    .map((one) => ({ ...decision(), of: decidedDifference(one, labelOf(one)) }));
}

const weigh = ({ comparison, labelOf }: Compared, decisions: readonly Decision[], today = '2026-12-01') =>
  weighDecisions(comparison, decisions, today, labelOf);

/** Edits of local: of an amount, of a formula, or of a total, one a row, so that a row stays the one it is. */
const edits = fc.uniqueArray(
  fc.record({ row: fc.integer({ min: 2, max: ROWS }), what: fc.constantFrom('amount', 'uplift', 'total' as const) }),
  { minLength: 1, maxLength: 4, selector: ({ row }) => row },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function edited(base: Model, list: Edits): Model {
  return list.reduce((now, { row, what }) => {
    if (what === 'amount') return writeCell(now, 'Data', `${row},2`, row * 500 + 3);
    if (what === 'uplift') return writeCell(now, 'Data', `${row},3`, `=B${row}*1.2${row}+$B$2`);
    return writeCell(now, 'Data', `${row},4`, `=SUM($B$2:B${row})-${row}`);
  }, base);
}

const put = fc.record({
  axis: fc.constantFrom('row', 'row', 'column' as const),
  at: fc.integer({ min: 1, max: 12 }),
  count: fc.integer({ min: 1, max: 3 }),
});

describe('weighDecisions', () => {
  it.each([
    ['each of a label of its own', (row: number) => `Row ${row}`],
    ['without labels', () => ''],
  ])('finds very many decisions, %s, in the time of a few', (_, label) => {
    const { comparison } = compared(model(), edited(model(), [{ row: 2, what: 'amount' }]));
    const one = comparison.differences.find(({ kind }) => kind === 'value')!;
    const differences = Array.from({ length: 16_000 }, (_, at): Difference => {
      const side = { ...one.local!, address: `B${at + 2}` };
      return { ...one, id: `d${at}`, official: { ...one.official!, address: side.address }, local: side };
    });
    const labelOf = ({ local }: Difference): string => label(Number(local!.address.slice(1)));
    const decisions = differences.map((each) => ({ ...decision(), of: decidedDifference(each, labelOf(each)) })).reverse();
    const { decided, gone } = weighDecisions({ differences }, decisions, '2026-12-01', labelOf);
    expect(gone).toEqual([]);
    expect(decided.every(({ difference }, at) => difference === `d${15_999 - at}`)).toBe(true);
  });

  it('settles every exception while nothing changes, and whatever lines are put into either workbook', () =>
    fc.assert(
      fc.property(edits, fc.array(put, { maxLength: 2 }), fc.array(put, { maxLength: 2 }), (list, above, here) => {
        const [official, local] = [model(), edited(model(), list)];
        const decisions = decideAll(compared(official, local));
        const grown = (of: Model, lines: typeof above): Model =>
          lines.reduce((now, line) => insertLines(now, { sheet: 'Data', ...line, at: line.axis === 'row' ? line.at : 1 }), of);
        const after = compared(grown(official, above), grown(local, here));
        const { decided, gone } = weigh(after, decisions);
        expect({ states: decided.map(({ state, why }) => [state, why]), gone }).toEqual({
          states: decisions.map(() => ['settled', []]),
          gone: [],
        });
        const settled = new Set(decided.map(({ difference }) => difference));
        expect(settled.size).toBe(decided.length);
        const rest = after.comparison.differences.filter(({ id, role }) => role === 'cause' && !settled.has(id));
        expect(rest.every(({ kind }) => kind === 'row' || kind === 'column')).toBe(true);
      }),
      { numRuns: 80, seed: 51 },
    ));

  it('says of each decision what changed since, and of no other', () =>
    fc.assert(
      fc.property(
        edits,
        fc.nat(),
        fc.constantFrom('official', 'local' as const),
        fc.integer({ min: 1, max: 8 }),
        (list, pick, side, at) => {
          const [official, local] = [model(), edited(model(), list)];
          const decisions = decideAll(compared(official, local));
          const { row, what } = list[pick % list.length]!;
          const key = `${row},${{ amount: 2, uplift: 3, total: 4 }[what]}`;
          const content = what === 'amount' ? 4_321 : `=B${row}/7`;
          const change = (of: Model): Model =>
            insertLines(writeCell(of, 'Data', key, content), { sheet: 'Data', axis: 'row', at, count: 1 });
          const after = side === 'official' ? compared(change(official), local) : compared(official, change(local));
          const { decided, gone } = weigh(after, decisions);
          expect(gone).toEqual([]);
          const stale = decided.filter(({ state }) => state === 'stale');
          expect(stale.map(({ why }) => why)).toEqual([[side]]);
          expect(stale[0]!.decision.of.local!.address.split(':')[0]).toBe(`${{ amount: 'B', uplift: 'C', total: 'D' }[what]}${row}`);
        },
      ),
      { numRuns: 60, seed: 52 },
    ));

  const pair = (local = edited(model(), [{ row: 4, what: 'amount' }])) => compared(model(), local);

  it('counts a decision to the end of its last day', () => {
    const decisions = decideAll(pair()).map((one) => ({ ...one, reviewBy: '2026-12-31' }));
    expect(weigh(pair(), decisions, '2026-12-31').decided[0]).toMatchObject({ state: 'settled', why: [] });
    expect(weigh(pair(), decisions, '2027-01-01').decided[0]).toMatchObject({ state: 'stale', why: ['date'] });
    const open = decisions.map((one) => ({ ...one, reviewBy: null }));
    expect(weigh(pair(), open, '2099-01-01').decided[0]!.state).toBe('settled');
  });

  it('says that a proposal is proposed, and that what no longer differs is gone', () => {
    const [first] = decideAll(pair());
    expect(weigh(pair(), [{ ...first!, kind: 'proposal' }]).decided[0]!.state).toBe('proposed');
    expect(weigh(pair(model()), [first!])).toEqual({ decided: [], gone: [first] });
  });

  it('asks again where the place is called otherwise, and where more cells differ', () => {
    const [first] = decideAll(pair());
    const renamed = writeCell(edited(model(), [{ row: 4, what: 'amount' }]), 'Data', '4,1', 'Region C and D');
    expect(weigh(pair(renamed), [first!]).decided).toMatchObject([{ state: 'stale', why: ['renamed'] }]);
    const wide = { ...pair(), labelOf: () => '' };
    const fewer = { ...first!, of: { ...first!.of, label: '', cells: 0 } };
    expect(weigh(wide, [fewer]).decided).toMatchObject([{ state: 'stale', why: ['more'] }]);
  });

  it('finds what has no label where one workbook still has it, and nothing that merely looks like it', () => {
    const nameless = { labelOf: () => '' };
    const [first] = decideAll({ ...pair(), ...nameless });
    const local = edited(model(), [{ row: 4, what: 'amount' }]);
    const lower = insertLines(local, { sheet: 'Data', axis: 'row', at: 2, count: 2 });
    expect(weigh({ ...compared(model(), lower), ...nameless }, [first!]).decided).toMatchObject([{ state: 'settled' }]);
    const both = insertLines(model(), { sheet: 'Data', axis: 'row', at: 2, count: 2 });
    expect(weigh({ ...compared(both, lower), ...nameless }, [first!])).toEqual({ decided: [], gone: [first] });
  });

  it('does not choose among several that are alike', () => {
    const [one] = pair().comparison.differences.filter(({ role }) => role === 'cause');
    const at = (id: string, address: string): Difference => ({
      ...one!,
      id,
      official: { ...one!.official!, address },
      local: { ...one!.local!, address },
    });
    const decided = { ...decision(), of: decidedDifference(one!, 'North') };
    const twice = { differences: [at('a', 'B20'), at('b', 'B30')] };
    expect(weighDecisions(twice, [decided], '2026-12-01', () => 'North')).toEqual({ decided: [], gone: [decided] });
    const second = { ...decided, of: decidedDifference(at('', 'B8'), 'North') };
    expect(weighDecisions(twice, [decided, second], '2026-12-01', () => 'North').decided.map(({ difference }) => difference)).toEqual([
      'a',
      'b',
    ]);
  });

  it('tells a look from what is in it, and who hides lines', () => {
    const side = { sheet: 'Data', address: 'B4', value: 1, formula: null, format: '0%' };
    const look: Difference = { id: 'f', kind: 'format', role: 'cause', cells: 1, official: side, local: side, causes: [], note: '' };
    expect(decidedDifference(look, 'North').local).toEqual({ sheet: 'Data', address: 'B4', content: '"0%"' });
    const hidden: Difference = { ...look, kind: 'hidden', official: { ...side, value: null }, note: 'hidden in yours only' };
    const [was] = [{ ...decision(), of: decidedDifference(hidden, 'North') }];
    const now = { differences: [{ ...hidden, note: 'hidden in official only' }] };
    expect(weighDecisions(now, [was], '2026-12-01', () => 'North').decided[0]!.why).toEqual(['official', 'local']);
  });

  it('gives what JSON gives back', () => {
    const weighed = weigh(pair(), decideAll(pair()));
    expect(JSON.parse(JSON.stringify(weighed))).toEqual(weighed);
  });
});
