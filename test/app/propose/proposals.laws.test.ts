import type { IncomingProposal } from '../../../src/app/propose/weighProposal';
import type { Difference } from '../../../src/core/compare/Difference';
import { BaseModel } from '../../../src/app/BaseModel';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import type { MadeProposal } from '../../../src/app/propose/makeProposal';
import { fileOfSnapshot } from '../../support/fileOfSnapshot';
import type { PlantKind } from '../../support/plants/kinds/plantKinds';
import { makeTrial, planTrial } from '../../support/plants/makeTrial';
import { snapshotOfBook } from '../../support/plants/snapshotOfBook';
import { accept, compared, propose } from '../../support/proposals';
import { snapshotOf } from '../../support/snapshotOf';

const KINDS: readonly PlantKind[] = [
  'insert new rows',
  'type rows below',
  'delete rows',
  'edit a number',
  'edit a text',
  'edit a formula',
  'edit filled formulas',
  'constant over formula',
  'formula over constant',
  'clear a cell',
  'fill a blank cell',
  're-point a name',
];

/** Workbooks as files: what both come from, official as it moved on, and a team's copy. */
function* trials(count: number, seed: number) {
  for (let number = 0; number < count; number++) {
    const trial = makeTrial(planTrial(KINDS, seed, number));
    if (trial === null) continue;
    const [base, official, local] = [trial.base, trial.official, trial.local].map((book) => fileOfSnapshot(snapshotOfBook(book)));
    yield { number, base: base!, official: official!, local: local!, planted: trial.plants.map(({ side, words }) => `${side}: ${words}`) };
  }
}

/** What a difference is about, whatever stands there. */
const placeOf = ({ kind, official, local }: Difference): string =>
  `${kind} ${official?.sheet}!${official?.address} ${local?.sheet}!${local?.address}`;

const refusedIn = ({ refused }: MadeProposal): number => refused.length;
const cellsOf = async (bytes: Uint8Array) => (await snapshotOf(bytes)).sheets.map(({ cells, name }) => ({ name, cells }));

describe('a proposal of all that local changed, taken into official as it was', () => {
  it('leaves nothing of what was offered, and nothing to do a second time', async () => {
    const tally = { made: 0, offers: 0, refused: 0, left: 0 };
    for (const { base, local, planted } of trials(26, 11)) {
      const made = await propose(base, local);
      if (!made.ok) {
        expect(made.failure.code).toBe('nothing-offered');
        continue;
      }
      const { proposal } = made.value;
      tally.made++;
      tally.offers += proposal.offers.length;
      tally.refused += refusedIn(made.value);
      const taken = await accept(base, proposal);
      tally.left += taken.left.length;
      if (refusedIn(made.value) === 0) {
        expect({ planted, left: taken.left }).toEqual({ planted, left: [] });
        const after = compared(await snapshotOf(taken.bytes), await snapshotOf(local));
        const causes = after.comparison.differences.filter(({ role }) => role === 'cause').map(placeOf);
        expect({ planted, causes }).toEqual({ planted, causes: [] });
      }
      const again = await accept(taken.bytes, proposal);
      expect({ planted, steps: again.plan.steps, same: again.bytes === taken.bytes }).toEqual({ planted, steps: [], same: true });
    }
    expect(tally.made).toBeGreaterThan(12);
    // What is refused, or cannot be found again, stays the rare case that it is.
    expect(tally.refused).toBeLessThan(tally.offers * 0.1);
  }, 120_000);
});

describe('a proposal, when official has moved on', () => {
  it('takes nothing back that official changed, says conflict of the rest, and is found taken after', async () => {
    const tally = { open: 0, conflict: 0, taken: 0, unsure: 0, trials: 0 };
    for (const { base, official, local, planted } of trials(40, 12)) {
      const made = await propose(base, local);
      if (!made.ok) continue;
      const { proposal } = made.value;
      const accepted = await accept(official, proposal);
      const states = new Map(accepted.incoming.offers.map(({ offer, state }) => [offer.id, state]));
      tally.trials++;
      for (const state of states.values()) if (state !== 'lost') tally[state]++;
      // Open ones are taken or refused with a reason, conflicts are left.
      for (const [id, state] of states) {
        const isLeft = accepted.left.some((one) => one.id === id);
        expect({ planted, id, state, isLeft, taken: accepted.taken.includes(id) }).toMatchObject({ isLeft: !accepted.taken.includes(id) });
        if (state === 'conflict') expect({ planted, isLeft }).toEqual({ planted, isLeft: true });
      }
      // Of lines that are all much alike, nobody can tell afterwards which of them are left; then it is said.
      if (accepted.left.some(({ reason }) => reason.includes('does not confirm'))) {
        tally.unsure++;
        continue;
      }
      // What only official changed since is there as before.
      const [before, after, now] = [await snapshotOf(base), await snapshotOf(accepted.bytes), await snapshotOf(official)];
      const found = compareSnapshots(after, now, { base: new BaseModel(before) });
      if (!found.ok) throw new Error(found.failure.message);
      const lost = found.value.comparison.differences.filter(({ since }) => since?.by === 'local').map(placeOf);
      expect({ planted, lost }).toEqual({ planted, lost: [] });
    }
    expect(tally.trials).toBeGreaterThan(20);
    expect(tally.open).toBeGreaterThan(12);
    expect(tally.conflict).toBeGreaterThan(1);
    expect(tally.unsure).toBeLessThan(3);
  }, 180_000);
});

describe('declining', () => {
  it('changes no cell, and is told of ever after', async () => {
    let declined = 0;
    for (const { base, local } of trials(12, 13)) {
      const made = await propose(base, local);
      if (!made.ok) continue;
      const { proposal } = made.value;
      const ids = proposal.offers.map(({ id }) => id);
      const answered = await accept(base, proposal, { take: [], decline: ids, reason: 'Too early' });
      expect(answered.plan.steps).toEqual([]);
      expect(await cellsOf(answered.bytes)).toEqual(await cellsOf(base));
      const states = (incoming: IncomingProposal) => incoming.offers.map(({ state }) => state);
      const again = await accept(answered.bytes, proposal, { take: [], decline: ids, reason: 'Too early' });
      expect(states(again.incoming)).toEqual(states(answered.incoming));
      expect(again.bytes).toBe(answered.bytes);
      declined += ids.length;
    }
    expect(declined).toBeGreaterThan(5);
  }, 60_000);
});
