import type { NoteContent } from './SyncPlan';

/** Whether two notes say the same, whoever wrote them and however their lines end; null is no note. */
export function sameNote(one: NoteContent | null, other: NoteContent | null): boolean {
  if (one === null || other === null) return one === other;
  return tidyNote(one.text) === tidyNote(other.text);
}

/** A note's text as it is compared. */
export function tidyNote(text: string): string {
  return text.replace(/\r\n?/g, '\n').trim();
}
