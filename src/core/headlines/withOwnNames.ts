import type { CommonGrid } from '../align/CommonGrid';
import { addressOf, type HeadlinePlace } from './HeadlineCell';

/** Headlines are told apart by name: one whose name is taken, by an earlier one or by one of `known`, gets its address too. */
export function withOwnNames(
  { official, local }: CommonGrid,
  places: readonly HeadlinePlace[],
  known: readonly { readonly name: string }[] = [],
): HeadlinePlace[] {
  const taken = new Set(known.map(({ name }) => name.toLowerCase()));
  return places.map((place) => {
    const address =
      place.local !== null ? addressOf(local, place.local) : place.official !== null ? addressOf(official, place.official) : '';
    const name = taken.has(place.name.toLowerCase()) && place.name !== address ? `${place.name} (${address})` : place.name;
    taken.add(name.toLowerCase());
    return { ...place, name };
  });
}
