import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readWorkbook } from '../../src/adapters/xlsx/readWorkbook';
import { comparisonSchema } from '../../src/app/comparisonSchema';
import { compareWorkbooks, type WorkbookFile } from '../../src/app/compareWorkbooks';
import { correspond } from '../../src/core/settle/correspond';
import { compare } from '../../src/core/compare/compare';
import type { Comparison } from '../../src/core/compare/Comparison';
import type { Difference, DifferenceKind } from '../../src/core/compare/Difference';
import { isLocalOnly } from '../../src/core/sync/chooseDifferences';
import { planSync } from '../../src/core/sync/planSync';
import type { Snapshot } from '../../src/core/workbook/Snapshot';
import { runSteps, toPaper, toSnapshot } from '../support/paper';

const PAIRS = join(process.env['TIEOUT_CORPUS'] ?? resolve(__dirname, '../../../shared/corpus'), 'pairs');
const compared = new Map<string, Comparison>();

function file(pair: string, version: 'old' | 'new'): WorkbookFile {
  const name = readdirSync(join(PAIRS, pair)).find((entry) => entry.startsWith(`${version}.xls`))!;
  return { name, bytes: readFileSync(join(PAIRS, pair, name)) };
}

async function comparison(pair: string, official: 'old' | 'new' = 'old', local: 'old' | 'new' = 'new'): Promise<Comparison> {
  const key = `${pair} ${official} ${local}`;
  const known = compared.get(key);
  if (known !== undefined) return known;
  const files = { official: file(pair, official), local: file(pair, local) };
  const result = await compareWorkbooks(files, {}, readWorkbook, { progress: () => undefined, signal: { aborted: false } });
  if (!result.ok) throw new Error(result.failure.message);
  compared.set(key, result.value.comparison);
  return result.value.comparison;
}

/** A workbook of a pair with what steps can change: cells, names and tables. */
async function onPaper(pair: string, version: 'old' | 'new'): Promise<Snapshot> {
  const { name, bytes } = file(pair, version);
  const read = await readWorkbook(bytes, name, () => undefined);
  if (!read.ok) throw new Error(read.failure.message);
  return toSnapshot(toPaper(read.value));
}

/** `formula Cash Flow!B27`: what was changed, official place first. */
function causes({ differences }: Comparison, ...kinds: DifferenceKind[]): string[] {
  return differences.filter(({ role, kind }) => role === 'cause' && (kinds.length === 0 || kinds.includes(kind))).map(place);
}

/** How many cells differ in a kind; the same put into neighbours is one difference. */
function cellsOf({ differences }: Comparison, wanted: DifferenceKind): number {
  return differences.reduce((sum, { kind, cells }) => sum + (kind === wanted ? cells : 0), 0);
}

function moved({ differences }: Comparison): number {
  return differences.filter(({ note }) => note === 'moved').length;
}

function place({ kind, official, local }: Difference): string {
  const { sheet, address } = (official ?? local)!;
  return `${kind} ${official === null ? '+' : local === null ? '-' : ''}${[sheet, address].filter((part) => part !== '').join('!')}`;
}

function sheet({ sheets }: Comparison, name: string): Comparison['sheets'][number] {
  return sheets.find(({ official }) => official === name)!;
}

describe.each(readdirSync(PAIRS))('%s', (pair) => {
  it('differs from itself in nothing', async () => {
    for (const version of ['old', 'new'] as const) {
      const { differences, headlines } = await comparison(pair, version, version);
      expect(differences).toEqual([]);
      expect(headlines.every(({ ties }) => ties)).toBe(true);
    }
  });

  it('is as its schema says, with an id for each difference, and leaves nothing unexplained', async () => {
    const found = await comparison(pair);
    expect(comparisonSchema.parse(JSON.parse(JSON.stringify(found)))).toEqual(found);
    expect(new Set(found.differences.map(({ id }) => id)).size).toBe(found.differences.length);
    expect(found.counts.roles.unexplained).toBe(0);
  });

  it('says the same the other way round', async () => {
    const there = await comparison(pair);
    const back = await comparison(pair, 'new', 'old');
    const swap: Partial<Record<DifferenceKind, DifferenceKind>> = { hardcoded: 'unhardcoded', unhardcoded: 'hardcoded' };
    const line = ({ kind, role, cells, official, local }: Difference): string => JSON.stringify([kind, role, cells, official, local]);
    const mirrored = back.differences.map((one) =>
      line({ ...one, kind: swap[one.kind] ?? one.kind, official: one.local, local: one.official }),
    );
    expect(mirrored.sort()).toEqual(there.differences.map(line).sort());
  });
});

