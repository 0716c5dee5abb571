import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import { verifyMarket } from '../../src/verify/market.ts';
import { checkReceipt, verifyReceipt } from '../../src/verify/receipt.ts';
import { smallDataset } from '../views/published/small-market.ts';
import { type Published, changed, published } from './published.ts';

const plain = published();
const { method } = smallDataset();
const of = (slug: string, { receipts }: Published = plain): Receipt => receipts.find((r) => r.slug === slug) as Receipt;

describe('receipts as they are published', () => {
  it('have no differences, alone and together', () => {
    for (const r of plain.receipts) expect([r.slug, verifyReceipt(r, plain.context)]).toEqual([r.slug, []]);
    expect(verifyMarket(plain.receipts, plain.context)).toEqual([]);
  });

  it('are compared in every number that follows from others', () => {
    // A ranked vendor has 5 criteria, 3 dimensions, 2 frameworks, 6 measures, 8 reviews, 5 contacts.
    expect(checkReceipt(of('vendor-01'), plain.context).compared).toBeGreaterThan(300);
    expect(checkReceipt(of('x-listed'), plain.context).compared).toBeGreaterThan(30);
  });

  it('have contacts never answered, replaced reviews, capped days, expired evidence and both kinds of vendors among them', () => {
    const rows = plain.receipts.flatMap((r) => r.rows.reviews);
    expect(plain.receipts.some((r) => r.measures.some((m) => m.censored !== undefined))).toBe(true);
    expect(rows.some((r) => r.supersededBy !== undefined)).toBe(true);
    expect(rows.some((r) => r.weight > 0 && r.on === '2026-06-10' && r.weight < method.reviews.classes[r.source])).toBe(
      true,
    );
    expect(plain.receipts.some((r) => r.evidence.some((e) => e.counts !== e.tier))).toBe(true);
    expect(plain.receipts.filter((r) => r.rank).length).toBeGreaterThan(8);
    expect(plain.receipts.filter((r) => r.unrated).length).toBeGreaterThan(2);
  });

  it.each([
    ['the geometric mean', { ...method, aggregation: 'geometric' as const }],
    ['the harmonic mean', { ...method, aggregation: 'harmonic' as const }],
    ['blanks left out', { ...method, facts: { ...method.facts, missing: 'leave-out' as const } }],
    ['facts alone', { ...method, facts: { ...method.facts, share: 1 } }],
    ['reviews alone', { ...method, facts: { ...method.facts, share: 0 } }],
    [
      'a class that counts nothing',
      { ...method, reviews: { ...method.reviews, classes: { ...method.reviews.classes, organic: 0 } } },
    ],
    ['measures that are independent', { ...method, uncertainty: { ...method.uncertainty, together: 0 } }],
    ['measures that move as one', { ...method, uncertainty: { ...method.uncertainty, together: 1 } }],
    ['no cap of days', { ...method, reviews: { ...method.reviews, dayShare: 1 } }],
    ['expired evidence as documented', { ...method, facts: { ...method.facts, expired: 'documented' as const } }],
    ['nobody ranked', { ...method, coverage: { ...method.coverage, criteria: 1, reviews: 1000, observations: 1000 } }],
    [
      'a framework without weight',
      { ...method, frameworks: { ...method.frameworks, care: { ...method.frameworks['care']!, weight: 0 } } },
    ],
  ])('have no differences under %s either', (_, other) => {
    const market = published({ method: other });
    for (const r of market.receipts) expect([r.slug, verifyReceipt(r, market.context)]).toEqual([r.slug, []]);
    expect(verifyMarket(market.receipts, market.context)).toEqual([]);
  });
});

/** Paths that differ once the receipt of `slug` is changed. */
function paths(slug: string, path: readonly (string | number)[], to: (old: unknown) => unknown): string[] {
  return verifyReceipt(changed(of(slug), path, to), plain.context).map((d) => d.path);
}

const more = (x: unknown): number => (x as number) + 0.01;
const TALK = plain.context.frameworks.frameworks.findIndex((f) => f.id === 'talk');

