import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readZip } from '../../src/adapters/xlsx/zip/readZip';
import { applyToFile } from '../../src/adapters/xlsx/applyToFile';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import type { WorkbookFile } from '../../src/app/compareWorkbooks';
import { readBase } from '../../src/app/ledger/readBase';
import { ranFileSync } from '../../src/app/ledger/ranFileSync';
import { rememberSync } from '../../src/app/ledger/rememberSync';
import { undoFile } from '../../src/app/undoFile';
import type { Result } from '../../src/core/Result';
import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import { packer } from '../../src/adapters/storage/pack/packer';
import { syncFile, type FileSelection, type FileSync } from '../../src/app/syncFile';
import { compare } from '../../src/core/compare/compare';
import { isLocalOnly } from '../../src/core/sync/chooseDifferences';
import { recalculated, unequalValues, valuesOf } from '../support/recalculated';
import { snapshotOf } from '../support/snapshotOf';
import { describeWithLibreOffice } from '../support/soffice';
import { toPaper } from '../support/paper';

const CORPUS = process.env['TIEOUT_CORPUS'] ?? resolve(__dirname, '../../../shared/corpus');
const PAIRS = join(CORPUS, 'pairs');
const workbooks = readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.xls[xm]$/.test(path))
  .sort();
const TOOLS = { read: readWorkbook, edit: applyToFile, calculator: { combine: combineModels } };
const ALL: FileSelection = { take: 'all', remove: 'all' };

function file(pair: string, version: 'old' | 'new'): WorkbookFile {
  const name = readdirSync(join(PAIRS, pair)).find((entry) => entry.startsWith(`${version}.xls`))!;
  return { name, bytes: new Uint8Array(readFileSync(join(PAIRS, pair, name))) };
}

type Synced = FileSync & { readonly local: WorkbookFile; readonly bytes: Uint8Array };
const done = new Map<string, Promise<Synced>>();

/** Brings all of the new version into the old one, once. */
function synced(pair: string): Promise<Synced> {
  let known = done.get(pair);
  if (known === undefined) done.set(pair, (known = sync(pair)));
  return known;
}

async function sync(pair: string): Promise<Synced> {
  const local = file(pair, 'old');
  const result = await syncFile({ official: file(pair, 'new'), local }, {}, ALL, TOOLS, false);
  if (!result.ok) throw new Error(result.failure.message);
  const memory = opened(createFileMemory(result.value.outcome!.bytes));
  opened(
    await rememberSync(memory, packer, ranFileSync(result.value, packer, null), { id: 'r1', at: '2026-11-22T10:00:00.000Z', by: 'Asha' }),
  );
  return { ...result.value, local, bytes: opened(memory.save()) };
}

function opened<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

/** Each part's bytes as they are packed. */
const packed = (bytes: Uint8Array): ReadonlyMap<string, string> =>
  new Map(readZip(bytes).map((entry) => [entry.name, `${entry.crc}:${Buffer.from(entry.packed).toString('base64')}`]));

it('gives the very bytes of each workbook that is synced with itself', async () => {
  const changed: string[] = [];
  let read = 0;
  for (const name of workbooks) {
    const bytes = new Uint8Array(readFileSync(join(CORPUS, name)));
    const snapshot = await readWorkbook(bytes, name, () => undefined);
    // Nothing can be compared where there is nothing to read: a password, a damaged file.
    if (!snapshot.ok) continue;
    read++;
    const done = await syncFile({ official: { name, bytes }, local: { name, bytes } }, {}, ALL, TOOLS, false);
    if (!done.ok) throw new Error(`${name}: ${done.failure.message}`);
    if (done.value.outcome!.bytes !== bytes || done.value.plan.refused.length > 0) changed.push(name);
  }
  expect(changed).toEqual([]);
  expect(read).toBeGreaterThan(300);
}, 600_000);

