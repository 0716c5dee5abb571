import { describe, expect, it } from 'vitest';
import { apiShapes } from '../../../src/schema/api.ts';
import { integrityFile } from '../../../src/views/published/integrity-file.ts';
import { emptyTables, smallDataset, smallMarket, throughJson } from './small-market.ts';

const WORDS = 'The accountant answers within minutes and explains every single figure to us.';

describe('integrity.json', () => {
  const { reviews } = smallDataset();
  // Two published reviews of different vendors are given the same words.
  const first = reviews.moderation.indexOf(0);
  const other = reviews.moderation.findIndex(
    (state, row) => state === 0 && reviews.vendor[row] !== reviews.vendor[first],
  );
  const scoring = smallMarket({
    reviews: {
      ...reviews,
      text: new Map([
        [first, WORDS],
        [other, WORDS.toUpperCase()],
      ]),
    },
  });
  const file = apiShapes.integrity.parse(throughJson(integrityFile(scoring)));

  it('names the flagged reviews with their reasons', () => {
    const rows = file.vendors.flatMap((v) =>
      v.rows.filter((r) => r.reasons.includes('near-duplicate')).map((r) => r.id),
    );
    expect(rows.toSorted()).toEqual([reviews.id[first], reviews.id[other]].toSorted());
    expect(file.flagged).toBe(file.vendors.reduce((sum, v) => sum + v.rows.length, 0));
    expect(file.published).toBe(reviews.moderation.filter((state) => state === 0).length);
  });

  it('gives scores with and without them, unrounded', () => {
    const slug = scoring.dataset.vendors[reviews.vendor[first] as number]?.slug;
    const entry = file.vendors.find((v) => v.slug === slug);
    expect(entry?.score).toBe(scoring.market.scored[reviews.vendor[first] as number]?.overall?.score);
    expect(entry?.without).not.toBe(entry?.score);
  });

  it('says by which limits', () => {
    expect(file.rules).toEqual({ similarText: 0.8, burstDays: 7, burstProbability: 0.001, reviewerVendors: 3 });
  });

  it('is whole without a review', () => {
    const none = smallMarket({ vendors: [], cases: [], ...emptyTables() });
    expect(apiShapes.integrity.parse(throughJson(integrityFile(none)))).toMatchObject({
      published: 0,
      flagged: 0,
      vendors: [],
    });
  });
});
