import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { DifferenceKind } from '../../core/compare/Difference';

/** Differences of a cell's own content, which a plan writes. */
const OF_CELLS: ReadonlySet<DifferenceKind> = new Set(['value', 'formula', 'hardcoded', 'unhardcoded', 'unit', 'format', 'definition']);

const known = new WeakMap<ComparedModels, ReadonlyMap<string, string>>();

/** What each cause over cells is called, by the local place of its first cell, `Model!B2`; worked out once a comparison. */
export function labelsOfFirstCells(models: ComparedModels): ReadonlyMap<string, string> {
  let labels = known.get(models);
  if (labels === undefined) {
    labels = new Map(
      models.comparison.differences.flatMap(({ id, kind, role, local }) => {
        const label = models.labels.get(id);
        if (role !== 'cause' || !OF_CELLS.has(kind) || local === null || label === undefined) return [];
        return [[`${local.sheet}!${local.address.split(':')[0]!}`, label] as const];
      }),
    );
    known.set(models, labels);
  }
  return labels;
}
