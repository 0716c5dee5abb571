/** `api/v1/vendors.json`. */
import type { VendorsFile } from '../../schema/api.ts';
import { estimateShown, standingShown } from './standing-shown.ts';
import { type Scoring, standings } from './standings.ts';

/** All vendors with score, rank and coverage, in the order of their slugs. */
export function vendorsFile(scoring: Scoring): VendorsFile {
  const all = standings(scoring);
  return scoring.dataset.vendors.flatMap((vendor, v) => {
    const own = all[v];
    if (!own) return [];
    return {
      slug: vendor.slug,
      name: vendor.name,
      status: vendor.status,
      ...standingShown(own),
      frameworks: own.frameworks.map((f) => ({
        id: f.id,
        weight: f.weight,
        ...(f.estimate ? { estimate: estimateShown(f.estimate) } : {}),
        covered: f.covered,
        needed: f.needed,
        dimensions: f.dimensions.length,
      })),
    };
  });
}
