import { fail, succeed } from '../../src/core/Result';
import type { KeptVersions, Official } from '../../src/taskpane/PaneServices';
import { createPane } from '../../src/taskpane/state/createPane';
import { createStrings } from '../../src/taskpane/strings';
import { modelsOf } from '../support/comparisonOf';
import { fakeCatalogs } from '../support/fakeCatalogs';
import { FakeEngine } from '../support/fakeEngine';
import { FakeHeadlines } from '../support/fakeHeadlines';
import { FakeHost } from '../support/fakeHost';
import { fakeOfficials } from '../support/fakeOfficials';
import { fakeRecords } from '../support/fakeRecords';
import { FakeTolerance } from '../support/fakeTolerance';

const HREF = 'https://contoso.sharepoint.com/Model.xlsx';
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

function setUp(isGone = false) {
  const opened: string[] = [];
  const remembered: string[] = [];
  const official = (version: string | null, kept: KeptVersions): Official => ({
    choice: {
      key: version === null ? HREF : `${HREF}#@${version}`,
      title: 'Model',
      version,
      publishedAt: null,
      place: { kind: 'link', name: HREF },
    },
    source: {
      open: async () => {
        opened.push(version ?? 'now');
        return isGone && version !== null
          ? fail('no-version', 'It is kept no longer.')
          : succeed({ name: 'Model.xlsx', bytes: new Uint8Array(1) });
      },
    },
    kept,
  });
  const kept: KeptVersions = {
    list: async () => succeed([{ id: '2.0', modified: null, by: null, size: null }]),
    open: (version) => official(version?.id ?? null, kept),
  };
  const engine = new FakeEngine();
  engine.results = [1, 2, 3].map(() => succeed({ kind: 'compared', models: modelsOf(['cause value A!A1 1 → 2']) }));
  const pane = createPane(
    {
      host: new FakeHost(),
      engine,
      now: () => 1000,
      records: fakeRecords(new Map()),
      headlines: new FakeHeadlines().services,
      tolerance: new FakeTolerance().services,
      catalogs: fakeCatalogs(),
      officials: {
        ...fakeOfficials(),
        remembered: () => official(null, kept),
        ownVersions: () => ({
          list: kept.list,
          open: (version) => ({
            choice: {
              key: 'own',
              title: 'Mine',
              version: version?.id ?? null,
              publishedAt: null,
              place: { kind: 'own', name: 'Mine.xlsx' },
            },
            source: { open: async () => succeed({ name: 'Mine.xlsx', bytes: new Uint8Array(1) }) },
            isOwn: true,
          }),
        }),
        remember: async ({ place }) => {
          remembered.push(place.name);
          return succeed(null);
        },
      },
    },
    createStrings('en-US'),
  );
  return { pane, engine, opened, remembered };
}

test('an earlier version that the store keeps is compared with, and then the workbook as it is now again', async () => {
  const { pane, opened, remembered } = setUp();
  pane.compare();
  await settle();
  const [version] = await pane
    .keptVersions()!
    .list({ signal: { aborted: false }, progress: () => undefined })
    .then((found) => (found.ok ? found.value : []));
  pane.chooseKept(version!);
  await settle();
  expect([pane.state().official?.version, pane.state().stage.at]).toEqual(['2.0', 'review']);
  pane.chooseKept(null);
  await settle();
  expect([pane.state().official?.version, opened]).toEqual([null, ['now', '2.0', 'now']]);
  // What the workbook remembers is the model, and no version of it.
  expect(new Set(remembered)).toEqual(new Set([HREF]));
});

test.each([
  ['of the open workbook itself is nothing that is remembered or agreed on', 'chooseOwn', false],
  ['of the official model is what both agree on after a sync', 'chooseKept', true],
] as const)('an earlier version %s', async (_, choose, agreed) => {
  const { pane, engine, remembered } = setUp();
  engine.results = [['cause value A!A1 1 → 2'], []].map((differences) => succeed({ kind: 'compared', models: modelsOf(differences) }));
  pane[choose]({ id: '2.0', modified: null, by: null, size: null });
  await settle();
  expect(pane.state()).toMatchObject({ official: { version: '2.0' }, base: null, stage: { at: 'review' } });
  pane.plan(['value A!A1']);
  await settle();
  pane.write();
  await settle();
  await settle();
  expect(engine.asked.includes('pack official')).toBe(agreed);
  expect(remembered).toEqual(agreed ? [HREF] : []);
});

test('one that is kept no longer is told', async () => {
  const { pane } = setUp(true);
  pane.chooseKept({ id: '2.0', modified: null, by: null, size: null });
  await settle();
  expect(pane.state().notice).toMatchObject({ tone: 'failure', message: expect.stringContaining('kept no longer') });
});
