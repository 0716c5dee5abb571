/** Powers that come out the same, to the last bit, on every version of Node that the project runs on. */

/**
 * `base` to the power `exponent`, by logarithm: the operator `**` rounds other exponents than whole numbers one way in Node 22
 * and another in Node 24, while `exp` and `log` are the same in both. Whole powers of whole numbers and squares are exact, and
 * so the operator may serve for them.
 * @param base 0 or more. @param exponent above 0 where the base is 0.
 */
export function power(base: number, exponent: number): number {
  return Math.exp(exponent * Math.log(base));
}
