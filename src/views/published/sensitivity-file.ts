/** `api/v1/sensitivity.json`. */
import type { SensitivityFile } from '../../schema/api.ts';
import { placeBand } from '../../score/weight-draws.ts';
import { sensitivity } from '../pages/sensitivity.ts';
import type { Scoring } from './standings.ts';

/** All comparisons of the page on the method's influence, unrounded. */
export function sensitivityFile(scoring: Scoring): SensitivityFile {
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
      place: found.published[i] as number,
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
