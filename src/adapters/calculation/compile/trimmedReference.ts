import { trim } from '../functions/lookup/trimmed';
import type { Program } from './Program';

/** The program of a reference that may be trimmed, `A1.:.B9`: without the blank rows and columns on the side of each point. */
export function trimmedReference(text: string, resolve: Program): Program {
  const address = text.slice(text.lastIndexOf('!') + 1);
  const ends = (address.includes('.:') ? 1 : 0) + (address.includes(':.') ? 2 : 0);
  return ends === 0 ? resolve : (cell, locals) => trim(resolve(cell, locals), ends, ends);
}
