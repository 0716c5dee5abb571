import { describe, expect, it } from 'vitest';
import { type Receipt, apiShapes } from '../../../src/schema/api.ts';
import { addDraws, drawSeed, quantileOf } from '../../../src/score/draws.ts';
import { normalQuantile } from '../../../src/score/normal.ts';
import type { SurveyMeasure } from '../../../src/score/plan.ts';
import { receipt } from '../../../src/views/api/receipt.ts';
import { contactWeights, remeasured, reviewWeights, told } from './recompute-rows.ts';
import { answerPoints, evidenced, meanScore, rescoredCriterion, rescoredDimension, spread } from './recompute-scores.ts';
import { smallMarket, throughJson } from './small-market.ts';

const scoring = smallMarket();
const { dataset } = scoring;
// What a stranger downloads: text, parsed.
const receipts: Receipt[] = dataset.vendors.map((_, v) => apiShapes.vendor.parse(throughJson(receipt(scoring, v))));
const scored = receipts.filter((r) => r.status === 'participating');

/** Expects the same number, give or take rounding; both may be absent. */
function same(own: number | undefined, published: number | undefined, what: string, tolerance = 1e-9): void {
  if (own === undefined || published === undefined) expect([what, own]).toEqual([what, published]);
  else expect(Math.abs(own - published), `${what}: ${own} / ${published}`).toBeLessThanOrEqual(tolerance * Math.max(1, Math.abs(own)));
}

