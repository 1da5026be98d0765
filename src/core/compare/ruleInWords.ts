import type { Validation } from '../workbook/Snapshot';
import { namedMembers, type Members } from './listMembers';

/** A rule in words: `list: "Open,Closed"`, `list: Lists!$A$2:$A$3 (Open, Closed)`, `whole between 1 and 5`. */
export function ruleInWords(
  { type, operator, formula1, formula2 }: Pick<Validation, 'type' | 'operator' | 'formula1' | 'formula2'>,
  members: Members | null,
): string {
  if (type === 'list') {
    const elsewhere = members !== null && members.size > 0 && !formula1.startsWith('"');
    return elsewhere ? `list: ${formula1} (${namedMembers([...members.values()])})` : `list: ${formula1}`;
  }
  if (type === 'custom') return `formula: ${formula1}`;
  const words = (operator === '' ? 'between' : operator).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return formula2 === '' ? `${type} ${words} ${formula1}` : `${type} ${words} ${formula1} and ${formula2}`;
}
