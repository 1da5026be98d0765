import type { AcceptedProposal } from '../app/propose/acceptProposal';
import { placeInWords } from './decisionWords';
import { effectWords } from './renderProposals';
import { showControls } from './showControls';
import { stepsInWords } from './stepsInWords';

/** So many lines of one list are shown unless all are asked for. */
const MOST = 40;

/** What was taken of a proposal, or would be, cell by cell, and what was left and why. */
export function renderAccepted(
  accepted: AcceptedProposal,
  { out, all, colour }: { readonly out: string | null; readonly all: boolean; readonly colour: boolean },
): string {
  const { incoming, plan, outcome, effect, receipt, taken, declined, left } = accepted;
  const { proposal, compared } = incoming;
  const lines: string[] = [];
  const title = (text: string): void => void lines.push(colour ? `\u001b[1m${showControls(text)}\u001b[22m` : showControls(text));
  const section = (heading: string, texts: readonly string[]): void => {
    if (texts.length === 0) return;
    lines.push('');
    title(heading);
    const shown = all || texts.length <= MOST + 1 ? texts : [...texts.slice(0, MOST), `And ${texts.length - MOST} more; --all lists them.`];
    for (const text of shown) lines.push(`  ${showControls(text)}`);
  };
  const offers = new Map(proposal.offers.map((offer) => [offer.id, offer]));
  const named = (id: string): string => `${id}  ${placeInWords(offers.get(id)!.of)}`;
  const cells = outcome?.cells ?? plan.cells;
  const count = `${cells} ${cells === 1 ? 'cell' : 'cells'}`;
  const wrote = out === null ? `Would write ${count}` : receipt === null ? 'No cell was changed' : `Taken: ${count} written`;
  title(wrote);
  lines.push(showControls(`Official: ${compared.local.name}   Proposal: ${[proposal.team, proposal.author].filter(Boolean).join(' · ')}`));
  lines.push(showControls(out === null ? 'Nothing was written.' : `Written to ${out}.`));
  section('Headlines', effect.map(effectWords));
  section(out === null ? 'Would be taken' : 'In official now', taken.map(named));
  for (const [sheet, texts] of stepsInWords(plan.steps, compared.local)) section(sheet, texts);
  section('Declined', declined.map(named));
  section(
    'Not taken',
    left.map(({ id, reason }) => `${named(id)}: ${reason}`),
  );
  section(
    'Left as it is',
    (outcome?.skipped ?? []).map(({ sheet, address, reason }) => `${[sheet, address].filter(Boolean).join('!')}: ${reason}`),
  );
  section('Take note', [
    ...(receipt === null ? [] : [`tieout undo takes this back (receipt ${receipt}).`]),
    ...(receipt === null ? [] : ['Formulas that follow show their new results once Excel has opened and calculated the file.']),
    ...(out !== null && taken.length + declined.length > 0
      ? ['The answers go back with this version: whoever compares with it is told.']
      : []),
    ...(outcome?.signatureBroken === true
      ? ['The file was digitally signed. The signature no longer holds, as for any edit: sign it again.']
      : []),
  ]);
  return `${lines.join('\n')}\n`;
}
