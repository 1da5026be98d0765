import type { DifferenceKind } from '../../core/compare/Difference';
import { linesInWords } from './linesInWords';

/** How counts are written for a locale. */
interface Counts {
  readonly plural: (count: number, one: string, many: string) => string;
  readonly cells: (count: number) => string;
  readonly causes: (count: number) => string;
  readonly ofAll: (one: string, many: string) => (shown: number, total: number) => string;
}

/** What the plan of a sync says, before anything is written. */
export function planTexts({ plural, cells, causes, ofAll }: Counts) {
  return {
    title: 'Before anything is written',
    summary: (taken: number, asked: number, count: number, sheets: number) =>
      `For ${taken === asked ? causes(taken) : ofAll('cause', 'causes')(taken, asked)}, ${count === 0 ? '' : `${cells(count)} on `}${plural(sheets, 'sheet', 'sheets')} will change. Undo sync takes all of it back.`,
    changes: 'Changes',
    nothing: 'There is nothing to write.',
    willAgree: (agree: number, of: number) =>
      agree === of
        ? `After this ${of === 1 ? 'the headline agrees' : `all ${of} headlines that differ agree`} with official.`
        : `After this ${agree} of ${of} headlines that differ ${agree === 1 ? 'agrees' : 'agree'} with official.`,
    allHeadlines: 'Show all',
    fewerHeadlines: 'Show fewer',
    now: 'Now',
    after: 'After',
    unsure: 'not certain',
    write: (count: number) => `Write ${cells(count)}`,
    apply: (count: number) => `Make ${plural(count, 'change', 'changes')}`,
    official: 'Official',
    yours: 'Yours now',
    leftAlone: (count: number) => `Left alone: ${causes(count)}`,
    lookAt: (count: number) => `To check: ${causes(count)}`,
    remove: (count: number) => `Only in your workbook: ${causes(count)}`,
    removeHint: 'Nothing of these is deleted unless you tick it.',
    outside: (count: number) => `Reaching outside your workbook: ${plural(count, 'formula', 'formulas')}`,
    outsideHint: 'These fetch from, send to or lead to somewhere else. They stay out unless you tick them.',
    allowPlace: (place: string, count: number) => `Take ${place}${count > 1 ? ` (${cells(count)})` : ''}`,
    deletePlace: (place: string, kind: DifferenceKind) => `Delete ${kind === 'note' ? 'the note on ' : ''}${place}`,
    more: (count: number) => `and ${cells(count)} more`,
    addSheet:
      'Add this sheet: its cells, number formats, notes and permitted entries. Column widths, colours, merged cells and charts do not come.',
    deleteSheet: 'Delete this sheet',
    insert: (axis: 'row' | 'column', count: number, at: string, table?: string) =>
      `Insert ${axisCount(axis, count)} at ${at}${table === undefined ? '' : `, in the table ${table}`}`,
    delete: (axis: 'row' | 'column', count: number, at: string, table?: string) =>
      `Delete ${axisCount(axis, count)} at ${at}${table === undefined ? '' : `, of the table ${table}`}`,
    moveLines: (from: string, to: string) => `Move ${linesInWords(from)} to ${linesInWords(to)}`,
    insertCells: (axis: 'row' | 'column', address: string) =>
      `Insert cells ${address}; those ${axis === 'row' ? 'below move down' : 'to the right move right'}`,
    deleteCells: (axis: 'row' | 'column', address: string) =>
      `Delete cells ${address}; those ${axis === 'row' ? 'below move up' : 'to the right move left'}`,
    renameTable: (before: string, after: string) => `Rename the table ${before} to ${after}`,
    resizeTable: (table: string, grows: boolean, rows: number, columns: readonly string[]) => {
      const what = columns.length === 0 ? axisCount('row', rows) : `the column${columns.length === 1 ? '' : 's'} ${columns.join(', ')}`;
      return grows ? `Let the table ${table} take in ${what}` : `Take ${what} out of the table ${table}`;
    },
    setName: (name: string) => `Name ${name}`,
    rule: 'Permitted entries',
    anyEntry: 'any entry',
    hidden: (address: string, hidden: boolean) => `${hidden ? 'Hide' : 'Show'} ${address === '' ? 'the sheet' : linesInWords(address)}`,
    noteText: 'Note',
    noNote: 'no note',
    format: 'Number format',
    values: (count: number) => plural(count, 'value', 'values'),
    updating: 'Updating the plan…',
    from: 'from ',
    to: 'to ',
  };
}

function axisCount(axis: 'row' | 'column', count: number): string {
  return count === 1 ? `a ${axis}` : `${count} ${axis}s`;
}
