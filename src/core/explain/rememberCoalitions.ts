import type { Coalitions } from './Coalitions';

/** More values than these are not kept. */
const MOST_KEPT = 1_000_000;

/** Coalitions of which none is calculated twice; drivers that reach no headline are left out of account. */
export function rememberCoalitions(coalitions: Coalitions): Coalitions {
  const any = coalitions.reach.reduce((bits, reach) => bits | reach, 0);
  const known = new Map<number, readonly (number | null)[]>();
  return {
    ...coalitions,
    evaluate(coalition) {
      const reaching = coalition & any;
      let values = known.get(reaching);
      if (values !== undefined) return values;
      values = coalitions.evaluate(reaching);
      if (known.size * Math.max(1, values.length) < MOST_KEPT) known.set(reaching, values);
      return values;
    },
  };
}
