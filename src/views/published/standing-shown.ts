/** The parts of a standing that `vendors.json` and the receipts share. */
import type * as z from 'zod';
import type { estimate, rank, unratedReason } from '../../schema/api/score.ts';
import type { Estimate, VendorScores } from '../../score/types.ts';
import type { Standing } from './standings.ts';

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
