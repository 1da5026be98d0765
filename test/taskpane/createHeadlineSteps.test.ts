import type { ModelHeadlines } from '../../src/app/ports/ComparisonEngine';
import type { Headline } from '../../src/core/compare/Comparison';
import { fail, succeed } from '../../src/core/Result';
import { createPane } from '../../src/taskpane/state/createPane';
import { reviewOf } from '../../src/taskpane/state/PaneState';
import { createStrings } from '../../src/taskpane/strings';
import { modelsOf } from '../support/comparisonOf';
import { fakeCatalogs } from '../support/fakeCatalogs';
import { FakeEngine } from '../support/fakeEngine';
import { FakeHeadlines } from '../support/fakeHeadlines';
import { fakeRecords } from '../support/fakeRecords';
import { FakeHost } from '../support/fakeHost';
import { fakeOfficials } from '../support/fakeOfficials';
import { FakeTolerance } from '../support/fakeTolerance';

const headline = (name: string, address: string): Headline => ({
  name,
  officialAddress: address,
  localAddress: address,
  official: 1,
  local: 2,
  format: 'General',
  gap: 1,
  ties: false,
  bridge: [],
  exact: false,
});
const net = headline('Net', 'Summary!B1');
const price = headline('Price · Q2', 'Inputs!C2');
const chosenPrice = { label: 'Price · Q2', official: 'Inputs!C2', local: 'Inputs!C2' };
const withPrice: ModelHeadlines = { headlines: [net, price], warnings: ['Mind'], choice: { added: [chosenPrice], removed: [] } };

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

async function setUp(kept?: ModelHeadlines['choice']) {
  const host = new FakeHost();
  const engine = new FakeEngine();
  const headlines = new FakeHeadlines();
  if (kept !== undefined) headlines.kept = kept;
  const models = { ...modelsOf(['cause value A!A1 1 → 2'], [net]), ...(kept && { choice: kept }) };
  engine.results = [models, models].map((each) => succeed({ kind: 'compared', models: each }));
  const services = {
    host,
    engine,
    officials: fakeOfficials(),
    catalogs: fakeCatalogs(),
    headlines: headlines.services,
    tolerance: new FakeTolerance().services,
    records: fakeRecords(),
    now: () => 1,
  };
  const pane = createPane(services, createStrings('en-US'));
  pane.compare();
  await settle();
  return { host, engine, headlines, pane, models: () => reviewOf(pane.state().stage)!.models, notice: () => pane.state().notice };
}

test('the cell that is selected becomes a headline, which is said, remembered and used at the next comparison', async () => {
  const { host, engine, headlines, pane, models, notice } = await setUp();
  const before = models();
  host.active = { sheet: 'Inputs', address: 'C2' };
  engine.chosen = [succeed({ ...withPrice, name: 'Price · Q2' })];
  pane.headlines.add();
  await settle();
  expect(engine.asked).toEqual(['compare k', 'add headline Inputs!C2']);
  expect(models().comparison.headlines).toEqual([net, price]);
  expect(models().comparison.warnings).toEqual(['Mind']);
  expect(models().comparison.differences).toBe(before.comparison.differences);
  expect(notice()).toMatchObject({ tone: 'done', message: 'Price · Q2 is a headline now. This workbook remembers it.' });
  expect(headlines.kept).toEqual(withPrice.choice);
  pane.compare();
  await settle();
  expect(engine.asked.at(-1)).toBe('compare k +Price · Q2');
});

test('what the workbook remembers is used from the first comparison on', async () => {
  const { engine } = await setUp(withPrice.choice);
  expect(engine.asked).toEqual(['compare k +Price · Q2']);
});

test('a cell that cannot be one is said, and nothing changes', async () => {
  const { engine, headlines, pane, models, notice } = await setUp();
  const before = models();
  engine.chosen = [fail('no-number', 'Summary!B2 holds a text.')];
  pane.headlines.add();
  await settle();
  expect(notice()).toMatchObject({ tone: 'failure', message: 'Summary!B2 holds a text.' });
  expect(models()).toBe(before);
  expect(headlines.kept).toEqual({ added: [], removed: [] });
});

test('after rows were put in it asks for a comparison first, as cells stand elsewhere', async () => {
  const { host, engine, pane, notice } = await setUp();
  host.edited('Summary', '1:1', false, 'in');
  pane.headlines.add();
  await settle();
  expect(notice()?.message).toMatch(/Compare again\.$/);
  expect(engine.asked).toEqual(['compare k']);
});

test('one that was chosen is forgotten, one that was found is left out and can be brought back', async () => {
  const { engine, pane } = await setUp({ added: [chosenPrice], removed: ['Gross'] });
  engine.chosen = [withPrice, withPrice, withPrice].map((each) =>
    succeed({ ...each, choice: { added: [chosenPrice], removed: ['Gross'] }, name: '' }),
  );
  pane.headlines.remove(price);
  await settle();
  pane.headlines.remove(net);
  await settle();
  pane.headlines.restore();
  await settle();
  expect(engine.asked.slice(1)).toEqual(['headlines + -Gross', 'headlines +Price · Q2 -Gross -Net', 'headlines +Price · Q2 -']);
});

test('that it was not saved is said', async () => {
  const { engine, headlines, pane, notice } = await setUp();
  headlines.result = fail('not-saved', 'Excel did not keep it.');
  engine.chosen = [succeed({ ...withPrice, name: 'Price · Q2' })];
  pane.headlines.add();
  await settle();
  expect(notice()).toMatchObject({ tone: 'failure', message: 'Excel did not keep it.' });
});