describe('from a receipt alone one computes again', () => {
  it('the weight of every row and how many count', () => {
    for (const r of receipts) {
      const reviews = reviewWeights(r);
      for (const row of r.rows.reviews) same(reviews.get(row.id), row.weight, `${r.slug} ${row.id}`);
      for (const row of r.rows.observations) same(contactWeights(r).get(row.id), row.weight, `${r.slug} ${row.id}`);
      expect([...reviews.values()].filter((w) => w > 0)).toHaveLength(r.counted.reviews);
      expect(r.rows.observations.filter((o) => o.weight > 0)).toHaveLength(r.counted.observations);
    }
  });

  it('every measure from the rows and the market prior', () => {
    let censored = 0;
    for (const r of scored) {
      for (const measure of r.measures) {
        const own = remeasured(r, measure);
        censored += own.censored === undefined ? 0 : 1;
        expect([r.slug, measure.id, own.state, own.count]).toEqual([r.slug, measure.id, measure.state, measure.count]);
        // Never-answered contacts are a fixed point that is approached to 1e-10 of a step.
        for (const key of ['weight', 'censored', 'sum', 'mean', 'sd', 'value', 'points', 'pointsSd'] as const) {
          same(own[key], measure[key], `${r.slug} ${measure.id} ${key}`, own.censored === undefined ? 1e-9 : 1e-6);
        }
      }
    }
    expect(censored).toBeGreaterThan(0);
  });

  it('every answer, criterion and dimension', () => {
    for (const r of scored) {
      for (const d of r.frameworks.flatMap((f) => f.dimensions)) {
        for (const c of d.criteria) {
          if (c.answer) same(answerPoints(r, c.answer), c.answer.points, `${r.slug} ${c.id} answer`);
          const own = rescoredCriterion(r, c);
          for (const key of ['facts', 'reviews', 'score'] as const) same(own[key], c[key], `${r.slug} ${c.id} ${key}`);
          expect([r.slug, c.id, evidenced(r, c)]).toEqual([r.slug, c.id, c.evidenced]);
        }
        const own = rescoredDimension(r, d);
        same(own.facts, d.facts, `${r.slug} ${d.id} facts`);
        same(own.reviews, d.reviews, `${r.slug} ${d.id} reviews`);
        same(own.score, d.estimate?.score, `${r.slug} ${d.id} score`);
        same(own.evidenced, d.evidenced, `${r.slug} ${d.id} evidenced`);
        expect(d.covered).toBe(d.evidenced > 0 && d.evidenced >= r.rules.coverage.criteria - 1e-9);
      }
    }
  });

  it('every score above, with its spread and interval', () => {
    for (const r of scored) {
      const z = normalQuantile((1 + r.rules.uncertainty.interval) / 2);
      for (const f of r.frameworks) {
        same(meanScore(f.dimensions), f.estimate?.score, `${r.slug} ${f.id}`);
        expect(f.covered).toBe(f.dimensions.filter((d) => d.covered).length);
        for (const part of [f, ...f.dimensions]) {
          if (!part.estimate) continue;
          same(spread(r, part.coefficients), part.estimate.sd, `${r.slug} ${part.id} sd`);
          same(Math.max(0, part.estimate.score - z * part.estimate.sd), part.estimate.low, `${r.slug} ${part.id} low`);
          same(Math.min(100, part.estimate.score + z * part.estimate.sd), part.estimate.high, `${r.slug} ${part.id} high`);
        }
      }
      same(meanScore(r.frameworks), r.overall?.score, `${r.slug} overall`);
      if (r.overall && r.coefficients) same(spread(r, r.coefficients), r.overall.sd, `${r.slug} sd`);
    }
  });

  it('a dimension as its base and its coefficients times the points of the measures', () => {
    for (const r of scored) {
      const points = new Map(r.measures.map((m) => [m.id, m.points] as const));
      for (const d of r.frameworks.flatMap((f) => f.dimensions)) {
        const own = Object.entries(d.coefficients).reduce((sum, [id, c]) => sum + c * (points.get(id) ?? Number.NaN), d.base);
        if (d.estimate) same(own, d.estimate.score, `${r.slug} ${d.id}`);
      }
    }
  });

  it.each(['geometric', 'harmonic'] as const)('the spread of a score under the %s mean', (aggregation) => {
    const other = smallMarket({ method: { ...dataset.method, aggregation } });
    for (const r of other.dataset.vendors.map((_, v) => receipt(other, v)).filter((own) => own.overall)) {
      expect(r.rules.aggregation).toBe(aggregation);
      same(spread(r, r.coefficients ?? {}), r.overall?.sd, `${r.slug} sd`);
      for (const f of r.frameworks) same(spread(r, f.coefficients), f.estimate?.sd, `${r.slug} ${f.id} sd`);
    }
  });

  it('the interval of the overall score of a ranked vendor from the seeded draws', () => {
    const ranked = scored.filter((r) => r.rank);
    expect(ranked.length).toBeGreaterThan(8);
    for (const r of ranked) {
      const { draws, interval, seed } = r.rules.uncertainty;
      const points = new Map(r.measures.map((m) => [m.id, m.points] as const));
      const constant = Object.entries(r.coefficients ?? {}).reduce((rest, [id, c]) => rest - c * (points.get(id) ?? Number.NaN), r.overall?.score ?? Number.NaN);
      const into = new Float64Array(draws).fill(constant);
      for (const m of r.measures) {
        const measure: SurveyMeasure = { ...m, column: 0, inverted: m.good === 'no', window: m.window ?? 0, criteria: [], channels: new Set(), scenarios: new Set() };
        addDraws(into, measure, { mean: m.mean, sd: m.sd, total: m.prior.k + m.weight }, r.coefficients?.[m.id] ?? 0, drawSeed(seed, r.slug, m.id));
      }
      const sorted = into.toSorted();
      same(Math.min(r.overall?.score ?? 0, quantileOf(sorted, (1 - interval) / 2)), r.overall?.low, `${r.slug} low`);
      same(Math.max(r.overall?.score ?? 0, quantileOf(sorted, (1 + interval) / 2)), r.overall?.high, `${r.slug} high`);
    }
  });
});

