import fc from 'fast-check';
import { buildRows, type ListRow } from '../../src/taskpane/lists/buildRows';
import type { ComparedSheet } from '../../src/core/compare/Comparison';
import { MOVERS, type Difference } from '../../src/core/compare/Difference';
import type { DecidedById } from '../../src/app/groupDifferences';
import { KIND_GROUPS } from '../../src/app/kindGroups';
import type { MoverGroup } from '../../src/app/moverGroups';
import { moveInList } from '../../src/taskpane/lists/moveInList';
import { modelsOf } from '../support/comparisonOf';

const models = modelsOf([
  'cause value Assumptions!C7 0.91 → 0.88 | Renewal rate · Q2',
  'cause formula Revenue!F22 =A1:1 → =A2:2 | Net revenue',
  'cause value Assumptions!C9 EMEA → APAC | Region',
  'cause name !WACC =0.08 → =0.09',
  'consequence value Revenue!G1 1 → 2 | Net revenue · Q2',
  'consequence value Summary!G1 1 → 2 | ARR',
  'unexplained value Summary!B2 1 → 2 | Age',
]);

/** Causes in turn changed by each. */
function withMover(difference: Difference, at: number): Difference {
  return difference.role === 'cause' ? { ...difference, since: { by: MOVERS[at % MOVERS.length]!, base: null } } : difference;
}

/** Nothing was decided. */
const NONE: DecidedById = new Map();
const all = { search: '', kinds: new Set<never>(), movers: new Set<MoverGroup>(), driver: null, toggled: new Set<string>() };
const text = (rows: readonly ListRow[]) =>
  rows.map(
    (row) => `${'  '.repeat(row.level - 1)}${row.row === 'heading' ? `${row.sheet ?? row.section} ${row.shown}/${row.total}` : row.id}`,
  );

test('headings say where their sheet is hidden, by the name it has in yours', () => {
  const sheet = (official: string | null, local: string | null, visibility: ComparedSheet['visibility']): ComparedSheet => ({
    official,
    local,
    status: 'changed',
    moved: false,
    visibility,
    rowsAdded: [],
    rowsRemoved: [],
    columnsAdded: [],
    columnsRemoved: [],
    rowsMoved: [],
    keyed: [],
  });
  const sheets = [
    sheet('Inputs', 'Assumptions', { official: 'visible', local: 'veryHidden' }),
    sheet('Revenue', 'Revenue', { official: 'hidden', local: 'hidden' }),
    sheet('Summary', 'Summary', { official: 'visible', local: 'visible' }),
  ];
  const rows = buildRows({ ...models, comparison: { ...models.comparison, sheets } }, NONE, { ...all, toggled: new Set(['consequences']) });
  expect(rows.flatMap((row) => (row.row === 'heading' ? [`${row.level} ${row.sheet ?? row.section}: ${row.hidden}`] : []))).toEqual([
    '1 Assumptions: very hidden in yours',
    '1 Revenue: hidden',
    '1 : ',
    '1 consequences: ',
    '2 Revenue: hidden',
    '2 Summary: ',
    '1 unexplained: ',
  ]);
});

test('causes by sheet, consequences folded, unexplained last', () => {
  expect(text(buildRows(models, NONE, all))).toEqual([
    'Assumptions 2/2',
    '  d1',
    '  d3',
    'Revenue 1/1',
    '  d2',
    ' 1/1',
    '  d4',
    'consequences 2/2',
    'unexplained 1/1',
    '  d7',
  ]);
});

test('opened, consequences stand by sheet', () => {
  const rows = text(buildRows(models, NONE, { ...all, toggled: new Set(['consequences']) }));
  expect(rows.slice(7, 12)).toEqual(['consequences 2/2', '  Revenue 1/1', '    d5', '  Summary 1/1', '    d6']);
});

test('a kind filter leaves its kind, and unexplained', () => {
  const rows = text(buildRows(models, NONE, { ...all, kinds: new Set(['texts'] as const) }));
  expect(rows).toEqual(['Assumptions 1/2', '  d3', 'unexplained 1/1', '  d7']);
});

test('narrowed to a driver, its causes are left, of them those that the other filters let through', () => {
  const driver = { name: 'Renewal rate', causes: new Set(['d1', 'd2', 'd9']) };
  const narrowed = ['Assumptions 1/2', '  d1', 'Revenue 1/1', '  d2', 'unexplained 1/1', '  d7'];
  expect(text(buildRows(models, NONE, { ...all, driver }))).toEqual(narrowed);
  const both = buildRows(models, NONE, { ...all, driver, kinds: new Set(['formulas'] as const) });
  expect(text(both)).toEqual(['Revenue 1/1', '  d2', 'unexplained 1/1', '  d7']);
});

