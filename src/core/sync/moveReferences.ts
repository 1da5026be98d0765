import { parseA1Ref, parseStructRef, tokenTypes, tokenize } from '@borgar/fx/xlsx';
import { isOutwardFunction, leadsInside, runsProgram } from '../formula/reachesOutside';
import { columnName, quoteSheetName } from '../workbook/Address';
import type { Span } from '../workbook/Snapshot';

/** Where a run of rows or columns comes to stand; null when it is not there afterwards. */
export type SpanMove = (first: number, last: number) => Span | null;

/** Where the lines of one sheet come to stand, and what the sheet is then called. */
export interface SheetMove {
  readonly name: string;
  readonly rows: SpanMove;
  readonly columns: SpanMove;
  /** The moves for a range over these rows and columns (null: all), where they are not the same all over the sheet. */
  readonly within?: (rows: Span | null, columns: Span | null) => { readonly rows: SpanMove; readonly columns: SpanMove };
}

/** How the things that a formula can refer to are found again after a move. */
export interface ReferenceMove {
  /** The move of a sheet by the name it has in the formula; null when it is not there afterwards. */
  readonly sheet: (name: string) => SheetMove | null;
  /** Why a formula may not use this defined name, function or bare table name; null when it may. */
  readonly name: (name: string, sheet: string | null) => string | null;
  /** Why a formula may not use this structured reference; null when it may. */
  readonly table: (table: string, columns: readonly string[], thisRow: boolean) => string | null;
  /**
   * What becomes of parts that reach outside the workbook: `keep` leaves them as they are; `refuse` refuses them; `allow` refuses them too,
   * but for functions that fetch or send, which someone agreed to.
   */
  readonly outside: 'keep' | 'allow' | 'refuse';
}

export type MovedFormula =
  | { readonly formula: string; readonly reason: null }
  /** `allowed`: the formula that it would be if functions which fetch or send were allowed, where nothing else stands in its way. */
  | { readonly formula: null; readonly reason: string; readonly allowed?: string };

/**
 * Returns an A1 formula of the sheet `home` (null for a name of the whole workbook) with every reference moved, or the
 * reason, as a sentence, why it cannot be. Text that does not refer to moved lines is kept letter by letter.
 */
export function moveReferences(formula: string, home: string | null, move: ReferenceMove): MovedFormula {
  const at = home === null ? null : move.sheet(home);
  if (home !== null && !at) return refuse(`The sheet ${home} is not in your workbook.`);
  let text = '';
  let outward: string | null = null;
  const tokens = tokenize(formula, { mergeRefs: true, withLocation: false });
  for (const [index, token] of tokens.entries()) {
    const { type, value } = token;
    if (type === tokenTypes.FUNCTION && move.outside !== 'keep' && isOutwardFunction(value) && !isLinkInside(tokens, index)) {
      if (runsProgram(value)) return refuse(`It uses ${plainName(value)}, which runs something outside the workbook: it is never synced.`);
      if (move.outside === 'refuse') outward ??= plainName(value);
    }
    const moved = moveToken(type, value, at, move);
    if (moved.formula === null) return moved;
    text += moved.formula;
  }
  if (outward === null) return { formula: text, reason: null };
  return { formula: null, reason: `It uses ${outward}, which reaches outside the workbook, so it does not come unasked.`, allowed: text };
}

/** Whether the function at this token is a HYPERLINK to a place in the workbook itself. */
function isLinkInside(tokens: readonly { readonly type: string; readonly value: string }[], index: number): boolean {
  if (!/^HYPERLINK$/i.test(tokens[index]!.value)) return false;
  const [open, first] = tokens.slice(index + 1).filter(({ type }) => type !== tokenTypes.WHITESPACE && type !== tokenTypes.NEWLINE);
  return open?.value === '(' && first?.type === tokenTypes.STRING && leadsInside(first.value);
}

function plainName(name: string): string {
  return name.replace(/^(?:_xl\w+\.)+/i, '').toUpperCase();
}

function moveToken(type: string, text: string, home: SheetMove | null, move: ReferenceMove): MovedFormula {
  switch (type) {
    case tokenTypes.REF_RANGE:
    case tokenTypes.REF_BEAM:
    case tokenTypes.REF_NAMED:
      return moveReference(text, home, move);
    case tokenTypes.REF_STRUCT: {
      const struct = parseStructRef(text);
      if (!struct) return refuse(`The reference ${text} cannot be read.`);
      if (struct.workbookName)
        return move.outside !== 'keep' ? refuse(`It refers to another workbook, ${struct.workbookName}.`) : keep(text);
      const thisRow = (struct.sections ?? []).some((section) => section.toLowerCase() === 'this row');
      return refuseOr(move.table(struct.table ?? '', struct.columns ?? [], thisRow), text);
    }
    case tokenTypes.FUNCTION:
      return refuseOr(move.name(text, null), text);
    case tokenTypes.UNKNOWN:
      return move.outside !== 'keep' ? refuse('It holds a part that Tieout cannot read, such as a link to another program.') : keep(text);
    default:
      return keep(text);
  }
}

