/**
 * Gives office.js, where it runs, what a newer library adds: `worksheet.notes`, whose members are called as those of comments are, and the requirement set.
 */
export function giveNotes(): void {
  const { BatchApiHelper } = OfficeExtension as unknown as {
    readonly BatchApiHelper: { readonly createPropertyObject: (...args: unknown[]) => unknown };
  };
  Object.defineProperty(Excel.Worksheet.prototype, 'notes', {
    get() {
      return BatchApiHelper.createPropertyObject(Excel.CommentCollection, this, 'Notes', true, 4);
    },
  });
  const { requirements } = Office.context;
  const isSetSupported = requirements.isSetSupported.bind(requirements);
  Object.defineProperty(requirements, 'isSetSupported', {
    value: (name: string, version?: string) => (name === 'ExcelApi' && version === '1.18') || isSetSupported(name, version),
  });
}
