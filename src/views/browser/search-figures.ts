/**
 * What the search says of vendors found by place or service: `/search/figures.json`. Fetched only then: a name alone needs the
 * index of names and no more. Vendors by their position in that index.
 */
import type { Language } from '../../schema/text.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { money } from '../../i18n/numbers.ts';
import { cardOf } from '../cards.ts';
import { isBeginning } from '../format/from-price.ts';
import type { Inputs } from '../inputs.ts';
import { priceFrom } from '../format/price.ts';
import { pointsOptional } from '../format/round.ts';

export interface SearchFigures {
  /** The ranked, in the order of their places. */
  ranked: readonly number[];
  /** Of these, in whole points. */
  scores: readonly number[];
  lows: readonly number[];
  highs: readonly number[];
  /** Each price that occurs, as text. */
  prices: Readonly<Record<Language, readonly string[]>>;
  /** Position in `prices` of the price that the ranking shows, for every vendor; -1 for none. */
  price: readonly number[];
}

/** The file of a scored market. */
export function searchFigures(inputs: Inputs): SearchFigures {
  const { dataset, market } = inputs;
  const texts = new Map<string, number>();
  const prices = { zh: [] as string[], en: [] as string[] };
  const price = dataset.vendors.map((vendor) => {
    const lead = priceFrom(dataset, vendor);
    if (lead === undefined) return -1;
    const several = isBeginning(vendor.prices, lead);
    const key = `${lead.amount} ${lead.currency} ${lead.period} ${several}`;
    const known = texts.get(key);
    if (known !== undefined) return known;
    texts.set(key, texts.size);
    for (const language of ['zh', 'en'] as const) {
      const s = scoreLabels[language];
      const text = s.perPeriod(money(lead.amount, lead.currency), s.periods[lead.period]);
      prices[language].push(several ? s.from(text) : text);
    }
    return texts.size - 1;
  });
  const shown = market.ranked.map((v) => pointsOptional(cardOf(inputs, v).overall));
  return {
    ranked: market.ranked,
    scores: shown.map((p) => p?.score ?? 0),
    lows: shown.map((p) => p?.low ?? 0),
    highs: shown.map((p) => p?.high ?? 0),
    prices,
    price,
  };
}
