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

// A spreadsheet calculates what begins so, also behind blanks. Where the list separator is a semicolon, or the text is pasted, a field is split
// at these besides, whatever quotes stand around it.
const FORMULA = /(^|[;\t\r\n])(?=(?:(?![\t\r\n])[\s\p{C}])*[=+\-@＝＋－＠])/gu;

function quoted(field: string | number): string {
  if (typeof field === 'number') return String(field);
  // An apostrophe keeps it a text.
  const text = field.replace(FORMULA, "$1'").replace(/^(?=[\t\r])/, "'");
  return /[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
