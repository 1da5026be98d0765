import { comparisonSchema } from '../../src/app/comparisonSchema';
import { run } from '../../src/cli/run';
import type { Terminal } from '../../src/cli/Terminal';
import { fail, succeed } from '../../src/core/Result';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { workbook } from '../support/workbook';

const official = {
  Summary: { A1: 'Net revenue', B1: { formula: '=Inputs!B1*12', value: 1200, format: '#,##0' } },
  Inputs: { A1: 'Price', B1: 100 },
} as const;
const local = {
  Summary: { A1: 'Net revenue', B1: { formula: '=Inputs!B1*12', value: 1320, format: '#,##0' } },
  Inputs: { A1: 'Price', B1: 110 },
} as const;

const files: Readonly<Record<string, Snapshot>> = {
  'official.xlsx': workbook(official, { name: 'official.xlsx', names: { Net_revenue: 'Summary!$B$1' } }),
  'local.xlsx': workbook(local, { name: 'local.xlsx', names: { Net_revenue: 'Summary!$B$1' } }),
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
    expect(out).toMatch(/^Ties out\nThe headline agrees\. No differences\.\n/);
  });

  it('ends with 1 and shows verdict, headlines, counts and differences, in this order', async () => {
    const { status, out } = await tieout('compare official.xlsx local.xlsx');
    expect(status).toBe(1);
    expect(out).toBe(
      [
        'Does not tie out',
        '1 of 1 headline differs. 1 cause; 1 cell follows.',
        'Official: official.xlsx   Yours: local.xlsx',
        '',
        'Headlines',
        '               official  yours',
        '  Net revenue     1,200  1,320  120 higher, +10.0%',
        '',
        'Differences',
        '  2 values',
        '',
        'Sheet Summary',
        '  B1            value · follows: 1,200 → 1,320',
        '                formula   =Inputs!B1*12',
        '',
        'Sheet Inputs',
        '  B1            value: 100 → 110',
        '',
      ].join('\n'),
    );
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
    ['compare official.xlsx local.xlsx --frobnicate', /^tieout: unknown option '--frobnicate'\n$/],
    ['merge a.xlsx b.xlsx', /^tieout: unknown command 'merge'\n$/],
  ])('%s ends with 2 and one sentence', async (line, sentence) => {
    const { status, out, err } = await tieout(line);
    expect([status, out]).toEqual([2, '']);
    expect(err).toMatch(sentence);
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
