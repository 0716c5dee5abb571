/** Quantiles of the Beta distribution, tabulated fast enough to do it for every vendor and share. */
import { power } from './power.ts';

/** Cells of the grid on which the density is integrated. */
const GRID = 512;

/** The angles phi at which a Beta's grid begins, and how wide its cells are. */
interface Grid {
  alpha: number;
  beta: number;
  from: number;
  width: number;
}

/**
 * The values at the middle of `steps` equally likely steps of Beta(alpha, beta), ascending; alpha, beta >= 0, not both 0.
 * All 0 for alpha = 0 and all 1 for beta = 0, the limits of the distribution.
 * The density is integrated in the angle phi with x = sin^2(phi), where it is proportional to
 * sin^(2 alpha - 1) cos^(2 beta - 1), cell by cell by the midpoint rule; for alpha or beta below 1/2, where it has a pole at
 * an end, the power that makes the pole is integrated exactly. Within a cell the cumulative probability is taken as a
 * straight line (near a pole, as that power). The values are within 0.0002 of the quantiles, and their cumulative
 * probabilities within 0.0002 of the steps', for alpha + beta from 0.02 to 100,000 (against the incomplete Beta function).
 */
export function betaQuantiles(alpha: number, beta: number, steps: number): Float64Array {
  if (alpha === 0 || beta === 0) return new Float64Array(steps).fill(alpha === 0 ? 0 : 1);
  const mean = alpha / (alpha + beta);
  const sd = Math.sqrt((mean * (1 - mean)) / (alpha + beta + 1));
  // That many standard deviations to both sides hold all but a trifle; a narrow Beta then still gets the whole grid.
  const reach = (alpha < 0.5 || beta < 0.5 ? 40 : 10) * sd;
  const from = Math.asin(Math.sqrt(Math.max(0, mean - reach)));
  const to = Math.asin(Math.sqrt(Math.min(1, mean + reach)));
  const grid: Grid = { alpha, beta, from, width: (to - from) / GRID };
  const masses = new Float64Array(GRID);
  let highest = -Infinity;
  for (let i = 0; i < GRID; i++) {
    const log = logMass(grid, i);
    masses[i] = log;
    if (log > highest) highest = log;
  }
  let total = 0;
  for (let i = 0; i < GRID; i++) total += masses[i] = Math.exp(masses[i] - highest);
  const quantiles = new Float64Array(steps);
  let cell = 0;
  let before = 0;
  for (let s = 0; s < steps; s++) {
    const p = ((s + 0.5) / steps) * total;
    while (before + masses[cell] < p && cell < GRID - 1) {
      before += masses[cell];
      cell += 1;
    }
    const share = Math.min(1, (p - before) / masses[cell]);
    quantiles[s] = Math.sin(angleAt(grid, cell, share)) ** 2;
  }
  return quantiles;
}

/** Which end's pole bends cell `i`, if any: each end has its own half of the quarter circle. */
function poleOf(grid: Grid, i: number): 'zero' | 'one' | undefined {
  const phi = grid.from + (i + 0.5) * grid.width;
  if (phi < Math.PI / 4) return grid.alpha < 0.5 ? 'zero' : undefined;
  return grid.beta < 0.5 ? 'one' : undefined;
}

/** Logarithm of the mass of cell `i`, up to a constant that all cells share. */
function logMass(grid: Grid, i: number): number {
  const { alpha, beta, from, width } = grid;
  const phi = from + (i + 0.5) * width;
  const log = (2 * alpha - 1) * Math.log(Math.sin(phi)) + (2 * beta - 1) * Math.log(Math.cos(phi));
  const pole = poleOf(grid, i);
  if (pole === undefined) return log;
  // The power at the cell's middle is replaced by its exact mean over the cell.
  const [near, far, exponent] = cellFromPole(grid, i, pole);
  return (
    log -
    (exponent - 1) * Math.log((near + far) / 2) +
    Math.log((power(far, exponent) - power(near, exponent)) / (exponent * width))
  );
}

/** Distances of the two ends of cell `i` from the pole, and the power 2 alpha or 2 beta with which mass grows there. */
function cellFromPole(grid: Grid, i: number, pole: 'zero' | 'one'): [near: number, far: number, exponent: number] {
  const low = grid.from + i * grid.width;
  const high = low + grid.width;
  if (pole === 'zero') return [low, high, 2 * grid.alpha];
  return [Math.max(0, Math.PI / 2 - high), Math.PI / 2 - low, 2 * grid.beta];
}

/** The angle below which `share` (0..1) of the mass of cell `i` lies. */
function angleAt(grid: Grid, i: number, share: number): number {
  const pole = poleOf(grid, i);
  if (pole === undefined) return grid.from + (i + share) * grid.width;
  const [near, far, exponent] = cellFromPole(grid, i, pole);
  const within = pole === 'zero' ? share : 1 - share;
  const [low, high] = [power(near, exponent), power(far, exponent)];
  const distance = power(low + within * (high - low), 1 / exponent);
  return pole === 'zero' ? distance : Math.PI / 2 - distance;
}
