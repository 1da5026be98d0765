import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { undoneSchema } from '../../src/app/undoneSchema';
import { syncSchema } from '../../src/app/syncSchema';
import { applyToFile } from '../../src/adapters/xlsx/applyToFile';
import type { Receipt } from '../../src/core/ledger/Receipt';
import { fileOfSnapshot } from '../support/fileOfSnapshot';
import { inTerminal } from '../support/fileTerminal';
import { localFile, officialFile } from '../support/generatedPair';
import { xlsxFile } from '../support/xlsxFile';
import { toPaper } from '../support/paper';
import { PLANT_KINDS, type PlantKind } from '../support/plants/kinds/plantKinds';
import { makeTrial, planTrial } from '../support/plants/makeTrial';
import { snapshotOfBook } from '../support/plants/snapshotOfBook';
import { snapshotOf } from '../support/snapshotOf';

type Files = Record<string, Uint8Array>;

const files = (): Files => ({ 'Published.xlsx': officialFile.bytes, 'Mine.xlsx': localFile.bytes });

/** What a workbook holds, cell by cell; what follows is calculated by Excel. */
async function held(bytes: Uint8Array): Promise<unknown> {
  const { sheets, names, tables } = toPaper(await snapshotOf(bytes));
  return {
    sheets: sheets.map(({ name, visibility, cells }) => ({
      name,
      visibility,
      cells: Object.fromEntries(
        [...cells]
          .filter(([, { formula, value }]) => formula !== null || value !== null)
          .map(([address, { formula, value, format }]) => [address, { formula, format, value: formula === null ? value : null }]),
      ),
    })),
    names,
    tables,
  };
}

interface Memory {
  readonly base: { readonly title: string; readonly at: string } | null;
  readonly receipts: readonly Receipt[];
}

async function memoryOf(all: Files, name: string): Promise<Memory> {
  return JSON.parse((await inTerminal(`ledger ${name} --json`, all)).out) as Memory;
}

async function synced(more = ''): Promise<Files> {
  const all = files();
  const { err } = await inTerminal(`sync Published.xlsx Mine.xlsx --out Synced.xlsx${more}`, all);
  expect(err).toBe('');
  return all;
}

/** A file in which someone typed into a cell that the sync wrote. */
function typedOver(bytes: Uint8Array, address: { row: number; column: number }, was: number): Uint8Array {
  return edited(bytes, 'Model', address, [was, 0.77]);
}

/** A file in which someone typed a number over another. */
function edited(
  bytes: Uint8Array,
  sheet: string,
  { row, column }: { row: number; column: number },
  [was, now]: readonly [number, number],
): Uint8Array {
  const content = (value: number) => ({ formula: null, value, format: null });
  const range = { firstRow: row, lastRow: row, firstColumn: column, lastColumn: column };
  const done = applyToFile(bytes, [{ kind: 'write', sheet, range, before: [[content(was)]], after: [[content(now)]], differences: [] }]);
  if (!done.ok || done.value.skipped.length > 0) throw new Error('The cell is not as it should be.');
  return done.value.bytes;
}

const TIEOUT_PARTS = /^(customXml\/.*|\[Content_Types\]\.xml|xl\/_rels\/workbook\.xml\.rels)$/;

