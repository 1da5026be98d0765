import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { valueAt, findCell } from '../../src/core/workbook/cellAt';
import { inTerminal } from '../support/fileTerminal';
import { xlsxFile } from '../support/xlsxFile';

interface Model {
  readonly price?: number;
  readonly rate?: number;
  readonly churn?: number;
  readonly reserve?: boolean;
}

/** A model of four or five lines, label and figure. */
function book({ price = 100, rate = 0.9, churn = 40, reserve = true }: Model): Uint8Array {
  const lines = [
    ['Price', `<v>${price}</v>`],
    ['Renewal rate', `<v>${rate}</v>`],
    ['Churned seats', `<v>${churn}</v>`],
    ...(reserve ? [['Reserve', '<v>5</v>']] : []),
    ['Net revenue', `<f>B1*B2-B3</f><v>${price * rate - churn}</v>`],
  ];
  const rows = lines.map(
    ([label, cell], at) =>
      `<row r="${at + 1}"><c r="A${at + 1}" t="inlineStr"><is><t>${label}</t></is></c><c r="B${at + 1}">${cell}</c></row>`,
  );
  return xlsxFile({ sheets: { Model: rows.join('') } }) as Uint8Array;
}

async function figures(bytes: Uint8Array): Promise<Record<string, unknown>> {
  const read = await readWorkbook(bytes, 'merged.xlsx', () => undefined);
  if (!read.ok) throw new Error(read.failure.message);
  const { cells } = read.value.sheets[0]!;
  const at = (row: number, column: number) => {
    const position = findCell(cells, row, column);
    return position < 0 ? null : valueAt(read.value, cells, position);
  };
  return Object.fromEntries([1, 2, 3, 4, 5].flatMap((row) => (at(row, 1) === null ? [] : [[String(at(row, 1)), at(row, 2)]])));
}

describe('tieout merge', () => {
  it('joins what either changed, rows taken out too, with status 0', async () => {
    const held = { 'base.xlsx': book({}), 'theirs.xlsx': book({ price: 110, reserve: false }), 'mine.xlsx': book({ rate: 0.8 }) };
    const { status, err } = await inTerminal('merge base.xlsx theirs.xlsx mine.xlsx --out mine.xlsx', held);
    expect([status, err]).toEqual([0, '']);
    expect(await figures(held['mine.xlsx'])).toMatchObject({ Price: 110, 'Renewal rate': 0.8, 'Churned seats': 40 });
    expect(Object.keys(await figures(held['mine.xlsx']))).not.toContain('Reserve');
  });

  it('leaves what both changed differently as yours has it, lists it, and ends with 1', async () => {
    const held: Record<string, Uint8Array> = {
      'base.xlsx': book({}),
      'theirs.xlsx': book({ price: 110, churn: 42 }),
      'mine.xlsx': book({ churn: 45 }),
    };
    const { status, out } = await inTerminal('merge base.xlsx theirs.xlsx mine.xlsx --out merged.xlsx', held);
    expect(status).toBe(1);
    expect(out).toMatch(/Waits for a decision.*\n {2}Model!B3: before 40, official 42, yours 45 {3}value:Model!B3\n/);
    expect(await figures(held['merged.xlsx']!)).toMatchObject({ Price: 110, 'Churned seats': 45 });
  });

  it('gives the other one where only one changed anything', async () => {
    const changed = book({ price: 110, rate: 0.7, reserve: false });
    const held: Record<string, Uint8Array> = { 'base.xlsx': book({}), 'same.xlsx': book({}), 'changed.xlsx': changed };
    expect((await inTerminal('merge base.xlsx changed.xlsx same.xlsx --out merged.xlsx', held)).status).toBe(0);
    expect((await figures(held['merged.xlsx']!)).Price).toBe(110);
    const left = await inTerminal('compare changed.xlsx merged.xlsx --json --causes', held);
    // Results are stored as they were until Excel calculates.
    const { differences } = JSON.parse(left.out) as { differences: { role: string }[] };
    expect(differences.filter(({ role }) => role === 'cause')).toEqual([]);
    expect((await inTerminal('merge base.xlsx same.xlsx changed.xlsx --out kept.xlsx', held)).status).toBe(0);
    expect(held['kept.xlsx']).toBe(changed);
  });

  it('writes over yours when told to, and never over the two others', async () => {
    for (const out of ['base.xlsx', 'theirs.xlsx']) {
      const held = { 'base.xlsx': book({}), 'theirs.xlsx': book({ price: 110 }), 'mine.xlsx': book({}) };
      const { status, err } = await inTerminal(`merge base.xlsx theirs.xlsx mine.xlsx --out ${out}`, held);
      expect([status, err]).toEqual([2, expect.stringContaining('is a file that is read here. Nothing was written.') as string]);
    }
  });
});
