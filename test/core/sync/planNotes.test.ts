import { compare } from '../../../src/core/compare/compare';
import { correspond } from '../../../src/core/settle/correspond';
import { isLocalOnly } from '../../../src/core/sync/chooseDifferences';
import { planSync } from '../../../src/core/sync/planSync';
import { parseRange, stringifyAddress } from '../../../src/core/workbook/Address';
import type { Note, Snapshot } from '../../../src/core/workbook/Snapshot';
import { workbook, type SheetText } from '../../support/workbook';

const PLAN: SheetText = { A1: 'Region', B1: 'Plan', A2: 'North', B2: 10, A3: 'South', B3: 20, A4: 'East', B4: 30 };
const MINE: SheetText = { ...PLAN, A3: 'Mine', B3: 5, A4: 'South', B4: 20, A5: 'East', B5: 30 };

/** `B2: text`; a text that begins with `#` is a threaded comment. */
function book(notes: readonly string[], cells = PLAN, more: { readonly protected?: boolean } = {}): Snapshot {
  const own = notes.map((each): Note => {
    const [address = '', text = ''] = each.split(': ');
    const { firstRow: row, firstColumn: column } = parseRange(address)!;
    return { row, column, author: 'Ann', text, kind: text.startsWith('#') ? 'comment' : 'note' };
  });
  return workbook({ Plan: cells }, { sheets: { Plan: { ...more, notes: own } } });
}

function planned(official: Snapshot, local: Snapshot, deleting = true, notes = true): string[] {
  const found = compare(official, local);
  const deleteLocalOnly = deleting ? found.differences.filter(isLocalOnly).map(({ id }) => id) : [];
  const { steps, refused } = planSync(official, local, correspond(official, local), found, { take: 'causes', deleteLocalOnly, notes });
  return [
    ...steps.flatMap((step) =>
      step.kind === 'setNote'
        ? [`${stringifyAddress(step.cell)} ${step.before?.text ?? '-'} → ${step.after?.text ?? '-'}`]
        : step.kind === 'write'
          ? []
          : [`${step.kind}`],
    ),
    ...refused.map(({ reason }) => reason),
  ];
}

describe('notes in a plan', () => {
  it('are added and changed, and removed only when ticked', () => {
    const [official, local] = [book(['B2: new', 'B3: changed']), book(['B3: old', 'B4: mine'])];
    expect(planned(official, local)).toEqual(['B2 - → new', 'B3 old → changed', 'B4 mine → -']);
    expect(planned(official, local, false)).toEqual([
      'B2 - → new',
      'B3 old → changed',
      'Only your workbook has this, so it stays unless you tick it for deletion.',
    ]);
  });

  it('come along with the rows they stand on, and go with those that go', () => {
    expect(planned(book(['B3: on it'], MINE), book([]))).toEqual(['insert', 'B3 - → on it']);
    expect(planned(book([]), book(['B3: on it'], MINE))).toEqual(['B3 on it → -', 'delete']);
    expect(planned(book(['B4: south'], MINE), book(['B3: old']))).toEqual(['insert', 'B4 old → south']);
  });

  it('say nothing of how lines end and who wrote them', () => {
    expect(planned(book(['B2: a\r\nb ']), book(['B2: a\nb']))).toEqual([]);
  });

  it.each([
    ['official has a threaded comment', book(['B2: #why']), book(['B2: old']), /only its authors can write/],
    ['local has one there', book(['B2: new']), book(['B2: #why']), /settle the comment first/],
    ['local alone has one', book([]), book(['B2: #why']), /only its authors can write/],
    ['the sheet is protected', book(['B2: new']), book([], PLAN, { protected: true }), /protected/],
  ])('are left where %s', (_, official, local, reason) => {
    expect(planned(official, local)).toEqual([expect.stringMatching(reason)]);
  });

  it('keep a row from going whose comment an undo could not bring back', () => {
    expect(planned(book([]), book(['B3: #why'], MINE))).toEqual([expect.stringMatching(/threaded comment stands on it.*by hand/)]);
    expect(planned(book(['B3: #why'], MINE), book([]))).toEqual(['insert', expect.stringMatching(/do not come along/)]);
  });

  it('are left, with the rows they stand on, where Excel cannot change them', () => {
    expect(planned(book(['B2: new']), book([]), true, false)).toEqual([expect.stringMatching(/does not let add-ins change notes/)]);
    expect(planned(book([]), book(['B3: on it'], MINE), true, false)).toEqual([
      expect.stringMatching(/could not bring back in this Excel/),
    ]);
  });
});
