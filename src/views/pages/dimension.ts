/** The page of a dimension: each criterion with what it means, what is looked at, and how it is measured; who leads. */
import type { Criterion, Dimension, Framework } from '../../schema/framework.ts';
import type { Language } from '../../schema/text.ts';
import type { FacetCount } from '../cards.ts';
import { marketFigures } from '../cards.ts';
import type { Inputs } from '../inputs.ts';
import type { Histogram, Leader } from './leaders.ts';
import { histogram, leaders } from './leaders.ts';
import type { Measures } from './measures.ts';
import { measuresOf } from './measures.ts';
import { dimensionsOf } from '../format/names.ts';
import { spreads } from './spread.ts';
import { criterionShares, dimensionShares } from '../weights.ts';

export interface CriterionEntry {
  id: string;
  name: string;
  meaning: string;
  evidence: string;
  ask: string | undefined;
  /** Percent of the dimension. */
  weight: number;
  facets: readonly { id: string; name: string; shows: string; shown: FacetCount | undefined }[];
  measures: Measures;
}

export interface DimensionPage {
  id: string;
  name: string;
  summary: string;
  framework: { id: string; name: string; short: string };
  theme: { id: string; name: string };
  /** Percent of the framework, one decimal. */
  weight: number;
  criteria: readonly CriterionEntry[];
  overlaps: readonly { id: string; name: string; note: string }[];
  leaders: readonly Leader[];
  histogram: Histogram | undefined;
  previous: { id: string; name: string } | undefined;
  next: { id: string; name: string } | undefined;
}

/** How many leaders the page lists. */
const LEADERS = 8;

/** A dimension's page. */
export function dimensionPage(
  inputs: Inputs,
  framework: Framework,
  dimension: Dimension,
  language: Language,
): DimensionPage {
  const { method } = inputs.dataset;
  const spread = spreads(inputs).of(`${framework.id}/${dimension.id}`);
  const weights = criterionShares(method, framework, dimension.id);
  const byId = dimensionsOf(framework);
  const at = framework.dimensions.indexOf(dimension);
  const neighbour = (other: Dimension | undefined): { id: string; name: string } | undefined =>
    other === undefined ? undefined : { id: other.id, name: other.name[language] };
  return {
    id: dimension.id,
    name: dimension.name[language],
    summary: dimension.summary[language],
    framework: { id: framework.id, name: framework.name[language], short: framework.short[language] },
    theme: {
      id: dimension.theme,
      name: framework.themes.find((t) => t.id === dimension.theme)?.name[language] ?? dimension.theme,
    },
    weight: Math.round((dimensionShares(method, framework).get(dimension.id) ?? 0) * 1000) / 10,
    criteria: dimension.criteria.map((c) => criterionEntry(inputs, framework, c, weights.get(c.id) ?? 0, language)),
    overlaps: dimension.overlaps.map((o) => ({
      id: o.with,
      name: byId.get(o.with)?.name[language] ?? o.with,
      note: o.note[language],
    })),
    leaders: leaders(inputs, spread, language, LEADERS),
    histogram: histogram(spread),
    previous: neighbour(framework.dimensions[at - 1]),
    next: neighbour(framework.dimensions[at + 1]),
  };
}

function criterionEntry(
  inputs: Inputs,
  framework: Framework,
  criterion: Criterion,
  weight: number,
  language: Language,
): CriterionEntry {
  const { facets } = marketFigures(inputs);
  return {
    id: criterion.id,
    name: criterion.name[language],
    meaning: criterion.meaning[language],
    evidence: criterion.evidence[language],
    ask: criterion.ask?.[language],
    weight: Math.round(weight * 100),
    facets: criterion.facets.map((f) => ({
      id: f.id,
      name: f.name[language],
      shows: f.shows[language],
      shown: facets.get(`${framework.id}/${criterion.id}/${f.id}`),
    })),
    measures: measuresOf(inputs, framework.id, criterion, language),
  };
}