describe('what a sync writes into its result', () => {
  it('is a receipt and the official version, in parts of their own and nowhere else', async () => {
    const all = await synced(' --by Asha');
    const { base, receipts } = await memoryOf(all, 'Synced.xlsx');
    expect(base).toMatchObject({
      title: 'Published.xlsx',
      version: null,
      content: true,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
    expect(receipts).toMatchObject([
      { by: 'Asha', action: 'sync', refused: 0, undoneBy: null, undoable: true, official: { name: 'Published.xlsx' } },
    ]);
    expect(receipts[0]!.taken).toBeGreaterThan(3);
    const bare = await synced(' --no-ledger');
    expect(await memoryOf(bare, 'Synced.xlsx')).toMatchObject({ base: null, receipts: [] });
    const [a, b] = [unzipSync(all['Synced.xlsx']!), unzipSync(bare['Synced.xlsx']!)];
    const changed = Object.keys({ ...a, ...b }).filter((name) => !a[name] || !b[name] || Buffer.compare(a[name], b[name]) !== 0);
    expect(changed.length).toBeGreaterThan(3);
    expect(changed.filter((name) => !TIEOUT_PARTS.test(name))).toEqual([]);
  });

  it('names who is signed in where nobody else is named, and the receipt in its JSON', async () => {
    const all = files();
    const told = syncSchema.parse(JSON.parse((await inTerminal('sync Published.xlsx Mine.xlsx --out S.xlsx --json', all)).out));
    const { receipts } = await memoryOf(all, 'S.xlsx');
    expect(receipts).toMatchObject([{ id: told.receipt, by: 'asha' }]);
    const plan = syncSchema.parse(JSON.parse((await inTerminal('sync Published.xlsx Mine.xlsx --dry-run --json', all)).out));
    expect(plan.receipt).toBeNull();
  });

  it('is what later comparisons and syncs look at, unless told not to', async () => {
    const all = await synced(' --remove all');
    all['Edited.xlsx'] = typedOver(all['Synced.xlsx']!, { row: 2, column: 2 }, 0.9);
    const line = /Compared three ways with the version this workbook last agreed\s+with: Published\.xlsx \(2026-11-22\)/;
    const compared = await inTerminal('compare Published.xlsx Edited.xlsx', all);
    expect(compared.out).toMatch(line);
    expect(compared.out).toMatch(/B2 .*you changed/);
    const kept = await inTerminal('sync Published.xlsx Edited.xlsx --out Kept.xlsx', all);
    expect([kept.status, kept.out]).toEqual([0, expect.stringMatching(/^There is nothing to bring over\n/) as string]);
    expect(kept.out).toMatch(line);
    expect(all['Kept.xlsx']).toBe(all['Edited.xlsx']);
    const taken = await inTerminal('sync Published.xlsx Edited.xlsx --no-base --out Taken.xlsx', all);
    // The format of the cell shows one place of 0.77.
    expect(taken.out).toContain('B2   0.8 → 0.9');
    expect(taken.out).not.toContain('stays the one it was');
    expect(taken.out).not.toMatch(line);
    expect((await inTerminal('compare Published.xlsx Edited.xlsx --no-base', all)).out).not.toMatch(/you changed|three ways/);
  });

  it('agrees where nothing is left, as its notes came along', async () => {
    const sample = (copy: string) => new Uint8Array(readFileSync(`assets/samples/revenue-model-fy26-${copy}.xlsx`));
    const all: Files = { 'official.xlsx': sample('official'), 'finance.xlsx': sample('finance') };
    const { status } = await inTerminal('sync official.xlsx finance.xlsx --out S.xlsx', all);
    expect(status).toBe(0);
    expect(await memoryOf(all, 'S.xlsx')).toMatchObject({ base: { title: 'official.xlsx' }, receipts: [{ refused: 0 }] });
  });

  it('agrees where a sheet is called otherwise, which moves no number, so that what is edited later stays', async () => {
    const book = (sheet: string, price: number, seats: number): Uint8Array => {
      const line = (row: number, label: string, content: string): string =>
        `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t>${label}</t></is></c><c r="B${row}">${content}</c></row>`;
      const inputs = line(1, 'Price', `<v>${price}</v>`) + line(2, 'Seats', `<v>${seats}</v>`) + line(3, 'Discount', '<v>0.1</v>');
      const total = line(1, 'Revenue', `<f>'${sheet}'!B1*'${sheet}'!B2</f><v>${price * seats}</v>`);
      return xlsxFile({ sheets: { [sheet]: inputs, Summary: total } });
    };
    const all: Files = { 'o.xlsx': book('Inputs', 12, 40), 'l.xlsx': book('Inputs EMEA', 11, 40) };
    expect((await inTerminal('sync o.xlsx l.xlsx --out S.xlsx', all)).err).toBe('');
    expect(await memoryOf(all, 'S.xlsx')).toMatchObject({ base: { title: 'o.xlsx' } });
    all['S.xlsx'] = edited(all['S.xlsx']!, 'Inputs EMEA', { row: 2, column: 2 }, [40, 50]);
    expect((await inTerminal('compare o.xlsx S.xlsx', all)).out).toMatch(/B2 .*you changed/);
    expect((await inTerminal('sync o.xlsx S.xlsx --out T.xlsx', all)).out).toMatch(/^There is nothing to bring over\n/);
  });

  it('keeps the version from before where something asked for is not there', async () => {
    const all = files();
    const { out } = await inTerminal('sync Published.xlsx Mine.xlsx --take value:Model!B2,gone --out Part.xlsx', all);
    expect(out).toContain('stays the one it was');
    expect(await memoryOf(all, 'Part.xlsx')).toMatchObject({ base: null, receipts: [{ taken: 1, refused: 1 }] });
  });
});

describe('a sync of some differences only', () => {
  it('agrees with no version, so that the others are still brought by the next one', async () => {
    const all = files();
    const { status, out } = await inTerminal('sync Published.xlsx Mine.xlsx --take value:Model!B2 --out Part.xlsx', all);
    expect([status, out]).toEqual([0, expect.stringContaining('As not all of official is there yet') as string]);
    expect(await memoryOf(all, 'Part.xlsx')).toMatchObject({ base: null, receipts: [{ taken: 1, refused: 0 }] });
    await inTerminal('sync Published.xlsx Part.xlsx --out Rest.xlsx', all);
    await inTerminal('sync Published.xlsx Mine.xlsx --out Whole.xlsx', all);
    expect(await held(all['Rest.xlsx']!)).toEqual(await held(all['Whole.xlsx']!));
    expect(await memoryOf(all, 'Rest.xlsx')).toMatchObject({ base: { title: 'Published.xlsx' } });
  });
});

describe('tieout undo', () => {
  it('gives the file back as it was, days later, and takes that back', async () => {
    const all = await synced();
    const { status, out, err } = await inTerminal('undo Synced.xlsx --out Back.xlsx', all);
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^Undone: \d+ cells written\nTakes back the sync with Published\.xlsx by asha on 2026-11-22 \(receipt id\d+\)\.\nWritten to Back\.xlsx\.\n/,
    );
    expect(out).toContain('B2   0.9 → 0.8');
    expect(await held(all['Back.xlsx']!)).toEqual(await held(localFile.bytes));
    const after = await memoryOf(all, 'Back.xlsx');
    expect(after.base).toBeNull();
    expect(after.receipts).toMatchObject([
      { action: 'sync', undoable: false, undoneBy: after.receipts[1]!.id },
      { action: 'undo', undoable: true },
    ]);
    const again = await inTerminal(`undo Back.xlsx --receipt ${after.receipts[1]!.id}`, all);
    expect(again.status).toBe(0);
    expect(await held(all['Back.xlsx']!)).toEqual(await held(all['Synced.xlsx']!));
    const redone = await memoryOf(all, 'Back.xlsx');
    expect(redone.base).toEqual((await memoryOf(all, 'Synced.xlsx')).base);
    expect(redone.receipts[2]).toMatchObject({ action: 'sync', taken: redone.receipts[0]!.taken, undoable: true });
    // What was done again is a sync, and can be undone as one.
    await inTerminal('undo Back.xlsx', all);
    expect(await held(all['Back.xlsx']!)).toEqual(await held(localFile.bytes));
    expect((await memoryOf(all, 'Back.xlsx')).base).toBeNull();
  });

  it('leaves cells that someone wrote since, lists them with status 1, and writes over them with --force', async () => {
    const all = await synced();
    all['Edited.xlsx'] = typedOver(all['Synced.xlsx']!, { row: 2, column: 2 }, 0.9);
    const plain = await inTerminal('undo Edited.xlsx --out Left.xlsx', all);
    expect(plain.status).toBe(1);
    expect(plain.out).toMatch(/Left as it is\n {2}Model!B2: /);
    const before = toPaper(await snapshotOf(localFile.bytes)).sheets;
    const cell = async (name: string) =>
      toPaper(await snapshotOf(all[name]!))
        .sheets.find((one) => one.name === 'Model')!
        .cells.get('B2');
    expect((await cell('Left.xlsx'))?.value).toBe(0.77);
    expect((await inTerminal('undo Edited.xlsx --force --out Forced.xlsx', all)).status).toBe(0);
    expect(await cell('Forced.xlsx')).toEqual(before.find(({ name }) => name === 'Model')!.cells.get('B2'));
    expect(await held(all['Forced.xlsx']!)).toEqual(await held(localFile.bytes));
    // What was forced can be taken back, the cell as it was typed.
    const { receipts } = await memoryOf(all, 'Forced.xlsx');
    await inTerminal(`undo Forced.xlsx --receipt ${receipts[1]!.id}`, all);
    expect(await held(all['Forced.xlsx']!)).toEqual(await held(all['Edited.xlsx']!));
  });

  it('writes nothing when it only says what it would do, and prints what it did as JSON', async () => {
    const all = await synced();
    const bytes = all['Synced.xlsx'];
    const plan = undoneSchema.parse(JSON.parse((await inTerminal('undo Synced.xlsx --dry-run --json', all)).out));
    expect(plan).toMatchObject({ undoneBy: null, out: null, skipped: [], base: 'kept' });
    expect((await inTerminal('undo Synced.xlsx --dry-run', all)).out).toMatch(/^Would write \d+ cells\n/);
    expect(all['Synced.xlsx']).toBe(bytes);
    const done = undoneSchema.parse(JSON.parse((await inTerminal('undo Synced.xlsx --json', all)).out));
    expect(done).toMatchObject({ out: 'Synced.xlsx', cells: plan.cells, receipt: plan.receipt, undoneBy: expect.any(String) as string });
    expect(await held(all['Synced.xlsx']!)).toEqual(await held(localFile.bytes));
  });

  it('says why there is nothing to take back, and what there is', async () => {
    const all = await synced();
    const said = async (line: string) => {
      const { status, err } = await inTerminal(line, all);
      return [status, err];
    };
    const text = (pattern: RegExp) => [2, expect.stringMatching(pattern) as string];
    const { receipts } = await memoryOf(all, 'Synced.xlsx');
    const { id } = receipts[0]!;
    expect(await said('undo Mine.xlsx')).toEqual(text(/remembers no sync that can be undone\. Nothing was changed\.\n$/));
    expect(await said('undo Synced.xlsx --receipt none')).toEqual(text(new RegExp(`remembers no receipt none.*--receipt: ${id}\\.`)));
    await inTerminal('undo Synced.xlsx', all);
    const undo = (await memoryOf(all, 'Synced.xlsx')).receipts[1]!.id;
    expect(await said('undo Synced.xlsx')).toEqual(text(new RegExp(`no sync that can be undone.*--receipt: ${undo}\\.`)));
    expect(await said(`undo Synced.xlsx --receipt ${id}`)).toEqual(text(/was undone already/));
    expect(await said('undo None.xlsx')).toEqual(text(/There is no file None\.xlsx/));
    expect(await said('undo Synced.xlsx --out Synced.xlsm')).toEqual(text(/has to end in \.xlsx/));
    expect(await said('undo Synced.xlsx --out missing/Back.xlsx --receipt ' + undo)).toEqual(text(/its folder is not there/));
  });

  it('brings back each base in turn, the older one where syncs are undone out of turn, and none where it kept none so long', async () => {
    const all = await synced(' --remove all');
    const first = (await memoryOf(all, 'Synced.xlsx')).base!;
    // Three more versions, each with another rate.
    for (let n = 1; n <= 3; n++) {
      all[`V${n}.xlsx`] = typedOver(officialFile.bytes, { row: 2, column: 2 }, 0.9);
      const rate = applyToFile(all[`V${n}.xlsx`]!, [
        {
          kind: 'write',
          sheet: 'Model',
          range: { firstRow: 2, lastRow: 2, firstColumn: 2, lastColumn: 2 },
          before: [[{ formula: null, value: 0.77, format: null }]],
          after: [[{ formula: null, value: 0.9 + n / 100, format: null }]],
          differences: [],
        },
      ]);
      if (!rate.ok) throw new Error(rate.failure.message);
      all[`V${n}.xlsx`] = rate.value.bytes;
      const { err, out } = await inTerminal(`sync V${n}.xlsx Synced.xlsx --out Synced.xlsx --force`, all);
      expect([err, out]).toEqual(['', expect.stringMatching(/^Synced: 1 cell written/) as string]);
    }
    const titles = async (name: string) => (await memoryOf(all, name)).base?.title;
    expect(await titles('Synced.xlsx')).toBe('V3.xlsx');
    const turn = all['Synced.xlsx']!;
    await inTerminal('undo Synced.xlsx', all);
    expect(await titles('Synced.xlsx')).toBe('V2.xlsx');
    await inTerminal('undo Synced.xlsx', all);
    expect(await titles('Synced.xlsx')).toBe('V1.xlsx');
    const { receipts } = await memoryOf(all, 'Synced.xlsx');
    all['Out.xlsx'] = turn;
    const [, , second, third] = receipts;
    expect((await inTerminal(`undo Out.xlsx --receipt ${second!.id} --force`, all)).status).toBe(0);
    expect(await titles('Out.xlsx')).toBe('V1.xlsx');
    expect((await inTerminal(`undo Out.xlsx --receipt ${third!.id} --force`, all)).status).toBe(0);
    expect(await titles('Out.xlsx')).toBe('V1.xlsx');
    const oldest = await inTerminal(`undo Out.xlsx --receipt ${receipts[0]!.id}`, all);
    expect(oldest.out).toContain('is not kept so long');
    expect(await titles('Out.xlsx')).toBeUndefined();
    expect(first.title).toBe('Published.xlsx');
  }, 60_000);

  it('takes back every sync, whatever was planted, and leaves every other part byte for byte', async () => {
    const kinds = Object.keys(PLANT_KINDS) as PlantKind[];
    const concerned =
      /^(xl\/(worksheets\/sheet\d+\.xml|worksheets\/_rels\/.*|workbook\.xml|_rels\/workbook\.xml\.rels|calcChain\.xml|styles\.xml|tables\/.*)|\[Content_Types\]\.xml|customXml\/.*)$/;
    let trials = 0;
    for (let number = 0; number < 16; number++) {
      const trial = makeTrial(planTrial(kinds, 20_261_205, number));
      if (trial === null) continue;
      const [official, local] = [trial.official, trial.local].map((book) => fileOfSnapshot(snapshotOfBook(book)));
      const all: Files = { 'O.xlsx': official!, 'L.xlsx': local! };
      const done = await inTerminal('sync O.xlsx L.xlsx --take all --remove all --out S.xlsx', all);
      expect(done.err).toBe('');
      if (all['S.xlsx'] === local) continue;
      trials++;
      const about = trial.plants.map(({ side, words }) => `${side}: ${words}`);
      expect({ about, ...(await inTerminal('undo S.xlsx --out B.xlsx', all)), out: '' }).toEqual({ about, status: 0, err: '', out: '' });
      expect({ about, held: await held(all['B.xlsx']!) }).toEqual({ about, held: await held(local!) });
      const [a, b] = [unzipSync(local!), unzipSync(all['B.xlsx']!)];
      const changed = Object.keys({ ...a, ...b }).filter((name) => !a[name] || !b[name] || Buffer.compare(a[name], b[name]) !== 0);
      expect(changed.filter((name) => !concerned.test(name))).toEqual([]);
      const undo = (await memoryOf(all, 'B.xlsx')).receipts[1]!.id;
      expect((await inTerminal(`undo B.xlsx --receipt ${undo} --out R.xlsx`, all)).status).toBe(0);
      expect({ about, held: await held(all['R.xlsx']!) }).toEqual({ about, held: await held(all['S.xlsx']!) });
    }
    expect(trials).toBeGreaterThan(8);
  }, 120_000);
});
