/** The names of sheets for a sentence, of many the first five and how many more there are. */
export function sheetsInWords(sheets: readonly { readonly name: string }[]): string {
  const names = sheets.slice(0, 5).map(({ name }) => name);
  return names.join(', ') + (sheets.length > 5 ? ` and ${sheets.length - 5} more` : '');
}