describe('from all receipts together one computes again', () => {
  it('the market prior of every measure without never-answered contacts', () => {
    const bounds = dataset.method.reviews.shrinkage;
    let estimated = 0;
    for (const measure of scored[0]?.measures ?? []) {
      if (measure.kind === 'duration' || measure.prior.source === 'fallback') continue;
      estimated += 1;
      const groups = scored.map((r) => told(r, measure).map((t) => ({ w: t.weight, x: t.x ?? Number.NaN }))).filter((g) => g.length > 0);
      const sums = groups.map((g) => ({ n: g.length, W: g.reduce((s, t) => s + t.w, 0), m: g.reduce((s, t) => s + t.w * t.x, 0) / g.reduce((s, t) => s + t.w, 0), g }));
      const total = sums.reduce((s, v) => s + v.W, 0);
      const grand = sums.reduce((s, v) => s + v.W * v.m, 0) / total;
      const within = sums.reduce((s, v) => s + v.g.reduce((q, t) => q + t.w * (t.x - v.m) ** 2, 0), 0);
      const variance = within / (sums.reduce((s, v) => s + v.n, 0) - sums.length);
      const apart = sums.reduce((s, v) => s + v.W * (v.m - grand) ** 2, 0);
      const spread = total - sums.reduce((s, v) => s + v.W ** 2, 0) / total;
      const between = (apart - (sums.length - 1) * variance) / spread;
      same(variance, measure.prior.variance, `${measure.id} variance`);
      same(between, measure.prior.between, `${measure.id} between`);
      // The variance between vendors enters k adjusted for its own error (Morris & Tang 2011), as the mean squares' errors give it.
      const freedom = [sums.length - 1, sums.reduce((s, v) => s + v.n, 0) - sums.length] as const;
      const error = (2 * freedom[0] * (apart / freedom[0]) ** 2 + (2 * (freedom[0] * variance) ** 2) / freedom[1]) / spread ** 2;
      const adjusted = between / 2 + Math.sqrt((between / 2) ** 2 + error);
      const k = Math.min(bounds.kMax, Math.max(bounds.kMin, variance / adjusted));
      same(k, measure.prior.k, `${measure.id} k`);
      const shares = sums.map((v) => v.W / (v.W + k));
      same(sums.reduce((s, v, i) => s + (shares[i] as number) * v.m, 0) / shares.reduce((s, x) => s + x, 0), measure.prior.mu, `${measure.id} mu`);
    }
    expect(estimated).toBeGreaterThanOrEqual(3);
  });
});

describe('a receipt', () => {
  const of = (slug: string): Receipt => receipts.find((r) => r.slug === slug) as Receipt;

  it('names the newer review that replaces an older one of the same person', () => {
    const replaced = of('vendor-02').rows.reviews.find((row) => row.id === 'r2-7');
    expect(replaced).toMatchObject({ weight: 0, supersededBy: 'r2-6' });
  });

  it('leaves out withheld and pending reviews, and every key of a person', () => {
    expect(of('vendor-03').rows.reviews.map((row) => row.id)).not.toContain('r3-4');
    expect(of('vendor-01').rows.reviews.map((row) => row.id)).not.toContain('r1-5');
    expect(JSON.stringify(receipts)).not.toMatch(/"(?:reviewer|observer)"/);
  });

  it('counts expired evidence at the tier that the method says', () => {
    expect(of('vendor-00').evidence.map((e) => [e.id, e.tier, e.counts])).toEqual([['paper', 'documented', 'documented'], ['old', 'observed', 'declared']]);
  });

  it('leaves a criterion that does not apply out of every sum, with its reason', () => {
    const desk = of('vendor-04').frameworks.flatMap((f) => f.dimensions).flatMap((d) => d.criteria).find((c) => c.id === 'desk');
    expect(desk).toMatchObject({ state: 'not-applicable', observed: [], reviewed: [], reason: { en: 'No desk by design' } });
    expect(desk?.score).toBeUndefined();
  });

  it('writes a contact never answered as none', () => {
    expect(of('vendor-01').rows.observations.find((o) => o.id === 'o1-0')?.values['first-reply']).toBe('none');
  });

  it('of a vendor that is not benchmarked has no scores', () => {
    for (const slug of ['x-listed', 'z-gone']) expect(of(slug)).toMatchObject({ frameworks: [], measures: [] });
    expect(of('x-listed').overall).toBeUndefined();
  });

  it('holds the cases about the vendor', () => {
    expect(of('vendor-02').cases.map((c) => c.id)).toEqual(['c-1']);
  });
});
