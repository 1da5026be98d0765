import type { AlignedModels, AskedCell, CombinedModels, DoubtfulCell } from '../../app/ports/ModelCalculator';
import type { DriverSwitch } from '../../core/explain/DriverSwitch';
import type { Steps } from '../../core/Steps';
import { stringifyAddress } from '../../core/workbook/Address';
import { ALL_FUNCTIONS } from './functions/allFunctions';
import { HybridModel, type OpaqueCell } from './hybrid/HybridModel';

/** Nodes a step. */
const STRIDE = 8_192;

/** The two models, ready to be calculated with any of at most 30 drivers as local has them. */
export function* combineModels(
  { official, local, correspondence }: AlignedModels,
  drivers: readonly DriverSwitch[],
  cells: readonly AskedCell[],
): Steps<CombinedModels> {
  const model = yield* HybridModel.build({ official, local }, correspondence, drivers, cells, ALL_FUNCTIONS);
  const costs = drivers.map(() => 0);
  for (const [at, node] of model.slice.affected.entries()) {
    if (at % STRIDE === 0) yield 1;
    for (let reach = model.slice.reach[node]!; reach !== 0; reach &= reach - 1) costs[31 - Math.clz32(reach & -reach)]!++;
  }
  const doubtful = (node: number, reason: string): DoubtfulCell[] => {
    const own = model.nodes.address(node, 'local');
    const local = own && { sheet: own.sheet, address: stringifyAddress(own) };
    const place = model.nodes.address(node, 'official') ?? own;
    return place === null ? [] : [{ sheet: place.sheet, address: stringifyAddress(place), local, reason }];
  };
  return {
    drivers: drivers.length,
    costs,
    reach: model.reach,
    evaluate: (coalition) => model.evaluate(coalition).map((value) => (typeof value === 'number' ? value : null)),
    doubts: () => [
      ...model.opaque.flatMap((cell) => doubtful(cell.node, reasonOf(cell))),
      ...model.drifted.flatMap((node) =>
        doubtful(
          node,
          'Its value differs although nothing that it reads does: it was calculated at another time, or reads something outside the workbook.',
        ),
      ),
    ],
  };
}

function reasonOf({ kind, what }: OpaqueCell): string {
  switch (kind) {
    case 'function':
      return `Tieout cannot calculate ${what}.`;
    case 'volatile':
      return `${what} changes whenever Excel calculates.`;
    case 'external':
      return `It reads another workbook, ${what}.`;
    case 'circular':
      return what === ''
        ? 'It reads itself, straight or round about.'
        : `It reads itself, and has not settled within ${what} rounds, which is all that the workbook allows.`;
    case 'limit':
      return `It would need ${what}.`;
    case 'formula':
      return 'Tieout cannot read its formula.';
    case 'doubt':
      return `Nobody can tell for certain what Excel makes of ${what}.`;
  }
}
