import {
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  readdirSync,
  statSync,
  chmodSync,
  lstatSync,
  mkdirSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { syncSchema } from '../../src/app/syncSchema';
import { isSameFile, writeWhole } from '../../src/cli/files';
import { inTerminal } from '../support/fileTerminal';
import { describeSheet } from '../support/describeSheet';
import { localFile, officialFile } from '../support/generatedPair';
import { snapshotOf } from '../support/snapshotOf';
import { xlsxFile } from '../support/xlsxFile';

const files = () => ({ 'Published.xlsx': officialFile.bytes, 'Mine.xlsx': localFile.bytes }) as Record<string, Uint8Array>;
const samples = (): Record<string, Uint8Array> =>
  Object.fromEntries(
    ['official', 'finance'].map((copy) => [`${copy}.xlsx`, new Uint8Array(readFileSync(`assets/samples/revenue-model-fy26-${copy}.xlsx`))]),
  );

describe('tieout sync', () => {
  it('writes what differs, says it cell by cell, and leaves what only yours has', async () => {
    const held = files();
    const { status, out, err } = await inTerminal('sync Published.xlsx Mine.xlsx --out Synced.xlsx', held);
    expect(err).toBe('');
    expect(out).toMatch(/^Synced: \d+ cells written\nOfficial: Published\.xlsx {3}Yours: Mine\.xlsx\nWritten to Synced\.xlsx\.\n/);
    expect(out).toContain('B2   0.8 → 0.9');
    expect(out).toMatch(/row 3 put in/);
    expect(out).toMatch(/name Uplift: \(none\) → 1\.05/);
    expect(out).toMatch(/only yours has stays?; --remove all deletes what can be deleted/);
    expect(status).toBe(0);
    expect(held['Mine.xlsx']).toBe(localFile.bytes);
    const again = await inTerminal('compare Published.xlsx Synced.xlsx --json --causes', held);
    const left = (JSON.parse(again.out) as { differences: { kind: string; role: string; official: unknown }[] }).differences;
    expect(left.filter(({ role, kind, official }) => role === 'cause' && kind !== 'format' && official !== null)).toEqual([]);
  });

  it('leaves no cause when all is taken and all else is removed, and then has nothing more to do', async () => {
    const held = files();
    const { status, out } = await inTerminal('sync Published.xlsx Mine.xlsx --take all --remove all --out Synced.xlsx', held);
    expect([status, out]).toEqual([0, expect.stringMatching(/\d+ causes before, 0 left\.\n$/) as string]);
    const again = await inTerminal('sync Published.xlsx Synced.xlsx --take all --remove all --out Again.xlsx', held);
    expect(again.out).toMatch(/^There is nothing to bring over\n/);
    expect(held['Again.xlsx']).toBe(held['Synced.xlsx']);
  });

  it('says what the headlines will be', async () => {
    const { out } = await inTerminal('sync official.xlsx finance.xlsx --dry-run', samples());
    expect(out).toMatch(/^Would write \d+ cells\n/);
    expect(out).toMatch(/Headlines\n {2}.+: .+ → .+ \(official .+\)\n/);
  });

  it('prints the plan and what became of it as JSON', async () => {
    const held = files();
    const { out } = await inTerminal('sync Published.xlsx Mine.xlsx --out Synced.xlsx --json', held);
    const told = syncSchema.parse(JSON.parse(out));
    expect(told).toMatchObject({ out: 'Synced.xlsx', skipped: [], conflicts: [], signatureBroken: false });
    expect(told.cells.written).toBe(told.cells.planned);
    expect(told.refused.every(({ asked }) => !asked)).toBe(true);
    expect(told.causes.after!).toBeLessThan(told.causes.before);
    const planned = syncSchema.parse(JSON.parse((await inTerminal('sync Published.xlsx Mine.xlsx --dry-run --json', held)).out));
    expect(planned).toMatchObject({ out: null, steps: told.steps, cells: { written: null } });
  });

  it('leaves formulas that reach outside where they are, unless they are allowed one by one', async () => {
    const book = (first: string, second: string) =>
      xlsxFile({
        sheets: {
          Model: `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>${first}</f><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f>${second}</f><v>1</v></c></row>`,
        },
      });
    const held: Record<string, Uint8Array> = { 'o.xlsx': book('_xlfn.WEBSERVICE(A1)', 'HYPERLINK(A2)'), 'l.xlsx': book('A1+1', 'A2+1') };
    const left = await inTerminal('sync o.xlsx l.xlsx --out n.xlsx', held);
    expect(left.status).toBe(1);
    expect(left.out).toMatch(
      /Fetches from or sends to outside the workbook\n {2}Model!B1: =WEBSERVICE\(A1\) {3}left out: sync --allow-outside (\S+) lets it come\n/,
    );
    expect(held['n.xlsx']).toBe(held['l.xlsx']);
    const id = /--allow-outside (\S+) lets/.exec(left.out)![1]!;
    const taken = await inTerminal(['sync', 'o.xlsx', 'l.xlsx', '--allow-outside', id, '--json', '--out', 'n.xlsx'], held);
    const told = syncSchema.parse(JSON.parse(taken.out));
    expect(told.outside.map(({ address, allowed }) => [address, allowed])).toEqual([
      ['B1', true],
      ['B2', false],
    ]);
    const formulas = describeSheet(await snapshotOf(held['n.xlsx']!));
    expect(formulas).toMatchObject({
      B1: expect.stringContaining('WEBSERVICE(A1)') as string,
      B2: expect.stringContaining('A2+1') as string,
    });
    expect(new TextDecoder().decode(unzipSync(held['n.xlsx']!)['xl/worksheets/sheet1.xml'])).toContain('<f>_xlfn.WEBSERVICE(A1)</f>');
  });

  it('takes and removes by id, and says what it cannot find', async () => {
    const held = files();
    const { differences } = JSON.parse((await inTerminal('compare Published.xlsx Mine.xlsx --json', held)).out) as {
      differences: { id: string; local: { address: string } | null }[];
    };
    const one = differences.find(({ local }) => local?.address === 'B2')!;
    const { status, out } = await inTerminal(`sync Published.xlsx Mine.xlsx --take ${one.id},gone --out Synced.xlsx`, held);
    expect(status).toBe(1);
    expect(out).toMatch(/^Synced: 1 cell written\n/);
    expect(out).toContain('gone: This difference is no longer there. Compare again.');
  });

  it('with a base takes only what official changed since, and keeps what you changed', async () => {
    const held: Record<string, Uint8Array> = { ...samples(), 'base.xlsx': samples()['official.xlsx']! };
    const { status, out } = await inTerminal('sync official.xlsx finance.xlsx --base base.xlsx --out Synced.xlsx', held);
    expect([status, out]).toEqual([0, expect.stringMatching(/^There is nothing to bring over\n/) as string]);
    expect(held['Synced.xlsx']).toBe(held['finance.xlsx']);
  });

  it('writes over no file that it reads unless told to, and nothing without --out', async () => {
    const held = files();
    for (const out of ['Mine.xlsx', 'Published.xlsx']) {
      const { status, err } = await inTerminal(`sync Published.xlsx Mine.xlsx --out ${out}`, held);
      expect([status, err]).toEqual([2, expect.stringMatching(/is a file that is read here\. Nothing was written\./) as string]);
    }
    const none = await inTerminal('sync Published.xlsx Mine.xlsx', held);
    expect([none.status, none.err]).toEqual([2, expect.stringContaining('--out FILE') as string]);
    expect(held).toEqual(files());
    expect((await inTerminal('sync Published.xlsx Mine.xlsx --out Mine.xlsx --force', held)).status).toBe(0);
    expect(held['Mine.xlsx']).not.toEqual(localFile.bytes);
  });

  it('says what keeps it from writing, and where', async () => {
    const held = { ...files(), 'Macros.xlsm': localFile.bytes, 'Old.xlsb': localFile.bytes };
    const said = async (line: string) => (await inTerminal(line, held)).err;
    expect(await said('sync Published.xlsx Macros.xlsm --out Macros.xlsx')).toMatch(/has to end in \.xlsm/);
    expect(await said('sync Published.xlsx Mine.xlsx --out New.csv')).toMatch(/has to end in \.xlsx/);
    expect(await said('sync Published.xlsx Mine.xlsx --out catalog.json')).toMatch(/has to end in \.xlsx/);
    expect(await said('sync Published.xlsx Old.xlsb --out New.xlsx')).toMatch(/binary workbook.*Save it in Excel as \.xlsx/);
    expect(await said('sync Published.xlsx Mine.xlsx --out missing/New.xlsx')).toMatch(
      /missing\/New\.xlsx could not be written: its folder is not there/,
    );
    expect(await said('sync Published.xlsx None.xlsx --out New.xlsx')).toMatch(/There is no file None\.xlsx/);
  });

  it('says that a signature no longer holds, and keeps macros byte for byte', async () => {
    const extras = { '_xmlsignatures/sig1.xml': new Uint8Array([60, 97, 47, 62]), 'xl/vbaProject.bin': new Uint8Array([1, 2, 3, 0, 255]) };
    const held = { ...files(), 'Signed.xlsm': zipSync({ ...unzipSync(localFile.bytes), ...extras }) };
    const { out } = await inTerminal('sync Published.xlsx Signed.xlsm --out Synced.xlsm', held);
    expect(out).toContain('The signature no longer holds');
    expect(unzipSync(held['Synced.xlsm' as 'Signed.xlsm'])).toMatchObject(extras);
  });
});

describe('a file that is written', () => {
  let folder: string;
  beforeEach(() => void (folder = mkdtempSync(path.join(tmpdir(), 'tieout-files-'))));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string) => path.join(folder, name);

  it('is there as a whole with nothing beside it, through links, with the permissions that were there', async () => {
    writeFileSync(at('a.xlsx'), 'old');
    chmodSync(at('a.xlsx'), 0o640);
    symlinkSync('a.xlsx', at('b.xlsx'));
    await writeWhole(at('b.xlsx'), new Uint8Array([1, 2]));
    expect(readdirSync(folder).sort()).toEqual(['a.xlsx', 'b.xlsx']);
    expect([...readFileSync(at('a.xlsx'))]).toEqual([1, 2]);
    expect([statSync(at('a.xlsx')).mode & 0o777, lstatSync(at('b.xlsx')).isSymbolicLink()]).toEqual([0o640, true]);
  });

  it('leaves nothing behind when it cannot be written', async () => {
    mkdirSync(at('folder.xlsx'));
    await expect(writeWhole(at('folder.xlsx'), new Uint8Array([1]))).rejects.toMatchObject({ code: 'EISDIR' });
    await expect(writeWhole(at('none/a.xlsx'), new Uint8Array([1]))).rejects.toMatchObject({ code: 'ENOENT' });
    expect(readdirSync(folder)).toEqual(['folder.xlsx']);
  });

  it('stays what it is where its owner closed it to writing, or it is no file', async () => {
    writeFileSync(at('published.xlsx'), 'old');
    chmodSync(at('published.xlsx'), 0o444);
    await expect(writeWhole(at('published.xlsx'), new Uint8Array([1]))).rejects.toMatchObject({ code: 'EROFS' });
    expect(readFileSync(at('published.xlsx'), 'utf8')).toBe('old');
    const listening = createServer().listen(at('socket.xlsx'));
    await once(listening, 'listening');
    await expect(writeWhole(at('socket.xlsx'), new Uint8Array([1]))).rejects.toThrow('it is no file');
    listening.close();
    await once(listening, 'close');
    expect(readdirSync(folder)).toEqual(['published.xlsx']);
  });

  it('is known by whatever path leads to it', async () => {
    writeFileSync(at('a.xlsx'), '');
    symlinkSync('a.xlsx', at('b.xlsx'));
    expect(await isSameFile(at('a.xlsx'), at('b.xlsx'))).toBe(true);
    expect(await isSameFile(at('a.xlsx'), at('c.xlsx'))).toBe(false);
  });
});
