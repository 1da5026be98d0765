/*
 * Bessel functions with the approximations of Abramowitz and Stegun 1964, 9.8, and Hart and others 1968, "Computer Approximations", to
 * some eight digits: those are Excel's, wrong digits included. Higher orders by recurrence (Press and others 1992, Numerical Recipes, 6.5).
 */

/** A polynomial, its lowest coefficient first. */
function polynomial(x: number, ...coefficients: readonly number[]): number {
  return coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
}

const TWO_OVER_PI = 0.636619772;

function j0(x: number): number {
  const size = Math.abs(x);
  if (size >= 8) return Math.sqrt(TWO_OVER_PI / size) * wave0(size).cosine;
  const y = x * x;
  const above = polynomial(y, 57568490574, -13362590354, 651619640.7, -11214424.18, 77392.33017, -184.9052456);
  return above / polynomial(y, 57568490411, 1029532985, 9494680.718, 59272.64853, 267.8532712, 1);
}

function j1(x: number): number {
  const size = Math.abs(x);
  if (size >= 8) return Math.sign(x) * Math.sqrt(TWO_OVER_PI / size) * wave1(size).cosine;
  const y = x * x;
  const above = x * polynomial(y, 72362614232, -7895059235, 242396853.1, -2972611.439, 15704.4826, -30.16036606);
  return above / polynomial(y, 144725228442, 2300535178, 18583304.74, 99447.43394, 376.9991397, 1);
}

function y0(x: number): number {
  if (x >= 8) return Math.sqrt(TWO_OVER_PI / x) * wave0(x).sine;
  const y = x * x;
  const above = polynomial(y, -2957821389, 7062834065, -512359803.6, 10879881.29, -86327.92757, 228.4622733);
  return above / polynomial(y, 40076544269, 745249964.8, 7189466.438, 47447.2647, 226.1030244, 1) + TWO_OVER_PI * j0(x) * Math.log(x);
}

function y1(x: number): number {
  if (x >= 8) return Math.sqrt(TWO_OVER_PI / x) * wave1(x).sine;
  const y = x * x;
  const above = x * polynomial(y, -4.900604943e12, 1.27527439e12, -5.153438139e10, 7.349264551e8, -4.237922726e6, 8.511937935e3);
  const below = polynomial(y, 2.49958057e13, 4.244419664e11, 3.733650367e9, 2.245904002e7, 1.02042605e5, 3.549632885e2, 1);
  return above / below + TWO_OVER_PI * (j1(x) * Math.log(x) - 1 / x);
}

interface Wave {
  readonly cosine: number;
  readonly sine: number;
}

function wave0(x: number): Wave {
  const y = (8 / x) ** 2;
  const even = polynomial(y, 1, -0.001098628627, 0.00002734510407, -0.000002073370639, 2.093887211e-7);
  const odd = polynomial(y, -0.01562499995, 0.0001430488765, -0.000006911147651, 7.621095161e-7, -9.34935152e-8);
  return wave(x, x - 0.785398164, even, odd);
}

function wave1(x: number): Wave {
  const y = (8 / x) ** 2;
  const even = polynomial(y, 1, 0.00183105, -0.00003516396496, 0.000002457520174, -2.40337019e-7);
  const odd = polynomial(y, 0.04687499995, -0.0002002690873, 0.000008449199096, -8.8228987e-7, 1.05787412e-7);
  return wave(x, x - 2.356194491, even, odd);
}

function wave(x: number, phase: number, even: number, odd: number): Wave {
  const z = 8 / x;
  return {
    cosine: Math.cos(phase) * even - z * Math.sin(phase) * odd,
    sine: Math.sin(phase) * even + z * Math.cos(phase) * odd,
  };
}

function i0(x: number): number {
  const size = Math.abs(x);
  if (size < 3.75) return polynomial((x / 3.75) ** 2, 1, 3.5156229, 3.0899424, 1.2067492, 0.2659732, 0.0360768, 0.0045813);
  const series = polynomial(
    3.75 / size, 0.39894228, 0.01328592, 0.00225319, -0.00157565, 0.00916281, -0.02057706, 0.02635537, -0.01647633, 0.00392377,
  ); // prettier-ignore
  return (Math.exp(size) / Math.sqrt(size)) * series;
}

