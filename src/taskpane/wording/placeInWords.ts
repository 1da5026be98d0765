import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference } from '../../core/compare/Difference';
import type { Strings } from '../strings';

/** Where a difference is, with its label: `Bookings!5:7 (Renewals)`, `sheet Scratch`, `name WACC`. */
export function placeInWords(difference: Difference, { labels }: Pick<ComparedModels, 'labels'>, strings: Strings): string {
  const place = difference.local ?? difference.official;
  const where = place === null ? '' : strings.differences.where(place.sheet, place.address, difference.kind);
  const kind = { sheet: strings.kinds.sheet, name: strings.kinds.name, table: strings.kinds.table }[difference.kind as string];
  const named = kind === undefined ? where : `${kind.toLowerCase()} ${place?.address || where}`;
  const label = labels.get(difference.id);
  return label ? `${named} (${label})` : named;
}
