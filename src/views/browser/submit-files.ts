/** The files that the submit form reads: the rules of the workspace, the market to compare with, and statistics of the rows of all vendors. */
import type { Dataset } from '../../schema/dataset.ts';
import type {
  SubmitMarket,
  SubmitRules,
  SubmitStatistics,
  SubmitTaken,
  SubmitTold,
} from '../../schema/submit-files.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { PERIODS } from '../../score/summaries.ts';
import { shownFrameworks } from '../format/names.ts';

/** Currency for forms and examples before any vendor gives a price. */
const FIRST_CURRENCY = 'CNY';

/** The currency that vendors here give their prices in: that of the first price there is. */
export function usualCurrency({ vendors }: Pick<Dataset, 'vendors'>): string {
  return vendors.flatMap((v) => v.prices)[0]?.currency ?? FIRST_CURRENCY;
}

/** `/submit/rules.json`. */
export function submitRules(dataset: Dataset): SubmitRules {
  const { name, url, repository, branch, sampleData } = dataset.site;
  return {
    site: {
      name,
      url,
      sampleData,
      ...(repository === undefined ? {} : { repository }),
      ...(branch === undefined ? {} : { branch }),
    },
    asOf: dataset.release.asOf,
    currency: usualCurrency(dataset),
    directory: dataset.directory,
    frameworks: dataset.frameworks,
    shown: shownFrameworks(dataset).map((f) => f.id),
    questionnaire: dataset.questionnaire,
    method: dataset.method,
    words: { one: dataset.directory.vendor.one, many: dataset.directory.vendor.many },
  };
}

/** The vendors as far as a new file must differ from them. */
export function submitTaken(vendors: Dataset['vendors']): SubmitTaken[] {
  return vendors.map(({ slug, status, name, aliases, legalName, creditCode }): SubmitTaken => ({
    slug,
    status,
    name,
    ...(aliases.length === 0 ? {} : { aliases }),
    ...(legalName === undefined ? {} : { legalName }),
    ...(creditCode === undefined ? {} : { creditCode }),
  }));
}

/** `/submit/market.json`. Numbers are not rounded: the form's scores must equal those of the next build. */
export function submitMarket({ dataset, market }: ScoredWorkspace): SubmitMarket {
  const { renamed = [] } = dataset;
  const priors = market.plan.measures.flatMap((measure, m) => {
    const prior = market.posteriors.priors[m];
    if (prior === undefined) return [];
    const { mu, variance, k, drift, source } = prior;
    const loadings = market.posteriors.loadings[m] ?? { vendors: 0, rows: 0 };
    return [[measure.id, { mu, variance, k, drift, source, loadings }] as const];
  });
  return {
    priors: Object.fromEntries(priors),
    ranked: market.ranked.flatMap((v) => {
      const overall = market.scored[v]?.overall;
      return overall === undefined ? [] : [[dataset.vendors[v]?.slug ?? '', overall.score, overall.sd] as const];
    }),
    taken: submitTaken(dataset.vendors),
    ...(renamed.length === 0 ? {} : { renamed: Object.fromEntries(renamed.map(({ from, to }) => [from, to])) }),
  };
}

/** `/submit/told.json`: statistics of the rows of every vendor, unrounded. */
export function submitContext({ dataset, market }: ScoredWorkspace): SubmitTold {
  const { summaries } = market;
  const statistics = (v: number): SubmitStatistics[] =>
    market.plan.measures.flatMap((_, measure): SubmitStatistics[] => {
      const at = v * summaries.measures + measure;
      const count = summaries.count[at];
      if (count === 0) return [];
      const sums = Object.fromEntries(STATISTICS.map((key) => [key, summaries[key][at]])) as Record<
        (typeof STATISTICS)[number],
        number
      >;
      const byPeriod = (column: Float64Array): number[] =>
        Array.from(column.subarray(at * PERIODS, (at + 1) * PERIODS));
      const { weight, squaredWeight, sum, age, pairAge } = summaries.periods;
      return [
        {
          measure,
          count,
          ...sums,
          periods: {
            weight: byPeriod(weight),
            squaredWeight: byPeriod(squaredWeight),
            sum: byPeriod(sum),
            age: byPeriod(age),
            pairAge: byPeriod(pairAge),
          },
        },
      ];
    });
  return {
    measures: market.plan.measures.map((m) => m.id),
    vendors: dataset.vendors.map(({ slug, status }, v) => [
      slug,
      status === 'participating',
      statistics(v),
      market.posteriors.overlap[v] ?? { review: 1, observation: 1 },
    ]),
  };
}

const STATISTICS = ['weight', 'squaredWeight', 'dayNoise', 'sum', 'squares', 'censored', 'censoredSquares'] as const;
