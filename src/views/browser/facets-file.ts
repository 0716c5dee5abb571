/**
 * What the ranking is filtered by, beyond what its rows say: `/rankings/facets.json`. In columns, the ranked vendors in the
 * order of the ranking, then the others. Fetched when a person first filters.
 */
import type { Market } from '../../score/market.ts';
import { cardOf } from '../cards.ts';
import type { Inputs } from '../inputs.ts';
import { comparable, priceFrom } from '../format/price.ts';

export interface FacetsFile {
  slugs: readonly string[];
  /**
   * Overall score and standard deviation of the ranked, in points. Not rounded: a browser that ranks some of them must come to
   * the groups and places of the page of the same place.
   */
  scores: readonly number[];
  sds: readonly number[];
  /** Price of the offer that the table shows, for a month where it recurs; null for none. */
  prices: readonly (number | null)[];
  /** Positions in the directory's lists. */
  channels: readonly (readonly number[])[];
  languages: readonly (readonly number[])[];
  /** Position of the licence's state; -1 for none told. */
  licences: readonly number[];
  /** Of the criteria that it has shown, per cent that somebody other than itself has seen or that documents show; null when none is shown. */
  verified: readonly (number | null)[];
}

/** The file of a scored market. Withdrawn vendors are in no list, and not in it. */
export function facetsFile(inputs: Inputs & { market: Pick<Market, 'scored'> }): FacetsFile {
  const { dataset, market } = inputs;
  const { directory } = dataset;
  const ranked = new Set(market.ranked);
  const others = dataset.vendors.flatMap((v, i) => (ranked.has(i) || v.status === 'withdrawn' ? [] : [i]));
  const order = [...market.ranked, ...others];
  const vendors = order.flatMap((v) => dataset.vendors[v] ?? []);
  const positions = (ids: readonly string[], of: readonly { id: string }[]): number[] =>
    ids
      .map((id) => of.findIndex((entry) => entry.id === id))
      .filter((at) => at >= 0)
      .sort((a, b) => a - b);
  const estimates = market.ranked.map((v) => market.scored[v]?.overall);
  return {
    slugs: vendors.map((v) => v.slug),
    scores: estimates.map((e) => e?.score ?? 0),
    sds: estimates.map((e) => e?.sd ?? 0),
    prices: vendors.map((v) => {
      const price = priceFrom(dataset, v);
      return price === undefined ? null : Math.round(comparable(price));
    }),
    channels: vendors.map((v) => positions(Object.keys(v.contacts), directory.contacts)),
    languages: vendors.map((v) => positions(v.languages, directory.languages)),
    licences: vendors.map((v) =>
      v.licence === undefined ? -1 : (positions([v.licence.state], directory.licence?.states ?? [])[0] ?? -1),
    ),
    verified: order.map((v) => cardOf(inputs, v).verified ?? null),
  };
}
