import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import { changeLedger } from '../../src/app/ledger/changeLedger';
import { comparisonSchema } from '../../src/app/comparisonSchema';
import { syncSchema } from '../../src/app/syncSchema';
import { withDecision } from '../../src/core/ledger/changeDecisions';
import type { Decision } from '../../src/core/ledger/Decision';
import type { Result } from '../../src/core/Result';
import { inTerminal } from '../support/fileTerminal';
import { localFile, officialFile } from '../support/generatedPair';

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const rate: Decision = {
  kind: 'exception',
  reason: 'Agreed with the region',
  owner: 'Asha',
  at: '2026-11-02T09:00:00.000Z',
  reviewBy: '2027-01-31',
  of: {
    kind: 'value',
    label: 'Renewal rate · Q1',
    official: { sheet: 'Model', address: 'B2', content: '0.9' },
    local: { sheet: 'Model', address: 'B2', content: '0.8' },
    cells: 1,
  },
};

async function filesWith(...decisions: readonly Decision[]): Promise<Record<string, Uint8Array>> {
  const memory = value(createFileMemory(localFile.bytes));
  for (const decision of decisions) value(await changeLedger(memory, (ledger) => withDecision(ledger, decision)));
  return { 'Published.xlsx': officialFile.bytes, 'Mine.xlsx': value(memory.save()) };
}

describe('a comparison with a workbook in which something was decided', () => {
  it('tells exceptions apart with their reasons, and that they still differ', async () => {
    const { status, out } = await inTerminal('compare Published.xlsx Mine.xlsx', await filesWith(rate));
    expect(status).toBe(1);
    expect(out).toMatch(/^Does not tie out\n/);
    expect(out).toContain('1 exception is kept on purpose, and still differs.');
    expect(out).toMatch(
      /\nKept on purpose\n {2}Model!B2 +value: 0\.9 → 0\.8.*\n +kept +Agreed with the region · Asha · until 2027-01-31\n/,
    );
    expect(out).not.toMatch(/\n {2}B2 /);
  });

  it('lists an exception among the differences again, and why, when something changed', async () => {
    const changed = { ...rate, reviewBy: '2026-11-01', of: { ...rate.of, official: { ...rate.of.official!, content: '0.91' } } };
    const { out } = await inTerminal('compare Published.xlsx Mine.xlsx', await filesWith(changed));
    expect(out).toMatch(/\n {2}B2 .*\n +kept +Agreed with.*\n +decide +again, as official changed since, its day has passed\n/);
    expect(out).not.toContain('on purpose');
  });

  it('says what was offered, and what is no longer found', async () => {
    const gone: Decision = {
      ...rate,
      of: { ...rate.of, label: 'Old fee', official: null, local: { sheet: 'Fees', address: 'Z9', content: '1' } },
    };
    const { out } = await inTerminal('compare Published.xlsx Mine.xlsx', await filesWith({ ...rate, kind: 'proposal' }, gone));
    expect(out).toMatch(/\n {2}B2 .*\n +offered +Agreed with the region/);
    expect(out).toMatch(/\nDecided on, and no longer found\n {2}Old fee \(Fees!Z9\): Agreed with the region/);
  });

  it('is in the JSON, and absent where nothing was decided', async () => {
    const read = async (files: Record<string, Uint8Array>) =>
      comparisonSchema.parse(JSON.parse((await inTerminal('compare Published.xlsx Mine.xlsx --json', files)).out));
    expect((await read(await filesWith(rate))).decisions).toEqual({
      decided: [{ difference: 'value:Model!B2', decision: rate, state: 'settled', why: [] }],
      gone: [],
    });
    expect('decisions' in (await read(await filesWith()))).toBe(false);
  });
});

describe('a sync of a workbook in which something was decided', () => {
  const synced = async (wish: string, ...decisions: readonly Decision[]) => {
    const held = await filesWith(...decisions);
    const { out } = await inTerminal(`sync Published.xlsx Mine.xlsx --out Synced.xlsx --json ${wish}`.trim(), held);
    const again = await inTerminal('compare Published.xlsx Synced.xlsx --json', held);
    const differs = comparisonSchema.parse(JSON.parse(again.out)).differences.some(({ id }) => id === 'value:Model!B2');
    return { kept: syncSchema.parse(JSON.parse(out)).kept, differs };
  };
  const left = (state: string) => [{ difference: 'value:Model!B2', state, reason: 'Agreed with the region' }];

  it.each([
    ['leaves an exception', '', [rate], { kept: left('settled'), differs: true }],
    ['leaves what was offered', '--take all --remove all', [{ ...rate, kind: 'proposal' }], { kept: left('proposed'), differs: true }],
    ['takes what is named', '--take value:Model!B2', [rate], { kept: [], differs: false }],
    ['takes what is to be decided again', '', [{ ...rate, reviewBy: '2026-11-01' }], { kept: [], differs: false }],
    ['takes what was never decided', '', [], { kept: [], differs: false }],
  ] as const)('%s', async (_, wish, decisions, expected) => {
    expect(await synced(wish, ...decisions)).toEqual(expected);
  });

  it('says what it left, and why', async () => {
    const { out } = await inTerminal('sync Published.xlsx Mine.xlsx --dry-run', await filesWith(rate));
    expect(out).toMatch(/\nKept as decided \(.*\)\n {2}Model!B2: kept on purpose by Asha, “Agreed with the region” {3}value:Model!B2\n/);
  });
});

