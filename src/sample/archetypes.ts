/**
 * Kinds of vendors. The first forty have one written down, so that the sample always holds every case that a page or
 * a rule must cope with; everybody after them is drawn by chance. An archetype depends on the vendor's number alone.
 */
import { spread, stream } from './random.ts';

/** How much a vendor shows: enough to be ranked, too little, nothing (listed only), or it has left. */
export type Disclosure = 'ranked' | 'thin' | 'listed' | 'withdrawn';

export interface Archetype {
  disclosure: Disclosure;
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

const RANKED: Archetype = { disclosure: 'ranked' };
const LISTED: Archetype = { disclosure: 'listed', reviews: 0 };

/** Three nearly equal at the top, one superb with few reviews, one middling that everybody reviews, and so on. */
const WRITTEN: readonly Archetype[] = [
  { disclosure: 'ranked', base: 1.72, openness: 0.93, reviews: 1.3 },
  RANKED,
  { disclosure: 'ranked', base: -0.35, reviews: 5.8 },
  { disclosure: 'listed', reviews: 0.05 },
  { disclosure: 'ranked', base: 1.7, openness: 0.88, reviews: 2.6, case: 'dispute' },
  RANKED,
  { disclosure: 'thin', reviews: 0 },
  { disclosure: 'ranked', base: -0.6, reviews: 1, burst: true },
  { disclosure: 'ranked', name: 'long' },
  { disclosure: 'ranked', reviews: 0 },
  { disclosure: 'ranked', ring: true },
  { disclosure: 'ranked', name: 'english', base: 0.7, reviews: 0.5 },
  LISTED,
  { disclosure: 'ranked', base: 1.9, openness: 0.92, reviews: 0.11 },
  { disclosure: 'thin', reviews: 0.06 },
  RANKED,
  { disclosure: 'ranked', case: 'correction' },
  { disclosure: 'ranked', name: 'chinese' },
  RANKED,
  { disclosure: 'listed', reviews: 0.03, name: 'english' },
  { disclosure: 'ranked', base: 1.74, openness: 0.93, reviews: 1 },
  RANKED,
  { disclosure: 'withdrawn', reviews: 0.4 },
  { disclosure: 'ranked', ring: true, base: -0.9 },
  { disclosure: 'thin', reviews: 0.03, name: 'chinese' },
  { disclosure: 'ranked', case: 'review' },
  { disclosure: 'ranked', reviews: 0, base: 0.5 },
  RANKED,
  { disclosure: 'listed', reviews: 0, name: 'chinese' },
  { disclosure: 'ranked', base: -1.5, reviews: 0.9, case: 'rejected' },
  RANKED,
  { disclosure: 'thin', reviews: 0, name: 'long' },
  RANKED,
  { disclosure: 'ranked', ring: true },
  { disclosure: 'ranked', base: 1.25, reviews: 2.2 },
  RANKED,
  LISTED,
  { disclosure: 'thin', reviews: 0.05 },
  RANKED,
  { disclosure: 'ranked', base: -1.15, case: 'open' },
];

/** The archetype of vendor number `index` (0..). */
export function archetypeOf(seed: string, index: number): Archetype {
  const written = WRITTEN[index];
  if (written !== undefined) return written;
  const random = stream(seed, 'part', index);
  const disclosure = random.weighted(
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
    disclosure,
    ...(name === undefined ? {} : { name }),
    ...(disclosure === 'listed' || disclosure === 'thin' ? { reviews: random.unit() * 0.06 } : {}),
    ...(disclosure === 'ranked' && unusual < 0.006 ? { burst: true } : {}),
    ...(disclosure === 'ranked' && unusual > 0.985 ? { ring: true } : {}),
  };
}

/** Where the far tail is cut, and what makes a whole market, with its many hardly reviewed vendors, average 1. */
const CUT = 0.95;
const LEVEL = 1.7;

/**
 * How often a vendor without a written number is reviewed, as a multiple of the market's mean: Lomax (Pareto II) with
 * shape 2, so that most have few and a few have many, up to six times the mean.
 */
export function popularity(seed: string, index: number): number {
  const u = Math.min(spread(seed, 'popularity', index), CUT);
  return LEVEL * (1 / Math.sqrt(1 - u) - 1);
}
