/**
 * What the search offers besides the index of names: pages of places and services, frameworks, dimensions and criteria by name,
 * and `/search/figures.json`, the figures of vendors found by place or service, by their position in the index of names.
 */
import type { Language } from '../../schema/text.ts';
import type { Inputs } from '../market/inputs.ts';
import { scopePath, scopesOf } from '../market/places.ts';
import { scoreLabels } from '../../i18n/labels/scores.ts';
import { money } from '../../i18n/numbers.ts';
import { cardOf } from '../market/cards.ts';
import { priceFrom, isBeginning } from '../format/price.ts';
import { pointsOptional } from '../format/round.ts';

export interface SearchScope {
  /** What it is called on the page. */
  name: string;
  kind: 'place' | 'service';
  /** All its names, in every language. */
  names: readonly string[];
  /** Of the default language. */
  path: string;
  count: number;
}

/** Cities before regions (where both have one name, the nearer), then services. */
export function searchScopes({ dataset }: Inputs, language: Language): SearchScope[] {
  const { regions, services } = scopesOf(dataset);
  const { directory } = dataset;
  const regionOf = (id: string) => directory.regions.find((r) => r.id === id);
  const entry = (
    kind: SearchScope['kind'],
    scoped: { scope: Parameters<typeof scopePath>[0]; count: number },
    named: { name: { zh: string; en: string }; aliases?: readonly string[] } | undefined,
  ): SearchScope[] =>
    named === undefined
      ? []
      : [
          {
            name: named.name[language],
            kind,
            names: [named.name.zh, named.name.en, ...(named.aliases ?? [])],
            path: scopePath(scoped.scope),
            count: scoped.count,
          },
        ];
  return [
    ...regions.flatMap(({ cities }) =>
      cities.flatMap((c) =>
        entry(
          'place',
          c,
          regionOf(c.scope.region)?.cities.find((city) => city.id === c.scope.city),
        ),
      ),
    ),
    ...regions.flatMap(({ region }) => entry('place', region, regionOf(region.scope.region))),
    ...services.flatMap((s) =>
      entry(
        'service',
        s,
        directory.services.find((service) => service.id === s.scope.service),
      ),
    ),
  ];
}

export interface SearchTitle {
  /** What it is called on the page. */
  name: string;
  /** Its name in the other language. */
  other: string;
  /** Of the default language; a criterion's has the part of the page. */
  path: string;
  /** Name of what it belongs to: of a criterion the dimension, of a dimension the framework. */
  under?: string;
}

/** Frameworks first, each followed by its dimensions, these by their criteria. */
export function searchTitles({ dataset }: Pick<Inputs, 'dataset'>, language: Language): SearchTitle[] {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  return dataset.frameworks.flatMap((framework) => {
    const path = `/frameworks/${framework.id}/`;
    return [
      { name: framework.name[language], other: framework.name[other], path },
      ...framework.dimensions.flatMap((dimension) => {
        const page = `${path}${dimension.id}/`;
        return [
          { name: dimension.name[language], other: dimension.name[other], path: page, under: framework.name[language] },
          ...dimension.criteria.map((c) => ({
            name: c.name[language],
            other: c.name[other],
            path: `${page}#${c.id}`,
            under: dimension.name[language],
          })),
        ];
      }),
    ];
  });
}

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
