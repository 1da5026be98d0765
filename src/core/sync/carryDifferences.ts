import { makeAxis } from '../align/axis';
import type { Axis, Correspondence } from '../align/Correspondence';
import type { Difference, DifferenceSide } from '../compare/Difference';
import { columnName, parseRange, stringifyRange } from '../workbook/Address';
import type { Snapshot } from '../workbook/Snapshot';
import { carryRanges, carrySpan } from './carryCells';
import { placeOf, type LineOrder } from './LineOrder';
import { parseLines } from './planLayout';
import type { SheetMoves } from './planMoves';

/** The correspondence once lines of the local workbook have moved. */
export function carryCorrespondence(correspondence: Correspondence, sheets: readonly SheetMoves[]): Correspondence {
  return {
    ...correspondence,
    sheets: correspondence.sheets.map((pair) => {
      const moves = sheets.find(({ sheet }) => sheet === pair.local);
      if (!moves) return pair;
      return { ...pair, rows: carryAxis(pair.rows, moves.row.order), columns: carryAxis(pair.columns, moves.column.order) };
    }),
  };
}

function carryAxis(axis: Axis, order: LineOrder): Axis {
  if (order.length === 1) return axis;
  const match = axis.fromOfficial.map((common, line) => {
    const own = line === 0 ? 0 : axis.toLocal[common]!;
    return own === 0 ? 0 : placeOf(order, own);
  });
  return makeAxis(match.length - 1, axis.fromLocal.length - 1, match);
}

/** The differences with the local places they have once lines have moved; one whose lines then stand apart counts as several with one id. */
export function carryDifferences(differences: readonly Difference[], local: Snapshot, sheets: readonly SheetMoves[]): Difference[] {
  return differences.flatMap((difference): Difference[] => {
    const { local: side, kind } = difference;
    const moves = side === null ? undefined : sheets.find(({ sheet }) => local.sheets[sheet]!.name === side.sheet);
    if (!side || !moves || kind === 'name' || kind === 'sheet') return [difference];
    return addressesOf(side, kind, moves).map((address) => ({ ...difference, local: { ...side, address } }));
  });
}

function addressesOf({ address }: DifferenceSide, kind: Difference['kind'], { row, column }: SheetMoves): string[] {
  const range = parseRange(address);
  if (range) return carryRanges({ row, column }, range).map(stringifyRange);
  if (kind !== 'row' && kind !== 'column') return [address];
  const spans = carrySpan(kind === 'row' ? row.order : column.order, parseLines(address, kind));
  return spans.map(({ first, last }) => (kind === 'row' ? `${first}:${last}` : `${columnName(first)}:${columnName(last)}`));
}
