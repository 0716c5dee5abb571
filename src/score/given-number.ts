/** A number that a vendor gives, and how far it may be off: by its standard error, or counted as a numerator of a denominator. */
import type { Answer } from '../schema/vendor.ts';
import { normalCdf, normalDensity, normalQuantile } from './normal.ts';
import { wilsonInterval } from './wilson.ts';

/** A number in the unit of its criterion; `error` is its standard error, 0 where it is taken as exact. */
export interface GivenNumber {
  value: number;
  error: number;
}

/** The parts of an answer that a number is made of. */
export type NumberParts = Pick<Answer, 'value' | 'error' | 'numerator' | 'denominator'>;

/**
 * The number of an answer: its `value` with its `error`, or `per` x numerator / denominator with the error of that ratio.
 * `coverage` is that of the method's intervals. Undefined when the answer gives no number, or counts that cannot be.
 */
export function givenNumber(
  answer: NumberParts | undefined,
  per: number | undefined,
  coverage: number,
): GivenNumber | undefined {
  const { value, error = 0, numerator, denominator } = answer ?? {};
  if (value !== undefined) return { value, error };
  if (numerator === undefined || denominator === undefined || per === undefined) return undefined;
  // A half-written file in the form and a receipt that somebody altered may say anything.
  if (!(numerator >= 0 && numerator <= denominator && denominator > 0 && denominator < Infinity)) return undefined;
  return { value: (per * numerator) / denominator, error: per * ratioError(numerator, denominator, coverage) };
}

/**
 * Standard error of the ratio `numerator` / `denominator`, above 0 for any counts: the longer arm of its Wilson interval of
 * the given coverage, divided by the normal quantile z of that coverage. The ratio plus and minus z errors therefore holds the
 * whole Wilson interval however small the denominator is, 0 of 3 and 3 of 3 included, where sqrt(p (1 - p) / n) would be 0.
 * For large counts both are the same.
 * @throws RangeError unless 0 <= numerator <= denominator, denominator > 0 and 0 < coverage < 1.
 */
export function ratioError(numerator: number, denominator: number, coverage: number): number {
  const z = normalQuantile((1 + coverage) / 2);
  if (!(denominator > 0 && z > 0))
    throw new RangeError(`ratioError: ${numerator} of ${denominator}, coverage ${coverage}`);
  const { low, high } = wilsonInterval(numerator, denominator, z);
  const ratio = numerator / denominator;
  return Math.max(ratio - low, high - ratio) / z;
}

/**
 * How far points that are cut to 0..100 lie from the points of `raw`, cut too, if the raw points are normal around `raw`
 * with standard deviation `sd`: the root of the mean square. Within the ends that is `sd`; far outside 0, since whatever the
 * error the points are then 0 or 100; at an end sd / sqrt 2.
 */
export function cutDeviation(raw: number, sd: number): number {
  if (!(sd > 0)) return 0;
  const points = Math.min(100, Math.max(0, raw));
  const a = -raw / sd;
  const b = (100 - raw) / sd;
  const inside = normalCdf(b) - normalCdf(a);
  const off = raw - points;
  // Second moment about `points`: the mass cut to each end, and that of the truncated normal between them.
  const ends = points ** 2 * normalCdf(a) + (100 - points) ** 2 * normalCdf(-b);
  // Where the ends are close together beside `sd` the density between them is flat, and the difference below would cancel.
  const between =
    b - a < 1e-3
      ? (inside * (points ** 2 * points + (100 - points) ** 2 * (100 - points))) / 300
      : off ** 2 * inside +
        2 * off * sd * (normalDensity(a) - normalDensity(b)) +
        sd ** 2 * (inside - (b * normalDensity(b) - a * normalDensity(a)));
  return Math.sqrt(Math.max(0, ends + between));
}
