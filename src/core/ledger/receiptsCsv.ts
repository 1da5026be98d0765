import type { Receipt, ReceiptHeadline } from './Receipt';

const COLUMNS: Readonly<Record<string, (receipt: Receipt) => string | number>> = {
  Receipt: ({ id }) => id,
  Date: ({ at }) => at,
  By: ({ by }) => by,
  Action: ({ action }) => action,
  'Official model': ({ official }) => official.name,
  Version: ({ official }) => official.version ?? '',
  'SHA-256': ({ official }) => official.sha256 ?? '',
  'Cells written': ({ cells }) => cells,
  Taken: ({ taken }) => taken,
  Kept: ({ kept }) => kept,
  Refused: ({ refused }) => refused,
  Headlines: ({ headlines }) => headlines.map(inWords).join('; '),
  'Undone by': ({ undoneBy }) => undoneBy ?? '',
};

/** Receipts as a CSV text (RFC 4180): a line of headings, then one each. No field is taken for a formula where it is opened. */
export function receiptsCsv(receipts: readonly Receipt[]): string {
  const lines = receipts.map((receipt) => Object.values(COLUMNS).map((column) => column(receipt)));
  return [Object.keys(COLUMNS), ...lines].map((fields) => `${fields.map(quoted).join(',')}\r\n`).join('');
}

function inWords({ name, before, after, official }: ReceiptHeadline): string {
  return `${name}: ${before ?? '?'} → ${after ?? '?'} (official ${official ?? '?'})`;
}

function quoted(field: string | number): string {
  if (typeof field === 'number') return String(field);
  // A spreadsheet calculates what begins so, also behind blanks; an apostrophe keeps it a text.
  const text = /^\s*[=+\-@]|^[\t\r]/.test(field) ? `'${field}` : field;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
