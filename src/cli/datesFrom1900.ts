import type { Comparison } from '../core/compare/Comparison';
import type { Difference, DifferenceSide } from '../core/compare/Difference';
import type { Snapshot } from '../core/workbook/Snapshot';
import { dayFrom1900 } from './dayFrom1900';

type Side = 'official' | 'local';
type DateSystems = Readonly<Record<Side, Snapshot['dateSystem']>>;

/** The comparison with days that a workbook counts from 1904 counted from 1900, as formats are shown; for reading only. */
export function datesFrom1900(comparison: Comparison, systems: DateSystems): Comparison {
  if (systems.official === 1900 && systems.local === 1900) return comparison;
  const side = <S extends DifferenceSide | null>(one: S, name: Side): S =>
    one === null || systems[name] === 1900 ? one : { ...one, value: dayFrom1900(one.value, one.format) };
  const both = <D extends Pick<Difference, Side>>(one: D): D => ({
    ...one,
    official: side(one.official, 'official'),
    local: side(one.local, 'local'),
  });
  const { differences, headlines, traces } = comparison;
  return {
    ...comparison,
    differences: differences.map(both),
    headlines: headlines.map((one) => ({
      ...one,
      official: systems.official === 1900 ? one.official : dayFrom1900(one.official, one.format),
      local: systems.local === 1900 ? one.local : dayFrom1900(one.local, one.format),
    })),
    ...(traces !== undefined && { traces: traces.map((trace) => ({ ...trace, chains: trace.chains.map((chain) => chain.map(both)) })) }),
  };
}
