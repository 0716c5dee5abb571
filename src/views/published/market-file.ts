/** `api/v1/market.json`. */
import type { MarketFile } from '../../schema/api.ts';
import { marketFigures } from '../market/cards.ts';
import { sureness } from '../pages/home.ts';
import { allScopes, inScope, scopePath } from '../market/places.ts';
import { placesAmong } from '../market/rank.ts';
import { spreads } from '../market/spread.ts';
import { marketTimes } from '../pages/vendor/contacts.ts';
import type { ScoredWorkspace } from '../../score/market.ts';

/** The figures of the market as pages print them; medians of scores unrounded. */
export function marketFile(scoring: ScoredWorkspace): MarketFile {
  const { dataset, market } = scoring;
  const { overall, of } = spreads(scoring);
  const { typicalPlaces } = sureness(scoring);
  const keys = dataset.frameworks.flatMap((f) => [f.id, ...f.dimensions.map((d) => `${f.id}/${d.id}`)]);
  const scores = [['overall', overall] as const, ...keys.map((key) => [key, of(key)] as const)];
  return {
    asOf: dataset.release.asOf,
    methodology: dataset.release.methodology,
    ranked: market.ranked.length,
    ...(typicalPlaces === undefined ? {} : { typicalPlaces }),
    scores: Object.fromEntries(
      scores.flatMap(([key, { marks, median }]) =>
        median === undefined ? [] : [[key, { vendors: marks.length, median }]],
      ),
    ),
    facets: Object.fromEntries(marketFigures(scoring).facets),
    contacts: marketTimes(dataset).map(({ median, ...rest }) => ({
      ...rest,
      median: median === Infinity ? null : median,
    })),
    lists: allScopes(dataset)
      .filter((scope) => scope.kind !== 'all')
      .map((scope) => ({
        path: scopePath(scope),
        vendors: placesAmong(
          scoring,
          (v) => dataset.vendors[v] !== undefined && inScope(dataset.vendors[v], scope),
        ).map(({ vendor, place: { low, high, group } }) => ({
          slug: dataset.vendors[vendor]?.slug ?? '',
          low,
          high,
          group,
        })),
      })),
  };
}
