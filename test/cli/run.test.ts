import { packer } from '../../src/adapters/storage/pack/packer';
import { checkStoredResults } from '../../src/adapters/calculation/checkStoredResults';
import { combineModels } from '../../src/adapters/calculation/combineModels';
import { applyToFile } from '../../src/adapters/xlsx/applyToFile';
import { createComputedReads } from '../../src/adapters/calculation/createComputedReads';
import { comparisonSchema } from '../../src/app/comparisonSchema';
import { createFileMemory } from '../../src/adapters/xlsx/createFileMemory';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/Terminal';
import { fail, succeed } from '../../src/core/Result';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { columnName } from '../../src/core/workbook/Address';
import { sha256 } from '../support/sha256';
import { workbook } from '../support/workbook';

const official = {
  Summary: { A1: 'Net revenue', B1: { formula: '=Inputs!B1*12', value: 1200, format: '#,##0' } },
  Inputs: { A1: 'Price', B1: 100 },
} as const;
const local = {
  Summary: { A1: 'Net revenue', B1: { formula: '=Inputs!B1*12', value: 1320, format: '#,##0' } },
  Inputs: { A1: 'Price', B1: 110 },
} as const;

const formats = { ...official, Summary: { ...official.Summary, B1: { ...official.Summary.B1, format: '0.00' } } };

/** Twelve columns of labels; in rows 30 to 40 two more cells stand before the sixth, when `inserted`. */
function grid(inserted: boolean): Record<string, string> {
  const cells: Record<string, string> = {};
  for (let row = 1; row <= 40; row++) {
    const moves = inserted && row >= 30;
    for (let column = 1; column <= 12; column++)
      cells[columnName(moves && column >= 6 ? column + 2 : column) + row] = `Item ${row} ${column}`;
    if (moves) cells[`F${row}`] = cells[`G${row}`] = `New ${row}`;
  }
  return cells;
}

/** A list of territories in this order; regions repeat, codes do not. */
function territories(order: readonly number[]): Snapshot {
  const rows = [['Region', 'Code', 'Quota'], ...order.map((k) => [`Region ${k % 2}`, `T${k * 3}`, 1000 + k * k])];
  const cells = rows.flatMap((row, r) => row.map((value, c): [string, string | number] => [`${columnName(c + 1)}${r + 1}`, value]));
  return workbook({ Map: Object.fromEntries(cells) }, { name: 'map.xlsx' });
}

/** Twelve columns, each with a header and texts of its own, that stand where `place` says. */
function wide(place: (column: number) => number): Snapshot {
  const columns = Array.from({ length: 12 }, (_, c) => c + 1);
  const cells = columns.flatMap((c) =>
    Array.from({ length: 20 }, (_, r): [string, string] => [`${columnName(place(c))}${r + 1}`, r === 0 ? `Head ${c}` : `Item ${c} ${r}`]),
  );
  return workbook({ Data: Object.fromEntries(cells) }, { name: 'wide.xlsx' });
}

const files: Readonly<Record<string, Snapshot>> = {
  'official.xlsx': workbook(official, { name: 'official.xlsx', names: { Net_revenue: 'Summary!$B$1' } }),
  'local.xlsx': workbook(local, { name: 'local.xlsx', names: { Net_revenue: 'Summary!$B$1' } }),
  'formats.xlsx': workbook(formats, { name: 'formats.xlsx', names: { Net_revenue: 'Summary!$B$1' } }),
  'warned.xlsx': {
    ...workbook(official, { name: 'warned.xlsx' }),
    warnings: ['“Chart” is a chart sheet without cells and is not compared.'],
  },
  'hostile.xlsx': workbook({ Summary: { A1: 'Net \u001b[2Jrevenue' }, Inputs: { A1: 'Price\u202e', B1: 100 } }, { name: 'hostile.xlsx' }),
  'grid.xlsx': workbook({ Data: grid(false) }, { name: 'grid.xlsx' }),
  'inserted.xlsx': workbook({ Data: grid(true) }, { name: 'inserted.xlsx' }),
  'map.xlsx': territories([0, 1, 2, 3, 4, 5, 6, 7]),
  'other-order.xlsx': territories([5, 2, 7, 0, 3, 6, 1, 4]),
  'many-columns.xlsx': wide((column) => column),
  'columns-moved.xlsx': wide((column) => 13 - column),
  'other.xlsx': workbook({ Something: { A1: 'else' } }, { name: 'other.xlsx' }),
};

