import { inboxSchema } from '../../src/app/inbox/inboxSchema';
import { catalogBytes, catalogOf, model, versionOf } from '../support/catalog';
import { inTerminal } from '../support/fileTerminal';
import { xlsxFile } from '../support/xlsxFile';

const CATALOG = 'finance/catalog.json';
const book = (price: number): Uint8Array =>
  xlsxFile({
    sheets: {
      Summary: `<row r="1"><c r="A1" t="inlineStr"><is><t>Price</t></is></c><c r="B1"><v>${price}</v></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Revenue</t></is></c><c r="B2"><f>B1*2</f><v>${price * 2}</v></c></row>`,
    },
  });
const official = book(12);
const start = (): Record<string, Uint8Array> => ({
  [CATALOG]: catalogBytes(catalogOf(model([versionOf('v3', official, { workbook: 'v3.xlsx' })], { headlines: ['Revenue'] }))),
  'finance/v3.xlsx': official,
  'behind.xlsx': book(10),
  'fits.xlsx': official,
});
const sent = (files: Record<string, Uint8Array>): string[] => Object.keys(files).filter((path) => path.startsWith('finance/inbox/'));
const report = (file: string, team: string) => ['compare', `${CATALOG}#revenue`, file, '--report', team];

test('teams report when they ask to, and the owner sees who ties out, and how it went', async () => {
  const files = start();
  await inTerminal(['compare', `${CATALOG}#revenue`, 'behind.xlsx'], files);
  expect(sent(files)).toEqual([]);
  const first = await inTerminal(report('behind.xlsx', 'Sales EMEA'), files);
  expect([first.status, first.err]).toEqual([
    1,
    expect.stringMatching(/^tieout: Sent to inbox\/\S+ beside the catalog, as Sales EMEA: your team, /),
  ]);
  await inTerminal(report('behind.xlsx', 'Ops'), files);
  expect(await inTerminal(report('fits.xlsx', 'Sales EMEA'), files)).toMatchObject({ status: 0 });
  files['finance/inbox/half.json'] = files[sent(files)[0]!]!.slice(0, 90);
  const { status, out } = await inTerminal(`inbox ${CATALOG}#revenue`, files);
  expect([status, out]).toEqual([
    1,
    `1 of 2 teams tie out.

Model revenue
  Sales EMEA, 2026-11-22, with v3: ties out (causes: 0, cells that differ: 0)
    before: 2026-11-22, with v3: does not tie out (causes: 1, cells that differ: 2)
  Ops, 2026-11-22, with v3: does not tie out (causes: 1, cells that differ: 2)
    Revenue: official 24, theirs 20

Files that could not be read
  half.json: It is no report that this version of Tieout knows, or only part of one.
`,
  ]);
  const json = JSON.parse((await inTerminal(`inbox ${CATALOG} --json`, files)).out);
  expect(json).toMatchObject({
    schema: 'tieout.inbox/1',
    receipts: [{ team: 'Sales EMEA', author: 'asha' }, {}, {}],
    unreadable: [{ name: 'half.json' }],
  });
});

test('what cannot be read may be a report that does not tie out', async () => {
  const files = start();
  await inTerminal(report('fits.xlsx', 'Ops'), files);
  expect(await inTerminal(`inbox ${CATALOG}#revenue`, files)).toMatchObject({ status: 0 });
  files['finance/inbox/half.json'] = files[sent(files)[0]!]!.slice(0, 90);
  expect(await inTerminal(`inbox ${CATALOG}#revenue`, files)).toMatchObject({ status: 1 });
});

test('a catalog behind a link that does not say so is told by what it is', async () => {
  const { [CATALOG]: catalog, ...others } = start();
  const files: Record<string, Uint8Array> = { ...others, 'finance/EaBc': catalog! };
  const link = 'https://models.example/finance/EaBc';
  expect((await inTerminal(`catalog ${link}`, files)).out).toContain('Revenue model FY26');
  const compared = await inTerminal(['compare', `${link}#revenue@v3`, 'behind.xlsx', '--report', 'Ops'], files);
  expect([compared.status, compared.out]).toEqual([1, expect.stringContaining('Official is Revenue model FY26 v3')]);
  const offered = ['propose', link, 'behind.xlsx', '--take', 'value:Summary!B1', '--reason', 'Why', '--team', 'Ops', '--send'];
  expect(await inTerminal(offered, files)).toMatchObject({ status: 0, err: '' });
  expect(sent(files)).toHaveLength(2);
  expect((await inTerminal(`inbox ${link}`, files)).out).toMatch(/^0 of 1 teams? tie/);
  files['finance/EaBc'] = official;
  expect(await inTerminal(['compare', link, 'fits.xlsx'], files)).toMatchObject({ status: 0 });
  expect(await inTerminal(offered, files)).toMatchObject({ status: 2, err: expect.stringContaining('CATALOG#MODEL') });
  expect(await inTerminal(`catalog ${link}`, files)).toMatchObject({ status: 2, err: expect.stringContaining('is no catalog') });
});

