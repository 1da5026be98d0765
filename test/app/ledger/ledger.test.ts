import fc from 'fast-check';
import { packer } from '../../../src/adapters/storage/pack/packer';
import { addReceipt } from '../../../src/app/ledger/addReceipt';
import { changeLedger } from '../../../src/app/ledger/changeLedger';
import { forgetEverything } from '../../../src/app/ledger/forgetEverything';
import { markUndone } from '../../../src/app/ledger/markUndone';
import { BASE, LEDGER, undoNamespace } from '../../../src/app/ledger/namespaces';
import { readBase } from '../../../src/app/ledger/readBase';
import { readInverse } from '../../../src/app/ledger/readInverse';
import { readLedger } from '../../../src/app/ledger/readLedger';
import { rememberBase } from '../../../src/app/ledger/rememberBase';
import { withDecision, withoutDecision } from '../../../src/core/ledger/changeDecisions';
import { EMPTY_LEDGER } from '../../../src/core/ledger/Ledger';
import type { SyncStep } from '../../../src/core/sync/SyncPlan';
import { inMemory } from '../../support/inMemory';
import { decision, receipt } from '../../support/ledger';
import { workbook } from '../../support/workbook';

const steps: readonly SyncStep[] = [
  { kind: 'addSheet', sheet: 'Old', position: 2, visibility: 'hidden' },
  { kind: 'insert', axis: 'row', sheet: 'P&L', at: 4, count: 2, across: { first: 1, last: 3 } },
  { kind: 'move', axis: 'column', sheet: 'P&L', at: 4, count: 2, to: 9 },
  {
    kind: 'write',
    sheet: 'P&L',
    range: { firstRow: 1, firstColumn: 1, lastRow: 1, lastColumn: 2 },
    before: [[{ formula: '=A2*2', value: { error: '#N/A' }, format: '0%' }, null]],
    after: [[{ formula: null, value: 'x\uffff', format: null }, null]],
    differences: ['d1'],
    aside: true,
  },
  { kind: 'setName', name: 'Rate', scope: null, before: null, after: { formula: 'P&L!$A$1', comment: '', hidden: false } },
  {
    kind: 'resizeTable',
    sheet: 'P&L',
    table: 'Deals',
    before: { firstRow: 1, firstColumn: 1, lastRow: 4, lastColumn: 2 },
    after: { firstRow: 1, firstColumn: 1, lastRow: 5, lastColumn: 2 },
  },
  { kind: 'deleteSheet', sheet: 'New' },
];

describe('the ledger of a workbook', () => {
  it('is empty where nothing was decided, and leaves nothing behind when it is empty again', async () => {
    const texts = new Map<string, string>();
    const memory = inMemory(texts);
    expect(await readLedger(memory)).toEqual({ ok: true, value: EMPTY_LEDGER });
    await changeLedger(memory, (ledger) => withDecision(ledger, decision()));
    expect(await readLedger(memory)).toEqual({ ok: true, value: { ...EMPTY_LEDGER, decisions: [decision()] } });
    await changeLedger(memory, (ledger) => withoutDecision(ledger, decision().of));
    expect([...texts]).toEqual([]);
  });

  it('keeps any text as it was typed', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (reason) => {
        const memory = inMemory();
        await changeLedger(memory, (ledger) => withDecision(ledger, decision({ reason })));
        expect(await readLedger(memory)).toEqual({ ok: true, value: { ...EMPTY_LEDGER, decisions: [decision({ reason })] } });
      }),
    ));

  const sentence = 'The decisions and receipts that this workbook keeps';
  it.each([
    ['one of a newer Tieout', { ...EMPTY_LEDGER, schema: 'tieout.ledger/2' }, 'newer', `${sentence} were written by a newer version`],
    ['one that is no JSON', '{"schema":"tieout.led', 'damaged', `${sentence} cannot be read`],
    ['another program’s', { hello: 1 }, 'damaged', `${sentence} cannot be read`],
    ['one with a decision it cannot read', { ...EMPTY_LEDGER, decisions: [{ kind: 'exception' }] }, 'damaged', sentence],
    ['one with more in it than it knows', { ...EMPTY_LEDGER, decisions: [{ ...decision(), colour: 'red' }] }, 'damaged', sentence],
  ])('is never written over when it is %s', async (_, content, code, message) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const texts = new Map([[LEDGER, text]]);
    const change = changeLedger(inMemory(texts), (ledger) => withDecision(ledger, decision()));
    expect(await change).toEqual({ ok: false, failure: { code, message: expect.stringContaining(message) } });
    expect(await addReceipt(inMemory(texts), packer, receipt(), steps)).toMatchObject({ ok: false, failure: { code } });
    expect([...texts]).toEqual([[LEDGER, text]]);
  });
});

