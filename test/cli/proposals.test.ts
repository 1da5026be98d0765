import * as XLSX from '@e965/xlsx';
import { packer } from '../../src/adapters/storage/pack/packer';
import { acceptedSchema } from '../../src/app/propose/acceptedSchema';
import { comparisonSchema } from '../../src/app/comparisonSchema';
import { incomingSchema } from '../../src/app/propose/incomingSchema';
import { proposalSchema } from '../../src/app/propose/proposalSchema';
import { inTerminal } from '../support/fileTerminal';
import { localFile, officialFile } from '../support/generatedPair';
import { snapshotOf } from '../support/snapshotOf';
import { describeSheet } from '../support/describeSheet';
import { xlsxFile } from '../support/xlsxFile';

type Files = Record<string, Uint8Array>;

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const cellsOf = async (bytes: Uint8Array) => describeSheet(await snapshotOf(bytes));

/** The rate of a copy that is offered, with a reason. */
async function offered(): Promise<Files> {
  const files: Files = { 'Published.xlsx': officialFile.bytes, 'Mine.xlsx': localFile.bytes };
  const decided = await inTerminal(
    ['decide', 'offer', 'Published.xlsx', 'Mine.xlsx', '--label', 'Renewal rate · Q1', '--reason', 'Churn is up', '--owner', 'Ann'],
    files,
  );
  expect(decided.err).toBe('');
  return files;
}

async function proposed(): Promise<Files> {
  const files = await offered();
  const made = await inTerminal('propose Published.xlsx Mine.xlsx --team North --version v14 --out p.json', files);
  expect([made.status, made.err]).toEqual([0, '']);
  return files;
}

/** A small workbook with a rate, what it makes, and rows above and beside. */
function book(rate: number, formula: string, { above = false, name = 'Rate' } = {}): Uint8Array {
  const cells = (row: number, ...words: string[]): string => `<row r="${row}">${words.join('')}</row>`;
  const label = (address: string, words: string): string => `<c r="${address}" t="inlineStr"><is><t>${words}</t></is></c>`;
  const at = above ? 2 : 1;
  return xlsxFile({
    sheets: {
      Model:
        (above ? cells(1, label('A1', 'Fiscal year 2027, approved')) : '') +
        cells(at, label(`A${at}`, name), `<c r="B${at}"><v>${rate}</v></c>`) +
        cells(at + 1, label(`A${at + 1}`, 'Customers'), `<c r="B${at + 1}"><v>100</v></c>`) +
        cells(at + 2, label(`A${at + 2}`, 'Revenue'), `<c r="B${at + 2}"><f>${formula}</f><v>${rate * 100}</v></c>`),
    },
  });
}

