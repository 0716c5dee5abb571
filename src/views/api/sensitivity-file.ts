/** `api/v1/sensitivity.json`. */
import type { SensitivityFile } from '../../schema/api.ts';
import type { WeightDraws } from '../../score/weight-draws.ts';
import { sensitivity } from '../sensitivity.ts';
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
      perturbed: bandShown(found.perturbed, i),
      anyWeights: bandShown(found.anyWeights, i),
    })),
    variants: found.variants.map(({ kind, id, tau, places }) => ({ kind, id, ...(tau === undefined ? {} : { tau }), places: [...places] })),
  };
}

function bandShown(draws: WeightDraws, i: number): SensitivityFile['vendors'][number]['perturbed'] {
  const shares = draws.acceptability[i] as Float64Array;
  const first = shares.findIndex((share) => share > 0);
  const last = shares.findLastIndex((share) => share > 0);
  return {
    low: draws.low[i] as number,
    high: draws.high[i] as number,
    held: draws.held[i] as number,
    steady: draws.steady[i] as number,
    from: first + 1,
    shares: [...shares.subarray(first, last + 1)],
  };
}
