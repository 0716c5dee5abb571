/** Formulas of the model in whole matrices, against which the program's sums are checked. */
import type { VendorMean } from '../../src/score/shrinkage.ts';

/** Squared standard error of the variance between vendors, by whole matrices: 2 tr(M S M S) / (A - sum a^2 / A)^2. */
export function errorByMatrices(vendors: readonly VendorMean[], between: number): number {
  const total = vendors.reduce((sum, v) => sum + v.weight, 0);
  const product = vendors.map((one, i) =>
    vendors.map(
      (other, j) => ((i === j ? one.weight : 0) - (one.weight * other.weight) / total) * (between + other.noise),
    ),
  );
  const trace = product.reduce((sum, row, i) => sum + row.reduce((part, x, j) => part + x * product[j]?.[i], 0), 0);
  const spread = total - vendors.reduce((sum, v) => sum + v.weight ** 2, 0) / total;
  return (2 * trace) / spread ** 2;
}
