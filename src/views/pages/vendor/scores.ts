/** A vendor's scores laid out as framework > theme > dimension > criterion > facet and survey measure. */
import type { Vendor } from '../../../schema/dataset.ts';
import type { Criterion, Dimension, Framework } from '../../../schema/framework.ts';
import type { Language } from '../../../schema/text.ts';
import type { ScoreWithSd } from '../../../score/ranks.ts';
import type { CriterionScore, DimensionScore, VendorScores } from '../../../score/types.ts';
import { type Points, points, pointsOptional, type Bar, bar } from '../../format/round.ts';
import type { Inputs } from '../../market/inputs.ts';
import { dimensionsOf, shownFrameworks } from '../../format/names.ts';
import type { LocalText } from '../../format/localize.ts';
import { localizeOptional } from '../../format/localize.ts';
import { spreads } from '../../market/spread.ts';
import { type InsufficientEvidence, insufficientEvidence } from '../../market/cards.ts';
import { type CaseMarks, caseMarks } from './cases.ts';
import { criterionKey } from './evidence.ts';
import {
  type FacetRow,
  type LevelRow,
  type NumberRow,
  facetRows,
  levelRow,
  numberRow,
  type ReportedRow,
  reportedRows,
} from './facts.ts';

export interface FrameworkBlock {
  id: string;
  name: string;
  short: string;
  points: Points | undefined;
  bar: Bar | undefined;
  median: number | undefined;
  /** Weight in the overall score, whole percent. */
  percent: number;
  covered: number;
  needed: number;
  dimensions: number;
  themes: readonly { id: string; name: string; dimensions: readonly DimensionBlock[] }[];
}

export interface DimensionBlock {
  id: string;
  /** Anchor on the vendor page. */
  key: string;
  name: string;
  points: Points | undefined;
  /** The same and the market's median, not rounded: what decides whether the difference is sure. */
  estimate: ScoreWithSd | undefined;
  middle: number | undefined;
  /** Drawn only where there is enough evidence. */
  bar: Bar | undefined;
  median: number | undefined;
  /** Weight in the framework, percent with one decimal. */
  percent: number;
  covered: boolean;
  /** What its figure rests on where there is not enough evidence. */
  insufficient: InsufficientEvidence | undefined;
  facts: number | undefined;
  reviews: number | undefined;
  criteria: readonly CriterionBlock[];
}

export interface CriterionBlock {
  id: string;
  key: string;
  name: string;
  state: CriterionScore['state'];
  score: number | undefined;
  facts: number | undefined;
  reviews: number | undefined;
  facets: readonly FacetRow[];
  level: LevelRow | undefined;
  number: NumberRow | undefined;
  reported: readonly ReportedRow[];
  /** Disputes and corrections about it. */
  cases: CaseMarks | undefined;
  note: LocalText | undefined;
  reason: LocalText | undefined;
}

/** Anchor of a dimension on the vendor page. */
function dimensionKey(framework: string, dimension: string): string {
  return `d-${framework}-${dimension}`;
}

/** All frameworks of one vendor. */
export function frameworkBlocks(
  inputs: Inputs,
  vendor: Vendor,
  scores: VendorScores,
  language: Language,
): FrameworkBlock[] {
  const market = spreads(inputs);
  return shownFrameworks(inputs.dataset).flatMap((framework) => {
    const scored = scores.frameworks.find((f) => f.id === framework.id);
    if (scored === undefined) return [];
    const byId = new Map(scored.dimensions.map((d) => [d.id, d] as const));
    const shown = pointsOptional(scored.estimate);
    const themes = framework.themes.map((theme) => ({
      id: theme.id,
      name: theme.name[language],
      dimensions: framework.dimensions.flatMap((dimension) => {
        const own = dimension.theme === theme.id ? byId.get(dimension.id) : undefined;
        if (own === undefined) return [];
        const middle = market.of(`${framework.id}/${dimension.id}`).median;
        return [dimensionBlock(inputs, vendor, framework, dimension, own, middle, language)];
      }),
    }));
    return [
      {
        id: framework.id,
        name: framework.name[language],
        short: framework.short[language],
        points: shown,
        bar: shown === undefined ? undefined : bar(shown),
        median: rounded(market.of(framework.id).median),
        percent: Math.round(scored.share * 100),
        covered: scored.covered,
        needed: scored.needed,
        dimensions: dimensionsOf(framework).size,
        themes: themes.filter((theme) => theme.dimensions.length > 0),
      },
    ];
  });
}

function dimensionBlock(
  inputs: Inputs,
  vendor: Vendor,
  framework: Framework,
  dimension: Dimension,
  own: DimensionScore,
  median: number | undefined,
  language: Language,
): DimensionBlock {
  const shown = own.estimate === undefined ? undefined : points(own.estimate);
  const byId = new Map(own.criteria.map((c) => [c.id, c] as const));
  return {
    id: dimension.id,
    key: dimensionKey(framework.id, dimension.id),
    name: dimension.name[language],
    points: shown,
    estimate: own.estimate,
    middle: median,
    bar: shown === undefined || !own.covered ? undefined : bar(shown),
    median: rounded(median),
    percent: Math.round(own.share * 1000) / 10,
    covered: own.covered,
    insufficient: insufficientEvidence(own),
    facts: rounded(own.facts),
    reviews: rounded(own.reviews),
    criteria: dimension.criteria.flatMap((criterion) => {
      const score = byId.get(criterion.id);
      return score === undefined ? [] : [criterionBlock(inputs, vendor, framework, criterion, score, language)];
    }),
  };
}

function criterionBlock(
  inputs: Inputs,
  vendor: Vendor,
  framework: Framework,
  criterion: Criterion,
  score: CriterionScore,
  language: Language,
): CriterionBlock {
  const answer = vendor.answers[framework.id]?.[criterion.id];
  return {
    id: criterion.id,
    key: criterionKey(framework.id, criterion.id),
    name: criterion.name[language],
    state: score.state,
    score: rounded(score.score),
    facts: rounded(score.facts),
    reviews: rounded(score.reviews),
    facets: facetRows(vendor, criterion, answer, score, language),
    level: levelRow(vendor, criterion, answer, score, language),
    number: numberRow(vendor, criterion, answer, score, language),
    reported: reportedRows(inputs, score, language),
    cases: caseMarks(inputs, vendor.slug, `${framework.id}/${criterion.id}`),
    note: localizeOptional(answer?.note, language),
    reason: localizeOptional(answer?.reason, language),
  };
}

function rounded(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value);
}