describe('tieout decide', () => {
  const ROW = ['--reason', 'Agreed with the region', '--owner', 'Asha', '--review-by', '2027-01-31'];
  const files = (): Record<string, Uint8Array> => ({ 'Published.xlsx': officialFile.bytes, 'Mine.xlsx': localFile.bytes });
  const decisionsOf = async (all: Record<string, Uint8Array>, name = 'Mine.xlsx') =>
    (JSON.parse((await inTerminal(`ledger ${name} --json`, all)).out) as { decisions: readonly Decision[] }).decisions;

  it.each([['--id=value:Model!B2'], ['--label=renewal rate · q1']])(
    'keeps a difference on purpose and opens it again: %s',
    async (which) => {
      const all = files();
      const kept = await inTerminal(['decide', 'keep', 'Published.xlsx', 'Mine.xlsx', which, ...ROW], all);
      expect(kept).toEqual({ status: 0, err: '', out: 'One difference is kept on purpose. Written to Mine.xlsx.\n' });
      expect(await decisionsOf(all)).toEqual([{ ...rate, at: expect.any(String) as string }]);
      const { out } = await inTerminal('compare Published.xlsx Mine.xlsx', all);
      expect(out).toMatch(/\nKept on purpose\n {2}Model!B2/);
      const open = await inTerminal(['decide', 'reopen', 'Published.xlsx', 'Mine.xlsx', which, '--out', 'Open.xlsx'], all);
      expect(open.out).toBe('One difference is open again. Written to Open.xlsx.\n');
      expect(await decisionsOf(all, 'Open.xlsx')).toEqual([]);
    },
  );

  it('decides anew what stands elsewhere by now, in place of what was decided', async () => {
    const elsewhere = { ...rate, of: { ...rate.of, local: { ...rate.of.local!, address: 'B7' } } };
    const all = await filesWith(elsewhere);
    const which = ['Published.xlsx', 'Mine.xlsx', '--id', 'value:Model!B2'];
    await inTerminal(['decide', 'keep', ...which, '--reason', 'Still agreed'], all);
    expect(await decisionsOf(all)).toMatchObject([{ reason: 'Still agreed', of: { local: { address: 'B2' } } }]);
    all['Mine.xlsx'] = (await filesWith(elsewhere))['Mine.xlsx']!;
    await inTerminal(['decide', 'reopen', ...which], all);
    expect(await decisionsOf(all)).toEqual([]);
  });

  it('offers one, by who is signed in, with no end', async () => {
    const all = files();
    await inTerminal('decide offer Published.xlsx Mine.xlsx --id value:Model!B2 --reason Better', all);
    expect(await decisionsOf(all)).toMatchObject([{ kind: 'proposal', owner: 'asha', reviewBy: null, reason: 'Better' }]);
  });

  it('writes nothing where it is not told what, why, or until which day', async () => {
    const all = files();
    const said = async (line: string) => {
      const { status, err } = await inTerminal(line, all);
      return [status, err];
    };
    const text = (words: string) => [2, expect.stringContaining(words) as string];
    expect(await said('decide keep Published.xlsx Mine.xlsx --id value:Model!B2')).toEqual(text('Say why, with --reason'));
    expect(await said('decide keep Published.xlsx Mine.xlsx --reason x')).toEqual(text('Say which difference'));
    expect(await said('decide keep Published.xlsx Mine.xlsx --reason x --id none')).toEqual(text('No difference has the id none'));
    expect(await said('decide keep Published.xlsx Mine.xlsx --reason x --label none')).toEqual(text('No difference is called none'));
    expect(await said('decide keep Published.xlsx Mine.xlsx --reason x --id a --review-by soon')).toEqual(text('It is a day'));
    expect(all['Mine.xlsx']).toBe(localFile.bytes);
  });

  it('never writes over the official model, nor under a name that Excel would not open', async () => {
    const all = files();
    const line = 'decide keep Published.xlsx Mine.xlsx --id value:Model!B2 --reason x --out';
    const over = await inTerminal(`${line} Published.xlsx`, all);
    expect([over.status, over.err]).toEqual([
      2,
      'tieout: Published.xlsx is a file that is read here. Nothing was written. Choose another name.\n',
    ]);
    expect((await inTerminal(`${line} Mine.csv`, all)).err).toMatch(/has to end in \.xlsx/);
    expect(all).toEqual(files());
    expect((await inTerminal(`${line} Mine.xlsx`, all)).status).toBe(0);
  });
});
