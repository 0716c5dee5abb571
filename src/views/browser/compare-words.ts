/** The words and market figures that the comparison and the decision sheet put beside the figures of single vendors. */
import type { Language } from '../../schema/text.ts';
import { methodShares } from '../../score/plan.ts';
import { round } from '../format/round.ts';
import type { Inputs } from '../market/inputs.ts';
import { shownFrameworks } from '../format/names.ts';
import { replyWords } from '../market/reply-times.ts';
import { spreads } from '../market/spread.ts';

/** A criterion with what a customer may ask and what its facets are called. */
export interface CriterionWords {
  key: string;
  name: string;
  ask?: string;
  facets: readonly string[];
  /** Its `overallShare`, 0..1, five decimals. */
  weight: number;
}

export interface DimensionWords {
  key: string;
  name: string;
  path: string;
  /** Middle score of all that are ranked, whole points. */
  median?: number;
  criteria: readonly CriterionWords[];
}

export interface CompareWords {
  /** Probability, 0.5..1, from which one is called ahead of another. */
  tie: number;
  frameworks: readonly { id: string; name: string; short: string; dimensions: readonly DimensionWords[] }[];
  services: Record<string, string>;
  languages: Record<string, string>;
  priceBases: Record<string, string>;
  /** What is timed, and the channels it is timed on. */
  replies?: { name: string; channels: Record<string, string> };
  licence?: { name: string; states: Record<string, { name: string; standing: 'held' | 'exempt' | 'unknown' }> };
}

/** The words in one language. */
export function compareWords(inputs: Inputs, language: Language): CompareWords {
  const { dataset } = inputs;
  const { directory, method } = dataset;
  const market = spreads(inputs);
  const replies = replyWords(inputs, language);
  const shares = methodShares(method, dataset.frameworks);
  const named = (entries: readonly { id: string; name: Record<Language, string> }[]): Record<string, string> =>
    Object.fromEntries(entries.map((e) => [e.id, e.name[language]]));
  return {
    tie: method.uncertainty.tie,
    frameworks: shownFrameworks(dataset).map((framework) => {
      return {
        id: framework.id,
        name: framework.name[language],
        short: framework.short[language],
        dimensions: framework.dimensions.map((dimension) => {
          const key = `${framework.id}/${dimension.id}`;
          const median = market.of(key).median;
          return {
            key,
            name: dimension.name[language],
            path: `/frameworks/${framework.id}/${dimension.id}/`,
            ...(median === undefined ? {} : { median: Math.round(median) }),
            criteria: dimension.criteria.map((c) => ({
              key: `${framework.id}/${c.id}`,
              name: c.name[language],
              ...(c.ask === undefined ? {} : { ask: c.ask[language] }),
              facets: c.facets.map((f) => f.name[language]),
              weight: round(shares.get(`${key}/${c.id}`)?.overallShare ?? 0, 5),
            })),
          };
        }),
      };
    }),
    services: named(directory.services),
    languages: named(directory.languages),
    priceBases: named(directory.priceBases),
    ...(replies === undefined ? {} : { replies }),
    ...(directory.licence === undefined
      ? {}
      : {
          licence: {
            name: directory.licence.name[language],
            states: Object.fromEntries(
              directory.licence.states.map((s) => [s.id, { name: s.name[language], standing: s.standing }]),
            ),
          },
        }),
  };
}