function i1(x: number): number {
  const size = Math.abs(x);
  if (size < 3.75) return x * polynomial((x / 3.75) ** 2, 0.5, 0.87890594, 0.51498869, 0.15084934, 0.02658733, 0.00301532, 0.00032411);
  const series = polynomial(
    3.75 / size, 0.39894228, -0.03988024, -0.00362018, 0.00163801, -0.01031555, 0.02282967, -0.02895312, 0.01787654, -0.00420059,
  ); // prettier-ignore
  return Math.sign(x) * (Math.exp(size) / Math.sqrt(size)) * series;
}

function k0(x: number): number {
  if (x <= 2)
    return (
      -Math.log(x / 2) * i0(x) + polynomial((x * x) / 4, -0.57721566, 0.4227842, 0.23069756, 0.0348859, 0.00262698, 0.0001075, 0.0000074)
    );
  const series = polynomial(2 / x, 1.25331414, -0.07832358, 0.02189568, -0.01062446, 0.00587872, -0.0025154, 0.00053208);
  return (Math.exp(-x) / Math.sqrt(x)) * series;
}

function k1(x: number): number {
  if (x <= 2)
    return (
      Math.log(x / 2) * i1(x) + polynomial((x * x) / 4, 1, 0.15443144, -0.67278579, -0.18156897, -0.01919402, -0.00110404, -0.00004686) / x
    );
  const series = polynomial(2 / x, 1.25331414, 0.23498619, -0.0365562, 0.01504268, -0.00780353, 0.00325614, -0.00068245);
  return (Math.exp(-x) / Math.sqrt(x)) * series;
}

/** The Bessel function Y of a positive number. */
export function besselY(x: number, order: number): number {
  return upwards(order, y0(x), y1(x), (k, low, high) => ((2 * k) / x) * high - low);
}

/** The modified Bessel function K of a positive number. */
export function besselK(x: number, order: number): number {
  return upwards(order, k0(x), k1(x), (k, low, high) => low + ((2 * k) / x) * high);
}

/** The Bessel function J. */
export function besselJ(x: number, order: number): number {
  const size = Math.abs(x);
  if (order === 0) return j0(x);
  if (order === 1) return j1(x);
  if (size === 0) return 0;
  const sign = x < 0 && order % 2 === 1 ? -1 : 1;
  if (size > order) return sign * upwards(order, j0(size), j1(size), (k, low, high) => ((2 * k) / size) * high - low);
  const { wanted, lowest, evens } = downwards(size, order, -1);
  return (sign * wanted) / (2 * evens - lowest);
}

/** The modified Bessel function I. */
export function besselI(x: number, order: number): number {
  if (order === 0) return i0(x);
  if (order === 1) return i1(x);
  if (x === 0) return 0;
  const { wanted, lowest } = downwards(Math.abs(x), order, 1);
  return (x < 0 && order % 2 === 1 ? -1 : 1) * i0(x) * (wanted / lowest);
}

function upwards(order: number, first: number, second: number, next: (k: number, low: number, high: number) => number): number {
  if (order === 0) return first;
  let [low, high] = [first, second];
  for (let k = 1; k < order && Number.isFinite(high); k++) [low, high] = [high, next(k, low, high)];
  return high;
}

interface Downwards {
  readonly wanted: number;
  readonly lowest: number;
  /** The sum of every second one, the lowest included. */
  readonly evens: number;
}

/** Miller's recurrence from far above down to order 0, all of them too large by the same factor. */
function downwards(x: number, order: number, sign: 1 | -1): Downwards {
  const LARGE = 1e10;
  let [above, here, wanted, evens] = [0, 1, 0, 0];
  for (let k = 2 * Math.floor((order + Math.sqrt(40 * order)) / 2) + (sign === 1 ? 2 * Math.ceil(order / 2) : 0); k > 0; k--) {
    const below = ((2 * k) / x) * here + sign * above;
    [above, here] = [here, below];
    if (Math.abs(here) > LARGE) [above, here, wanted, evens] = [above / LARGE, here / LARGE, wanted / LARGE, evens / LARGE];
    if (k % 2 === 1) evens += here;
    if (k === order) wanted = above;
  }
  return { wanted, lowest: here, evens };
}