describe('tieout propose', () => {
  it('says that your workbook does not remember what was named and not marked', async () => {
    const files: Files = { 'o.xlsx': book(0.8, 'B1*B2'), 'l.xlsx': book(0.7, 'B1*B2') };
    const named = await inTerminal(
      ['propose', 'o.xlsx', 'l.xlsx', '--take', 'value:Model!B1', '--reason', 'Churn', '--out', 'p.json'],
      files,
    );
    expect(named).toMatchObject({ status: 0, err: '' });
    expect(named.out).toMatch(/Your workbook does not remember that this was offered.*tieout decide offer does\.\n$/);
    const marked = await inTerminal('propose Published.xlsx Mine.xlsx --out q.json', await offered());
    expect(marked.out).not.toMatch(/remember/);
  });

  it('says what to do about an official model that is a binary workbook', async () => {
    const sheets = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(
      sheets,
      XLSX.utils.aoa_to_sheet([
        ['Rate', 0.8],
        ['Customers', 100],
      ]),
      'Model',
    );
    const binary = new Uint8Array(XLSX.write(sheets, { bookType: 'xlsb', type: 'array' }) as ArrayBuffer);
    const files: Files = { 'o.xlsb': binary, 'l.xlsx': book(0.7, 'B1*B2') };
    const { status, err } = await inTerminal(
      ['propose', 'o.xlsb', 'l.xlsx', '--take', 'value:Model!B1', '--reason', 'Churn', '--out', 'p.json'],
      files,
    );
    expect([status, err]).toEqual([
      2,
      expect.stringMatching(/copy of the official model: This is a binary workbook.*Save it in Excel as \.xlsx or \.xlsm/),
    ]);
    expect(files['p.json']).toBeUndefined();
  });

  it('writes what was offered with its reason and what it does to the headlines, and says so', async () => {
    const files = await offered();
    const { status, out } = await inTerminal('propose Published.xlsx Mine.xlsx --team North --version v14 --out p.json', files);
    expect(status).toBe(0);
    expect(out).toMatch(
      /^One difference is offered to Published\.xlsx\. Written to p\.json\.\n {3}1 {2}Renewal rate · Q1 \(Model!B2\): 0\.9 → 0\.8\n {6}Churn is up · Ann\n/,
    );
    const proposal = proposalSchema.parse(JSON.parse(text(files['p.json']!)));
    expect(proposal).toMatchObject({ author: 'asha', team: 'North', official: { title: 'Published.xlsx', version: 'v14' } });
    expect(proposal.offers).toHaveLength(1);
    expect(proposal.offers[0]).toMatchObject({ id: '1', reason: 'Churn is up', owner: 'Ann', words: '0.9 → 0.8' });
  });

  it('measures what the headlines come to by calculating official with it', async () => {
    const files: Files = { 'o.xlsx': book(2, 'B1*B2'), 'l.xlsx': book(3, 'B1*B2') };
    const made = await inTerminal('propose o.xlsx l.xlsx --take value:Model!B1 --headline Revenue --reason Agreed --out p.json', files);
    expect([made.err, made.status]).toEqual(['', 0]);
    expect(made.out).toContain('\n      Revenue: 200 → 300 (+100)\n');
    const { offers, effect } = proposalSchema.parse(JSON.parse(text(files['p.json']!)));
    expect(effect).toEqual([expect.objectContaining({ before: 200, after: 300, exact: true })]);
    expect(offers[0]!.effect).toEqual(effect);
  });

  it('carries nothing of the copy but what is offered', async () => {
    const files: Files = { 'o.xlsx': book(2, 'B1*B2'), 'l.xlsx': book(3, 'B1*B2+41414', { name: 'Our secret rate' }) };
    await inTerminal('propose o.xlsx l.xlsx --take value:Model!B1 --reason Agreed --out p.json', files);
    const { offers } = proposalSchema.parse(JSON.parse(text(files['p.json']!)));
    expect(offers).toHaveLength(1);
    const accepted = await inTerminal('accept o.xlsx p.json --take all --out n.xlsx', files);
    expect(accepted.status).toBe(0);
    expect(await cellsOf(files['n.xlsx']!)).toMatchObject({ A1: '"Rate"', B1: '3', B3: expect.stringMatching(/^=B1\*B2 /) as string });
  });

  it('writes nothing without a reason, without an offer, or over a file', async () => {
    const files: Files = { 'Published.xlsx': officialFile.bytes, 'Mine.xlsx': localFile.bytes };
    const said = async (line: string) => (await inTerminal(line, files)).err;
    expect(await said('propose Published.xlsx Mine.xlsx --out p.json')).toMatch(/nothing to offer.*tieout decide offer/);
    expect(await said('propose Published.xlsx Mine.xlsx --take value:Model!B2 --out p.json')).toMatch(/Say why, with --reason/);
    expect(await said('propose Published.xlsx Mine.xlsx --take gone --reason x --out p.json')).toMatch(/No difference has the id gone/);
    expect(await said('propose Published.xlsx Mine.xlsx --out Mine.xlsx')).toMatch(/is a file that is read here/);
    expect(await said('propose Published.xlsx Mine.xlsx')).toMatch(/--out FILE/);
    expect(Object.keys(files)).toEqual(['Published.xlsx', 'Mine.xlsx']);
    await said('propose Published.xlsx Mine.xlsx --take value:Model!B2 --reason x --out p.json');
    expect(await said('propose Published.xlsx Mine.xlsx --take value:Model!B2 --reason y --out p.json')).toMatch(/is there already/);
  });

  it('says what changed since it was offered', async () => {
    const files = await offered();
    const changed = await inTerminal('sync Published.xlsx Mine.xlsx --take value:Model!B2 --out Mine.xlsx --force --no-base', files);
    expect(changed.err).toBe('');
    const { status, err } = await inTerminal('propose Published.xlsx Mine.xlsx --out p.json --no-base', files);
    expect([status, err]).toEqual([2, expect.stringMatching(/What was offered has changed since, or is gone/) as string]);
  });
});

