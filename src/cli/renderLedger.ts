import { showValue } from './showValue';
import type { BaseText } from '../app/ledger/readBase';
import { answerWords } from '../app/propose/answerWords';
import type { Answer } from '../core/ledger/Answer';
import type { Decision } from '../core/ledger/Decision';
import type { Ledger } from '../core/ledger/Ledger';
import type { Receipt } from '../core/ledger/Receipt';
import { placeInWords } from './decisionWords';
import { showControls } from './showControls';

const ACTIONS: Readonly<Record<Receipt['action'], string>> = { sync: 'Synced', undo: 'Undone', compare: 'Compared', merge: 'Merged' };

/** What a workbook remembers, for people to read. */
export function renderLedger(name: string, { decisions, receipts }: Ledger, base: BaseText | null, answers: readonly Answer[]): string {
  const of = (kind: Decision['kind']): readonly Decision[] => decisions.filter((decision) => decision.kind === kind);
  const lines = [
    name,
    base === null ? 'It remembers no official version that it agreed with.' : baseLine(base),
    ...section('kept on purpose', of('exception').map(decisionLine)),
    ...section('offered to the official model', of('proposal').map(decisionLine)),
    ...section(
      answers.length === 1 ? 'answer to proposals' : 'answers to proposals',
      answers.map(
        (answer) =>
          `${placeInWords(answer.of)}: ${answerWords(answer)} · offered by ${[answer.team, answer.owner].filter(Boolean).join(', ')}`,
      ),
    ),
    ...section(receipts.length === 1 ? 'receipt' : 'receipts', receipts.flatMap(receiptLines)),
    ...(decisions.length + answers.length + receipts.length === 0 ? ['No decisions and no receipts.'] : []),
  ];
  return lines.map((line) => `${showControls(line)}\n`).join('');
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : ['', `${lines.filter((line) => !line.startsWith(' ')).length} ${title}`, ...lines.map((line) => `  ${line}`)];
}

function baseLine({ version: { title, version, at }, content }: BaseText): string {
  const kept = content === null ? ' Its content was too large to be kept.' : '';
  return `Last agreed with ${[title, version].filter((word) => word !== null).join(' ')} on ${day(at)}.${kept}`;
}

function decisionLine({ reason, owner, reviewBy, of }: Decision): string {
  const more = of.cells > 1 ? `, ${of.cells} cells` : '';
  return `${placeInWords(of)}${more}: ${reason === '' ? 'no reason given' : reason} · ${owner}${reviewBy === null ? '' : ` · until ${reviewBy}`}`;
}

function receiptLines({ at, by, action, official, cells, taken, kept, refused, headlines, undoneBy, undoable, id }: Receipt): string[] {
  const model = official.version === null ? official.name : `${official.name} ${official.version}`;
  const end = undoneBy !== null ? ' · undone since' : undoable ? ` · can be undone, as ${id}` : '';
  return [
    `${day(at)}  ${ACTIONS[action]} with ${model} by ${by}: ${taken} taken, ${kept} kept, ${refused} refused, ${cells} cells written${end}`,
    ...headlines.map(({ name, format, before, after }) => `  ${name}: ${figure(before, format)} → ${figure(after, format)}`),
  ];
}

function figure(value: number | null, format: string): string {
  return value === null ? 'not known' : showValue(value, format);
}

function day(time: string): string {
  return time.slice(0, 10);
}
