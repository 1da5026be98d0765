import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeSamples, sampleFiles } from '../../scripts/samples/sampleFiles';
import type { Sheet, Workbook } from '../../scripts/samples/Workbook';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { toA1 } from '../../src/core/formula/toA1';
import { stringifyAddress, stringifyRange } from '../../src/core/workbook/Address';
import { valueAt } from '../../src/core/workbook/cellAt';
import type { SheetSnapshot, Snapshot } from '../../src/core/workbook/Snapshot';

const FOLDER = join(__dirname, '../../assets/samples');
const samples = makeSamples();

describe('assets/samples', () => {
  const made = sampleFiles(samples);

  it('holds the files that npm run samples writes, and no others', () => {
    expect(readdirSync(FOLDER).sort()).toEqual([...made.keys()].sort());
  });

  it.each([...made.keys()])('%s is byte for byte what the script makes', (name) => {
    expect(Buffer.compare(readFileSync(join(FOLDER, name)), made.get(name)!)).toBe(0);
  });

  it('has a model of 8,000 formulas and more', () => {
    const formulas = samples[0]!.workbook.sheets.flatMap((sheet) => [...sheet.cells.values()]).filter((cell) => cell.formula !== null);
    expect(formulas.length).toBeGreaterThan(8000);
  });
});

/** A formula of the file as Excel shows it. */
function shown(formula: string | null): string | null {
  return formula?.replace(/\w+\[\[#This Row\],(\[[^\]]+\])\]/g, '[@$1]') ?? null;
}

/** A sheet's cells as `A1` → formula, value and format in one line; cells without content are not there. */
function builtCells(sheet: Sheet): Record<string, string> {
  const filled = [...sheet.cells].filter(([, cell]) => cell.value !== null);
  return Object.fromEntries(
    filled.map(([address, { formula, value, format }]) => [address, `${shown(formula) ?? ''} | ${JSON.stringify(value)} | ${format}`]),
  );
}

function readCells(snapshot: Snapshot, { cells }: SheetSnapshot): Record<string, string> {
  const lines: Record<string, string> = {};
  for (let i = 0; i < cells.count; i++) {
    const [row, column] = [cells.row[i]!, cells.column[i]!];
    const formula = cells.formula[i]! < 0 ? '' : toA1(snapshot.formulas[cells.formula[i]!]!, row, column);
    lines[stringifyAddress({ row, column })] =
      `${formula} | ${JSON.stringify(valueAt(snapshot, cells, i))} | ${snapshot.formats[cells.format[i]!]}`;
  }
  return lines;
}

function builtRest(workbook: Workbook): unknown {
  return {
    names: Object.fromEntries([...workbook.names].sort()),
    notes: workbook.sheets.map((sheet) => Object.fromEntries([...sheet.notes].sort())),
    validations: workbook.sheets.map((sheet) => sheet.validations.map(({ ref, formula }) => [ref, formula])),
    tables: workbook.sheets.flatMap((sheet) =>
      sheet.tables.map(({ name, ref, columns }) => ({
        name,
        sheet: sheet.name,
        ref,
        columns: columns.map((column) => ({ ...column, formula: shown(column.formula) })),
      })),
    ),
  };
}

function readRest({ sheets, names, tables }: Snapshot): unknown {
  const ownNames = names.filter(({ hidden }) => !hidden).map(({ name, formula }) => [name, formula] as const);
  return {
    names: Object.fromEntries(ownNames.sort()),
    notes: sheets.map(({ notes }) =>
      Object.fromEntries(notes.map(({ row, column, text }) => [stringifyAddress({ row, column }), text]).sort()),
    ),
    validations: sheets.map(({ validations }) =>
      validations.map(({ ranges, formula1 }) => [ranges.map(stringifyRange).join(' '), formula1]),
    ),
    tables: tables.map(({ name, sheet, range, columns }) => ({ name, sheet, ref: stringifyRange(range), columns })),
  };
}

describe.each(samples)('reading $name', ({ name, workbook }) => {
  const reading = readWorkbook(readFileSync(join(FOLDER, name)), name, () => undefined).then((result) => {
    if (!result.ok) throw new Error(result.failure.message);
    return result.value;
  });

  it('finds every cell as it was built', async () => {
    const snapshot = await reading;
    expect(snapshot.sheets.map((sheet) => sheet.name)).toEqual(workbook.sheets.map((sheet) => sheet.name));
    snapshot.sheets.forEach((sheet, i) => expect(readCells(snapshot, sheet)).toEqual(builtCells(workbook.sheets[i]!)));
  });

  it('finds names, notes, validations and tables', async () => {
    const snapshot = await reading;
    expect(readRest(snapshot)).toEqual(builtRest(workbook));
    expect(snapshot.warnings).toEqual([]);
  });
});
