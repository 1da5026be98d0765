import type { Headline } from '../core/compare/Comparison';
import { showAmount, showValue } from './showValue';

/** Headlines as a table: what either workbook has, and how far apart they are. */
export function renderHeadlines(headlines: readonly Headline[]): string[] {
  const rows = headlines.map((headline) => [
    headline.name,
    showValue(headline.official, headline.format),
    showValue(headline.local, headline.format),
    gapWords(headline),
  ]);
  const table = [['', 'official', 'yours', ''], ...rows];
  const width = (column: number, most: number): number => Math.min(most, Math.max(...table.map((row) => row[column]!.length)));
  const [name, official, local] = [width(0, 36), width(1, 18), width(2, 18)];
  return table.map((row) =>
    `  ${cut(row[0]!, name).padEnd(name)}  ${cut(row[1]!, official).padStart(official)}  ${cut(row[2]!, local).padStart(local)}  ${row[3]}`.trimEnd(),
  );
}

function gapWords({ gap, official, local, format, ties, localAddress, officialAddress }: Headline): string {
  if (officialAddress === null) return 'not in official';
  if (localAddress === null) return 'not in yours';
  if (ties) return 'agrees';
  if (gap === null || typeof official !== 'number' || typeof local !== 'number') return 'differs';
  const direction = gap > 0 ? 'higher' : 'lower';
  if (format.includes('%')) return `${Math.abs(gap * 100).toLocaleString('en-US', { maximumFractionDigits: 2 })} points ${direction}`;
  const percent = official === 0 ? '' : `, ${gap > 0 ? '+' : '−'}${Math.abs((gap / official) * 100).toFixed(1)}%`;
  return `${showAmount(Math.abs(gap), format)} ${direction}${percent}`;
}

function cut(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}
