import type { DriverSwitch, SwitchedRange } from '../../../core/explain/DriverSwitch';
import type { Steps } from '../../../core/Steps';
import { Unknowable } from '../model/interruptions';
import type { HybridNodes } from './HybridNodes';
import type { PresentLines } from './PresentLines';

/** Nodes a step. */
const STRIDE = 1_024;

/** Marks the nodes and lines that each driver switches, and returns a bit for each driver that puts lines in or takes them out. */
export function* assignDrivers(nodes: HybridNodes, drivers: readonly DriverSwitch[]): Steps<number> {
  let structural = 0;
  for (const [driver, { ranges }] of drivers.entries()) {
    for (const range of ranges) {
      yield 0;
      nodes.visitIn(range, (node) => (nodes.drivers[node] = driver));
      if (range.of === 'cells') continue;
      structural |= 1 << driver;
      markLines(nodes, range, driver);
    }
  }
  yield* assignNames(nodes, drivers);
  return structural;
}

function markLines(
  nodes: HybridNodes,
  { side, sheet, of, firstRow, firstColumn, lastRow, lastColumn }: SwitchedRange,
  driver: number,
): void {
  const hybrid = nodes.sheets.find(({ pair }) => pair[side] === sheet);
  if (!hybrid) return;
  const mark = (lines: PresentLines, first: number, last: number): void => {
    const from = side === 'official' ? lines.axis.fromOfficial : lines.axis.fromLocal;
    for (let own = first; own <= last && own < from.length; own++) lines.drivers[from[own]!] = driver;
  };
  const common = (lines: PresentLines, own: number): number =>
    (side === 'official' ? lines.axis.fromOfficial : lines.axis.fromLocal)[own] ?? lines.axis.length;
  // Cells put in across part of a sheet only are lines of the band that they stand in.
  if (of === 'rows') mark(hybrid.rowsAt(common(hybrid.columns, firstColumn)), firstRow, lastRow);
  else mark(hybrid.columnsAt(common(hybrid.rows, firstRow)), firstColumn, lastColumn);
}

/** A formula that is the same in both workbooks but uses a name that is not is switched with the name. */
function* assignNames(nodes: HybridNodes, drivers: readonly DriverSwitch[]): Steps<void> {
  const driverOf = new Map(drivers.flatMap(({ names }, driver) => names.map((name) => [name, driver] as const)));
  if (driverOf.size === 0) return;
  for (let node = 0; node < nodes.drivers.length; node++) {
    if (node % STRIDE === 0) yield node / nodes.drivers.length;
    if (nodes.drivers[node]! >= 0) continue;
    const program = nodes.formula(node, 'official')?.program;
    if (program === undefined || program instanceof Unknowable) continue;
    const name = program.names.find((used) => driverOf.has(used));
    if (name !== undefined) nodes.drivers[node] = driverOf.get(name)!;
  }
}
