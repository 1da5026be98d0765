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
