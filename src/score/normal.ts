/** The standard normal distribution: density, cumulative probability and quantile. */

const SQRT_2PI = Math.sqrt(2 * Math.PI);

/** Density of the standard normal at `z`. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / SQRT_2PI;
}

/**
 * P(Z <= z), absolute error below 1e-14. Two forms meet at |z| = 3: near 0 the alternating-free series
 * Phi(z) = 1/2 + phi(z) (z + z^3/3 + z^5/(3 5) + ...) (Marsaglia 2004, "Evaluating the normal distribution"), further out
 * Mills' ratio by Lentz's continued fraction (Abramowitz & Stegun 26.2.14).
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z > 3) return 1 - upperTail(z);
  if (z < -3) return upperTail(-z);
  let term = z;
  let sum = z;
  for (let i = 3; Math.abs(term) > 1e-18; i += 2) {
    term *= (z * z) / i;
    sum += term;
  }
  return 0.5 + sum * normalDensity(z);
}

/** P(Z > z) for z >= 3 without cancellation, relative error below 1e-12; 0 where a double holds nothing so small. */
function upperTail(z: number): number {
  return normalDensity(z) / tailFraction(z);
}

/** phi(z) / P(Z > z) for z >= 3 as a continued fraction, in which nothing can underflow. */
function tailFraction(z: number): number {
  let fraction = z;
  for (let i = 160; i >= 1; i--) fraction = z + i / fraction;
  return fraction;
}

/**
 * Inverse Mills ratio phi(z) / P(Z > z): how far above its truncation point, in standard deviations from the mean, a
 * normal lies on average once it is known to exceed `z`. Tends to z for large z and to 0 for very small z.
 */
export function inverseMills(z: number): number {
  return z > 3 ? tailFraction(z) : normalDensity(z) / (1 - normalCdf(z));
}

/**
 * The z with P(Z <= z) = p, 0 < p < 1; -Infinity at 0 and Infinity at 1. Acklam's rational approximation
 * (relative error 1.15e-9), refined by one step of Halley's method; error below 1e-13.
 * @throws RangeError when p is outside 0..1.
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError(`normalQuantile: p must be within 0..1, got ${p}`);
  if (p === 0) return -Infinity;
  if (p === 1) return Infinity;
  // The lower half keeps full relative precision; the upper half is its mirror.
  if (p > 0.5) return -normalQuantile(1 - p);
  const z = p < 0.02425 ? acklamTail(p) : acklamCentre(p);
  const error = normalCdf(z) - p;
  const step = error / normalDensity(z);
  return z - step / (1 + (z * step) / 2);
}

function acklamTail(p: number): number {
  const q = Math.sqrt(-2 * Math.log(p));
  return (
    (((((-7.784894002430293e-3 * q - 3.223964580411365e-1) * q - 2.400758277161838) * q - 2.549732539343734) * q +
      4.374664141464968) *
      q +
      2.938163982698783) /
    ((((7.784695709041462e-3 * q + 3.224671290700398e-1) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
  );
}

function acklamCentre(p: number): number {
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-3.969683028665376e1 * r + 2.209460984245205e2) * r - 2.759285104469687e2) * r + 1.38357751867269e2) * r -
      3.066479806614716e1) *
      r +
      2.506628277459239) *
      q) /
    (((((-5.447609879822406e1 * r + 1.615858368580409e2) * r - 1.556989798598866e2) * r + 6.680131188771972e1) * r -
      1.328068155288572e1) *
      r +
      1)
  );
}
