/** Seeded chance for tests, from a generator that scoring itself does not use. */
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Chance {
  /** Uniform in [0, 1). */
  unit(): number;
  /** Standard normal, by Box and Muller (1958). */
  normal(): number;
  /** Whole number in 0..below-1. */
  below(below: number): number;
}

/** A stream of chance; the same seed gives the same stream. */
export function chanceOf(seed: number): Chance {
  const generator = xoroshiro128plus(seed);
  const unit = (): number => uniformFloat64(generator);
  return {
    unit,
    normal: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    below: (below) => Math.floor(unit() * below),
  };
}
