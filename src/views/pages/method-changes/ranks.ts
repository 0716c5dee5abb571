/** What another method does to the ranking: the same data, scored by both. */
import type { Language } from '../../../schema/text.ts';
import { kendallTau } from '../../../score/kendall.ts';
import type { ScoredWorkspace } from '../../../score/market.ts';
import { type Card, marketFigures } from '../../market/cards.ts';
import { round } from '../../format/round.ts';
import { type LocalText, localize } from '../../format/localize.ts';
import { compareText } from '../../../schema/order.ts';

/** Where a vendor stands by one method. */
export interface Stand {
  /** One decimal. */
  score: number;
  /** Undefined when it is not ranked. */
  rank: { low: number; high: number; group: number } | undefined;
}

export interface RankChange {
  slug: string;
  name: LocalText;
  was: Stand;
  is: Stand;
  /** Points of the overall score, one decimal. */
  points: number;
}

export interface RankChanges {
  asOf: string;
  /** Vendors ranked by both. */
  compared: number;
  /** Kendall's tau of their scores, two decimals; undefined when there is no order to compare. */
  tau: number | undefined;
  /** Vendors in another group, or gain or lose a rank. */
  crossed: number;
  /** Vendors whose group, or the places that the evidence allows, are others; those that cross first, then by points. */
  changed: readonly RankChange[];
  /** The largest change of a score among all assessed, one decimal; 0 when none changed. */
  most: number;
}

/** Compares the standings of all assessed vendors. Both must hold the same vendors in the same order. */
export function rankChanges(older: ScoredWorkspace, newer: ScoredWorkspace, language: Language): RankChanges {
  const pairs: [number, number][] = [];
  const changed: RankChange[] = [];
  let most = 0;
  const [was, is] = [marketFigures(older), marketFigures(newer)];
  newer.dataset.vendors.forEach((vendor, v) => {
    const [a, b] = [was.cards[v], is.cards[v]];
    if (a?.overall === undefined || b?.overall === undefined) return;
    const points = b.overall.score - a.overall.score;
    most = Math.max(most, Math.abs(points));
    if (a.rating.kind === 'ranked' && b.rating.kind === 'ranked') pairs.push([a.overall.score, b.overall.score]);
    const [stood, stands] = [standOf(a, a.overall.score), standOf(b, b.overall.score)];
    if (same(stood, stands)) return;
    changed.push({
      slug: vendor.slug,
      name: localize(vendor.name, language),
      was: stood,
      is: stands,
      points: round(points, 1),
    });
  });
  const tau = kendallTau(
    pairs.map((p) => p[0]),
    pairs.map((p) => p[1]),
  );
  return {
    asOf: newer.dataset.release.asOf,
    compared: pairs.length,
    tau: tau === undefined ? undefined : round(tau, 2),
    crossed: changed.filter(crosses).length,
    changed: changed.toSorted(
      (a, b) =>
        Number(crosses(b)) - Number(crosses(a)) ||
        Math.abs(b.points) - Math.abs(a.points) ||
        compareText(a.slug, b.slug),
    ),
    most: round(most, 1),
  };
}

/** Whether a vendor is in another group, or is ranked by one of the two only. */
function crosses({ was, is }: RankChange): boolean {
  return was.rank?.group !== is.rank?.group;
}

function standOf({ rating }: Pick<Card, 'rating'>, score: number): Stand {
  return {
    score: round(score, 1),
    rank: rating.kind === 'ranked' ? { low: rating.low, high: rating.high, group: rating.group } : undefined,
  };
}

function same(a: Stand, b: Stand): boolean {
  return a.rank?.low === b.rank?.low && a.rank?.high === b.rank?.high && a.rank?.group === b.rank?.group;
}