describe('a number that was tampered with', () => {
  it('is named, with what it should be, and nothing else is', () => {
    const tampered = changed(of('vendor-01'), ['overall', 'score'], (x) => (x as number) + 1);
    const score = of('vendor-01').overall?.score ?? Number.NaN;
    expect(verifyReceipt(tampered, plain.context)).toEqual([
      { vendor: 'vendor-01', path: 'overall.score', published: score + 1, recomputed: expect.closeTo(score, 9) },
    ]);
  });

  it.each([
    ['overall.sd', ['overall', 'sd']],
    ['overall.low', ['overall', 'low']],
    ['overall.high', ['overall', 'high']],
    ['bounds.worst', ['bounds', 'worst']],
    ['bounds.best', ['bounds', 'best']],
    ['factSd', ['factSd']],
    ['coefficients.clear', ['coefficients', 'clear']],
    ['coverage.covered', ['coverage', 'covered']],
    ['counted.reviews', ['counted', 'reviews']],
    ['rules.facts.share', ['rules', 'facts', 'share']],
    ['rules.reviews.halfLifeDays', ['rules', 'reviews', 'halfLifeDays']],
    ['rows.reviews[r1-0].weight', ['rows', 'reviews', 0, 'weight']],
    ['rows.observations[o1-0].weight', ['rows', 'observations', 0, 'weight']],
    ['overlap.review', ['overlap', 'review']],
    ['overlap.observation', ['overlap', 'observation']],
    ['measures[clear].squaredWeight', ['measures', 0, 'squaredWeight']],
    ['measures[clear].ageWeight', ['measures', 0, 'ageWeight']],
    ['measures[clear].rowShare', ['measures', 0, 'rowShare']],
    ['frameworks[talk].estimate.sd', ['frameworks', TALK, 'estimate', 'sd']],
    ['frameworks[talk].factSd', ['frameworks', TALK, 'factSd']],
    ['frameworks[talk].weight', ['frameworks', TALK, 'weight']],
    ['frameworks[talk].dimensions[answers].factSd', ['frameworks', TALK, 'dimensions', 0, 'factSd']],
    ['frameworks[talk].dimensions[answers].base', ['frameworks', TALK, 'dimensions', 0, 'base']],
    ['frameworks[talk].dimensions[answers].slopes.overall', ['frameworks', TALK, 'dimensions', 0, 'slopes', 'overall']],
    [
      'frameworks[talk].dimensions[answers].criteria[desk].answer.sd',
      ['frameworks', TALK, 'dimensions', 0, 'criteria', 0, 'answer', 'sd'],
    ],
    [
      'frameworks[talk].dimensions[answers].criteria[desk].answer.facets[hours].credibility',
      ['frameworks', TALK, 'dimensions', 0, 'criteria', 0, 'answer', 'facets', 0, 'credibility'],
    ],
    [
      'frameworks[talk].dimensions[papers].criteria[plan].answer.levelPoints',
      ['frameworks', TALK, 'dimensions', 1, 'criteria', 0, 'answer', 'levelPoints'],
    ],
    [
      'frameworks[talk].dimensions[papers].criteria[staff].answer.goalposts.best',
      ['frameworks', TALK, 'dimensions', 1, 'criteria', 1, 'answer', 'goalposts', 'best'],
    ],
  ] as const)('is %s alone when it is that', (path, at) => {
    expect(paths('vendor-01', at, more)).toEqual([path]);
  });
});