test('causes are counted one by one, what follows in cells, however it is folded into lines', () => {
  const folded = buildRows(
    modelsOf(['cause value A!B1:B9 1 → 2', 'consequence value A!C1:C9 1 → 2', 'unexplained value A!D1 1 → 2']),
    NONE,
    all,
  );
  const counts = folded.flatMap((row) => (row.row === 'heading' ? [[row.section, row.shown, row.total, row.unit]] : []));
  expect(counts).toEqual([
    ['causes', 1, 1, 'causes'],
    ['consequences', 9, 9, 'cells'],
    ['unexplained', 1, 1, 'cells'],
  ]);
});

test('a search looks in labels, places and formulas, and unexplained keeps its heading', () => {
  expect(text(buildRows(models, NONE, { ...all, search: 'renewal' }))).toEqual([
    'Assumptions 1/2',
    '  d1',
    'consequences 0/2',
    'unexplained 0/1',
  ]);
  expect(text(buildRows(models, NONE, { ...all, search: 'revenue!f22 =a2' }))[1]).toBe('  d2');
});

describe('what is kept on purpose', () => {
  const decided: DecidedById = new Map([
    ['d1', { state: 'settled' }],
    ['d2', { state: 'stale' }],
    ['d3', { state: 'proposed' }],
    ['d4', { state: 'settled' }],
    ['d7', { state: 'settled' }],
  ]);

  test('stands in a group of its own below all that is open, folded and with its count; what is overdue or offered stays among the open', () => {
    const rows = buildRows(models, decided, all);
    expect(text(rows)).toEqual([
      'Assumptions 1/1',
      '  d3',
      'Revenue 1/1',
      '  d2',
      'consequences 2/2',
      'unexplained 1/1',
      '  d7',
      'kept 2/2',
    ]);
    expect(rows.flatMap((row) => (row.row === 'heading' ? row.tickable : []))).toEqual(['d3', 'd2']);
  });

  test('opens, and is open where it is searched for', () => {
    expect(text(buildRows(models, decided, { ...all, toggled: new Set(['kept']) })).slice(-3)).toEqual(['kept 2/2', '  d1', '  d4']);
    expect(text(buildRows(models, decided, { ...all, search: 'renewal' }))).toEqual([
      'consequences 0/2',
      'unexplained 0/1',
      'kept 1/2',
      '  d1',
    ]);
  });

  test('follows the filters, and is not there where they leave nothing of it', () => {
    expect(text(buildRows(models, decided, { ...all, kinds: new Set(['names'] as const) })).at(-1)).toBe('kept 1/2');
    expect(text(buildRows(models, decided, { ...all, kinds: new Set(['texts'] as const) })).at(-1)).toBe('  d7');
  });

  test('whatever is kept: every cause is listed once, and open counts are those of the headings over what is open', () => {
    const states = fc.constantFrom('settled', 'stale', 'proposed', undefined);
    fc.assert(
      fc.property(fc.array(states, { minLength: 7, maxLength: 7 }), (each) => {
        const now = new Map(each.flatMap((state, i) => (state === undefined ? [] : [[`d${i + 1}` as string, { state }] as const])));
        const rows = buildRows(models, now, { ...all, toggled: new Set(['kept', 'consequences']) });
        const ids = rows.flatMap((row) => (row.row === 'difference' ? [row.id] : []));
        expect(ids.sort()).toEqual(['d1', 'd2', 'd3', 'd4', 'd5', 'd6', 'd7']);
        const open = rows.reduce((sum, row) => (row.row === 'heading' && row.section === 'causes' ? sum + row.total : sum), 0);
        const settled = ['d1', 'd2', 'd3', 'd4'].filter((id) => now.get(id)?.state === 'settled').length;
        expect(open).toBe(4 - settled);
      }),
    );
  });
});

const filters = fc.record({
  search: fc.constantFrom('', 'revenue', 'q2', 'nothing like it'),
  kinds: fc.subarray([...KIND_GROUPS]).map((kinds) => new Set(kinds)),
  movers: fc.constant(new Set<never>()),
  driver: fc.constantFrom(null, { name: 'Renewal rate', causes: new Set(['d1', 'd9']) }),
  toggled: fc
    .subarray(['causes/Assumptions', 'causes/Revenue', 'consequences', 'consequences/Revenue', 'unexplained'])
    .map((ids) => new Set(ids)),
});

