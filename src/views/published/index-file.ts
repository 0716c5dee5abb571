/** `api/v1/index.json`. */
import type { IndexFile } from '../../schema/api.ts';
import { MODERATION_STATES } from '../../schema/review.ts';
import type { FrozenRelease } from '../../schema/frozen.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { summarised } from '../rows.ts';
import { resources } from './resources.ts';
import type { Scoring } from './standings.ts';

/** What was built, from which inputs, and where everything is. */
export function indexFile({
  dataset,
  market,
  releases = [],
}: Scoring & { readonly releases?: readonly FrozenRelease[] }): IndexFile {
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
        published: moderated(dataset, 'published') + summarised(dataset, 'published'),
        withheld: moderated(dataset, 'withheld'),
        counted:
          market.weights.reviews.reduce((count, weight) => count + (weight > 0 ? 1 : 0), 0) +
          summarised(dataset, 'counted'),
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
