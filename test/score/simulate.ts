/** Markets whose truth is known, to count how often intervals hold it. The bench runs the same at full size. */
import { SOURCE_CLASSES } from '../../src/schema/method.ts';
import { normalCdf } from '../../src/score/normal.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { chanceOf } from './chance.ts';
import { type ReviewSketch, datasetOf } from './dataset-builder.ts';

export interface Simulation {
  /** Markets drawn one after another. */
  markets: number;
  vendors: number;
  /** Reviews of each vendor. */
  reviews: number;
  /** Questions in each review, all of one weight; 1 unless said otherwise. */
  questions?: number;
  /** Standard deviation of vendors' true means, on the scale 1..5; 0.52 unless said otherwise (lecturers of insteval). */
  between?: number;
  /** Standard deviation of answers about the vendor's mean; 1.22 unless said otherwise (the same source). */
  within?: number;
  /** Correlation of a vendor's true means between questions, and of the answers within one review; 0 unless said otherwise. */
  sameVendor?: number;
  sameReview?: number;
  /** Oldest review (or day of reviews) in days; ages are uniform from 0; 0 unless said otherwise. */
  oldest?: number;
  /** Variance that a vendor's true mean gains in a year, as a random walk; 0 unless said otherwise. The truth is the mean of today. */
  drift?: number;
  /** Whether reviews are of all source classes, in equal shares, or all of verified contracts as when not said otherwise. */
  mixedClasses?: boolean;
  /** Reviews of a vendor that have one day and an error of that day in common; 1 unless said otherwise. */
  perDay?: number;
  /** Correlation of answers of one day in truth, and by the method; 0 unless said otherwise. */
  sameDay?: number;
  dayCorrelation?: number;
  seed: number;
  draws?: number;
}

/** Share of vendors whose truth lies in each interval, 0..1, and how wide the intervals are on average. */
export interface Coverage {
  vendors: number;
  score: number;
  /** The rank interval of the draws, and the pairwise one. */
  drawnRank: number;
  pairwiseRank: number;
  /** Points, and ranks. */
  scoreWidth: number;
  rankWidth: number;
}

/**
 * Draws markets: true means normal between vendors, answers normal about them, rounded and cut to whole stars 1..5. The truth
 * is the exact mean of the answers that a vendor gets, in points, averaged over questions; true ranks compare these.
 */
export function simulateCoverage(simulation: Simulation): Coverage {
  const { markets, vendors } = simulation;
  const sums = { score: 0, drawnRank: 0, pairwiseRank: 0, scoreWidth: 0, rankWidth: 0 };
  for (let m = 0; m < markets; m++) {
    const { truth, reviews } = drawMarket(simulation, m);
    const questions = Array.from({ length: simulation.questions ?? 1 }, (_, q) => `q${q}`);
    const dataset = datasetOf({
      frameworks: [{ id: 'f', dimensions: [{ id: 'd', criteria: questions.map((q) => `c-${q}`) }] }],
      questions: questions.map((q) => ({ id: q, kind: 'rating', criteria: [`f/c-${q}`] })),
      vendors: truth.map((_, v) => ({ slug: slugOf(v) })),
      reviews,
      method: {
        reviews: { dayCorrelation: simulation.dayCorrelation ?? 0 },
        uncertainty: { draws: simulation.draws ?? 2000, seed: `market-${m}` },
      },
    });
    const market = scoreMarket(dataset);
    truth.forEach((score, v) => {
      const estimate = market.scored[v]?.overall;
      const rating = market.ratings[v];
      if (!estimate || rating?.kind !== 'ranked') throw new Error('a simulated vendor was not ranked');
      const rank = 1 + truth.filter((other) => other > score).length;
      sums.score += estimate.low <= score && score <= estimate.high ? 1 : 0;
      sums.drawnRank += rating.drawn.low <= rank && rank <= rating.drawn.high ? 1 : 0;
      sums.pairwiseRank += rating.low <= rank && rank <= rating.high ? 1 : 0;
      sums.scoreWidth += estimate.high - estimate.low;
      sums.rankWidth += rating.drawn.high - rating.drawn.low;
    });
  }
  const count = markets * vendors;
  return {
    vendors: count,
    score: sums.score / count,
    drawnRank: sums.drawnRank / count,
    pairwiseRank: sums.pairwiseRank / count,
    scoreWidth: sums.scoreWidth / count,
    rankWidth: sums.rankWidth / count,
  };
}

/** Slugs whose order is that of the numbers. */
function slugOf(v: number): string {
  return `v${String(v).padStart(5, '0')}`;
}

function drawMarket(simulation: Simulation, market: number): { truth: number[]; reviews: ReviewSketch[] } {
  const {
    vendors,
    questions = 1,
    between = 0.52,
    within = 1.22,
    sameVendor = 0,
    sameReview = 0,
    oldest = 0,
    drift = 0,
    perDay = 1,
    sameDay = 0,
  } = simulation;
  const chance = chanceOf(simulation.seed + 7919 * market);
  const mixed = (shared: number, share: number): number =>
    Math.sqrt(share) * shared + Math.sqrt(1 - share) * chance.normal();
  const truth: number[] = [];
  const reviews: ReviewSketch[] = [];
  for (let v = 0; v < vendors; v++) {
    const vendor = chance.normal();
    const means = Array.from({ length: questions }, () => 3.5 + between * mixed(vendor, sameVendor));
    truth.push(means.reduce((sum, mean) => sum + (25 * (expectedStars(mean, within) - 1)) / questions, 0));
    // Back in time from today, day of reviews by day of reviews, with what each question has moved since.
    const days = Array.from({ length: Math.ceil(simulation.reviews / perDay) }, () => chance.below(oldest + 1)).sort(
      (a, b) => a - b,
    );
    const moved = means.map(() => 0);
    let newer = 0;
    days.forEach((age, d) => {
      if (drift > 0)
        for (let q = 0; q < questions; q++) moved[q]! += Math.sqrt((drift * (age - newer)) / 365) * chance.normal();
      newer = age;
      const day = means.map(() => (sameDay > 0 ? Math.sqrt(sameDay) * chance.normal() : 0));
      for (let r = d * perDay; r < Math.min(simulation.reviews, (d + 1) * perDay); r++) {
        const review = chance.normal();
        const stars = means.map((mean, q) => {
          const error = day[q] + Math.sqrt(1 - sameDay) * mixed(review, sameReview);
          return Math.min(5, Math.max(1, Math.round(mean + moved[q] + within * error)));
        });
        const source = simulation.mixedClasses
          ? SOURCE_CLASSES[chance.below(SOURCE_CLASSES.length)]
          : 'verified-contract';
        reviews.push({
          vendor: slugOf(v),
          age,
          source,
          answers: Object.fromEntries(stars.map((s, q) => [`q${q}`, s])),
        });
      }
    });
  }
  return { truth, reviews };
}

/** Mean of a normal rounded to whole numbers and cut to 1..5: 1 + P(x >= 1.5) + ... + P(x >= 4.5). */
function expectedStars(mean: number, sd: number): number {
  return [1.5, 2.5, 3.5, 4.5].reduce((sum, edge) => sum + normalCdf((mean - edge) / sd), 1);
}
