/** The coverage of intervals at a size at which chance hardly matters: 10,000 vendors with known truth for each line. */
import type { Finding } from '../../src/bench/measure.ts';
import { type Simulation, simulateCoverage } from './simulate.ts';

const SIZE = { markets: 100, vendors: 100, draws: 2000, seed: 20261122 } as const;

const LINES: readonly (readonly [
  what: string,
  simulation: Omit<Simulation, keyof typeof SIZE> & Partial<Pick<Simulation, 'markets' | 'vendors'>>,
])[] = [
  ['3 reviews each', { reviews: 3 }],
  ['8 reviews each', { reviews: 8 }],
  ['20 reviews each', { reviews: 20 }],
  ['8 reviews each, four questions', { reviews: 8, questions: 4 }],
  ['8 reviews each, up to two years old', { reviews: 8, oldest: 730 }],
  [
    '8 reviews each, 16 questions answered in one mood',
    { reviews: 8, questions: 16, sameVendor: 0.5, sameReview: 0.65 },
  ],
  ['8 reviews each, of all source classes', { reviews: 8, mixedClasses: true }],
  ['20 reviews each, up to eight years old', { reviews: 20, oldest: 8 * 365 }],
  [
    '20 reviews each, of all source classes, up to eight years old',
    { reviews: 20, oldest: 8 * 365, mixedClasses: true },
  ],
  ['20 reviews each, all of one day, discounted though independent', { reviews: 20, perDay: 20, dayCorrelation: 0.1 }],
  [
    '20 reviews each, all of one day that they have in common',
    { reviews: 20, perDay: 20, sameDay: 0.1, dayCorrelation: 0.1 },
  ],
  [
    '20 reviews each, five of a day that they have in common',
    { reviews: 20, perDay: 5, oldest: 365, sameDay: 0.1, dayCorrelation: 0.1 },
  ],
  ['20 reviews each, up to four years old, of vendors that change', { reviews: 20, oldest: 4 * 365, drift: 0.1 }],
  ['10,000 reviews each, 10 vendors', { reviews: 10_000, vendors: 10, markets: 20 }],
];

/** How often 90 % intervals hold the truth, for the bench. At 10,000 vendors chance moves a share by 0.3 %. */
export function benchCoverage(): Finding[] {
  return LINES.map(([what, simulation]) => {
    const found = simulateCoverage({ ...SIZE, ...simulation });
    const percent = (x: number): string => (100 * x).toFixed(1);
    return {
      what: `90 % intervals hold the truth, ${what}`,
      measured: `score ${percent(found.score)} %, rank ${percent(found.drawnRank)} %`,
      budget: 'score 85 to 95 %, rank 85 % at least',
      // Ranks are whole numbers: where few vendors change places, their intervals hold more than 90 %.
      holds: found.score >= 0.85 && found.score <= 0.95 && found.drawnRank >= 0.85,
      detail: { ...found },
    };
  });
}
