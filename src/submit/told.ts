/** What others have told about a vendor so far, from its published receipt. */
import type { ReceiptMeasure } from '../schema/api.ts';
import type { ToldById } from './standing.ts';

/** The counted rows of each measure of a receipt. */
export function toldIn(measures: readonly Pick<ReceiptMeasure, 'id' | 'count' | 'weight' | 'sum'>[]): ToldById {
  return Object.fromEntries(measures.map(({ id, count, weight, sum }) => [id, { count, weight, sum }]));
}
