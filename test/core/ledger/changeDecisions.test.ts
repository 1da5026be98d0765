import { withDecision, withoutDecision } from '../../../src/core/ledger/changeDecisions';
import { EMPTY_LEDGER } from '../../../src/core/ledger/Ledger';
import { decision } from '../../support/ledger';

const first = decision();

describe('withDecision', () => {
  it('puts a decision in place of one about what the same cell holds, be it a formula now', () => {
    const later = decision({ kind: 'proposal', reason: 'Offer it' }, { kind: 'hardcoded', label: 'called otherwise' });
    expect(withDecision(withDecision(EMPTY_LEDGER, first), later).decisions).toEqual([later]);
  });

  it.each([
    ['another cell', decision({}, { local: { sheet: 'Drivers', address: 'C7', content: '0.88' } })],
    ['another sheet', decision({}, { local: { sheet: 'Other', address: 'C6', content: '0.88' } })],
    ['the cell’s format', decision({}, { kind: 'format' })],
    ['what only local has', decision({}, { official: null })],
  ])('keeps the one before beside one about %s', (_, other) => {
    const both = withDecision(withDecision(EMPTY_LEDGER, first), other);
    expect(both.decisions).toEqual([first, other]);
    expect(withoutDecision(both, first.of).decisions).toEqual([other]);
  });
});
