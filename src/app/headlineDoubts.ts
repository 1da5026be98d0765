import type { Headline } from '../core/compare/Comparison';
import { isCellError, type CellValue } from '../core/workbook/CellValue';

/** A sentence for each of these headlines of which no gap can be told, as only one workbook has it or it holds no number. */
export function headlineDoubts(headlines: readonly Headline[]): string[] {
  return headlines.flatMap((headline) => headlineDoubt(headline) ?? []);
}

function headlineDoubt({ name, officialAddress, localAddress, official, local }: Headline): string | null {
  if (officialAddress === null) return `Only yours has the headline ${called(name, localAddress)}, so there is no gap to tell.`;
  if (localAddress === null) return `Only official has the headline ${called(name, officialAddress)}, so there is no gap to tell.`;
  const [ours, theirs] = [whatElse(official), whatElse(local)];
  if (ours === null && theirs === null) return null;
  const said =
    ours === theirs
      ? `${ours} in both workbooks`
      : [ours && `${ours} in official`, theirs && `${theirs} in yours`].filter(Boolean).join(' and ');
  return `The headline ${called(name, ours === null ? localAddress : officialAddress)} ${said}, so there is no gap to tell.`;
}

/** What a cell that holds no number is; null for a number. */
export function whatElse(value: CellValue): string | null {
  if (typeof value === 'number') return null;
  if (value === null) return 'is blank';
  if (typeof value === 'string') return 'holds a text';
  return isCellError(value) ? `shows ${value.error}` : 'holds TRUE or FALSE';
}

function called(name: string, address: string | null): string {
  return address === null || address.toLowerCase() === name.toLowerCase() ? name : `${name} (${address})`;
}
