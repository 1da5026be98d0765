import type { Difference, DifferenceSide } from '../compare/Difference';
import type { DecidedDifference, DecidedSide } from './Decision';

/** What a decision about a difference remembers of it, `label` being what its user saw it called. */
export function decidedDifference(difference: Difference, label: string): DecidedDifference {
  const { kind, cells, official, local } = difference;
  return { kind, label, official: sideOf(difference, official), local: sideOf(difference, local), cells };
}

function sideOf({ kind, note }: Difference, side: DifferenceSide | null): DecidedSide | null {
  if (side === null) return null;
  const { sheet, address, formula, value, format } = side;
  // A cell that looks otherwise is about its look, whatever it holds; who hides what is told by the note alone.
  const shown = kind === 'format' ? format : kind === 'hidden' ? note : value;
  const content = kind === 'format' || formula === null ? JSON.stringify(shown) : formula;
  return { sheet, address, content };
}
