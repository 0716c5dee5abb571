/** The files of `api/v1/` that there is one of, by name. */
import type {
  ApiFile,
  IndexFile,
  FreshnessFile,
  IntegrityFile,
  MethodologyFile,
  SensitivityFile,
} from '../../schema/api.ts';
import { frameworksFile } from './frameworks-file.ts';
import { marketFile } from './market-file.ts';
import { openApi } from './json-schema.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { vendorsFile } from './vendors-file.ts';
import { MODERATION_STATES } from '../../schema/review.ts';
import type { FrozenRelease } from '../../schema/frozen.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { summarised } from '../market/rows.ts';
import { resources } from './resources.ts';
import { type Freshness, dueCount, freshness } from '../pages/freshness.ts';
import { dayText } from '../../schema/day.ts';
import { flags, publishedCount } from '../pages/integrity.ts';
import { changedSince } from '../../schema/holdout.ts';
import { bothPages } from './addresses.ts';
import { placeBand } from '../../score/weight-draws.ts';
import { sensitivity } from '../pages/sensitivity.ts';

/** What makes each file. */
export const apiFiles: Readonly<Record<Exclude<ApiFile, 'vendor'> | 'openapi', (scoring: ScoredWorkspace) => unknown>> =
  {
    index: indexFile,
    frameworks: frameworksFile,
    methodology: methodologyFile,
    questionnaire: ({ dataset }) => dataset.questionnaire,
    vendors: vendorsFile,
    market: marketFile,
    sensitivity: sensitivityFile,
    integrity: integrityFile,
    freshness: freshnessFile,
    openapi: ({ dataset }) => openApi(dataset),
  };

/** What was built, from which inputs, and where everything is. */
function indexFile({
  dataset,
  market,
  releases = [],
}: ScoredWorkspace & { readonly releases?: readonly FrozenRelease[] }): IndexFile {
  const { site, release, frameworks, questionnaire, vendors } = dataset;
  const dimensions = frameworks.flatMap((f) => f.dimensions);
  const criteria = dimensions.flatMap((d) => d.criteria);
  return {
    name: site.name,
    description: site.description,
    url: site.url,
    asOf: release.asOf,
    methodology: release.methodology,
    sampleData: site.sampleData,
    counts: {
      frameworks: frameworks.length,
      dimensions: dimensions.length,
      criteria: criteria.length,
      facets: criteria.reduce((sum, c) => sum + c.facets.length, 0),
      questions: questionnaire.questions.length,
      observedItems: questionnaire.observations?.items.length ?? 0,
      vendors: vendors.length,
      participating: vendors.filter((v) => v.status === 'participating').length,
      ranked: market.rankedCount,
      reviews: {
        published: moderated(dataset, 'published') + summarised(dataset),
        withheld: moderated(dataset, 'withheld'),
        counted: market.counted.reviews.reduce((sum, count) => sum + count, 0),
      },
      observations: dataset.observations.count,
      cases: dataset.cases.length,
    },
    resources: resources(releases),
    inputs: dataset.inputs.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
}

function moderated({ reviews }: Dataset, state: (typeof MODERATION_STATES)[number]): number {
  const wanted = MODERATION_STATES.indexOf(state);
  return reviews.moderation.reduce((count, is) => count + (is === wanted ? 1 : 0), 0);
}

/** The whole report as of the day of the release. */
function freshnessFile(scoring: ScoredWorkspace): FreshnessFile {
  return freshnessJson(freshness(scoring));
}

/** A report as it is published. */
export function freshnessJson(report: Freshness): FreshnessFile {
  return {
    asOf: report.asOf,
    methodology: report.methodology,
    limits: report.limits,
    total: dueCount(report),
    lists: report.lists.map(({ kind, entries }) => ({
      kind,
      count: entries.length,
      entries: entries.map(({ vendor, ...rest }) => ({ ...(vendor === undefined ? {} : { vendor }), ...rest })),
    })),
  };
}

/** Every flag with the scores as they are and as they would be, unrounded. */
export function integrityFile(scoring: ScoredWorkspace): IntegrityFile {
  const { release, method, vendors, reviews } = scoring.dataset;
  const found = flags(scoring);
  return {
    asOf: release.asOf,
    methodology: release.methodology,
    rules: method.integrity,
    published: publishedCount(reviews),
    flagged: found.reduce((sum, f) => sum + f.rows.length, 0),
    vendors: found.map(({ vendor, rows, bursts, gap, score, without, place, placeWithout }) => ({
      slug: vendors[vendor]?.slug ?? '',
      rows: rows.map(({ row, reasons }) => ({ id: reviews.id[row], reasons: [...reasons] })),
      bursts: bursts.map((b) => ({ ...b, from: dayText(b.from), to: dayText(b.to) })),
      ...(gap === undefined ? {} : { gap }),
      ...(score === undefined ? {} : { score }),
      ...(without === undefined ? {} : { without }),
      ...(place === undefined ? {} : { place }),
      ...(placeWithout === undefined ? {} : { placeWithout }),
    })),
  };
}

/** The current method whole, and what every version says of itself. */
export function methodologyFile({ dataset }: Pick<ScoredWorkspace, 'dataset'>): MethodologyFile {
  return {
    current: dataset.method.version,
    method: dataset.method,
    versions: dataset.methods.map(({ method }) => ({
      version: method.version,
      status: method.status,
      published: method.published,
      summary: method.summary,
      changes: method.changes,
      decisions: method.decisions,
      pages: bothPages(dataset.site, `/methodology/${method.version}/`),
    })),
    ...(dataset.holdOut === undefined
      ? {}
      : {
          holdOut: {
            ...dataset.holdOut,
            stale: changedSince(dataset.holdOut, dataset.release, dataset.inputs) !== undefined,
          },
        }),
  };
}

/** All comparisons of the page on the method's influence, unrounded. */
export function sensitivityFile(scoring: ScoredWorkspace): SensitivityFile {
  const { release, method, vendors } = scoring.dataset;
  const found = sensitivity(scoring);
  return {
    asOf: release.asOf,
    methodology: release.methodology,
    draws: method.sensitivity.draws,
    weightFactor: method.sensitivity.weightFactor,
    ranked: found.ranked,
    tau: {
      ...(found.perturbed.tau === undefined ? {} : { perturbed: found.perturbed.tau }),
      ...(found.anyWeights.tau === undefined ? {} : { anyWeights: found.anyWeights.tau }),
    },
    vendors: found.vendors.map((v, i) => ({
      slug: vendors[v]?.slug ?? '',
      place: found.published[i],
      perturbed: placeBand(found.perturbed, i),
      anyWeights: placeBand(found.anyWeights, i),
    })),
    variants: found.variants.map(({ kind, id, tau, places }) => ({
      kind,
      id,
      ...(tau === undefined ? {} : { tau }),
      places: [...places],
    })),
  };
}
