import { namedMembers, type Members } from './listMembers';

/** Which members only one of two lists has: `members only yours: Trial; only official: Legacy, Pilot`; empty when both permit the same. */
export function noteOnMembers(official: Members, local: Members): string {
  const only = (one: Members, other: Members): string[] => [...one].filter(([key]) => !other.has(key)).map(([, text]) => text);
  const parts = [
    { whose: 'only yours', members: only(local, official) },
    { whose: 'only official', members: only(official, local) },
  ].filter(({ members }) => members.length > 0);
  if (parts.length === 0) return '';
  return `members ${parts.map(({ whose, members }) => `${whose}: ${namedMembers(members)}`).join('; ')}`;
}
