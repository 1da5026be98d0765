import { HyperFormula } from 'hyperformula';
import { combineModels } from '../../../src/adapters/calculation/combineModels';
import { compareSnapshots } from '../../../src/app/compareWorkbooks';
import { cellOfName } from '../../../src/core/compare/compareNames';
import { switchOf } from '../../../src/core/explain/switchOf';
import { toA1 } from '../../../src/core/formula/toA1';
import { finishSteps } from '../../../src/core/Steps';
import { valueAt } from '../../../src/core/workbook/cellAt';
import type { Snapshot } from '../../../src/core/workbook/Snapshot';
import { findingOf, type Finding, type Target } from '../Findings';
import { HEADLINE, planningWorkbook, type PlanningModel } from '../PlanningModel';

const MODEL: PlanningModel = { products: 24, months: 36, edits: 10 };
const ROUNDS = 41;
/** Inputs set a round, one after the other. */
const OPERATIONS = 20;
/** How many times the other engine's operations a second ours must do. */
const LEAST = 20;
/** What counts as the same number, relative to it. */
const SAME = 1e-9;

/** Sets the input at a place in the list of inputs to what official or local has there; returns the headline. */
type Engine = (input: number, side: 'official' | 'local') => number;

/**
 * Setting one input and reading the headline, beside HyperFormula on the same model. Either has the model ready before; HyperFormula keeps
 * nothing for undoing. Both must give the same numbers.
 */
export function measureEngine(): { findings: readonly Finding[]; targets: readonly Target[] } {
  const [official, local] = [planningWorkbook(MODEL, 'official'), planningWorkbook(MODEL, 'local')];
  const engines = [tieout(official, local), hyperFormula(official, local)] as const;
  const rounds: [number[], number[]] = [[], []];
  let differing = 0;
  // Turn about, so that what else the machine does falls on both.
  for (let round = 0; round < ROUNDS; round++) {
    const [ours, theirs] = engines.map((engine, k) => {
      const begin = performance.now();
      const read = Array.from({ length: OPERATIONS }, (_, at) => {
        const operation = round * OPERATIONS + at;
        return engine(operation % MODEL.edits, Math.floor(operation / MODEL.edits) % 2 === 0 ? 'local' : 'official');
      });
      rounds[k]!.push((performance.now() - begin) / OPERATIONS);
      return read;
    });
    ours!.forEach((value, at) => {
      if (!(Math.abs(value - theirs![at]!) <= SAME * Math.abs(value))) differing++;
    });
  }
  const [ours, theirs] = rounds.map(middle);
  const times = middle(rounds[1].map((each, round) => each / rounds[0][round]!));
  const perSecond = (milliseconds: number): string => `${Math.round(1000 / milliseconds).toLocaleString('en')} a second`;
  return {
    findings: [
      findingOf(`Tieout, one input set and the headline read: ${perSecond(ours!)}`, rounds[0]),
      findingOf(`HyperFormula: ${perSecond(theirs!)}`, rounds[1]),
    ],
    targets: [
      { what: 'headlines in which the two do not agree', measured: differing, most: 0 },
      { what: 'operations a second, in times of those of HyperFormula, in the middle round', measured: times, least: LEAST },
    ],
  };
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function tieout(official: Snapshot, local: Snapshot): Engine {
  const compared = compareSnapshots(official, local, { headlines: [HEADLINE] });
  if (!compared.ok) throw new Error(compared.failure.message);
  const causes = compared.value.comparison.differences.filter(({ role }) => role === 'cause');
  const rowOf = (address: string): number => Number(/\d+/.exec(address)![0]);
  const inputs = causes.sort((a, b) => rowOf(a.official!.address) - rowOf(b.official!.address));
  if (inputs.length !== MODEL.edits) throw new Error(`${inputs.length} causes were found, not ${MODEL.edits}`);
  const place = cellOfName(official, HEADLINE);
  const combined = finishSteps(
    combineModels(
      compared.value,
      inputs.map((cause) => switchOf([cause], { official, local })),
      [{ official: place, local: place }],
    ),
  );
  let coalition = 0;
  combined.evaluate(coalition);
  return (input, side) => {
    coalition = side === 'local' ? coalition | (1 << input) : coalition & ~(1 << input);
    return combined.evaluate(coalition)[0]!;
  };
}

function hyperFormula(official: Snapshot, local: Snapshot): Engine {
  const engine = HyperFormula.buildFromSheets(
    Object.fromEntries(official.sheets.map(({ name }, sheet) => [name, contentsOf(official, sheet)])),
    { licenseKey: 'gpl-v3', undoLimit: 0 },
  );
  const [sheet, column] = [0, 2];
  const values = { official: contentsOf(official, sheet), local: contentsOf(local, sheet) };
  const headline = engine.simpleCellAddressFromString(HEADLINE, 0)!;
  return (input, side) => {
    const row = input + 1;
    engine.setCellContents({ sheet, row, col: column }, values[side][row]![column]!);
    return Number(engine.getCellValue(headline));
  };
}

/** A sheet's cells as HyperFormula takes them: rows of values and formulas. */
function contentsOf(snapshot: Snapshot, sheet: number): (string | number | boolean | null)[][] {
  const { cells } = snapshot.sheets[sheet]!;
  const rows: (string | number | boolean | null)[][] = [];
  for (let at = 0; at < cells.count; at++) {
    const [row, column] = [cells.row[at]!, cells.column[at]!];
    const formula = cells.formula[at]!;
    const value = valueAt(snapshot, cells, at);
    while (rows.length < row) rows.push([]);
    const line = rows[row - 1]!;
    while (line.length < column) line.push(null);
    line[column - 1] = formula >= 0 ? `=${toA1(snapshot.formulas[formula]!, row, column)}` : typeof value === 'object' ? null : value;
  }
  return rows;
}
