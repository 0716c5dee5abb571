/** `api/v1/vendors.json`, and how it and the receipts write a standing. */
import type { VendorsFile } from '../../schema/api.ts';
import type { ScoredWorkspace } from '../../score/market.ts';
import { standings, type Standing } from '../market/standings.ts';
import type * as z from 'zod';
import type { estimate, rank, unratedReason } from '../../schema/api/score.ts';
import type { Estimate, VendorScores } from '../../score/types.ts';

/** All vendors with score, rank and coverage, in the order of their slugs. */
export function vendorsFile(scoring: ScoredWorkspace): VendorsFile {
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
        weight: f.share,
        ...(f.estimate ? { estimate: estimateShown(f.estimate) } : {}),
        covered: f.covered,
        needed: f.needed,
        dimensions: f.dimensions.length,
      })),
    };
  });
}

/** An estimate in the order of keys that the interface promises. */
export function estimateShown({ score, sd, low, high }: Estimate): z.infer<typeof estimate> {
  return { score, sd, low, high };
}

/** Overall score, rank or the reasons for none, and coverage. Exactly one of `rank` and `unrated` is there. */
export function standingShown(scores: VendorScores | Standing): {
  overall?: z.infer<typeof estimate>;
  rank?: z.infer<typeof rank>;
  unrated?: z.infer<typeof unratedReason>[];
  coverage: { covered: number; dimensions: number };
} {
  const { rating } = scores;
  return {
    ...(scores.overall ? { overall: estimateShown(scores.overall) } : {}),
    ...(rating.kind === 'ranked' ? { rank: rankShown(rating) } : { unrated: rating.reasons.map(reasonShown) }),
    coverage: {
      covered: scores.frameworks.reduce((sum, f) => sum + f.covered, 0),
      dimensions: scores.frameworks.reduce((sum, f) => sum + f.dimensions.length, 0),
    },
  };
}

type Ranked = Extract<VendorScores['rating'], { kind: 'ranked' }>;
type Unrated = Extract<VendorScores['rating'], { kind: 'unrated' }>;

function rankShown({ place, low, high, drawn, joint, group, first, topThree }: Ranked): z.infer<typeof rank> {
  return {
    place,
    low,
    high,
    drawn: { low: drawn.low, high: drawn.high },
    joint: { low: joint.low, high: joint.high },
    group,
    first,
    topThree,
  };
}

function reasonShown(reason: Unrated['reasons'][number]): z.infer<typeof unratedReason> {
  return reason.kind === 'coverage' ? { ...reason, missing: [...reason.missing] } : { kind: reason.kind };
}
