import type { InboxReceipt } from '../app/inbox/inboxReceiptSchema';
import type { Inbox } from '../app/inbox/readInbox';
import type { SentProposal } from '../app/inbox/SentProposal';
import { teamStandings } from '../app/inbox/teamStandings';
import { answerWords } from '../app/propose/answerWords';
import { placeInWords } from './decisionWords';
import { Report } from './Report';
import { showValue } from './showValue';

const WORDS: Readonly<Record<InboxReceipt['verdict'], string>> = {
  ties: 'ties out',
  differs: 'does not tie out',
  unknown: 'can’t tell yet',
};

/** Which teams reported, how their newest comparison came out and how it went before, for people to read. */
export function renderInbox(
  { receipts, proposals, unreadable, unseen }: Inbox,
  { all, colour }: { readonly all: boolean; readonly colour: boolean },
): string {
  const report = new Report({ all, colour });
  const teams = teamStandings(receipts);
  const tied = teams.filter(({ newest }) => newest.verdict === 'ties').length;
  report.title(
    teams.length === 0
      ? 'Nobody has reported yet.'
      : `${tied} of ${teams.length} ${teams.length === 1 ? 'team ties out' : 'teams tie out'}.`,
  );
  for (const model of new Set(teams.map((team) => team.model))) {
    report.section(
      `Model ${model}`,
      teams
        .filter((team) => team.model === model)
        .flatMap(({ newest, earlier, team }) => [
          `${team}, ${line(newest)}`,
          ...(earlier.length === 0 ? [] : [`  before: ${(all ? earlier : earlier.slice(0, 3)).map(line).join('; ')}`]),
          ...newest.headlines
            .filter(({ ties }) => !ties)
            .map(({ name, official, local, format }) => `  ${name}: official ${shown(official, format)}, theirs ${shown(local, format)}`),
        ]),
    );
  }
  report.section(
    'Offered (tieout proposals OFFICIAL FILE weighs a file, tieout accept takes it)',
    proposals.flatMap((proposal) => [
      `${proposal.team}, ${proposal.at.slice(0, 10)}, ${toWhat(proposal)}   ${proposal.file}`,
      ...(all ? proposal.offers : proposal.offers.slice(0, MOST_OFFERS)).map(
        ({ of, words, reason, answer }) =>
          `  ${placeInWords(of)}: ${words} (${reason}) · ${answer === null ? 'open' : answerWords(answer)}`,
      ),
      ...(all || proposal.offers.length <= MOST_OFFERS ? [] : [`  and ${proposal.offers.length - MOST_OFFERS} more`]),
    ]),
  );
  report.section(
    'Files that could not be read',
    unreadable.map(({ name, why }) => `${name}: ${why}`),
  );
  if (unseen > 0) report.line(`The ${unseen.toLocaleString('en-US')} oldest files were not looked at.`);
  return report.toString();
}

/** So many offers of one proposal are told. */
const MOST_OFFERS = 5;

function toWhat({ model, version }: SentProposal): string {
  return model === null ? 'to a version that the catalog does not have' : `to ${model} ${version}`;
}

function line({ at, version, verdict, causes, cells }: InboxReceipt): string {
  return `${at.slice(0, 10)}, with ${version}: ${WORDS[verdict]} (causes: ${causes}, cells that differ: ${cells})`;
}

function shown(figure: number | null, format: string): string {
  return figure === null ? '(none)' : showValue(figure, format);
}
