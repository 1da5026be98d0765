import type { Headline } from '../../core/compare/Comparison';
import type { FormatSettings } from '../../core/workbook/formatValue';
import type { Strings } from '../strings';
import { shortNumber } from './shortNumber';

/**
 * A headline's gap, always yours − official: `1.4M higher, +3.5%`; for percentages in points. `Agrees` within tolerance,
 * `Missing` when one workbook does not have it, `Differs` when it is not a number.
 */
export function gapInWords(headline: Headline, settings: FormatSettings, strings: Strings['headlines']): string {
  const { gap, official, format } = headline;
  if (headline.ties) return strings.agrees;
  if (headline.officialAddress === null || headline.localAddress === null) return strings.missing;
  if (gap === null || typeof official !== 'number') return strings.differs;
  const direction = gap > 0 ? strings.higher : strings.lower;
  if (/%/.test(format)) {
    const points = new Intl.NumberFormat(settings.locale, { maximumFractionDigits: 2 }).format(Math.abs(gap) * 100);
    return direction(strings.points(points));
  }
  const amount = direction(shortNumber(Math.abs(gap), format, settings));
  return official === 0 ? amount : `${amount}, ${percent(gap / Math.abs(official), settings.locale)}`;
}

function percent(share: number, locale: string): string {
  const digits = Math.abs(share) < 0.001 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: 1 };
  return new Intl.NumberFormat(locale, { style: 'percent', signDisplay: 'exceptZero', ...digits }).format(share);
}
