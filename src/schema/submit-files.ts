/** What the submit form reads: `/submit/rules.json`, `market.json` and `told.json`. Written and read by the same build. */
import type { Directory } from './directory.ts';
import type { Framework } from './framework.ts';
import type { Method } from './method.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Site } from './site.ts';
import type { Bilingual, EitherLanguage } from './text.ts';

/** Everything that a vendor file is written and judged by, whoever else there is. */
export interface SubmitRules {
  site: Pick<Site, 'name' | 'url' | 'repository' | 'branch' | 'sampleData'>;
  /** The day that counts as today. */
  asOf: string;
  /** Currency that others here give their prices in. */
  currency: string;
  directory: Directory;
  /** In the order of the dataset; scoring depends on it. */
  frameworks: readonly Framework[];
  /** Ids of the frameworks in the order in which they are shown. */
  shown: readonly string[];
  questionnaire: Questionnaire;
  method: Method;
  /** What this market calls a vendor. */
  words: { one: Bilingual; many: Bilingual };
}

/** What the market as a whole says about one measure. */
export interface SubmitPrior {
  mu: number;
  variance: number;
  k: number;
  drift: number;
  loadings: { vendors: number; rows: number };
  source: 'estimated' | 'fallback';
}

/**
 * What has been told about every vendor: `/submit/told.json`, read only when a vendor that was not scored before joins with
 * reviews or contacts of its own, because the market's means then move.
 */
export interface SubmitTold {
  /** Ids of the measures in the order of the plan. */
  measures: readonly string[];
  /** Vendors in the order of slugs: slug, whether it is scored, for each measure with rows its statistics, and how much these rest on the same rows. */
  vendors: readonly (readonly [
    slug: string,
    scored: boolean,
    statistics: readonly SubmitStatistics[],
    overlap: { review: number; observation: number },
  ])[];
}

/** Statistics of one vendor's rows on one measure, as `Summaries` has them; periods of age one after another. */
export interface SubmitStatistics {
  /** Index of the measure. */
  measure: number;
  count: number;
  weight: number;
  squaredWeight: number;
  /** See `Summaries.dayNoise`. */
  dayNoise: number;
  sum: number;
  squares: number;
  censored: number;
  censoredSquares: number;
  periods: Readonly<Record<'weight' | 'squaredWeight' | 'sum' | 'age' | 'pairAge', readonly number[]>>;
}

/** Another vendor, as far as a file must differ from it. */
export interface SubmitTaken {
  slug: string;
  status: string;
  name: EitherLanguage;
  aliases?: readonly string[];
  legalName?: string;
  creditCode?: string;
}

/** The others: their names, and the scores that a new one would stand among. */
export interface SubmitMarket {
  /** Priors by id of the measure; measures that nobody has told anything about are absent. */
  priors: Readonly<Record<string, SubmitPrior>>;
  /** Ranked vendors: slug, overall score and its standard deviation, unrounded. */
  ranked: readonly (readonly [slug: string, score: number, sd: number])[];
  /** Every vendor, in the order of slugs. */
  taken: readonly SubmitTaken[];
  /** Present slug by former one: former slugs are never given to another vendor. Absent where none was renamed. */
  renamed?: Readonly<Record<string, string>>;
}

/** The slug that a vendor has now, by one that it had or has; any other slug as it is. */
export function presentSlug(slug: string, { renamed = {} }: Pick<SubmitMarket, 'renamed'>): string {
  return Object.hasOwn(renamed, slug) ? (renamed[slug] ?? slug) : slug;
}
