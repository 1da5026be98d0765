import { placeOf } from '../../src/adapters/sources/placeOf';
import { succeed } from '../../src/core/Result';
import { inTerminal } from '../support/fileTerminal';
import { graphCredentials } from '../support/graph/graphCredentials';
import { SITE, startGraph, type GraphServer } from '../support/graph/graphServer';
import { xlsxFile } from '../support/xlsxFile';

const LINK = `${SITE}Model.xlsx`;
const book = (price: number): Uint8Array => xlsxFile({ sheets: { Model: `<row r="1"><c r="A1"><v>${price}</v></c></row>` } });

let server: GraphServer;
beforeAll(async () => {
  server = await startGraph();
  const item = server.drive.make(server.drive.root, 'Model.xlsx', Buffer.from(book(10)));
  Object.assign(item, { modified: new Date(Date.UTC(2026, 10, 1, 9, 30)), by: 'Asha' });
  Object.assign(server.drive.replace(item, Buffer.from(book(12)), null), { modified: new Date(Date.UTC(2026, 10, 22)) });
  server.drive.make(server.drive.root, 'New.xlsx', Buffer.from(book(1)));
});
afterAll(() => server.stop());

const run = (line: string) =>
  inTerminal(line, { 'mine.xlsx': book(10), 'now.xlsx': book(12) }, (address) =>
    succeed(placeOf(new URL(address), { graph: server.graph, credentials: graphCredentials(server) })),
  );

test('lists what SharePoint keeps of a workbook, and how to compare with it', async () => {
  const { status, out, err } = await run(`versions ${LINK}`);
  expect([status, err]).toEqual([0, '']);
  expect(out).toMatch(/^Earlier versions of Model\.xlsx\n\nNewest first\n {2}1\.0 +2026-11-01 09:30 UTC {2}Asha {2}[\d,]+ bytes\n/);
  expect(out).toContain(`tieout compare '${LINK}#@1.0' YOURS.xlsx`);
  expect((await run(`versions ${SITE}New.xlsx`)).out).toBe('New.xlsx has no earlier versions yet\n');
});

test('which then are compared with, and taken as a base', async () => {
  expect((await run(`compare ${LINK} mine.xlsx`)).status).toBe(1);
  const earlier = await run(`compare ${LINK}#@1.0 mine.xlsx`);
  expect([earlier.status, earlier.err]).toEqual([0, '']);
  expect(earlier.out).toContain('Official: Model.xlsx, version 1.0   Yours: mine.xlsx');
  const since = await run(`compare ${LINK} mine.xlsx --base ${LINK}#@1.0 --json`);
  expect(JSON.parse(since.out)).toMatchObject({ differences: [{ since: { by: 'official' } }] });
});

test.each([
  [`compare ${LINK}#@7.0 mine.xlsx`, 'keeps no version 7.0'],
  [`versions ${SITE}Gone.xlsx`, 'There is no file behind the link'],
  ['versions https://models.example/Model.xlsx', 'models.example keeps no earlier versions of this file'],
  ['versions Model.xlsx', 'Give the https address of a workbook'],
])('%s is refused: %s', async (line, sentence) => {
  const { status, out, err } = await run(line);
  expect([status, out]).toEqual([2, '']);
  expect(err).toContain(sentence);
});
