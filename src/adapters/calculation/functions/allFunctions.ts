import { days } from './dates/days';
import { intervals } from './dates/intervals';
import { times } from './dates/times';
import { weeks } from './dates/weeks';
import { workdays } from './dates/workdays';
import type { FunctionDefinition } from './FunctionDefinition';
import { kinds } from './information/kinds';
import { truths } from './logic/truths';
import { rounding } from './mathematics/rounding';
import { sums } from './mathematics/sums';
import { parts } from './text/parts';

const GROUPS: readonly (readonly FunctionDefinition[])[] = [days, intervals, kinds, parts, rounding, sums, times, truths, weeks, workdays];

/** All functions that can be calculated, by name. */
export const ALL_FUNCTIONS: ReadonlyMap<string, FunctionDefinition> = new Map(
  GROUPS.flat().map((definition) => [definition.name, definition]),
);
