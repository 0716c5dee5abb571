/** What the submit form reads: `/submit/rules.json` and `/submit/market.json`. Written and read by the same build. */
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
  source: 'estimated' | 'fallback';
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
}
