import type { AcceptedProposal } from '../app/propose/acceptProposal';
import type { AcceptedJson } from '../app/propose/acceptedSchema';

/** An acceptance as `--json` prints it (schema tieout.accepted/1). */
export function acceptedJson(accepted: AcceptedProposal, out: string | null): AcceptedJson {
  const { incoming, plan, outcome, effect, receipt, taken, declined, left } = accepted;
  const { proposal, compared } = incoming;
  return {
    schema: 'tieout.accepted/1',
    official: { name: compared.local.name, sha256: compared.local.sha256 },
    proposal: { author: proposal.author, team: proposal.team, at: proposal.at },
    out,
    receipt,
    taken,
    declined,
    left,
    effect,
    steps: plan.steps,
    cells: { planned: plan.cells, written: outcome?.cells ?? null },
    skipped: outcome?.skipped ?? [],
    signatureBroken: outcome?.signatureBroken ?? false,
  };
}
