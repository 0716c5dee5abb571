/** Numbers with an error, given or counted, are published so that their points and spread can be computed again. */
import { describe, expect, it } from 'vitest';
import { receipt as receiptShape } from '../../src/schema/api/receipt.ts';
import type { Method } from '../../src/schema/method.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { verifyReceipt } from '../../src/verify/receipt.ts';
import { verifyMarket } from '../../src/verify/market.ts';
import { datasetOf } from '../score/dataset-builder.ts';
import { changed, differencesWith, publishedBy } from './published.ts';

function marketOf(normalisation: Method['normalisation']) {
  const dataset = datasetOf({
    frameworks: [
      {
        id: 'f',
        dimensions: [
          {
            id: 'd',
            criteria: [
              { id: 'kept', goalposts: 'percent', per: 100 },
              { id: 'days', goalposts: 'fast' },
            ],
          },
        ],
      },
    ],
    vendors: [
      { slug: 'a', answers: { 'f/kept': { numerator: 3, denominator: 4 }, 'f/days': { value: 3, error: 0.5 } } },
      { slug: 'b', answers: { 'f/kept': { value: 80, error: 4 }, 'f/days': { value: 9 } } },
      { slug: 'c', answers: { 'f/kept': { numerator: 0, denominator: 30 }, 'f/days': { value: 200, error: 90 } } },
    ],
    method: {
      normalisation,
      withinMarket: { dimensions: true },
      goalposts: { percent: { worst: 0, best: 100, scale: 'linear' }, fast: { worst: 100, best: 1, scale: 'ln' } },
      facts: { missing: 'leave-out', tiers: { observed: 1, documented: 0.8, declared: 0.5 } },
    },
  });
  return publishedBy({ dataset, market: scoreMarket(dataset) });
}

const answerAt = (criterion: number, key: string) =>
  ['frameworks', 0, 'dimensions', 0, 'criteria', criterion, 'answer', key] as const;

describe.each(['goalposts', 'zscore', 'minmax', 'percentile'] as const)(
  'numbers with errors, by %s',
  (normalisation) => {
    const { receipts, context } = marketOf(normalisation);
    const differences = differencesWith({ receipts, context });
    const paths = (v: number, path: readonly (string | number)[], to: (old: unknown) => unknown): string[] =>
      differences(changed(receipts[v], path, to)).map((d) => d.path);

    it('are published with what they are made of, as the schema says', () => {
      for (const receipt of receipts) expect(receiptShape.safeParse(receipt).error).toBeUndefined();
      expect(receipts[0]?.frameworks[0]?.dimensions[0]?.criteria[0]?.answer).toMatchObject({
        kind: 'number',
        value: 75,
        numerator: 3,
        denominator: 4,
      });
      expect(receipts[1]?.frameworks[0]?.dimensions[0]?.criteria[0]?.answer).toMatchObject({ value: 80, error: 4 });
      expect(receipts[1]?.frameworks[0]?.dimensions[0]?.criteria[1]?.answer).not.toHaveProperty('error');
    });

    it('can be computed again', () => {
      expect(verifyMarket(receipts, context)).toEqual([]);
      for (const receipt of receipts) expect(verifyReceipt(receipt, context)).toEqual([]);
    });

    it('are found out when a value, a count or an error is another than the rest says', () => {
      expect(paths(0, answerAt(0, 'value'), () => 80)).toContain(
        'frameworks[f].dimensions[d].criteria[kept].answer.value',
      );
      expect(paths(0, answerAt(0, 'error'), () => 1)).toContain(
        'frameworks[f].dimensions[d].criteria[kept].answer.error',
      );
      expect(paths(0, answerAt(0, 'denominator'), () => 400)).toContain(
        'frameworks[f].dimensions[d].criteria[kept].answer.value',
      );
      // Counts that cannot be are a difference, not an end of the verification.
      expect(paths(0, answerAt(0, 'numerator'), () => 5)).toContain(
        'frameworks[f].dimensions[d].criteria[kept].answer.value',
      );
      // Percentiles take the spread from how many others lie within the error, which all receipts together give.
      const shown = normalisation === 'percentile' ? 'compared.lowerOfLess' : 'sd';
      expect(paths(1, answerAt(0, 'error'), () => 40)).toContain(
        `frameworks[f].dimensions[d].criteria[kept].answer.${shown}`,
      );
    });
  },
);
