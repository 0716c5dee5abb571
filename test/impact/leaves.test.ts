import { describe, expect, it } from 'vitest';
import { leavesOf } from '../../src/impact/effects.ts';
import { smallMarket } from '../views/published/small-market.ts';

describe('the leaves of a score', () => {
  const { dataset, market } = smallMarket();

  it('weigh 1 in all and add up to it, for every vendor', () => {
    let scored = 0;
    for (const v of dataset.vendors.keys()) {
      const scores = market.of(v);
      const leaves = [...leavesOf(scores, dataset.method).values()];
      if (scores.overall === undefined) {
        expect(leaves).toEqual([]);
        continue;
      }
      scored += 1;
      expect(leaves.reduce((sum, leaf) => sum + leaf.weight, 0)).toBeCloseTo(1, 10);
      expect(leaves.reduce((sum, leaf) => sum + leaf.weight * leaf.points, 0)).toBeCloseTo(scores.overall.score, 8);
    }
    expect(scored).toBe(13);
  });
});