describe('receipts', () => {
  it('keep the steps that take a sync back apart, until it is taken back', async () => {
    const texts = new Map<string, string>();
    const memory = inMemory(texts);
    const { undoable: _, undoneBy: __, ...given } = receipt();
    expect(await addReceipt(memory, packer, given, steps)).toEqual({
      ok: true,
      value: { ...EMPTY_LEDGER, receipts: [receipt({ undoable: true })] },
    });
    expect(texts.get(LEDGER)).not.toContain('#N/A');
    expect(await readInverse(memory, packer, 'r1')).toEqual({ ok: true, value: steps });

    await addReceipt(memory, packer, { ...given, id: 'r2', action: 'undo' }, null);
    const undone = await markUndone(memory, 'r1', 'r2');
    expect(undone.ok && undone.value.receipts).toEqual([receipt({ undoneBy: 'r2' }), receipt({ id: 'r2', action: 'undo' })]);
    expect(await readLedger(memory)).toEqual(undone);
    expect([...texts.keys()]).toEqual([LEDGER]);
    expect(await readInverse(memory, packer, 'r1')).toMatchObject({ ok: false, failure: { code: 'no-undo' } });
  });

  it('are kept although the steps are too large, and say that they cannot be undone', async () => {
    const memory = inMemory(new Map(), 600);
    const written = { ...steps[3]!, differences: Array.from({ length: 999 }, (_, n) => `d${n * n}`) } as SyncStep;
    const added = await addReceipt(memory, packer, receipt(), [written]);
    expect(added).toEqual({ ok: true, value: { ...EMPTY_LEDGER, receipts: [receipt({ undoable: false })] } });
    expect(await readInverse(memory, packer, 'r1')).toMatchObject({ ok: false });
  });

  it.each([
    ['damaged', 'nonsense'],
    ['damaged', packer.packText('{')],
    ['damaged', packer.packText(JSON.stringify({ schema: 'tieout.undo/1', steps: [{ kind: 'format the disk' }] }))],
    ['damaged', packer.packText(JSON.stringify({ schema: 'tieout.undo/1', steps: [{ ...steps[3], after: [] }] }))],
    ['newer', packer.packText(JSON.stringify({ schema: 'tieout.undo/9', steps: [] }))],
  ])('give no steps but a sentence when those are %s', async (code, text) => {
    const memory = inMemory(new Map([[undoNamespace('r1'), text]]));
    expect(await readInverse(memory, packer, 'r1')).toEqual({ ok: false, failure: { code, message: expect.any(String) } });
  });
});

describe('the base', () => {
  const version = { title: 'Revenue model', version: 'v14', sha256: 'ab12', at: '2026-11-03T10:00:00.000Z' };
  const snapshot = workbook({ Drivers: { A1: 'Rate', B1: 0.9, C1: ['=B1*2', 1.8] } });

  it('is none at first, then the version that was remembered last with all its content', async () => {
    const memory = inMemory();
    expect(await readBase(memory, packer)).toEqual({ ok: true, value: null });
    expect(await rememberBase(memory, { ...version, version: 'v13' }, packer.packSnapshot(workbook({})))).toEqual({
      ok: true,
      value: { content: true },
    });
    await rememberBase(memory, version, packer.packSnapshot(snapshot));
    expect(await readBase(memory, packer)).toEqual({ ok: true, value: { version, snapshot } });
  });

  it.each([
    ['the workbook', inMemory(new Map(), 300), 8_000_000],
    ['Tieout', inMemory(), 50],
  ])('is its name, version and hash alone where the content is too large for %s', async (_, memory, most) => {
    expect(await rememberBase(memory, version, packer.packSnapshot(snapshot), most)).toEqual({ ok: true, value: { content: false } });
    expect(await readBase(memory, packer)).toEqual({ ok: true, value: { version, snapshot: null } });
  });

  it('is not written over when a newer Tieout wrote it, and is when it is damaged', async () => {
    const newer = JSON.stringify({ schema: 'tieout.base/2', parts: [] });
    const texts = new Map([[BASE, newer]]);
    expect(await rememberBase(inMemory(texts), version, packer.packSnapshot(snapshot))).toMatchObject({
      ok: false,
      failure: { code: 'newer' },
    });
    expect(await readBase(inMemory(texts), packer)).toMatchObject({ ok: false, failure: { code: 'newer' } });
    expect(texts.get(BASE)).toBe(newer);

    texts.set(BASE, 'nonsense');
    expect(await readBase(inMemory(texts), packer)).toMatchObject({ ok: false, failure: { code: 'damaged' } });
    await rememberBase(inMemory(texts), version, packer.packSnapshot(snapshot));
    expect(await readBase(inMemory(texts), packer)).toMatchObject({ ok: true, value: { version } });
  });

  it('says so where its content is damaged', async () => {
    const texts = new Map<string, string>();
    await rememberBase(inMemory(texts), version, packer.packSnapshot(snapshot));
    texts.set(BASE, texts.get(BASE)!.replace(/.{9}"}$/, '"}'));
    expect(await readBase(inMemory(texts), packer)).toMatchObject({ ok: false, failure: { code: 'damaged' } });
  });
});

it('forgets all that is Tieout’s and nothing else', async () => {
  const texts = new Map([
    ['urn:someone:else', 'theirs'],
    [LEDGER, 'nonsense'],
    [BASE, '{}'],
    [undoNamespace('r 1'), ''],
    ['urn:tieout:journal:1', ''],
  ]);
  expect(await forgetEverything(inMemory(texts))).toEqual({ ok: true, value: 4 });
  expect([...texts.keys()]).toEqual(['urn:someone:else']);
});