/** Runs a command line over the workbooks above: exit status and what was written. */
async function tieout(line: string, other: Partial<Terminal> = {}): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    readFile: async (path) => {
      if (path in files || path === 'broken.xlsx') return new TextEncoder().encode(path);
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    },
    writeFile: async () => undefined,
    openPlace: () => fail('no-place', 'No address can be opened here.'),
    sha256,
    isSameFile: async (path, other) => path === other,
    editFile: applyToFile,
    openMemory: createFileMemory,
    computedReads: createComputedReads,
    calculator: { combine: combineModels },
    checkResults: checkStoredResults,
    readWorkbook: async (_, name) => (name === 'broken.xlsx' ? fail('damaged', 'The file is damaged.') : succeed(files[name]!)),
    packer,
    now: () => 0,
    clock: () => '2026-11-22T00:00:00.000Z',
    user: () => '',
    newId: () => 'id',
    print: async (text) => void (out += text),
    complain: async (text) => void (err += text),
    colour: false,
    ...other,
  };
  return { status: await run(line.split(' '), terminal), out, err };
}

describe('tieout compare', () => {
  it('ends with 0 and says so when the workbooks tie out', async () => {
    const { status, out, err } = await tieout('compare official.xlsx official.xlsx');
    expect([status, err]).toEqual([0, '']);
    expect(out).toMatch(/^Ties out\nThe headline agrees\. Nothing differs\.\n/);
  });

  it('ends with 1 and shows verdict, headlines, causes and how many cells follow, in this order', async () => {
    const { status, out } = await tieout('compare official.xlsx local.xlsx');
    expect(status).toBe(1);
    expect(out).toBe(
      [
        'Does not tie out',
        '1 of 1 headline differs. 1 cause; 2 cells differ.',
        'Official: official.xlsx   Yours: local.xlsx',
        '',
        'Headlines',
        '               official  yours',
        '  Net revenue     1,200  1,320  120 higher, +10.0%',
        '',
        'Why Net revenue differs',
        '  Official  1,200',
        '  Price      +120',
        '  Yours     1,320',
        '',
        '1 cause',
        '  Assumptions 1',
        '',
        'Sheet Inputs',
        '  B1            value: 100 → 110',
        '',
        'And 1 cell follows: 1 on Summary. --all lists them.',
        '',
      ].join('\n'),
    );
  });

  it('shows the comparison although why the headlines differ cannot be worked out', async () => {
    const failing = () => {
      throw new Error('out of memory');
    };
    const { status, out } = await tieout('compare official.xlsx local.xlsx', { calculator: { combine: failing } });
    expect(status).toBe(1);
    expect(out).toContain('Does not tie out');
    expect(out).toContain('Why the headlines differ could not be worked out (out of memory).');
  });

  it('shows with --trace how cells come to differ, in --json too, and says so where one does not', async () => {
    const { status, out, err } = await tieout('compare official.xlsx local.xlsx --trace Summary!B1 --trace Inputs!A1 Nope');
    expect([status, err]).toEqual([1, '']);
    expect(out).toContain(
      [
        'How Summary!B1 comes to differ',
        '                            official  yours',
        '  Summary!B1   Net revenue     1,200  1,320',
        '  ← Inputs!B1  Price             100    110  cause',
        '',
        'How Inputs!A1 comes to differ',
        '  Inputs!A1 agrees in both workbooks.',
        '',
        'How Nope comes to differ',
        '  Nope is neither a cell of the two workbooks',
      ].join('\n'),
    );
    const same = await tieout('compare official.xlsx official.xlsx --trace Summary!B1');
    expect([same.status, same.err]).toEqual([0, '']);
    expect(same.out).toContain('Summary!B1 agrees in both workbooks.');
    const json = comparisonSchema.parse(JSON.parse((await tieout('compare official.xlsx local.xlsx --json --trace Summary!B1')).out));
    expect(json.traces).toHaveLength(1);
    expect(json.traces![0]!.chains.map((chain) => chain.map(({ local, role }) => [local!.address, local!.value, role]))).toEqual([
      [
        ['B1', 1320, 'consequence'],
        ['B1', 110, 'cause'],
      ],
    ]);
  });

  it('lists what follows with --all, and neither lists nor counts it with --causes', async () => {
    const all = await tieout('compare official.xlsx local.xlsx --all');
    expect(all.out).toContain('  B1            value · follows: 1,200 → 1,320\n                formula   =Inputs!B1*12');
    expect(all.out).not.toContain('And 1 cell');
    const causes = await tieout('compare official.xlsx local.xlsx --causes');
    expect(causes.out).not.toContain('And 1 cell');
    expect(causes.out).toContain('1 cause; 2 cells differ.');
    expect([all.status, causes.status]).toEqual([1, 1]);
  });

  it('says that what changes no number ties out, and ends with 1 as something differs', async () => {
    const { status, out } = await tieout('compare official.xlsx formats.xlsx');
    expect(status).toBe(1);
    expect(out).toMatch(/^Ties out\nThe headline agrees\. 1 difference in formats, which changes no number\.\n/);
  });

  it('says with --only what is listed, and its exit status is about that alone', async () => {
    const { status, out } = await tieout('compare official.xlsx formats.xlsx --only values,formulas');
    expect(status).toBe(0);
    expect(out).toContain('\nListed are only differences in values, formulas.\n');
    expect(out).not.toContain('number format');
  });

  it.each([
    'compare official.xlsx local.xlsx --headline Inputs!B1 Summary!B1',
    'compare --headline Inputs!B1 Summary!B1 official.xlsx local.xlsx',
    'compare official.xlsx --headline Inputs!B1 Summary!B1 local.xlsx',
    'compare --headline Inputs!B1 official.xlsx --headline Summary!B1 local.xlsx',
  ])('takes several headlines wherever they stand: %s', async (line) => {
    const { out } = await tieout(`${line} --json`);
    expect(comparisonSchema.parse(JSON.parse(out)).headlines.map(({ name }) => name)).toEqual(['Inputs!B1', 'Summary!B1']);
  });

  it('says at the end what is to be known about the comparison', async () => {
    const { out } = await tieout('compare official.xlsx warned.xlsx');
    expect(out).toMatch(/\n\nTake note\n {2}Yours: “Chart” is a chart sheet without cells and is not compared\.\n$/);
  });

  it('prints JSON that its schema reads', async () => {
    const { status, out } = await tieout('compare official.xlsx local.xlsx --json');
    const comparison = comparisonSchema.parse(JSON.parse(out));
    expect(status).toBe(1);
    expect(comparison.differences.map(({ id, role }) => [id, role])).toEqual([
      ['value:Summary!B1', 'consequence'],
      ['value:Inputs!B1', 'cause'],
    ]);
    expect(comparison.headlines).toMatchObject([{ name: 'Net revenue', official: 1200, local: 1320, gap: 120, ties: false }]);
    expect(comparison.fewest).toEqual({ drivers: ['Price'], causes: ['value:Inputs!B1'], headlines: 1, exact: true });
    const same = comparisonSchema.parse(JSON.parse((await tieout('compare official.xlsx official.xlsx --json')).out));
    expect('fewest' in same).toBe(false);
  });

  it.each([
    ['--causes', ['value:Inputs!B1']],
    ['--only formulas', []],
    ['--only values,structure', ['value:Summary!B1', 'value:Inputs!B1']],
    ['--tolerance 0.2', []],
    ['--tolerance inputs=0.2', ['value:Summary!B1']],
    ['--tolerance Inputs=0.2 --tolerance 1e-6 --tolerance Summary=0.5', []],
    ['--tolerance 0.5 --tolerance Inputs=0', ['value:Inputs!B1']],
  ])('lists with %s only what was asked for', async (flags, ids) => {
    const { out } = await tieout(`compare official.xlsx local.xlsx --json ${flags}`);
    const { differences, counts } = comparisonSchema.parse(JSON.parse(out));
    expect(differences.map(({ id }) => id)).toEqual(ids);
    expect(counts.kinds.value).toBe(ids.length);
  });

  it.each([
    ['net.revenue', 'net.revenue', []],
    ['price', 'price', []],
    ['Inputs!A1', 'Inputs!A1', ['The headline Inputs!A1 holds a text in both workbooks, so there is no gap to tell.']],
    ['Inputs!C9', 'Inputs!C9', ['The headline Inputs!C9 is blank in both workbooks, so there is no gap to tell.']],
  ])('takes a headline by name, label or address, and says where there is no gap: %s', async (asked, name, warnings) => {
    const { out } = await tieout(`compare official.xlsx local.xlsx --json --headline ${asked}`);
    const comparison = comparisonSchema.parse(JSON.parse(out));
    expect(comparison.headlines.map((headline) => headline.name)).toEqual([name]);
    expect(comparison.warnings).toEqual(warnings);
  });

  it.each([
    ['Net_revenue=0.2', true],
    ['NetRevenue=0.2', true],
    ['Summary!B1=0.2', true],
    ['Summary=0.2', true],
    ['Inputs=0.2', false],
    ['Summary=0.2 --tolerance Summary!$B$1=0.05', false],
  ])('lets a headline tie by its own tolerance, else by that of its sheet: %s', async (tolerance, ties) => {
    const { out } = await tieout(`compare official.xlsx local.xlsx --json --tolerance ${tolerance}`);
    expect(comparisonSchema.parse(JSON.parse(out)).headlines.map((headline) => headline.ties)).toEqual([ties]);
  });

  it.each([
    ['compare official.xlsx missing.xlsx', /^tieout: There is no file missing\.xlsx\. .+\n$/],
    ['compare broken.xlsx official.xlsx', /^tieout: broken\.xlsx: The file is damaged\.\n$/],
    ['compare official.xlsx other.xlsx', /^tieout: The workbooks have no sheet in common: .+\n$/],
    ['compare official.xlsx local.xlsx --base base.xlsx', /^tieout: There is no file base\.xlsx\. Check the path\.\n$/],
    ['compare map.xlsx other-order.xlsx --key Places!Code', /^tieout: Neither workbook has a sheet Places .+ that is there: Map\.\n$/],
    [
      'compare map.xlsx other-order.xlsx --key Map!Colour',
      /^tieout: The sheet Map has no column Colour\. .+\(Region, Code, Quota\) or .+\n$/,
    ],
    [
      'compare map.xlsx other-order.xlsx --key Map!ZZ900!Code',
      /^tieout: The sheet Map has no list at ZZ900\. .+ that is there: A1:.+\.\n$/,
    ],
    ['compare map.xlsx other-order.xlsx --key Map', /^tieout: option .+ must be a sheet and a column with ! .+\n$/],
    [
      'compare official.xlsx local.xlsx --headline Nowhere',
      /^tieout: Neither workbook has the headline Nowhere\. .+; give a defined name .+\n$/,
    ],
    ['compare official.xlsx local.xlsx --headline Net_revenu', /; give Net revenue or Net_revenue, which are the closest\.\n$/],
    [
      'compare official.xlsx local.xlsx --headline Sumary!B1',
      /^tieout: Neither workbook has a sheet Sumary .+; name Summary, which is the closest\.\n$/,
    ],
    ['compare official.xlsx local.xlsx --tolerance many', /^tieout: option .+ must be a number.+\n$/],
    ['compare official.xlsx local.xlsx --tolerance Inputs=', /^tieout: option .+ must be a number.+Sheet=1e-4\.\n$/],
    ['compare official.xlsx local.xlsx --tolerance =1e-4', /^tieout: option .+ must be a number.+\n$/],
    ['compare official.xlsx local.xlsx --tolerance Nowhere=1e-4', /^tieout: There is neither a sheet nor a headline Nowhere .+\n$/],
    ['compare official.xlsx local.xlsx --only colours', /^tieout: option .+ can be values.+\n$/],
    ['compare official.xlsx local.xlsx --pair Inputs=Nowhere', /^tieout: There is no sheet Nowhere in your workbook\. .+\n$/],
    ['compare official.xlsx', /^tieout: Name two workbooks: the official model, then yours\.\n$/],
    ['compare official.xlsx local.xlsx --all --causes', /^tieout: option '--all' cannot be used with option '--causes'\n$/],
    ['compare official.xlsx local.xlsx --frobnicate', /^tieout: unknown option '--frobnicate'\n$/],
    ['approve a.xlsx b.xlsx', /^tieout: unknown command 'approve'\n$/],
  ])('%s ends with 2 and one sentence', async (line, sentence) => {
    const { status, out, err } = await tieout(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
  });

  it('says who changed what since a base', async () => {
    const { status, out } = await tieout('compare official.xlsx local.xlsx --base official.xlsx');
    expect(status).toBe(1);
    expect(out).toContain('Since official.xlsx: 1 changed in yours.');
    expect(out).toContain('value · you changed it: 100 → 110');
    const json = await tieout('compare local.xlsx official.xlsx --base official.xlsx --json');
    const { since, differences } = comparisonSchema.parse(JSON.parse(json.out));
    expect(since).toMatchObject({ by: { official: 1, local: 0, both: 0, unclear: 0 }, agreed: 0 });
    expect(differences.find(({ role }) => role === 'cause')!.since).toMatchObject({ by: 'official', base: { address: 'B1', value: 100 } });
  });

  it('lets nothing in a workbook steer the terminal', async () => {
    const { out } = await tieout('compare official.xlsx hostile.xlsx');
    expect(out).toContain('Net ␛[2Jrevenue');
    expect(out.match(/[^\n\P{Cc}]|[\u202a-\u202e]/gu)).toBeNull();
  });

  it('helps when asked', async () => {
    const { status, out } = await tieout('compare --help');
    expect(status).toBe(0);
    expect(out).toContain('--tolerance');
  });

  it('keeps within 100 columns', async () => {
    for (const line of (await tieout('compare official.xlsx local.xlsx')).out.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });
});

describe('rows matched by key', () => {
  it('are told where they stand in another order, and the order of rows is no difference', async () => {
    const { status, out } = await tieout('compare map.xlsx other-order.xlsx');
    expect(status).toBe(0);
    expect(out).toContain('\nHow rows were matched\n  Map: rows matched by Code, in another order.\n');
  });

  it.each(['Map!Code', 'map!CODE', 'Map!B', "'Map'!code", 'Map!A1!Code', "'Map'!$b$3:C4!b"])(
    'by --key %s, as found by itself',
    async (key) => {
      const chosen = await tieout(`compare map.xlsx other-order.xlsx --key ${key}`);
      expect(chosen.status).toBe(0);
      expect(chosen.out).toContain('  Map: rows matched by Code, as you chose, in another order.\n');
      expect(chosen.out).not.toContain('Take note');
    },
  );

  it('by several columns, which are one key', async () => {
    const { out } = await tieout('compare map.xlsx other-order.xlsx --key Map!Region --key Map!Code');
    expect(out).toContain('  Map: rows matched by Region and Code, as you chose, in another order.\n');
  });

  it('by a column that repeats say how many rows share it', async () => {
    const { status, out } = await tieout('compare map.xlsx other-order.xlsx --key Map!Region');
    expect(status).toBe(0);
    expect(out).toContain('  16 rows share their key with another; matched by what else they hold.\n');
  });

  it('is said where no list has such a key', async () => {
    const { status, out } = await tieout('compare official.xlsx local.xlsx --key Inputs!A');
    expect(status).toBe(1);
    expect(out.replace(/\s+/g, ' ')).toContain('Take note Rows of Inputs could not be matched by A: no list of the sheet has that header.');
  });

  it('says nothing where nothing is worth a word', async () => {
    expect((await tieout('compare map.xlsx map.xlsx')).out).not.toContain('How rows were matched');
  });
});

test('many columns that moved are one line that names each', async () => {
  const { status, out } = await tieout('compare many-columns.xlsx columns-moved.xlsx');
  expect(status).toBe(1);
  expect(out).toMatch(/\n {2}11 columns moved · 220 cells, official → yours\n {16}"Head/);
  expect(out.replace(/\s+/g, ' ')).toContain('"Head 3" C → J');
});

test('cells that were inserted in some rows only are told as columns in these rows', async () => {
  expect((await tieout('compare inserted.xlsx grid.xlsx')).out).toMatch(/F30:G40 +columns F:G only in official, in rows 30–40/);
  expect((await tieout('compare grid.xlsx inserted.xlsx')).out).toMatch(/F30:G40 +columns F:G only in yours, in rows 30–40/);
});