test('who changed it since a base narrows the list to causes; conflicts are both and unclear', () => {
  const since = { ...models, comparison: { ...models.comparison, differences: models.comparison.differences.map(withMover) } };
  const ids = (movers: readonly MoverGroup[]) =>
    buildRows(since, NONE, { ...all, movers: new Set(movers) }).flatMap((row) =>
      row.row === 'difference' && row.difference.role === 'cause' ? [row.difference.since?.by] : [],
    );
  expect(new Set(ids(['conflict']))).toEqual(new Set(['both', 'unclear']));
  expect(new Set(ids(['official', 'local']))).toEqual(new Set(['official', 'local']));
});

test('whatever the filter: ids are unique, levels step down by one at most, positions and sizes agree', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const rows = buildRows(models, NONE, filter);
      expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      rows.forEach((row, i) => {
        expect(row.level).toBeLessThanOrEqual((rows[i - 1]?.level ?? 0) + 1);
        expect(row.position).toBeLessThanOrEqual(row.size);
      });
    }),
  );
});

test('arrow down from the top reaches every row once, arrow up the same way back, and left always leads to a heading', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const rows = buildRows(models, NONE, filter);
      const walk = (key: string, from: string | null) => {
        const seen: string[] = [];
        for (let at = from; ;) {
          const move = moveInList(rows, at, key, new Set(), 3);
          if (move === null || !('reach' in move)) return seen;
          seen.push((at = move.reach));
        }
      };
      const down = walk('ArrowDown', null);
      expect(down).toEqual(rows.map(({ id }) => id));
      expect(walk('ArrowUp', down.at(-1) ?? null)).toEqual(down.slice(0, -1).reverse());
      for (const row of rows.filter(({ level }) => level > 1)) {
        const move = moveInList(rows, row.id, 'ArrowLeft', new Set(), 3);
        if (row.row === 'difference') expect(rows.find(({ id }) => move && 'reach' in move && id === move.reach)?.row).toBe('heading');
      }
    }),
  );
});

test('right opens, then goes inside; left folds, then goes out', () => {
  const rows = buildRows(models, NONE, all);
  const heading = rows[7]!;
  expect(moveInList(rows, 'consequences', 'ArrowRight', new Set(), 3)).toEqual({ toggle: heading });
  expect(moveInList(rows, 'causes/Revenue', 'ArrowRight', new Set(), 3)).toEqual({ reach: 'd2' });
  expect(moveInList(rows, 'd2', 'ArrowRight', new Set(), 3)).toEqual({ toggle: rows[4] });
  expect(moveInList(rows, 'd2', 'ArrowLeft', new Set(['d2']), 3)).toEqual({ toggle: rows[4] });
  expect(moveInList(rows, 'd2', 'ArrowLeft', new Set(), 3)).toEqual({ reach: 'causes/Revenue' });
  expect(moveInList(rows, 'd1', 'x', new Set(), 3)).toBeNull();
});

test('a hundred thousand differences are listed in well under a second', () => {
  const many = modelsOf(Array.from({ length: 100_000 }, (_, i) => `consequence value Revenue!C${i + 1} ${i} → ${i + 1} | Row ${i}`));
  const toggled = new Set(['consequences']);
  // Time on the processor, because other work on the machine is not the list's.
  const begin = process.cpuUsage();
  expect(buildRows(many, NONE, { ...all, toggled, search: '9999' }).length).toBeGreaterThan(10);
  const { user, system } = process.cpuUsage(begin);
  expect((user + system) / 1000).toBeLessThan(3000);
});

describe('rows and columns that moved', () => {
  const moved = (count: number) =>
    Array.from({ length: count }, (_, k) => `cause column A!${'BCDEFG'[k]!}:${'BCDEFG'[k]!} x → x | Code ${k}`);
  const of = (count: number) => modelsOf([...moved(count), 'cause value A!A1 1 → 2', 'cause column A!Z:Z - → x']);

  test('few are told one by one', () => {
    expect(text(buildRows(of(3), NONE, all))).toEqual(['A 5/5', '  d1', '  d2', '  d3', '  d4', '  d5']);
  });

  test('many are one heading behind the rest, which opens, ticks them all and counts its lines', () => {
    const folded = buildRows(of(5), NONE, all);
    expect(text(folded)).toEqual(['A 7/7', '  d6', '  d7', '  A 5/5']);
    expect(folded[3]).toMatchObject({
      moved: { kind: 'column', lines: 5 },
      open: false,
      position: 3,
      size: 3,
      tickable: ['d1', 'd2', 'd3', 'd4', 'd5'],
    });
    const open = text(buildRows(of(5), NONE, { ...all, toggled: new Set([folded[3]!.id]) }));
    expect(open.slice(3)).toEqual(['  A 5/5', '    d1', '    d2', '    d3', '    d4', '    d5']);
  });

  test('a search finds each of them', () => {
    expect(text(buildRows(of(5), NONE, { ...all, search: 'code 3' }))).toEqual(['A 1/7', '  d4']);
  });
});
