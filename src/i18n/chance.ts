/** Small chances in words that need no decimals. */
import { number } from './numbers.ts';

/** A chance that is no longer told apart from smaller ones. */
const LEAST = 1e-6;

/** Whether a chance is smaller than the smallest that is told. */
export function vanishing(chance: number): boolean {
  return chance < LEAST;
}

/** The N of "1 in N" for a chance in (0, 1], to one significant digit; N of the smallest that is told at most. */
export function oneIn(chance: number): string {
  return number(Number((1 / Math.max(LEAST, chance)).toPrecision(1)));
}
