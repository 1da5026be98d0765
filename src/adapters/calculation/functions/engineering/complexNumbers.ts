import type { CellError } from '../../../../core/workbook/CellValue';
import { Unknowable } from '../../model/interruptions';
import { Area, AreaList } from '../../values/Area';
import { ERRORS } from '../../values/errors';
import type { Scalar } from '../../values/Scalar';
import type { Value } from '../../values/Value';
import { number, optional, type Parameter, plainNumber, rangeFunction, scalarFunction, text } from '../define';
import { ofSingleCells } from '../dates/serials';
import type { FunctionDefinition } from '../FunctionDefinition';
import { visitValues } from '../numbersOf';
import { readComplex, writeComplex, type Complex } from './Complex';
import { cosine, divide, hyperbolicCosine, hyperbolicSine, logarithm, multiply, polar, sine } from './complexArithmetic';

/** A value that says a complex number; read where it is used, since objects stand for errors among arguments. */
const any: Parameter<Scalar> = { read: (value) => value };
const ONE: Complex = { re: 1, im: 0, unit: null };

/** COMPLEX and the functions of complex numbers, IMSUM to IMTAN. */
export const complexNumbers: readonly FunctionDefinition[] = [
  ofSingleCells(
    scalarFunction('COMPLEX', [plainNumber, plainNumber, optional(text, 'i')], (re, im, unit) =>
      unit === 'i' || unit === 'j' || unit === '' ? writeComplex({ re, im, unit: unit || 'i' } as Complex) : ERRORS.value,
    ),
  ),
  part('IMREAL', ({ re }) => re),
  part('IMAGINARY', ({ im }) => im),
  part('IMABS', ({ re, im }) => Math.hypot(re, im)),
  part('IMARGUMENT', ({ re, im }) => (re === 0 && im === 0 ? ERRORS.divide : Math.atan2(im, re))),
  mapping('IMCONJUGATE', ({ re, im, unit }) => ({ re, im: -im, unit })),
  mapping('IMEXP', ({ re, im, unit }) => polar(Math.exp(re), im, unit)),
  mapping('IMLN', logarithm),
  mapping('IMLOG10', (z) => scale(logarithm(z), Math.LN10)),
  mapping('IMLOG2', (z) => scale(logarithm(z), Math.LN2)),
  mapping('IMSQRT', (z) => polar(Math.sqrt(Math.hypot(z.re, z.im)), Math.atan2(z.im, z.re) / 2, z.unit)),
  mapping('IMSIN', sine),
  mapping('IMCOS', cosine),
  mapping('IMTAN', (z) => divide(sine(z), cosine(z))),
  mapping('IMCOT', (z) => divide(cosine(z), sine(z))),
  mapping('IMSEC', (z) => divide(ONE, cosine(z))),
  mapping('IMCSC', (z) => divide(ONE, sine(z))),
  mapping('IMSINH', hyperbolicSine),
  mapping('IMCOSH', hyperbolicCosine),
  mapping('IMSECH', (z) => divide(ONE, hyperbolicCosine(z))),
  mapping('IMCSCH', (z) => divide(ONE, hyperbolicSine(z))),
  ofSingleCells(
    scalarFunction('IMPOWER', [any, number], (value, power) => {
      const z = readComplex(value);
      if ('error' in z) return z;
      const size = Math.hypot(z.re, z.im);
      if (size === 0) return power > 0 ? '0' : ERRORS.number;
      return writeComplex(polar(Math.pow(size, power), Math.atan2(z.im, z.re) * power, z.unit));
    }),
  ),
  pair('IMSUB', (a, b) => ({ re: a.re - b.re, im: a.im - b.im, unit: a.unit ?? b.unit })),
  pair('IMDIV', (a, b) => divide(a, b)),
  gathering('IMSUM', (a, b) => ({ re: a.re + b.re, im: a.im + b.im, unit: a.unit ?? b.unit })),
  gathering('IMPRODUCT', multiply),
];

function part(name: string, of: (z: Complex) => number | CellError): FunctionDefinition {
  return ofSingleCells(
    scalarFunction(name, [any], (value) => {
      const z = readComplex(value);
      return 'error' in z ? z : of(z);
    }),
  );
}

function mapping(name: string, of: (z: Complex) => Complex): FunctionDefinition {
  return ofSingleCells(
    scalarFunction(name, [any], (value) => {
      const z = readComplex(value);
      return 'error' in z ? z : writeComplex(of(z));
    }),
  );
}

function pair(name: string, of: (a: Complex, b: Complex) => Complex): FunctionDefinition {
  return ofSingleCells(
    scalarFunction(name, [any, any], (first, second) => {
      const [a, b] = [readComplex(first), readComplex(second)];
      if ('error' in a) return a;
      if ('error' in b) return b;
      return haveTwoUnits(a, b) ? ERRORS.value : writeComplex(of(a, b));
    }),
  );
}

function gathering(name: string, combine: (a: Complex, b: Complex) => Complex): FunctionDefinition {
  return rangeFunction(name, [1, 255], (args) => {
    let result: Complex | null = null;
    let error: CellError | null = null;
    for (const arg of args) {
      visitValues([singleCell(arg)], (value) => {
        const read = readComplex(value);
        if ('error' in read) error ??= read;
        else if (result !== null && haveTwoUnits(result, read)) error ??= ERRORS.value;
        else result = result === null ? read : combine(result, read);
      });
    }
    return error ?? writeComplex(result ?? { re: 0, im: 0, unit: null });
  });
}

/** A range of one cell as its value, since blank counts there; of what blank cells among several do nothing is known. */
function singleCell(arg: Value | undefined): Value {
  if (arg instanceof Area && arg.rows === 1 && arg.columns === 1) return arg.at(0, 0);
  if (arg instanceof Area || arg instanceof AreaList) {
    let filled = 0;
    const areas = arg instanceof Area ? [arg] : arg.areas;
    for (const area of areas) area.forEach(() => filled++);
    if (filled < areas.reduce((total, area) => total + area.rows * area.columns, 0))
      throw new Unknowable('doubt', 'complex numbers among blank cells');
  }
  return arg ?? null;
}

function scale(z: Complex, divisor: number): Complex {
  return { re: z.re / divisor, im: z.im / divisor, unit: z.unit };
}

function haveTwoUnits(a: Complex, b: Complex): boolean {
  return a.unit !== null && b.unit !== null && a.unit !== b.unit;
}
