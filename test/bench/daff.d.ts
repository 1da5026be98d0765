/** What the bench uses of daff, which comes without types. */
declare module 'daff' {
  interface Alignment {
    readonly sources: unknown;
  }
  interface Table {
    readonly data: unknown;
  }
  const daff: {
    readonly TableView: new (rows: readonly (readonly unknown[])[]) => Table;
    readonly CompareFlags: new () => object;
    readonly TableDiff: new (alignment: Alignment, flags: object) => { hilite(into: Table): boolean };
    readonly compareTables: (official: Table, local: Table) => { align(): Alignment };
  };
  export default daff;
}
