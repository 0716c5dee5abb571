/** The page of a dimension: each criterion with what it means, what is looked at, and how it is measured; who leads. */
import { methodShares } from '../../score/plan.ts';
import type { Criterion, Dimension, Framework } from '../../schema/framework.ts';
import type { Language } from '../../schema/text.ts';
import { type FacetCount, marketFigures } from '../market/cards.ts';
import { round } from '../format/round.ts';
import type { Inputs } from '../market/inputs.ts';
import { spreads, type Histogram, type Leader, histogram, leaders } from '../market/spread.ts';
import { dimensionsOf, nameOf } from '../format/names.ts';
import type { Method } from '../../schema/method.ts';

interface CriterionEntry {
  id: string;
  name: string;
  meaning: string;
  evidence: string;
  ask: string | undefined;
  /** Percent of the dimension. */
  percent: number;
  facets: readonly { id: string; name: string; shows: string; shown: FacetCount | undefined }[];
  measures: Measures;
}

interface DimensionPage {
  id: string;
  name: string;
  summary: string;
  framework: { id: string; name: string; short: string };
  theme: { id: string; name: string };
  /** Percent of the framework, one decimal. */
  percent: number;
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
  const shares = methodShares(method, inputs.dataset.frameworks);
  const shareOf = (path: string): number => shares.get(`${framework.id}/${path}`)?.share ?? 0;
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
    percent: round(100 * shareOf(dimension.id), 1),
    criteria: dimension.criteria.map((c) =>
      criterionEntry(inputs, framework, c, shareOf(`${dimension.id}/${c.id}`), language),
    ),
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
  share: number,
  language: Language,
): CriterionEntry {
  const { facets } = marketFigures(inputs);
  return {
    id: criterion.id,
    name: criterion.name[language],
    meaning: criterion.meaning[language],
    evidence: criterion.evidence[language],
    ask: criterion.ask?.[language],
    percent: Math.round(share * 100),
    facets: criterion.facets.map((f) => ({
      id: f.id,
      name: f.name[language],
      shows: f.shows[language],
      shown: facets.get(`${framework.id}/${criterion.id}/${f.id}`),
    })),
    measures: measuresOf(inputs, framework.id, criterion, language),
  };
}

/** How the vendor's own answer counts. */
type FactRule =
  | { kind: 'checklist' }
  | { kind: 'level'; levels: readonly { name: string; points: number }[] }
  | { kind: 'number'; unit: string | undefined; ratio: boolean; worst: number; best: number }
  /** Compared with the other vendors; `more` says whether a larger number is better. */
  | {
      kind: 'compared';
      by: Exclude<Method['normalisation'], 'goalposts'>;
      unit: string | undefined;
      ratio: boolean;
      more: boolean;
    };

/** A question put to customers. */
export interface AskedQuestion {
  id: string;
  text: string;
  kind: 'rating' | 'share' | 'duration';
  low: number;
  high: number;
  anchors: { low: string; high: string } | undefined;
}

/** Something that observers note at a timed contact. */
export interface ObservedRule {
  id: string;
  text: string;
  kind: 'rating' | 'share' | 'duration';
  /** Names of the channels and scenarios that count; empty when all do. */
  channels: readonly string[];
  scenarios: readonly string[];
  /** Minutes that earn 0 and 100; only for durations. */
  goalposts: { worst: number; best: number } | undefined;
}

/** Everything that measures a criterion. */
export interface Measures {
  fact: FactRule | undefined;
  questions: readonly AskedQuestion[];
  observed: readonly ObservedRule[];
}

/** What measures a criterion of a framework. */
function measuresOf(inputs: Inputs, framework: string, criterion: Criterion, language: Language): Measures {
  const { questionnaire, method } = inputs.dataset;
  const key = `${framework}/${criterion.id}`;
  const minutes = (id: string | undefined): { worst: number; best: number } | undefined => {
    const posts = id === undefined ? undefined : method.goalposts[id];
    return posts === undefined ? undefined : { worst: posts.worst, best: posts.best };
  };
  return {
    fact: factRule(inputs, criterion, language),
    questions: questionnaire.questions
      .filter((q) => q.criteria.includes(key))
      .map((q) => ({
        id: q.id,
        text: q.text[language],
        kind: q.kind,
        low: q.kind === 'rating' ? q.low : 0,
        high: q.kind === 'rating' ? q.high : 1,
        anchors:
          q.kind === 'rating' && q.anchors !== undefined
            ? { low: q.anchors.low[language], high: q.anchors.high[language] }
            : undefined,
      })),
    observed: (questionnaire.observations?.items ?? []).flatMap((item) =>
      item.uses
        .filter((use) => use.criteria.includes(key))
        .map((use) => ({
          id: use.id,
          text: item.text[language],
          kind: item.kind,
          channels: (use.channels ?? []).map((id) => nameOf(questionnaire.observations?.channels ?? [], id, language)),
          scenarios: (use.scenarios ?? []).map((id) =>
            nameOf(questionnaire.observations?.scenarios ?? [], id, language),
          ),
          goalposts: item.kind === 'duration' ? minutes(use.goalposts ?? item.goalposts) : undefined,
        })),
    ),
  };
}

function factRule({ dataset }: Inputs, criterion: Criterion, language: Language): FactRule | undefined {
  const { measure } = criterion;
  if (measure === undefined) return undefined;
  if (measure.kind === 'checklist') return { kind: 'checklist' };
  if (measure.kind === 'level') {
    return { kind: 'level', levels: measure.levels.map((l) => ({ name: l.name[language], points: l.points })) };
  }
  const posts = dataset.method.goalposts[measure.goalposts];
  const { normalisation } = dataset.method;
  const ratio = measure.per !== undefined;
  if (normalisation !== 'goalposts')
    return {
      kind: 'compared',
      by: normalisation,
      unit: measure.unit?.[language],
      ratio,
      more: (posts?.best ?? 1) > (posts?.worst ?? 0),
    };
  return { kind: 'number', unit: measure.unit?.[language], ratio, worst: posts?.worst ?? 0, best: posts?.best ?? 100 };
}
