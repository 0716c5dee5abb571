/**
 * Who plays what. The first forty vendors have written parts, so that the sample always holds every case that a page or
 * a rule must cope with; everybody after them draws a part by chance. A part depends on the vendor's number alone.
 */
import { spread, stream } from './random.ts';

/** How much a vendor shows: enough to be ranked, too little, nothing (listed only), or it has left. */
export type Standing = 'ranked' | 'thin' | 'listed' | 'withdrawn';

export interface Part {
  standing: Standing;
  /** Fixed latent quality (standard units); drawn when absent. */
  base?: number;
  /** Fixed readiness to show documents (0..1); drawn when absent. */
  openness?: number;
  /** Fixed number of reviews as a multiple of the mean; drawn from the long tail when absent. */
  reviews?: number;
  /** Shape of the name; ordinary when absent. */
  name?: 'long' | 'english' | 'chinese';
  /** A week of suspicious praise. */
  burst?: boolean;
  /** Some of the reviewers who praised elsewhere praise this vendor too. */
  ring?: boolean;
  /** Which of the written cases are about this vendor. */
  case?: string;
}

const RANKED: Part = { standing: 'ranked' };
const LISTED: Part = { standing: 'listed', reviews: 0 };

/** Three nearly equal at the top, one superb with few reviews, one middling that everybody reviews, and so on. */
const WRITTEN: readonly Part[] = [
  { standing: 'ranked', base: 1.72, openness: 0.93, reviews: 1.3 },
  RANKED,
  { standing: 'ranked', base: -0.35, reviews: 5.8 },
  { standing: 'listed', reviews: 0.05 },
  { standing: 'ranked', base: 1.7, openness: 0.88, reviews: 2.6, case: 'dispute' },
  RANKED,
  { standing: 'thin', reviews: 0 },
  { standing: 'ranked', base: -0.6, reviews: 1, burst: true },
  { standing: 'ranked', name: 'long' },
  { standing: 'ranked', reviews: 0 },
  { standing: 'ranked', ring: true },
  { standing: 'ranked', name: 'english', base: 0.7, reviews: 0.5 },
  LISTED,
  { standing: 'ranked', base: 1.9, openness: 0.92, reviews: 0.11 },
  { standing: 'thin', reviews: 0.06 },
  RANKED,
  { standing: 'ranked', case: 'correction' },
  { standing: 'ranked', name: 'chinese' },
  RANKED,
  { standing: 'listed', reviews: 0.03, name: 'english' },
  { standing: 'ranked', base: 1.74, openness: 0.93, reviews: 1 },
  RANKED,
  { standing: 'withdrawn', reviews: 0.4 },
  { standing: 'ranked', ring: true, base: -0.9 },
  { standing: 'thin', reviews: 0.03, name: 'chinese' },
  { standing: 'ranked', case: 'review' },
  { standing: 'ranked', reviews: 0, base: 0.5 },
  RANKED,
  { standing: 'listed', reviews: 0, name: 'chinese' },
  { standing: 'ranked', base: -1.5, reviews: 0.9, case: 'rejected' },
  RANKED,
  { standing: 'thin', reviews: 0, name: 'long' },
  RANKED,
  { standing: 'ranked', ring: true },
  { standing: 'ranked', base: 1.25, reviews: 2.2 },
  RANKED,
  LISTED,
  { standing: 'thin', reviews: 0.05 },
  RANKED,
  { standing: 'ranked', base: -1.15, case: 'open' },
];

/** The part of vendor number `index` (0..). */
export function partOf(seed: string, index: number): Part {
  const written = WRITTEN[index];
  if (written !== undefined) return written;
  const random = stream(seed, 'part', index);
  const standing = random.weighted(
    [
      ['ranked', 0.73],
      ['thin', 0.12],
      ['listed', 0.13],
      ['withdrawn', 0.02],
    ] as const,
    ([, weight]) => weight,
  )[0];
  const name = random.weighted(
    [
      ['long', 0.01],
      ['english', 0.03],
      ['chinese', 0.1],
      [undefined, 0.86],
    ] as const,
    ([, w]) => w,
  )[0];
  const unusual = random.unit();
  return {
    standing,
    ...(name === undefined ? {} : { name }),
    ...(standing === 'listed' || standing === 'thin' ? { reviews: random.unit() * 0.06 } : {}),
    ...(standing === 'ranked' && unusual < 0.006 ? { burst: true } : {}),
    ...(standing === 'ranked' && unusual > 0.985 ? { ring: true } : {}),
  };
}

/** Where the far tail is cut, and what makes a whole market, with its many hardly reviewed vendors, average 1. */
const CUT = 0.95;
const LEVEL = 1.7;

/**
 * How often a vendor that plays no written part is reviewed, as a multiple of the market's mean: Lomax (Pareto II) with
 * shape 2, so that most have few and a few have many, up to six times the mean.
 */
export function popularity(seed: string, index: number): number {
  const u = Math.min(spread(seed, 'popularity', index), CUT);
  return LEVEL * (1 / Math.sqrt(1 - u) - 1);
}