describe('tieout proposals', () => {
  it('lists what is offered by team, and how it stands', async () => {
    const files = await proposed();
    const { status, out } = await inTerminal('proposals Published.xlsx p.json', files);
    expect(status).toBe(1);
    expect(out).toMatch(
      /^One offer to Published\.xlsx, 1 open\n\nNorth · asha · 2026-11-22 · p\.json\n {3}1 {2}Renewal rate · Q1 .*0\.9 → 0\.8\n/,
    );
    expect(out).toMatch(/\n {6}open\n$/);
    const told = incomingSchema.parse(JSON.parse((await inTerminal('proposals Published.xlsx p.json --json', files)).out));
    expect(told.proposals[0]).toMatchObject({ team: 'North', moved: false, offers: [{ state: 'open', answer: null, outside: [] }] });
  });

  it('lists those it can read, and says which it cannot', async () => {
    const files: Files = { ...(await proposed()), 'x.json': new Uint8Array([1, 2, 3]) };
    const { status, out } = await inTerminal('proposals Published.xlsx x.json p.json gone.json', files);
    expect(status).toBe(2);
    expect(out).toContain('Renewal rate · Q1');
    expect(out).toMatch(/Could not be read\n {2}x\.json: x\.json is no proposal file\..*\n {2}gone\.json: There is no file gone\.json/);
  });

  it('says conflict where official was changed to something else since, and taken where to the same', async () => {
    const files: Files = { 'o.xlsx': book(2, 'B1*B2'), 'l.xlsx': book(3, 'B1*B2') };
    await inTerminal('propose o.xlsx l.xlsx --take value:Model!B1 --reason Agreed --out p.json', files);
    const stateIn = async (official: Uint8Array) => {
      const { out } = await inTerminal('proposals now.xlsx p.json --json', { ...files, 'now.xlsx': official });
      return incomingSchema.parse(JSON.parse(out)).proposals[0]!.offers[0]!.state;
    };
    expect(await stateIn(book(2, 'B1*B2+1'))).toBe('open');
    expect(await stateIn(book(2.5, 'B1*B2'))).toBe('conflict');
    expect(await stateIn(book(3, 'B1*B2'))).toBe('taken');
  });
});

