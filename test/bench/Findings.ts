/** A line of the bench's table. */
export interface Finding {
  readonly what: string;
  /** Of the quickest round, which other work on the machine disturbed least, in milliseconds. */
  readonly quickest: number;
  /** Of the first round, before anything is compiled. */
  readonly first: number;
}

/** What must hold; `most` and `least` are the limits, one of them given. */
export interface Target {
  readonly what: string;
  readonly measured: number;
  readonly most?: number;
  readonly least?: number;
}

/** The quickest and the first of some rounds. */
export function findingOf(what: string, rounds: readonly number[]): Finding {
  return { what, quickest: Math.min(...rounds), first: rounds[0]! };
}

/** True when the target is met. */
export function isMet({ measured, most = Infinity, least = -Infinity }: Target): boolean {
  return measured <= most && measured >= least;
}

/** Prints findings and targets as tables. */
export function printFindings(title: string, findings: readonly Finding[], targets: readonly Target[]): void {
  console.log(`\n${title}`);
  const milliseconds = (time: number): string => `${Math.round(time).toLocaleString('en')} ms`.padStart(10);
  for (const { what, quickest, first } of findings) {
    console.log(`  ${what.padEnd(58)}${milliseconds(quickest)}   first round${milliseconds(first)}`);
  }
  for (const target of targets) {
    const { what, measured, most, least } = target;
    const limit = most === undefined ? `at least ${least}` : `at most ${most}`;
    console.log(`  ${what.padEnd(58)}${amount(measured).padStart(10)}   ${limit}: ${isMet(target) ? 'met' : 'MISSED'}`);
  }
}

function amount(measured: number): string {
  return Number.isInteger(measured) ? measured.toLocaleString('en') : measured.toFixed(2);
}