describe('where cells were shifted across part of a sheet', () => {
  it.each(['nz-rc-description-columns', 'nz-elc-drop-columns', 'reopt-existing-pv'])(
    '%s: nothing differs once all is taken and ticked, either way',
    async (pair) => {
      for (const [from, to] of [
        ['old', 'new'],
        ['new', 'old'],
      ] as const) {
        const [official, local] = await Promise.all([to, from].map((version) => onPaper(pair, version as 'old' | 'new')));
        const found = compare(official!, local!);
        const deleteLocalOnly = found.differences.filter(isLocalOnly).map(({ id }) => id);
        const plan = planSync(official!, local!, correspond(official!, local!), found, { take: 'causes', deleteLocalOnly });
        expect(plan.refused).toEqual([]);
        expect(compare(official!, toSnapshot(runSteps(toPaper(local!), plan.steps).paper)).differences).toEqual([]);
      }
    },
  );
});

describe('what a person says was changed', () => {
  it('reopt-one-formula: wind and battery incentives are subtracted too, in one formula', async () => {
    const found = await comparison('reopt-one-formula');
    expect(causes(found)).toEqual(['formula Cash Flow!B27']);
    expect(found.counts.roles.consequence).toBe(0);
  });

  it('reopt-bonus-depreciation: a row for the bonus basis of PV and of battery, their schedules rewritten, two inputs set', async () => {
    expect(causes(await comparison('reopt-bonus-depreciation'))).toEqual([
      'value Inputs and Outputs!B74:C74',
      'value Inputs and Outputs!B75:C75',
      'row +Cash Flow!62:62',
      'row +Cash Flow!67:67',
      'formula Cash Flow!B62',
      'formula Cash Flow!C63',
      'formula Cash Flow!B66',
      'formula Cash Flow!C67',
    ]);
  });

  it('reopt-nominal-rates: rates are entered as nominal and real ones calculated, inflation became cost escalation', async () => {
    const found = await comparison('reopt-nominal-rates');
    expect(causes(found)).toEqual([
      'name +O_M_cost_escalation_rate__nominal_____year',
      'name +om_cost_escalation_rate_nominal',
      'value Inputs and Outputs!A32',
      'value Inputs and Outputs!B32',
      'unhardcoded Inputs and Outputs!B33',
      'hardcoded Inputs and Outputs!B34',
      'unhardcoded Inputs and Outputs!B35',
      'hardcoded Inputs and Outputs!B36',
    ]);
    expect(found.counts.roles.consequence).toBeGreaterThan(20);
  });

  it('reopt-existing-pv: a row for existing PV, whose cells (not rows) were inserted beside other tables, and one renamed', async () => {
    const found = await comparison('reopt-existing-pv');
    expect(causes(found)).toEqual(['row +Inputs and Outputs!A4:C4', 'value Inputs and Outputs!A3']);
    expect(found.counts.roles.consequence).toBe(0);
  });

  it('reopt-add-wind: rows and 33 names for wind; no name that was there is re-pointed', async () => {
    const found = await comparison('reopt-add-wind');
    expect(causes(found, 'name')).toHaveLength(33);
    expect(causes(found, 'name').every((name) => name.startsWith('name +'))).toBe(true);
    expect(sheet(found, 'Inputs and Outputs').rowsAdded).toEqual(expect.arrayContaining([6, 21, 25, 62, 78]));
    expect(sheet(found, 'Inputs and Outputs').rowsRemoved).toEqual([]);
    // The totals take wind in; each is one edit filled over the years.
    expect(causes(found, 'formula')).toEqual(expect.arrayContaining(['formula Cash Flow!B54', 'formula Cash Flow!C70:CX70']));
    expect(causes(found, 'formula').length).toBeLessThanOrEqual(10);
    // The depreciation schedule beside the inserted rows is where it was put.
    expect(causes(found, 'value').filter((cause) => cause.includes('Inputs and Outputs!'))).toHaveLength(6);
  });

  it('nz-rc-description-columns: two columns come into the tables of processes, below others, and texts are put together with them', async () => {
    const found = await comparison('nz-rc-description-columns');
    expect(causes(found, 'column')).toEqual(['column +OTH_COM!J285:K552', 'column +OTH_RES!J68:K118']);
    for (const name of ['OTH_COM', 'OTH_RES']) {
      expect(sheet(found, name).columnsAdded).toEqual(['J', 'K']);
      expect(sheet(found, name).columnsRemoved).toEqual([]);
    }
    const others = found.differences.filter(({ kind }) => kind !== 'column');
    expect(others.every(({ kind, official }) => kind === 'formula' && official!.formula!.includes('CONCAT('))).toBe(true);
    expect(others.reduce((sum, { cells }) => sum + cells, 0)).toBe(298);
  });

  it('nz-elc-drop-columns: the description columns are gone, and the texts are put together without them', async () => {
    const found = await comparison('nz-elc-drop-columns');
    expect(causes(found)).toEqual([
      'column -Sector_Fuels_ELC!W:W',
      'column -Sector_Fuels_ELC!Z:AA',
      'formula Sector_Fuels_ELC!AB9:AB21',
      // Here another table stands below, which did not move.
      'column -Existing_techs_NI!U11:U29',
      'column -Existing_techs_NI!X11:Y29',
      'formula Existing_techs_NI!Z14:Z25',
      'column -Demand and Distribution!F3:F14',
      'column -Demand and Distribution!I3:J14',
      'formula Demand and Distribution!K5:K14',
    ]);
    expect(sheet(found, 'Existing_techs_NI').columnsRemoved).toEqual(['U', 'X', 'Y']);
  });

  it('w3c-fix-scoring: sixteen formulas, most of them with another range', async () => {
    const found = await comparison('w3c-fix-scoring');
    expect(found.differences).toHaveLength(16);
    expect(causes(found, 'formula')).toHaveLength(16);
    expect(causes(found).filter((cause) => cause.includes('3.6 Procurement'))).toHaveLength(14);
  });

  it('w3c-sum-missed-first3: one formula counts from row 11, and the change log has a line more', async () => {
    const found = await comparison('w3c-sum-missed-first3');
    expect(causes(found)).toEqual(['row +Cover!13:13', 'formula 3.1 Communications!C63']);
    const [, formula] = found.differences;
    expect([formula!.official!.formula, formula!.local!.formula]).toEqual([
      '=SUM((COUNTA(B14:B52)-C58)*3)*4',
      '=SUM((COUNTA(B11:B52)-C58)*3)*4',
    ]);
  });

  it('w3c-add-totals-sheet: a sheet of totals, its line in the change log, and a stray space', async () => {
    const found = await comparison('w3c-add-totals-sheet');
    expect(causes(found)).toEqual(['value Cover!A13', 'value Cover!B13', 'value 3.1 Communications!B2', 'sheet +Final Totals']);
  });

  it('territories-currencies: 113 cells in six columns of a list are filled in', async () => {
    const found = await comparison('territories-currencies');
    expect(cellsOf(found, 'value')).toBe(113);
    const columns = new Set(found.differences.map(({ kind, official }) => `${kind} ${official!.address.replace(/\d+.*/, '')}`));
    expect([...columns].sort()).toEqual(['value AA', 'value P', 'value Q', 'value R', 'value S', 'value T']);
  });

  it('territories-new-columns and -swaziland: columns in another order moved, rows are told by their codes, and what is left was edited', async () => {
    const columns = await comparison('territories-new-columns');
    expect(sheet(columns, 'country-codes').columnsRemoved).toEqual([]);
    expect(sheet(columns, 'country-codes').columnsAdded).toHaveLength(29);
    expect(moved(columns)).toBe(10);
    // 185 cells whose column and country both lists have, and one header renamed; the CSV files beside tell the same.
    expect(cellsOf(columns, 'value')).toBe(186);
    expect(causes(columns, 'row')).toEqual(['row -country-codes!2:2']);
    const swaziland = await comparison('territories-swaziland');
    expect(causes(swaziland, 'row')).toEqual([]);
    expect(causes(swaziland, 'column')).toHaveLength(moved(swaziland));
    expect(cellsOf(swaziland, 'value')).toBe(39);
  });
});
