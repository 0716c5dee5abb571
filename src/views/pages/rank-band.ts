/** Geometry of places: bands of places, and strips that show how often each place is met. */

/** Width of the canvas; every place has an equal share of it. */
const WIDTH = 100;
/** Cells of a strip at most; where there are more places, neighbours share a cell. */
const MOST_CELLS = 40;

/** A band from the left edge of place `low` to the right edge of place `high`, of `of` places, as SVG path data at height `y`. */
export function band(low: number, high: number, of: number, y: number): string {
  return `M${edge(low - 1, of)} ${y}H${edge(high, of)}`;
}

/** A mark in the middle of a place, `height` high on a canvas of 10. */
export function mark(place: number, of: number, height = 10): string {
  return `M${edge(place - 0.5, of)} ${(10 - height) / 2}v${height}`;
}

/** Cells of one level of a strip: the higher the level, the taller and deeper they are drawn. */
export interface StripLevel {
  /** 1..5. */
  level: number;
  path: string;
}

/** Least share of the draws of each level. */
export const STRIP_LEVELS = [0.005, 0.05, 0.15, 0.3, 0.6] as const;

/** Cells for the shares 0..1 of places 1 to `of`; a share below the first level draws nothing. Canvas 100 x 10. */
export function strip(shares: ArrayLike<number>, of: number): StripLevel[] {
  const size = Math.ceil(of / MOST_CELLS);
  const paths = new Map<number, string>();
  for (let first = 0; first < of; first += size) {
    let share = 0;
    for (let r = first; r < Math.min(of, first + size); r++) share += shares[r] ?? 0;
    const level = STRIP_LEVELS.filter((least) => share >= least).length;
    if (level === 0) continue;
    const left = edge(first, of);
    const width = round(edge(Math.min(of, first + size), of) - left);
    paths.set(level, `${paths.get(level) ?? ''}M${left} 10v-${2 * level}h${width}V10z`);
  }
  return [...paths].toSorted((a, b) => a[0] - b[0]).map(([level, path]) => ({ level, path }));
}

function edge(places: number, of: number): number {
  return round((places * WIDTH) / of);
}

function round(x: number): number {
  return Math.round(x * 100) / 100;
}
