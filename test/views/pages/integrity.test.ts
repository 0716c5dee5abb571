import { describe, expect, it } from 'vitest';
import { scoreMarket, type ScoredWorkspace } from '../../../src/score/market.ts';
import { flags, integrityPage, unusualReviews } from '../../../src/views/pages/integrity.ts';
import { type ReviewSketch, datasetOf } from '../../score/dataset-builder.ts';

const PRAISE = 'They answer within minutes, explain every figure, and never miss a filing day. Best in town!';

/** alpha: eight copies on one day; beta: one copy; gamma: a wide gap between classes; delta: nothing. */
function scoring(more: readonly ReviewSketch[] = []): ScoredWorkspace {
  const spread = (
    vendor: string,
    count: number,
    q: number,
    source: ReviewSketch['source'] = 'invited',
  ): (ReviewSketch & { text?: string })[] =>
    Array.from({ length: count }, (_, i) => ({ vendor, age: 40 * i + 20, answers: { q }, source }));
  const rows = [
    ...Array.from({ length: 8 }, (_, i) => ({
      id: `copy-${i}`,
      vendor: 'alpha',
      age: 130,
      answers: { q: 5 },
      text: PRAISE,
      moderation: 'published' as const,
    })),
    { id: 'copy-b', vendor: 'beta', age: 300, answers: { q: 4 }, text: PRAISE },
    ...spread('alpha', 3, 2),
    ...spread('gamma', 6, 5, 'vendor-supplied'),
    ...spread('gamma', 6, 3, 'verified-contract'),
    ...spread('delta', 3, 3),
    ...more,
  ].map((r, i) => ({ id: `row-${i}`, ...r }));
  const dataset = datasetOf({
    frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: ['a'] }] }],
    questions: [{ id: 'q', kind: 'rating', criteria: ['f/a'] }],
    vendors: ['alpha', 'beta', 'gamma', 'delta'].map((slug) => ({ slug })),
    reviews: rows,
  });
  const text = new Map(rows.flatMap((r, i) => ('text' in r && r.text !== undefined ? [[i, r.text] as const] : [])));
  const whole = { ...dataset, reviews: { ...dataset.reviews, text } };
  return { dataset: whole, market: scoreMarket(whole, { draws: 0 }) };
}

const site = scoring([{ vendor: 'alpha', answers: { q: 1 }, moderation: 'withheld' }]);
// Vendors in the order of slugs: alpha 0, beta 1, delta 2, gamma 3.
const page = integrityPage(site, 'en');

describe('the report on unusual reviews', () => {
  it('counts flagged reviews, by reason and in all', () => {
    expect(page).toMatchObject({ published: 27, flagged: 9, vendors: 2 });
    expect(page.reasons).toEqual([
      { reason: 'near-duplicate', count: 9 },
      { reason: 'burst', count: 8 },
    ]);
    expect(page.rules).toEqual({ similarText: 0.8, burstDays: 7, burstProbability: 0.001, reviewerVendors: 3 });
  });

  it('lists vendors by how far the score would move, those with a gap alone last, and nobody else', () => {
    expect(page.entries.map((e) => e.slug)).toEqual(['alpha', 'beta', 'gamma']);
  });

  it('tells of each what was found', () => {
    const [alpha, , gamma] = page.entries;
    expect(alpha).toMatchObject({ flagged: 8, published: 11, gap: undefined });
    expect(alpha?.bursts).toEqual([
      { from: '2025-08-24', to: '2025-08-30', count: 8, expected: expect.any(Number), probability: expect.any(Number) },
    ]);
    expect(alpha?.rows.map((r) => [r.id, r.on, r.reasons])).toEqual(
      Array.from({ length: 8 }, (_, i) => [`copy-${i}`, '2025-08-24', ['burst', 'near-duplicate']]),
    );
    expect(gamma?.gap).toEqual({ supplied: 100, verified: 50, suppliedCount: 6, verifiedCount: 6, lighter: true });
    expect([gamma?.flagged, gamma?.score, gamma?.place]).toEqual([0, undefined, undefined]);
  });

  it('rounds scores to a tenth, and gives places as they are', () => {
    const [alpha] = page.entries;
    const [found] = flags(site);
    expect(alpha?.score).toEqual({
      now: Math.round((found?.score ?? 0) * 10) / 10,
      without: Math.round((found?.without ?? 0) * 10) / 10,
    });
    // Eight fives and three twos lead; three twos alone come last, behind one who has been told nothing of.
    expect(alpha?.place).toEqual({ now: 1, without: 4 });
  });
});

describe('the part of one vendor', () => {
  it('is what the report says of it', () => {
    expect(unusualReviews(site, 0, 'en')).toEqual(page.entries[0]);
    expect(unusualReviews(site, 3, 'en')).toEqual(page.entries[2]);
  });

  it('is not there where nothing is unusual', () => {
    expect(unusualReviews(site, 2, 'en')).toBeUndefined();
  });
});

it('the flags are found once', () => {
  expect(flags(site)).toBe(flags(site));
});
