import type { Difference } from '../core/compare/Difference';
import type { Labeller } from '../core/workbook/createLabeller';

/** A difference is called as local calls its place, else as official does; where a dictionary ties a metric to it, by the metric first. */
export function differenceLabels(official: Labeller, local: Labeller): (difference: Difference) => string {
  return ({ kind, official: ours, local: theirs, metric }) => {
    const lines = kind === 'row' || kind === 'column' ? kind : null;
    const name = (labeller: Labeller, side: Difference['local']) => (side === null ? '' : labeller(side.sheet, side.address, lines));
    const label = name(local, theirs) || name(official, ours);
    if (metric === undefined || label.includes(metric)) return label;
    return label === '' ? metric : `${metric} · ${label}`;
  };
}
