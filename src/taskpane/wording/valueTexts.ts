import type { ComparedModels } from '../../app/ports/ComparisonEngine';
import type { Difference, DifferenceSide } from '../../core/compare/Difference';
import { formatValue, fullValue } from '../../core/workbook/formatValue';

/** Both values of a difference as texts, and each in full; empty for an empty cell. */
export interface ValueTexts {
  readonly official: string;
  readonly local: string;
  readonly officialFull: string;
  readonly localFull: string;
}

/** The values as their cells show them; where that makes two different values look the same, in full. */
export function valueTexts(
  { official, local }: Pick<Difference, 'official' | 'local'>,
  { dateSystems }: Pick<ComparedModels, 'dateSystems'>,
  locale: string,
): ValueTexts {
  const shown = (side: DifferenceSide | null, dateSystem: 1900 | 1904) =>
    side === null ? '' : formatValue(side.value, side.format, { dateSystem, locale });
  const full = (side: DifferenceSide | null) => (side === null ? '' : fullValue(side.value, locale));
  const texts = { official: shown(official, dateSystems.official), local: shown(local, dateSystems.local) };
  const [officialFull, localFull] = [full(official), full(local)];
  const alike = texts.official === texts.local && officialFull !== localFull;
  return alike ? { official: officialFull, local: localFull, officialFull, localFull } : { ...texts, officialFull, localFull };
}
