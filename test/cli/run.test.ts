import { comparisonSchema } from '../../src/app/comparisonSchema';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/Terminal';
import { fail, succeed } from '../../src/core/Result';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { columnName } from '../../src/core/workbook/Address';
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
  'other.xlsx': workbook({ Something: { A1: 'else' } }, { name: 'other.xlsx' }),
};

/** Runs a command line over the workbooks above: exit status and what was written. */
async function tieout(line: string): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    readFile: async (path) => {
      if (path in files || path === 'broken.xlsx') return new TextEncoder().encode(path);
      throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
    },
    readWorkbook: async (_, name) => (name === 'broken.xlsx' ? fail('damaged', 'The file is damaged.') : succeed(files[name]!)),
    now: () => 0,
    print: async (text) => void (out += text),
    complain: async (text) => void (err += text),
    colour: false,
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
  });

  it.each([
    ['--causes', ['value:Inputs!B1']],
    ['--only formulas', []],
    ['--only values,structure', ['value:Summary!B1', 'value:Inputs!B1']],
    ['--tolerance 0.2', []],
  ])('lists with %s only what was asked for', async (flags, ids) => {
    const { out } = await tieout(`compare official.xlsx local.xlsx --json ${flags}`);
    const { differences, counts } = comparisonSchema.parse(JSON.parse(out));
    expect(differences.map(({ id }) => id)).toEqual(ids);
    expect(counts.kinds.value).toBe(ids.length);
  });

  it.each([
    ['compare official.xlsx missing.xlsx', /^tieout: There is no file missing\.xlsx\. .+\n$/],
    ['compare broken.xlsx official.xlsx', /^tieout: broken\.xlsx: The file is damaged\.\n$/],
    ['compare official.xlsx other.xlsx', /^tieout: The workbooks have no sheet in common: .+\n$/],
    ['compare official.xlsx local.xlsx --base base.xlsx', /^tieout: .+--base\.\n$/],
    ['compare official.xlsx local.xlsx --key Inputs!A', /^tieout: .+--key\.\n$/],
    ['compare official.xlsx local.xlsx --headline Nowhere', /^tieout: Neither workbook has the headline Nowhere\. .+\n$/],
    ['compare official.xlsx local.xlsx --tolerance many', /^tieout: option .+ must be a number.+\n$/],
    ['compare official.xlsx local.xlsx --only colours', /^tieout: option .+ can be values.+\n$/],
    ['compare official.xlsx local.xlsx --pair Inputs=Nowhere', /^tieout: There is no sheet Nowhere in your workbook\. .+\n$/],
    ['compare official.xlsx', /^tieout: missing required argument 'local'\n$/],
    ['compare official.xlsx local.xlsx --all --causes', /^tieout: option '--all' cannot be used with option '--causes'\n$/],
    ['compare official.xlsx local.xlsx --frobnicate', /^tieout: unknown option '--frobnicate'\n$/],
    ['merge a.xlsx b.xlsx', /^tieout: unknown command 'merge'\n$/],
  ])('%s ends with 2 and one sentence', async (line, sentence) => {
    const { status, out, err } = await tieout(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
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

test('cells that were inserted in some rows only are told as columns in these rows', async () => {
  expect((await tieout('compare inserted.xlsx grid.xlsx')).out).toMatch(/F30:G40 +columns F:G only in official, in rows 30–40/);
  expect((await tieout('compare grid.xlsx inserted.xlsx')).out).toMatch(/F30:G40 +columns F:G only in yours, in rows 30–40/);
});