describe('an input that was tampered with', () => {
  const desk = ['frameworks', TALK, 'dimensions', 0, 'criteria', 0, 'answer'] as const;

  it('shows in what is computed from it', () => {
    expect(paths('vendor-01', ['rows', 'reviews', 1, 'answers', 'clear'], more)).toEqual(
      expect.arrayContaining(['measures[clear].sum', 'measures[clear].points', 'overall.score']),
    );
    expect(paths('vendor-01', ['rows', 'reviews', 0, 'on'], () => '2025-01-01')).toContain('rows.reviews[r1-0].weight');
    expect(
      paths('vendor-01', ['rows', 'reviews', 0, 'source'], (x) => (x === 'organic' ? 'invited' : 'organic')),
    ).toContain('rows.reviews[r1-0].weight');
    expect(paths('vendor-01', ['rows', 'observations', 0, 'values', 'first-reply'], () => 7)).toContain(
      'measures[reply-chat].censored',
    );
    expect(paths('vendor-01', ['rows', 'observations', 0, 'channel'], () => 'phone')).toContain(
      'measures[reply-chat].count',
    );
    expect(paths('vendor-01', ['measures', 0, 'prior', 'mu'], more)).toContain('measures[clear].mean');
    expect(paths('vendor-01', [...desk, 'facets', 0, 'state'], () => 'not-met')).toContain(
      'frameworks[talk].dimensions[answers].criteria[desk].answer.points',
    );
    expect(paths('vendor-01', ['evidence', 0, 'tier'], () => 'observed')).toEqual(
      expect.arrayContaining(['evidence[paper].counts', 'frameworks[talk].estimate.score']),
    );
    expect(paths('vendor-01', ['evidence', 1, 'expires'], () => '2027-01-01')).toContain('evidence[old].counts');
    expect(paths('vendor-01', ['frameworks', TALK, 'dimensions', 1, 'criteria', 1, 'answer', 'value'], more)).toContain(
      'frameworks[talk].dimensions[papers].criteria[staff].answer.points',
    );
    expect(paths('vendor-01', ['asOf'], () => '2026-12-31')).toContain('rows.observations[o1-0].weight');
    expect(paths('vendor-01', ['methodology'], () => '2020.1')).toEqual(['methodology']);
  });

  it('shows when a review is left out, slipped in, or falsely said to be replaced', () => {
    const own = of('vendor-01');
    const without = { ...own, rows: { ...own.rows, reviews: own.rows.reviews.slice(1) } };
    expect(verifyReceipt(without, plain.context).map((d) => d.path)).toEqual(
      expect.arrayContaining(['counted.reviews', 'measures[clear].count']),
    );
    const twice = {
      ...own,
      rows: { ...own.rows, reviews: [{ ...own.rows.reviews[0]!, id: 'new' }, ...own.rows.reviews] },
    };
    expect(verifyReceipt(twice, plain.context).map((d) => d.path)).toContain('counted.reviews');
    const replaced = changed(own, ['rows', 'reviews', 2], (row) => ({
      ...(row as object),
      supersededBy: 'r1-0',
      weight: 0,
    }));
    expect(verifyReceipt(replaced, plain.context).map((d) => d.path)).toContain('measures[kept-word].count');
    const unknown = changed(own, ['rows', 'reviews', 2], (row) => ({
      ...(row as object),
      supersededBy: 'r9-9',
      weight: 0,
    }));
    expect(verifyReceipt(unknown, plain.context).map((d) => d.path)).toContain('rows.reviews[r1-2].weight');
  });

  it('shows when parts are left out of the receipt', () => {
    const own = of('vendor-01');
    const fewer = { ...own, measures: own.measures.filter((m) => m.id !== 'clear') };
    expect(verifyReceipt(fewer, plain.context)).toContainEqual(
      expect.objectContaining({ path: 'measures[clear]', published: undefined }),
    );
    expect(
      verifyReceipt({ ...own, frameworks: own.frameworks.slice(0, 1) }, plain.context).map((d) => d.path),
    ).toContain('frameworks.length');
    const silent = changed(own, ['frameworks', TALK, 'dimensions', 0, 'criteria', 0], (c) => ({
      ...(c as object),
      answer: undefined,
    }));
    expect(verifyReceipt(silent, plain.context).map((d) => d.path)).toContain(
      'frameworks[talk].dimensions[answers].criteria[desk].answer',
    );
    expect(verifyReceipt({ ...own, overall: undefined }, plain.context).map((d) => d.path)).toEqual(['overall']);
  });

  it('shows when scores are claimed for one that is not benchmarked, or a rank for one without evidence', () => {
    const listed = { ...of('x-listed'), overall: of('vendor-01').overall };
    expect(verifyReceipt(listed, plain.context).map((d) => d.path)).toEqual(['overall']);
    const silent = { ...of('y-silent'), rank: of('vendor-01').rank, unrated: undefined };
    expect(verifyReceipt(silent, plain.context).map((d) => d.path)).toEqual(['rank', 'unrated']);
  });
});
