import { unzipSync } from 'fflate';
import { checkStoredResults } from '../../src/adapters/calculation/checkStoredResults';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { createComputedReads } from '../../src/adapters/calculation/createComputedReads';
import { packer } from '../../src/adapters/storage/pack/packer';
import { applyToFile } from '../../src/adapters/xlsx/applyToFile';
import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { addReceipt } from '../../src/app/ledger/addReceipt';
import { changeLedger } from '../../src/app/ledger/changeLedger';
import { LEDGER } from '../../src/app/ledger/namespaces';
import { rememberBase } from '../../src/app/ledger/rememberBase';
import type { FileMemory } from '../../src/app/ports/WorkbookMemory';
import { run } from '../../src/cli/run';
import { withDecision } from '../../src/core/ledger/changeDecisions';
import { fail, type Result } from '../../src/core/Result';
import { decision, receipt } from '../support/ledger';
import { sha256 } from '../support/sha256';
import { workbook } from '../support/workbook';
import { xlsxFile } from '../support/xlsxFile';

const plain = xlsxFile({});

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

async function fileWith(work: (memory: FileMemory) => Promise<unknown>): Promise<Uint8Array> {
  const memory = value(createFileMemory(plain));
  await work(memory);
  return value(memory.save());
}

async function kept(memory: FileMemory): Promise<void> {
  const { undoable: _, undoneBy: __, ...given } = receipt();
  value(
    await rememberBase(
      memory,
      { title: 'Revenue model', version: 'v14', sha256: 'ab12', at: '2026-11-03T10:00:00Z' },
      packer.packSnapshot(workbook({})),
    ),
  );
  value(await changeLedger(memory, (ledger) => withDecision(ledger, decision({ reason: 'Signed \u001b[2Joff' }))));
  value(
    await changeLedger(memory, (ledger) =>
      withDecision(ledger, decision({ kind: 'proposal', reviewBy: null }, { kind: 'format', label: '' })),
    ),
  );
  value(await addReceipt(memory, packer, given, []));
}

async function tieout(
  words: readonly string[],
  files: Readonly<Record<string, Uint8Array>>,
): Promise<{ status: number; out: string; err: string; written: Map<string, Uint8Array> }> {
  let out = '';
  let err = '';
  const written = new Map<string, Uint8Array>();
  const status = await run(words, {
    readFile: async (path) => {
      if (files[path] !== undefined) return files[path];
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    },
    writeFile: async (path, bytes) => {
      if (path.startsWith('locked/')) throw new Error('EACCES: permission denied');
      written.set(path, bytes);
    },
    readWorkbook,
    openPlace: () => fail('no-place', 'No address can be opened here.'),
    sha256,
    isSameFile: async (path, other) => path === other,
    editFile: applyToFile,
    openMemory: createFileMemory,
    computedReads: createComputedReads,
    calculator: { combine: combineModels },
    checkResults: checkStoredResults,
    packer,
    now: () => 0,
    clock: () => '2026-11-22T00:00:00.000Z',
    user: () => '',
    newId: () => 'id',
    print: async (text) => void (out += text),
    complain: async (text) => void (err += text),
    colour: false,
  });
  return { status, out, err, written };
}

describe('tieout ledger', () => {
  it('says what a workbook remembers, with nothing in it that steers the terminal', async () => {
    const { status, out, err } = await tieout(['ledger', 'kept.xlsx'], { 'kept.xlsx': await fileWith(kept) });
    expect([status, err]).toEqual([0, '']);
    expect(out).toBe(
      [
        'kept.xlsx',
        'Last agreed with Revenue model v14 on 2026-11-03.',
        '',
        '1 kept on purpose',
        '  Renewal rate · Q2 (Drivers!C6): Signed ␛[2Joff · Asha · until 2027-01-31',
        '',
        '1 offered to the official model',
        '  Drivers!C6: Signed off with the region · Asha',
        '',
        '1 receipt',
        '  2026-11-03  Synced with Revenue model v14 by Asha: 7 taken, 2 kept, 1 refused, 42 cells written · can be undone, as r1',
        '    Net revenue: 1,200.5 → 1,320.0',
        '',
      ].join('\n'),
    );
  });

  it('says so of one that remembers nothing', async () => {
    const { status, out } = await tieout(['ledger', 'plain.xlsx'], { 'plain.xlsx': plain });
    expect([status, out]).toEqual([
      0,
      'plain.xlsx\nIt remembers no official version that it agreed with.\nNo decisions and no receipts.\n',
    ]);
  });

  it('prints it as JSON, and receipts as CSV', async () => {
    const files = { 'kept.xlsx': await fileWith(kept) };
    expect(JSON.parse((await tieout(['ledger', 'kept.xlsx', '--json'], files)).out)).toEqual({
      schema: 'tieout.memory/1',
      base: { title: 'Revenue model', version: 'v14', sha256: 'ab12', at: '2026-11-03T10:00:00Z', content: true },
      decisions: [
        decision({ reason: 'Signed \u001b[2Joff' }),
        decision({ kind: 'proposal', reviewBy: null }, { kind: 'format', label: '' }),
      ],
      receipts: [receipt({ undoable: true })],
    });
    expect((await tieout(['ledger', '--csv', 'kept.xlsx'], files)).out).toMatch(
      /^Receipt,Date,.*\r\nr1,2026-11-03T10:00:00.000Z,Asha,sync,/,
    );
  });

  it('writes the workbook as if it had never remembered anything', async () => {
    const files = { 'kept.xlsx': await fileWith(kept) };
    const { status, out, written } = await tieout(['ledger', 'kept.xlsx', '--forget', '--out', 'clean.xlsx'], files);
    expect([status, out]).toEqual([
      0,
      'clean.xlsx no longer remembers decisions, receipts or an official version. All else in it is as it was.\n',
    ]);
    expect(unzipSync(written.get('clean.xlsx')!)).toEqual(unzipSync(plain));
    const over = await tieout(['ledger', 'kept.xlsx', '--forget', '--out', 'kept.xlsx', '--force'], files);
    expect(over.written.get('kept.xlsx')).toEqual(written.get('clean.xlsx'));
  });

  it.each([
    [['gone.xlsx'], 'tieout: There is no file gone.xlsx. Check the path.\n'],
    [['text.csv'], /^tieout: The file is a text file/],
    [['newer.xlsx'], /^tieout: .* were written by a newer version of Tieout\. They were left as they are\. Update Tieout/],
    [['plain.xlsx', '--forget'], /^tieout: --forget and --out FILE go together/],
    [['plain.xlsx', '--out', 'a.xlsx'], /^tieout: --forget and --out FILE go together/],
    [['plain.xlsx', '--forget', '--out', 'plain.xlsx'], /^tieout: plain.xlsx is the workbook itself\. Nothing was changed/],
    [['plain.xlsx', '--json', '--csv'], /^tieout: option '--json' cannot be used with option '--csv'/],
    [['plain.xlsx', '--forget', '--out', 'locked/a.xlsx'], /^tieout: locked\/a.xlsx could not be written \(EACCES/],
  ])('ends with 2 and a sentence, and writes nothing: %j', async (words, sentence) => {
    const files = {
      'plain.xlsx': plain,
      'text.csv': new TextEncoder().encode('a,b'),
      'newer.xlsx': await fileWith((memory) => memory.write(LEDGER, '{"schema":"tieout.ledger/2"}')),
    };
    const { status, out, err, written } = await tieout(['ledger', ...words], files);
    expect([status, out, written.size]).toEqual([2, '', 0]);
    expect(err).toMatch(sentence);
  });
});
