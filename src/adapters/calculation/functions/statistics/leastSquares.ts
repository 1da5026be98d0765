import { Unknowable } from '../../model/interruptions';

/** A linear model of numbers fitted by least squares. */
export interface Fit {
  /** One a variable. */
  readonly slopes: readonly number[];
  readonly intercept: number;
  /** Standard errors of the slopes and the intercept, for a residual variance of 1. */
  readonly slopeErrors: readonly number[];
  readonly interceptError: number;
  /** Sum of squares that the model explains, and of what it leaves. */
  readonly explained: number;
  readonly residual: number;
  readonly degreesOfFreedom: number;
}

/** A column whose square is this much smaller, once what others explain is taken off it, says nothing of its own. */
const COLLINEAR = 1e-24;

/**
 * Fits `ys` by variables, each a column as long, with an intercept or through zero: QR decomposition by Gram and Schmidt's method with
 * each column taken twice (Björck 1996, Numerical Methods for Least Squares Problems, 2.4). Interrupts where one variable follows from
 * others, since which of them Excel drops is its secret.
 */
export function leastSquares(ys: readonly number[], variables: readonly (readonly number[])[], hasIntercept: boolean): Fit {
  const means = variables.map((column) => (hasIntercept ? mean(column) : 0));
  const level = hasIntercept ? mean(ys) : 0;
  const centred = ys.map((y) => y - level);
  const size = variables.length;
  const basis: number[][] = [];
  const lengths: number[] = [];
  const triangle: number[][] = variables.map((_, j) => variables.map((_column, k) => (j === k ? 1 : 0)));
  variables.forEach((variable, k) => {
    const column = variable.map((x) => x - means[k]!);
    for (let pass = 0; pass < 2; pass++)
      basis.forEach((other, j) => {
        const share = dot(other, column) / lengths[j]!;
        triangle[j]![k]! += share;
        for (let i = 0; i < column.length; i++) column[i]! -= share * other[i]!;
      });
    const length = dot(column, column);
    if (!(length > dot(variable, variable) * COLLINEAR))
      throw new Unknowable('doubt', 'a regression on variables that follow from each other');
    lengths.push(length);
    basis.push(column);
  });
  const projections = basis.map((column, k) => dot(column, centred) / lengths[k]!);
  const slopes = solveTriangle(triangle, projections);
  const inverse = invertTriangle(triangle).map((row) => row.map((value, k) => value / Math.sqrt(lengths[k]!)));
  const residuals = centred.map((y, i) => y - basis.reduce((total, column, k) => total + column[i]! * projections[k]!, 0));
  const levelShares = lengths.map((_, k) => means.reduce((total, x, j) => total + x * inverse[j]![k]!, 0));
  const degreesOfFreedom = ys.length - size - (hasIntercept ? 1 : 0);
  return {
    slopes,
    intercept: level - slopes.reduce((total, slope, k) => total + slope * means[k]!, 0),
    slopeErrors: inverse.map((row) => Math.sqrt(dot(row, row))),
    interceptError: Math.sqrt(1 / ys.length + dot(levelShares, levelShares)),
    explained: projections.reduce((total, share, k) => total + share * share * lengths[k]!, 0),
    residual: degreesOfFreedom > 0 ? dot(residuals, residuals) : 0,
    degreesOfFreedom,
  };
}

function mean(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

function dot(a: readonly number[], b: readonly number[]): number {
  let total = 0;
  for (let k = 0; k < a.length; k++) total += a[k]! * b[k]!;
  return total;
}

/** Solves an upper triangle with ones in its diagonal for its right side. */
function solveTriangle(triangle: readonly (readonly number[])[], right: readonly number[]): number[] {
  const solution = [...right];
  for (let k = solution.length - 1; k >= 0; k--)
    for (let j = k + 1; j < solution.length; j++) solution[k]! -= triangle[k]![j]! * solution[j]!;
  return solution;
}

function invertTriangle(triangle: readonly (readonly number[])[]): number[][] {
  const columns = triangle.map((_, k) =>
    solveTriangle(
      triangle,
      triangle.map((_row, j) => (j === k ? 1 : 0)),
    ),
  );
  return triangle.map((_, j) => columns.map((column) => column[j]!));
}
