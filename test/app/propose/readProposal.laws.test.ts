import fc from 'fast-check';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { MOST_LETTERS, readProposal } from '../../../src/app/propose/readProposal';
import { weighProposal } from '../../../src/app/propose/weighProposal';
import type { Proposal } from '../../../src/core/propose/Proposal';
import type { Result } from '../../../src/core/Result';
import { anySnapshot } from '../../support/anySnapshot';
import { localFile, officialFile } from '../../support/generatedPair';
import { propose, proposeTools } from '../../support/proposals';
import { snapshotOf } from '../../support/snapshotOf';

const textOf = (value: unknown): string => JSON.stringify(value);

async function sample(): Promise<Proposal> {
  const made = await propose(officialFile.bytes, localFile.bytes);
  if (!made.ok) throw new Error(made.failure.message);
  return made.value.proposal;
}

/** What is said of a proposal, whatever it holds: never an exception. */
function isSentence(result: Result<unknown>): boolean {
  return result.ok || /^[^{}<>]+ [^{}<>]+\.$/.test(result.failure.message);
}

/** A value with one thing in it replaced. */
function replaced(value: unknown, path: readonly number[], by: unknown): unknown {
  const [first, ...rest] = path;
  if (first === undefined || typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[first % keys.length]!;
  const next = replaced((value as Record<string, unknown>)[key], rest, by);
  return Array.isArray(value) ? value.map((each: unknown, at) => (String(at) === key ? next : each)) : { ...value, [key]: next };
}

describe('a proposal file that is none', () => {
  it('is said to be none, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const read = readProposal(text, 'file.json');
        expect(read.ok).toBe(false);
        expect(isSentence(read)).toBe(true);
      }),
    );
  });

  it('is read no further than its size allows, and not at all when a newer Tieout wrote it', async () => {
    const large = readProposal(' '.repeat(MOST_LETTERS + 1), 'file.json');
    expect(large).toMatchObject({ ok: false, failure: { code: 'too-large' } });
    const newer = readProposal(textOf({ ...(await sample()), schema: 'tieout.proposals/2' }), 'file.json');
    expect(newer).toMatchObject({ ok: false, failure: { code: 'newer' } });
  });
});

describe('a proposal file in which something was replaced', () => {
  it('is a sentence or a proposal that can be weighed, and never throws', async () => {
    const proposal = await sample();
    const official = await snapshotOf(officialFile.bytes);
    const outcomes = { refused: 0, weighed: 0 };
    fc.assert(
      fc.property(
        fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
        fc.oneof(fc.jsonValue(), fc.constantFrom('', '1:1048577', 'ZZZ9', 'A1:', '__proto__', 'Model', 'B2', '1:3', -1, 1e308, null, [])),
        (path, by) => {
          const read = readProposal(textOf(replaced(proposal, path, by)), 'file.json');
          expect(isSentence(read)).toBe(true);
          if (!read.ok) return void outcomes.refused++;
          outcomes.weighed++;
          expect(isSentence(weighProposal(read.value, official, proposeTools))).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
    expect(outcomes.refused).toBeGreaterThan(10);
    expect(outcomes.weighed).toBeGreaterThan(5);
  });

  it('carries any workbook at all without harm', async () => {
    const proposal = await sample();
    const official = await snapshotOf(officialFile.bytes);
    fc.assert(
      fc.property(anySnapshot, anySnapshot, fc.boolean(), (one, other, both) => {
        const before = packer.packSnapshot(one);
        const after = both ? packer.packSnapshot(other) : proposal.after;
        expect(isSentence(weighProposal({ ...proposal, before, after }, official, proposeTools))).toBe(true);
      }),
      { numRuns: 80 },
    );
  });
});
