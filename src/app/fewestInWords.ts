import type { FewestOfAll } from './fewestOfAll';

/** `3 of 214 causes bring all 4 headlines to official`; null where that would be all causes anyway. `total` is how many causes there are. */
export function fewestInWords({ causes, headlines, exact }: FewestOfAll, total: number, number: (count: number) => string): string | null {
  if (causes.length === 0 || causes.length >= total) return null;
  const which = headlines === 1 ? 'the headline that differs' : `all ${number(headlines)} headlines that differ`;
  const count = `${number(causes.length)} of ${number(total)} causes ${causes.length === 1 ? 'brings' : 'bring'} ${which} to official`;
  return exact ? count : `${count}; perhaps fewer would`;
}