function moveReference(text: string, home: SheetMove | null, move: ReferenceMove): MovedFormula {
  const reference = parseA1Ref(text);
  if (!reference) return refuse(`The reference ${text} cannot be read.`);
  const { workbookName, sheetName } = reference;
  if (workbookName) return move.outside !== 'keep' ? refuse(`It refers to another workbook, ${workbookName}.`) : keep(text);
  if (sheetName?.includes(':'))
    return move.outside !== 'keep'
      ? refuse(`It adds through several sheets, ${sheetName}: put the same tabs between them, or enter the formula by hand.`)
      : keep(text);
  const target = sheetName ? move.sheet(sheetName) : home;
  if (!target) {
    if (sheetName) return refuse(`It refers to the sheet ${sheetName}, which is not in your workbook.`);
    if ('name' in reference) return refuseOr(move.name(reference.name, null), text);
    return move.outside !== 'keep' ? refuse(`It refers to ${text} without naming a sheet.`) : keep(text);
  }
  const prefix = sheetName
    ? target.name === sheetName
      ? text.slice(0, text.lastIndexOf('!') + 1)
      : quoteSheetName(target.name) + '!'
    : '';
  if ('name' in reference) {
    const reason = move.name(reference.name, sheetName || null);
    return reason ? refuse(reason) : keep(prefix + reference.name);
  }
  const cells = text.slice(text.lastIndexOf('!') + 1);
  const moved = moveRange(reference.range, target, cells.includes(':'));
  if (moved === null) return refuse(`It refers to ${text}, which your workbook does not have in one piece.`);
  return keep(moved === undefined ? (prefix && sheetName === target.name ? text : prefix + cells) : prefix + moved);
}

interface ParsedRange {
  readonly top: number | null;
  readonly left: number | null;
  readonly bottom?: number | null;
  readonly right?: number | null;
  readonly $top?: boolean | null;
  readonly $left?: boolean | null;
  readonly $bottom?: boolean | null;
  readonly $right?: boolean | null;
}

/** The moved range as text; undefined when it stays where it is, null when it is not there. */
function moveRange(range: ParsedRange, move: SheetMove, isRange: boolean): string | null | undefined {
  const within = move.within?.(spanOf(range.top, range.bottom), spanOf(range.left, range.right)) ?? move;
  const rows = moveSpan(range.top, range.bottom, within.rows);
  const columns = moveSpan(range.left, range.right, within.columns);
  if (rows === null || columns === null) return null;
  if (rows.stays && columns.stays) return undefined;
  return rangeText(range, rows, columns, isRange);
}

/** First and last row or column of a reference; null where it has whole lines of the other axis. */
export interface ReferenceSpan {
  readonly first: number | null;
  readonly last: number | null;
}

/** The text of a reference to other lines, its `$` kept. */
export function rangeText(range: ParsedRange, rows: ReferenceSpan, columns: ReferenceSpan, isRange: boolean): string {
  const start = end(range.$left, columns.first, range.$top, rows.first);
  const stop = end(range.$right, columns.last, range.$bottom, rows.last);
  return isRange ? `${start}:${stop}` : start;
}

interface MovedSpan extends ReferenceSpan {
  readonly stays: boolean;
}

function spanOf(first: number | null, last: number | null | undefined): Span | null {
  return first === null ? null : { first: first + 1, last: (last ?? first) + 1 };
}

function moveSpan(first: number | null, last: number | null | undefined, move: SpanMove): MovedSpan | null {
  if (first === null) return { first, last: first, stays: true };
  const end = last ?? first;
  const moved = move(first + 1, end + 1);
  return moved && { ...moved, stays: moved.first === first + 1 && moved.last === end + 1 };
}

function end(
  fixedColumn: boolean | null | undefined,
  column: number | null,
  fixedRow: boolean | null | undefined,
  row: number | null,
): string {
  const letters = column === null ? '' : (fixedColumn ? '$' : '') + columnName(column);
  return letters + (row === null ? '' : (fixedRow ? '$' : '') + row);
}

function keep(formula: string): MovedFormula {
  return { formula, reason: null };
}

function refuse(reason: string): MovedFormula {
  return { formula: null, reason };
}

function refuseOr(reason: string | null, text: string): MovedFormula {
  return reason ? refuse(reason) : keep(text);
}
