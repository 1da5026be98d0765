import { parseRange } from '../../../core/workbook/Address';
import type { Note } from '../../../core/workbook/Snapshot';
import { unescapeExcel } from './cellText';
import type { XmlElement } from './XmlElement';

/** The display names of the people who wrote threaded comments, by their id. */
export function readPersons(persons: XmlElement | null): Map<string, string> {
  return new Map(persons?.all('person').map((person) => [person.attribute('id') ?? '', person.attribute('displayName') ?? '']) ?? []);
}

/**
 * The notes and threaded comments of a sheet in the order of their cells. For older Excels a thread is stored a second
 * time as a note that begins `[Threaded comment]`; that one is left out.
 */
export function readNotes(notes: readonly XmlElement[], threads: readonly XmlElement[], persons: ReadonlyMap<string, string>): Note[] {
  const comments = threads.flatMap((part) => readThreads(part, persons));
  const threaded = new Set(comments.map(({ row, column }) => `${row},${column}`));
  const plain = notes.flatMap(readPlainNotes).filter(({ row, column, author, text }) => {
    const twin = author.startsWith('tc=') || text.startsWith('[Threaded comment]');
    return !(twin && threaded.has(`${row},${column}`));
  });
  return [...plain, ...comments].sort((one, other) => one.row - other.row || one.column - other.column);
}

function readPlainNotes(part: XmlElement): Note[] {
  const authors = part.list('authors', 'author').map((author) => author.text);
  return part.list('commentList', 'comment').flatMap((element) => {
    const text = element.child('text');
    return noteAt(element, authors[element.number('authorId', 0)] ?? '', unescapeExcel(text === null ? '' : joinRuns(text)), 'note');
  });
}

function readThreads(part: XmlElement, persons: ReadonlyMap<string, string>): Note[] {
  const comments = part.all('threadedComment');
  const textOf = (comment: XmlElement): string => unescapeExcel(comment.child('text')?.text ?? '');
  const replies = new Map<string, string[]>();
  for (const comment of comments) {
    const parent = comment.attribute('parentId');
    if (parent !== null) replies.set(parent, [...(replies.get(parent) ?? []), textOf(comment)]);
  }
  return comments
    .filter((comment) => comment.attribute('parentId') === null)
    .flatMap((comment) => {
      const text = [textOf(comment), ...(replies.get(comment.attribute('id') ?? '') ?? [])].join('\n');
      return noteAt(comment, persons.get(comment.attribute('personId') ?? '') ?? '', text, 'comment');
    });
}

function noteAt(element: XmlElement, author: string, text: string, kind: Note['kind']): Note[] {
  const range = parseRange(element.attribute('ref') ?? '');
  return range === null ? [] : [{ row: range.firstRow, column: range.firstColumn, author, text, kind }];
}

function joinRuns(text: XmlElement): string {
  return text.children
    .map((child) => (child.name === 't' ? child.text : child.name === 'r' ? (child.child('t')?.text ?? '') : ''))
    .join('');
}