describe.each(readdirSync(PAIRS))('%s, synced in its file', (pair) => {
  it('no longer differs in what was taken, keeps all other parts, and is taken back by an undo', async () => {
    const { compared, plan, outcome, local, bytes } = await synced(pair);
    expect(outcome!.skipped).toEqual([]);
    const after = await snapshotOf(bytes, local.name);
    const refused = new Set(plan.refused.map(({ difference }) => difference));
    const left = compare(compared.official, after).differences.filter(({ role }) => role === 'cause');
    // What cannot be synced is listed; nothing else is left.
    expect(left.filter((one) => !isLocalOnly(one)).length).toBeLessThanOrEqual(refused.size);
    if (refused.size === 0) expect(left).toEqual([]);
    const [a, b] = [packed(local.bytes), packed(bytes)];
    const concerned =
      /^(xl\/(workbook\.xml|styles\.xml|calcChain\.xml|worksheets\/|tables\/|drawings\/|charts\/|comments|ctrlProps\/|_rels\/workbook\.xml\.rels)|customXml\/|\[Content_Types\]\.xml)/;
    const changed = [...new Set([...a.keys(), ...b.keys()])].filter((name) => a.get(name) !== b.get(name));
    expect(changed.filter((name) => !concerned.test(name))).toEqual([]);
    const touched = new Set(plan.steps.flatMap((step) => ('sheet' in step ? [step.sheet] : [])));
    const moves = plan.steps.some(({ kind }) => kind !== 'write' && kind !== 'setName');
    if (!moves) expect(changed.filter((name) => /worksheets\/sheet/.test(name)).length).toBeLessThanOrEqual(touched.size);
    if (local.name.endsWith('.xlsm')) expect(b.get('xl/vbaProject.bin')).toBe(a.get('xl/vbaProject.bin'));
    const base = opened(await readBase(opened(createFileMemory(bytes)), packer));
    // What it remembers is official as it was synced with.
    if (base !== null) expect(compare(compared.official, base.snapshot!).differences).toEqual([]);
    const tools = { edit: applyToFile, openMemory: createFileMemory, packer };
    const back = opened(
      await undoFile(bytes, { force: false, onlyPlan: false }, tools, { id: 'r2', at: '2026-11-23T10:00:00.000Z', by: 'Asha' }),
    );
    expect([back.outcome.skipped, back.base]).toEqual([[], 'kept']);
    const [was, now] = [toPaper(compared.local), toPaper(await snapshotOf(back.bytes!, local.name))];
    expect(now.sheets.map(({ name }) => name)).toEqual(was.sheets.map(({ name }) => name));
    for (const [at, { name, cells }] of was.sheets.entries()) {
      const found = now.sheets[at]!.cells;
      const other = [...new Set([...cells.keys(), ...found.keys()])].filter(
        (address) => JSON.stringify(strip(cells.get(address))) !== JSON.stringify(strip(found.get(address))),
      );
      expect({ name, other: other.map((address) => [address, cells.get(address), found.get(address)]).slice(0, 5) }).toEqual({
        name,
        other: [],
      });
    }
  });
});

/** A formula's stored result follows; all else must be what it was. */
function strip(cell: { formula: string | null; value: unknown; format: string | null } | undefined): unknown {
  return cell && { formula: cell.formula, format: cell.format, value: cell.formula === null ? cell.value : null };
}

/** Columns put in, a sheet added, and one with macros. */
const SAMPLE = ['nz-rc-description-columns', 'w3c-add-totals-sheet', 'reopt-one-formula'];

describeWithLibreOffice('a file that was synced, in other programs', () => {
  it.each(SAMPLE)(
    'is calculated by LibreOffice to what official gives: %s',
    async (pair) => {
      const { plan, bytes } = await synced(pair);
      const [ours, theirs] = [await recalculated(bytes), await recalculated(file(pair, 'new').bytes)];
      expect(plan.refused).toEqual([]);
      expect(unequalValues(valuesOf(theirs), valuesOf(ours))).toEqual([]);
    },
    120_000,
  );

  it('is loaded by openpyxl with its formulas and macros', async () => {
    const python = ['/usr/bin/python3', 'python3'].find(hasOpenpyxl);
    if (python === undefined) {
      if (process.env['TIEOUT_REQUIRE_OUTSIDE'] === '1') throw new Error('openpyxl is required here (TIEOUT_REQUIRE_OUTSIDE=1)');
      console.log('Skipped: openpyxl (python3-openpyxl) is not installed.');
      return;
    }
    const folder = mkdtempSync(join(tmpdir(), 'tieout-openpyxl-'));
    try {
      for (const pair of SAMPLE) {
        const { local, bytes } = await synced(pair);
        const path = join(folder, local.name);
        writeFileSync(path, bytes);
        const told = execFileSync(python, ['-W', 'ignore', '-c', OPENPYXL, path], { encoding: 'utf8' }).trim();
        const { sheets } = await snapshotOf(bytes, local.name);
        const formulas = sheets.reduce((sum, { cells }) => sum + cells.formula.filter((id) => id >= 0).length, 0);
        expect([pair, told]).toEqual([pair, `${sheets.length} ${formulas} ${local.name.endsWith('.xlsm')}`]);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 300_000);
});

const OPENPYXL = `
import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], keep_vba=True)
formulas = sum(1 for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.data_type == 'f')
print(len(book.worksheets), formulas, 'true' if book.vba_archive and 'xl/vbaProject.bin' in book.vba_archive.namelist() else 'false')
`;

function hasOpenpyxl(python: string): boolean {
  try {
    execFileSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
