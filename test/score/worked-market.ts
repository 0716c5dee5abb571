/** A market of two scored vendors, alpha and beta, worked by hand. */
import type { Sketch } from './dataset-builder.ts';

/**
 * One framework of two dimensions, weights 3 and 1. d1: a checklist a that question q speaks of; d2: a level b.
 * Facts: alpha a = (1 + 0.5) / 2 = 75, b = 40; beta a = 0.5 / 2 = 25, b blank = 0.
 * Reviews (fallback k 7, mu 3.5, variance 1.5): alpha (24.5 + 15) / 10 = 3.95 = 73.75 points; beta, one star a year ago,
 * (24.5 + 0.5) / 7.5 = 10/3 = 175/3 points.
 */
export const tiny: Sketch = {
  frameworks: [
    {
      id: 'f',
      minimum: 1,
      dimensions: [
        { id: 'd1', weight: 3, criteria: [{ id: 'a', facets: ['x', 'y'] }] },
        { id: 'd2', weight: 1, criteria: [{ id: 'b', levels: { none: 0, some: 40, full: 100 } }] },
      ],
    },
  ],
  questions: [{ id: 'q', kind: 'rating', criteria: ['f/a'] }],
  vendors: [
    {
      slug: 'alpha',
      evidence: [{ id: 'seen', tier: 'observed' }],
      answers: {
        'f/a': { evidence: ['seen'], facets: { x: 'met', y: 'partly' } },
        'f/b': { level: 'some', evidence: ['seen'] },
      },
    },
    { slug: 'beta', answers: { 'f/a': { facets: { x: 'met' } } } },
    { slug: 'gone', status: 'withdrawn' },
    { slug: 'here', status: 'listed', answers: { 'f/b': { level: 'full' } } },
  ],
  reviews: [
    { vendor: 'alpha', answers: { q: 5 } },
    { vendor: 'alpha', answers: { q: 5 } },
    { vendor: 'alpha', answers: { q: 5 } },
    { vendor: 'beta', answers: { q: 1 }, age: 365 },
  ],
};

/** Score of the first dimension. */
export const D1 = [0.6 * 75 + 0.4 * 73.75, 0.6 * 25 + (0.4 * 175) / 3] as const;
/** Overall score. */
export const OVERALL = [(3 * D1[0] + 40) / 4, (3 * D1[1]) / 4] as const;
/**
 * Spread of q in points (beta's row of weight 1/2 has the squared weight 1/4: variance 1.5 (7 + 1/4) / 7.5^2), times 0.4 (reviews) and 0.75 (d1); beta's fact besides, one declared facet of two, off by
 * 100 x 0.5 / 2 = 25 points, times 0.6 and 0.75. Alpha's facts are observed.
 */
export const SD = [
  25 * Math.sqrt(1.5 / 10) * 0.3,
  Math.hypot(((25 * Math.sqrt(1.5 * 7.25)) / 7.5) * 0.3, 11.25),
] as const;
