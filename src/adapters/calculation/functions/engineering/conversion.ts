import { Unknowable } from '../../model/interruptions';
import { ERRORS } from '../../values/errors';
import { plainNumber, scalarFunction, text } from '../define';
import { ofSingleCells } from '../dates/serials';
import type { FunctionDefinition } from '../FunctionDefinition';
import { ALL_UNITS, type Unit } from './units';

const PREFIXES: Readonly<Record<string, number>> = {
  Y: 1e24, Z: 1e21, E: 1e18, P: 1e15, T: 1e12, G: 1e9, M: 1e6, k: 1e3, h: 1e2, da: 10, e: 10, d: 0.1, c: 0.01, m: 1e-3, u: 1e-6, n: 1e-9,
  p: 1e-12, f: 1e-15, a: 1e-18, z: 1e-21, y: 1e-24,
}; // prettier-ignore

const BINARY_PREFIXES: Readonly<Record<string, number>> = {
  Yi: 2 ** 80, Zi: 2 ** 70, Ei: 2 ** 60, Pi: 2 ** 50, Ti: 2 ** 40, Gi: 2 ** 30, Mi: 2 ** 20, ki: 2 ** 10,
}; // prettier-ignore

/** How a temperature is degrees Celsius: times, plus. */
const TEMPERATURES: Readonly<Record<string, readonly [degree: number, zero: number]>> = {
  C: [1, 0], cel: [1, 0], F: [5 / 9, 32], fah: [5 / 9, 32], K: [1, 273.15], kel: [1, 273.15], Rank: [5 / 9, 491.67], Reau: [1.25, 0],
}; // prettier-ignore

/** CONVERT. */
export const conversion: readonly FunctionDefinition[] = [
  ofSingleCells(
    scalarFunction('CONVERT', [plainNumber, text, text], (value, from, to) => {
      const [source, target] = [temperature(from), temperature(to)];
      if (source !== null && target !== null) {
        if (from === to) return value;
        const celsius = (value * source.factor - source.zero) * source.degree;
        return (celsius / target.degree + target.zero) / target.factor;
      }
      const [given, wanted] = [measure(from), measure(to)];
      if (given === null || wanted === null || given.kind !== wanted.kind) return ERRORS.notAvailable;
      return from === to ? value : value * (given.size / wanted.size);
    }),
  ),
];

interface Temperature {
  readonly factor: number;
  readonly degree: number;
  readonly zero: number;
}

function temperature(name: string): Temperature | null {
  const plain = TEMPERATURES[name];
  if (plain !== undefined) return { factor: 1, degree: plain[0], zero: plain[1] };
  const [, prefix = '', unit = ''] = /^(da|.)(K|kel)$/.exec(name) ?? [];
  const factor = PREFIXES[prefix];
  return factor === undefined ? null : { factor, degree: 1, zero: TEMPERATURES[unit]![1] };
}

/** A unit with its prefix. */
function measure(name: string): Pick<Unit, 'kind' | 'size'> | null {
  const plain = ALL_UNITS.get(name);
  if (plain !== undefined) return plain;
  for (const length of [1, 2]) {
    const [prefix, unit] = [name.slice(0, length), ALL_UNITS.get(name.slice(length))];
    if (unit === undefined) continue;
    const factor = PREFIXES[prefix] ?? (unit.kind === 'information' ? BINARY_PREFIXES[prefix] : undefined);
    if (factor === undefined) continue;
    // Excel's documents give seconds prefixes, Excel not all of them.
    if (unit.kind === 'time' && unit.size === 1) throw new Unknowable('doubt', `the unit ${name}`);
    if (unit.power > 0) return { kind: unit.kind, size: unit.size * factor ** unit.power };
  }
  return null;
}