test('a report is of the comparison that was agreed, with a model of a catalog', async () => {
  const files = start();
  for (const line of [
    ['compare', 'finance/v3.xlsx', 'behind.xlsx', '--report', 'Ops'],
    [...report('behind.xlsx', 'Ops'), '--tolerance', '1'],
    report('behind.xlsx', ' '),
    report('behind.xlsx', 'x'.repeat(400)),
  ]) {
    expect(await inTerminal(line, files)).toMatchObject({ status: 2, err: expect.stringMatching(/^tieout: /) });
  }
  expect(sent(files)).toEqual([]);
});

test('an inbox that nobody wrote to, a model that is not there, and what is no catalog', async () => {
  expect(await inTerminal(`inbox ${CATALOG}`, start())).toEqual({ status: 1, out: 'Nobody has reported yet.\n', err: '' });
  expect(await inTerminal(`inbox ${CATALOG}#none`, start())).toMatchObject({ status: 2, err: expect.stringContaining('none') });
  expect(await inTerminal('inbox mine.xlsx', start())).toMatchObject({ status: 2, err: expect.stringContaining('Say which catalog') });
});

test('a team sends what it offers, and sees in the inbox what became of it', async () => {
  const files = start();
  const sends = [
    'propose',
    `${CATALOG}#revenue`,
    'behind.xlsx',
    '--take',
    'value:Summary!B1',
    '--reason',
    'Churn is up',
    '--team',
    'Sales',
    '--send',
  ];
  const made = await inTerminal(sends, files);
  expect([made.status, made.err]).toEqual([0, '']);
  expect(made.out).toMatch(
    /^One difference is offered to Revenue model FY26\. Written to inbox\/\S+\.proposal\.json beside the catalog\.\n/,
  );
  const [sentAs] = sent(files);
  files['finance/inbox/bad.proposal.json'] = files[sentAs!]!.slice(0, 400);
  const open = await inTerminal(`inbox ${CATALOG}#revenue`, files);
  expect(open.out).toMatch(
    /Sales, 2026-11-22, to revenue v3 {3}inbox\/\S+\.proposal\.json\n.*Price \(Summary!B1\): 12 → 10 \(Churn is up\) · open\n/,
  );
  expect(open.out).toMatch(/Files that could not be read\n {2}bad\.proposal\.json: /);
  const taken = await inTerminal(`accept finance/v3.xlsx https://models.example/${sentAs} --take all --version v4 --out next.xlsx`, files);
  expect([taken.status, taken.err]).toEqual([0, '']);
  const publish = [
    'publish',
    'next.xlsx',
    '--catalog',
    CATALOG,
    '--model',
    'revenue',
    '--version',
    'v4',
    '--wrong',
    'Churn',
    '--fixes',
    'Churn',
    '--despite',
    'results',
  ];
  expect(await inTerminal(publish, files)).toMatchObject({ status: 0, err: '' });
  const answered = await inTerminal(`inbox ${CATALOG}`, files);
  expect(answered.out).toMatch(/Price \(Summary!B1\): 12 → 10 \(Churn is up\) · taken in v4/);
  const json = inboxSchema.parse(JSON.parse((await inTerminal(`inbox ${CATALOG} --json`, files)).out));
  expect(json.proposals).toMatchObject([
    { team: 'Sales', model: 'revenue', version: 'v3', offers: [{ answer: { answer: 'taken', version: 'v4' } }] },
  ]);
  expect(JSON.stringify(json)).not.toContain('"before"');
});

test('what is to be sent needs a catalog, and is written nowhere without one', async () => {
  const files = start();
  const offer = (official: string, ...more: string[]) =>
    inTerminal(['propose', official, 'behind.xlsx', '--take', 'value:Summary!B1', '--reason', 'Why', ...more], files);
  expect(await offer('finance/v3.xlsx', '--send')).toMatchObject({ status: 2, err: expect.stringContaining('CATALOG#MODEL') });
  expect(await offer('finance/v3.xlsx')).toMatchObject({ status: 2, err: expect.stringContaining('--send') });
  expect(sent(files)).toEqual([]);
});