describe('tieout accept', () => {
  it('takes an offer into official in place, and whoever offered it is told with the next version', async () => {
    const files = await proposed();
    const { status, out, err } = await inTerminal('accept Published.xlsx p.json --take all --version v15 --by Bo --out v15.xlsx', files);
    expect([err, status]).toEqual(['', 0]);
    expect(out).toMatch(/^Taken: 1 cell written\nOfficial: Published\.xlsx {3}Proposal: North · asha\nWritten to v15\.xlsx\.\n/);
    expect(out).toMatch(/In official now\n {2}1 {2}Renewal rate · Q1 \(Model!B2\)\n/);
    expect(out).toMatch(/B2 {3}0\.9 → 0\.8/);
    expect(files['Published.xlsx']).toBe(officialFile.bytes);
    const compared = await inTerminal('compare v15.xlsx Mine.xlsx', files);
    expect(compared.out).toMatch(/Offered, and answered by official\n {2}Renewal rate · Q1 \(Model!B2\): taken in v15 by Bo\n/);
    expect(compared.out).not.toContain('no longer found');
    const json = comparisonSchema.parse(JSON.parse((await inTerminal('compare v15.xlsx Mine.xlsx --json', files)).out));
    expect(json.decisions?.answered).toEqual([
      {
        difference: null,
        answer: expect.objectContaining({ answer: 'taken', version: 'v15', by: 'Bo', team: 'North', owner: 'Ann' }) as unknown,
      },
    ]);
    expect(json.differences.some(({ id }) => id === 'value:Model!B2')).toBe(false);
    const ledger = await inTerminal('ledger v15.xlsx', files);
    expect(ledger.out).toMatch(/1 answer to proposals\n {2}Renewal rate · Q1 \(Model!B2\): taken in v15 by Bo · offered by North, Ann\n/);
    expect(ledger.out).toMatch(/Synced with the proposal of North, asha by Bo: 1 taken/);
  });

  it('changes nothing the second time', async () => {
    const files = await proposed();
    await inTerminal('accept Published.xlsx p.json --take all --out v15.xlsx', files);
    const again = await inTerminal('accept v15.xlsx p.json --take all --out again.xlsx', files);
    expect([again.status, again.out]).toEqual([0, expect.stringMatching(/^No cell was changed\n/) as string]);
    expect(files['again.xlsx']).toBe(files['v15.xlsx']);
    const listed = await inTerminal('proposals v15.xlsx p.json', files);
    expect([listed.status, listed.out]).toEqual([
      0,
      expect.stringContaining('in official already · taken on 2026-11-22 by asha') as string,
    ]);
  });

  it('declines with a reason that goes back, and changes no cell', async () => {
    const files = await proposed();
    const line = ['accept', 'Published.xlsx', 'p.json', '--decline', '1', '--reason', 'One region only', '--by', 'Bo', '--out', 'v15.xlsx'];
    const { status, out } = await inTerminal(line, files);
    expect([status, out]).toEqual([0, expect.stringMatching(/^No cell was changed\n[\s\S]*\nDeclined\n {2}1 {2}Renewal rate/) as string]);
    expect(await cellsOf(files['v15.xlsx']!)).toEqual(await cellsOf(officialFile.bytes));
    const compared = await inTerminal('compare v15.xlsx Mine.xlsx', files);
    expect(compared.out).toMatch(
      /Offered, and answered by official\n {2}Renewal rate · Q1 .*: declined on 2026-11-22 by Bo: One region only\n/,
    );
    // Whoever else has the same is told as well; an offer that is no longer there is nobody's.
    const other = await inTerminal('compare v15.xlsx Other.xlsx', { ...files, 'Other.xlsx': localFile.bytes });
    expect(other.out).toContain('declined on 2026-11-22 by Bo: One region only');
    const listed = await inTerminal('proposals v15.xlsx p.json', files);
    expect([listed.status, listed.out]).toEqual([0, expect.stringContaining('0 open') as string]);
  });

  it('is undone as any sync, and is then no answer any more', async () => {
    const files = await proposed();
    await inTerminal('accept Published.xlsx p.json --take all --out v15.xlsx', files);
    const undone = await inTerminal('undo v15.xlsx', files);
    expect(undone.status).toBe(0);
    expect(await cellsOf(files['v15.xlsx']!)).toEqual(await cellsOf(officialFile.bytes));
    expect((await inTerminal('compare v15.xlsx Mine.xlsx', files)).out).not.toContain('answered by official');
    const { receipts } = JSON.parse((await inTerminal('ledger v15.xlsx --json', files)).out) as { receipts: { id: string }[] };
    await inTerminal(`undo v15.xlsx --receipt ${receipts.at(-1)!.id}`, files);
    expect((await inTerminal('compare v15.xlsx Mine.xlsx', files)).out).toContain('taken on 2026-11-22');
  });

  it('fits what it takes to rows that were put in above meanwhile, and to formulas that changed', async () => {
    const files: Files = { 'o.xlsx': book(2, 'B1*B2'), 'l.xlsx': book(3, 'B1*B2'), 'now.xlsx': book(2, 'B2*B3+7', { above: true }) };
    await inTerminal('propose o.xlsx l.xlsx --take value:Model!B1 --reason Agreed --out p.json', files);
    const { status } = await inTerminal('accept now.xlsx p.json --take all --out n.xlsx', files);
    expect(status).toBe(0);
    expect(await cellsOf(files['n.xlsx']!)).toMatchObject({
      A1: '"Fiscal year 2027, approved"',
      B2: '3',
      B4: expect.stringMatching(/^=B2\*B3\+7 /) as string,
    });
  });

  it('leaves a conflict, and says so, until it is told to write over', async () => {
    const files: Files = { 'o.xlsx': book(2, 'B1*B2'), 'l.xlsx': book(3, 'B1*B2'), 'now.xlsx': book(2.5, 'B1*B2') };
    await inTerminal('propose o.xlsx l.xlsx --take value:Model!B1 --reason Agreed --out p.json', files);
    for (const take of ['all', '1']) {
      const left = await inTerminal(`accept now.xlsx p.json --take ${take} --out n.xlsx`, files);
      expect([left.status, left.out]).toEqual([
        1,
        expect.stringMatching(/Not taken\n {2}1 .*: Official was changed there since/) as string,
      ]);
      expect(files['n.xlsx']).toBe(files['now.xlsx']);
    }
    expect((await inTerminal('accept now.xlsx p.json --take 1 --overwrite --out n.xlsx', files)).status).toBe(0);
    expect(await cellsOf(files['n.xlsx']!)).toMatchObject({ B1: '3' });
  });

  it('writes no formula that reaches outside, whatever a file was made to offer', async () => {
    const files: Files = { 'o.xlsx': book(2, 'B1*B2'), 'l.xlsx': book(2, 'B1*B2*3'), 'bad.xlsx': book(2, 'WEBSERVICE(B1)') };
    const refused = await inTerminal('propose o.xlsx bad.xlsx --take formula:Model!B3 --reason Agreed --out p.json', files);
    expect([refused.status, refused.err]).toEqual([2, expect.stringMatching(/It uses WEBSERVICE, which reaches outside/) as string]);
    await inTerminal('propose o.xlsx l.xlsx --take formula:Model!B3 --reason Agreed --out p.json', files);
    const proposal = proposalSchema.parse(JSON.parse(text(files['p.json']!)));
    const forged = { ...proposal, after: packer.packSnapshot(await snapshotOf(files['bad.xlsx']!)) };
    files['p.json'] = new TextEncoder().encode(JSON.stringify(forged));
    expect((await inTerminal('proposals o.xlsx p.json', files)).out).toMatch(/reaches outside the workbook: =WEBSERVICE\(B1\)/);
    for (const take of ['all', '1']) {
      const left = await inTerminal(`accept o.xlsx p.json --take ${take} --out n.xlsx`, files);
      expect([left.status, left.out]).toEqual([1, expect.stringMatching(/Not taken\n {2}1 .*: It reaches outside the workbook/) as string]);
      expect(files['n.xlsx']).toBe(files['o.xlsx']);
    }
  });

  it('says what would be done, as JSON too, and what keeps it from writing', async () => {
    const files = await proposed();
    const planned = await inTerminal('accept Published.xlsx p.json --take 1 --dry-run --json', files);
    expect(acceptedSchema.parse(JSON.parse(planned.out))).toMatchObject({
      out: null,
      taken: ['1'],
      left: [],
      receipt: null,
      cells: { planned: 1, written: null },
    });
    const done = await inTerminal('accept Published.xlsx p.json --take 1 --out v15.xlsx --json', files);
    expect(acceptedSchema.parse(JSON.parse(done.out))).toMatchObject({ out: 'v15.xlsx', taken: ['1'], cells: { planned: 1, written: 1 } });
    const said = async (line: string) => (await inTerminal(line, files)).err;
    expect(await said('accept Published.xlsx p.json --out n.xlsx')).toMatch(/--take all/);
    expect(await said('accept Published.xlsx p.json --decline 1 --out n.xlsx')).toMatch(/Say why it is declined, with --reason/);
    expect(await said('accept Published.xlsx p.json --take 9 --out n.xlsx')).toMatch(/no offer 9/);
    expect(await said('accept Published.xlsx p.json --take 1 --out Published.xlsx')).toMatch(/is a file that is read here/);
    expect(await said('accept Published.xlsx p.json --take 1')).toMatch(/--out FILE/);
    expect(await said('accept Published.xlsx Mine.xlsx --take 1 --out n.xlsx')).toMatch(/no proposal file/);
    expect(files['n.xlsx']).toBeUndefined();
  });
});
