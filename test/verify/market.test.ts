import { describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/schema/api.ts';
import { methodOf } from '../../src/verify/context.ts';
import { type MarketContext, verifyMarket } from '../../src/verify/market.ts';
import { normalCdf } from '../../src/score/normal.ts';
import { errorByMatrices } from '../score/by-matrices.ts';
import { smallDataset } from '../views/published/small-market.ts';
import { changed, published } from './published.ts';

const market = published();
const { receipts, context } = market;
const ranked = receipts.filter((r) => r.rank);
const scored = receipts.filter((r) => r.status === 'participating');

function withReceipt(tampered: Receipt): Receipt[] {
  return receipts.map((r) => (r.slug === tampered.slug ? tampered : r));
}

function withVendors(vendors: MarketContext['vendors']): MarketContext {
  return { ...context, vendors };
}

describe('a market', () => {
  it('has no differences, whatever the order of its receipts', () => {
    expect(verifyMarket(receipts, context)).toEqual([]);
    expect(verifyMarket(receipts.toReversed(), context)).toEqual([]);
  });

  it('has priors that only all receipts together give: told of the vendor whose receipt has others', () => {
    for (const key of ['mu', 'k', 'variance', 'between'] as const) {
      const at = scored[3]!.measures.findIndex((m) => m.prior.source === 'estimated');
      const tampered = changed(scored[3]!, ['measures', at, 'prior', key], (x) => (x as number) * 1.01);
      const found = verifyMarket(withReceipt(tampered), context).filter((d) => d.path.endsWith(`prior.${key}`));
      expect(found.map((d) => [d.vendor, d.path])).toEqual([
        [tampered.slug, `measures[${tampered.measures[at]?.id}].prior.${key}`],
      ]);
    }
  });

  it.each(['rows', 'vendors'] as const)(
    'has loadings of the measures on what %s share, which only all receipts together give',
    (key) => {
      const own = scored[3]!.measures.find((m) => m.id === 'clear')!;
      const at = scored[3]!.measures.indexOf(own);
      const tampered = changed(scored[3]!, ['measures', at, 'prior', 'loadings', key], (x) => (x as number) / 2 + 0.1);
      expect(verifyMarket(withReceipt(tampered), context).map((d) => [d.vendor, d.path])).toContainEqual([
        tampered.slug,
        `measures[clear].prior.loadings.${key}`,
      ]);
    },
  );

  it('has a drift for every measure, which only all receipts together give', () => {
    const tampered = changed(scored[3]!, ['measures', 0, 'prior', 'drift'], (x) => (x as number) + 0.01);
    expect(verifyMarket(withReceipt(tampered), context).map((d) => [d.vendor, d.path])).toContainEqual([
      tampered.slug,
      `measures[${tampered.measures[0]?.id}].prior.drift`,
    ]);
  });

  it('has priors of durations too, with contacts never answered', () => {
    const at = scored[1]!.measures.findIndex((m) => m.censored !== undefined);
    const own = scored[1]!.measures[at]!;
    expect([own.kind, own.prior.source]).toEqual(['duration', 'estimated']);
    const tampered = changed(scored[1]!, ['measures', at, 'prior', 'mu'], (x) => (x as number) + 1e-6);
    expect(verifyMarket(withReceipt(tampered), context).map((d) => d.path)).toContain(`measures[${own.id}].prior.mu`);
  });

  it('needs every receipt: without one the priors, the ranks and the list are others', () => {
    const found = verifyMarket(receipts.slice(1), context).map((d) => d.path);
    expect(found).toEqual(expect.arrayContaining(['measures[clear].prior.mu', 'vendors.json[0]', 'rank.topThree']));
  });

  it.each(['place', 'low', 'high', 'group', 'first', 'topThree'] as const)(
    'has a %s for every ranked vendor',
    (key) => {
      const tampered = changed(ranked[2]!, ['rank', key], (x) =>
        key === 'first' || key === 'topThree' ? (x as number) + 0.001 : (x as number) + 1,
      );
      const entry = context.vendors.findIndex((v) => v.slug === tampered.slug);
      // In both places at once, so that they agree with each other and with nothing else.
      const vendors = changed(context.vendors, [entry, 'rank'], () => tampered.rank);
      expect(verifyMarket(withReceipt(tampered), withVendors(vendors)).map((d) => [d.vendor, d.path])).toEqual([
        [tampered.slug, `rank.${key}`],
      ]);
    },
  );

  it('has drawn ranks', () => {
    const tampered = changed(ranked[2]!, ['rank', 'drawn', 'high'], (x) => (x as number) + 1);
    expect(verifyMarket(withReceipt(tampered), context).map((d) => d.path)).toContain('rank.drawn.high');
  });
});

describe('vendors.json', () => {
  it('says what the receipts say', () => {
    const at = context.vendors.findIndex((v) => v.overall);
    const { slug } = context.vendors[at]!;
    const other = withVendors(changed(context.vendors, [at, 'overall', 'score'], (x) => (x as number) + 0.5));
    expect(verifyMarket(receipts, other)).toEqual([
      {
        vendor: slug,
        path: 'vendors.json.overall.score',
        published: other.vendors[at]?.overall?.score,
        recomputed: context.vendors[at]?.overall?.score,
      },
    ]);
    const status = withVendors(changed(context.vendors, [0, 'frameworks', 0, 'covered'], (x) => (x as number) - 1));
    expect(verifyMarket(receipts, status).map((d) => d.path)).toEqual([
      `vendors.json.frameworks[${context.vendors[0]?.frameworks[0]?.id}].covered`,
    ]);
  });

  it('lists every vendor that has a receipt, and no other', () => {
    const fewer = verifyMarket(receipts, withVendors(context.vendors.slice(1)));
    expect(fewer).toContainEqual(
      expect.objectContaining({ vendor: context.vendors[0]?.slug, path: 'vendors.json', published: undefined }),
    );
    const stranger = { ...context.vendors.at(-1)!, slug: 'zz-nobody' };
    expect(verifyMarket(receipts, withVendors([...context.vendors, stranger]))).toContainEqual({
      vendor: '',
      path: `vendors.json[${context.vendors.length}]`,
      published: 'zz-nobody',
      recomputed: undefined,
    });
  });
});

// By formulas written out here, from nothing but the receipts.
describe('what a market says, computed without the program', () => {
  it('places and pairwise rank intervals', () => {
    const { tie } = methodOf(context).uncertainty;
    for (const own of ranked) {
      const ahead = (a: Receipt, b: Receipt): number =>
        normalCdf(
          ((a.overall?.score ?? 0) - (b.overall?.score ?? 0)) / Math.hypot(a.overall?.sd ?? 0, b.overall?.sd ?? 0),
        );
      expect(own.rank?.place).toBe(
        1 + ranked.filter((other) => (other.overall?.score ?? 0) > (own.overall?.score ?? 0)).length,
      );
      expect(own.rank?.low).toBe(1 + ranked.filter((other) => other !== own && ahead(other, own) > tie).length);
      expect(own.rank?.high).toBe(
        ranked.length - ranked.filter((other) => other !== own && ahead(own, other) > tie).length,
      );
      expect(own.rank?.group === 1).toBe(own.rank?.low === 1);
    }
  });

  it('variance within and between vendors, and the mean given k', () => {
    const questions = smallDataset().questionnaire.questions;
    let estimated = 0;
    for (const { id, prior, good } of scored[0]!.measures) {
      if (prior.source === 'fallback' || !questions.some((q) => q.id === id)) continue;
      estimated += 1;
      const groups = scored
        .map((r) =>
          r.rows.reviews.flatMap((row) =>
            row.answers[id] === undefined || row.weight === 0
              ? []
              : { w: row.weight, x: good ? Number(row.answers[id] === good) : Number(row.answers[id]) },
          ),
        )
        .filter((g) => g.length > 0)
        .map((g) => {
          const W = g.reduce((s, t) => s + t.w, 0);
          return { g, W, Q: g.reduce((s, t) => s + t.w ** 2, 0), m: g.reduce((s, t) => s + t.w * t.x, 0) / W };
        });
      // Rows of this market are too close in time to show change.
      expect(prior.drift).toBe(0);
      const freedoms = groups.map(({ W, Q }) => W - Q / W);
      const expected = freedoms.reduce((s, f) => s + f, 0);
      const variance = groups.reduce((s, v) => s + v.g.reduce((q, t) => q + t.w * (t.x - v.m) ** 2, 0), 0) / expected;
      const freedom = expected ** 2 / groups.reduce((s, { W, Q }, i) => s + (freedoms[i]! * Q) / W, 0);
      expect(prior.variance).toBeCloseTo(variance, 9);
      const step = (weigh: (W: number) => number): { between: number; k: number } => {
        const vendors = groups.map(({ W, Q, m }) => ({ mean: m, noise: (variance * Q) / W ** 2, weight: weigh(W) }));
        const total = vendors.reduce((s, v) => s + v.weight, 0);
        const own = (of: (v: (typeof vendors)[number]) => number): number =>
          vendors.reduce((s, v) => s + v.weight * of(v), 0);
        const grand = own((v) => v.mean) / total;
        const between =
          (own((v) => (v.mean - grand) ** 2) - own((v) => (1 - v.weight / total) * v.noise)) /
          own((v) => 1 - v.weight / total);
        const error = errorByMatrices(vendors, between) + (2 * (own((v) => v.noise) / total) ** 2) / freedom;
        return { between, k: variance / ((between + Math.sqrt(between ** 2 + 4 * error)) / 2) };
      };
      const first = step((W) => W);
      const second = step((W) => W / (W + first.k));
      expect(prior.between).toBeCloseTo(second.between, 9);
      expect(prior.k).toBeCloseTo(second.k, 8);
      const shares = groups.map((v) => v.W / (v.W + prior.k));
      expect(prior.mu).toBeCloseTo(
        groups.reduce((s, v, i) => s + shares[i]! * v.m, 0) / shares.reduce((s, x) => s + x, 0),
        9,
      );
    }
    expect(estimated).toBe(3);
  });
});
