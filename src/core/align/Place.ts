/** Where a formula stands: indexes of its sheet pair and its row and column in both workbooks. */
export interface Place {
  pair: number;
  officialRow: number;
  officialColumn: number;
  localRow: number;
  localColumn: number;
}
