/** The whole path on a workspace small enough to follow by hand; its ranking is pinned. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import { scoreTable } from '../../src/views/pages/score-list.ts';

const folder = resolve(import.meta.dirname, '../workspaces/golden');

describe('the golden workspace', async () => {
  const { dataset, market, warnings } = await runPipeline(folder);
  const of = (slug: string) => market.of(dataset.vendors.findIndex((v) => v.slug === slug));

  it('is valid without a warning', () => {
    expect(warnings).toEqual([]);
  });

  it('gives the scores that the formulas give by hand', () => {
    // anchor, reviews: a day of weight 2 counts as 2 / (1 + 0.1 (2 - 1)) = 2 / 1.1; one review is a half-life old: 0.5.
    const today = 2 / 1.1;
    const inTime = (7 * 0.625 + today) / (7 + today + 0.5);
    const friendly = (7 * 3.5 + today * 5 + 0.5 * 3) / (7 + today + 0.5);
    const pickUp = (5 * ((Math.log(60) + Math.log(1)) / 2) + Math.log(1)) / (5 + 1);
    const promise = 0.6 * 100 + 0.4 * 100 * inTime;
    const answer = 0.6 * ((100 + 100 * (1 - pickUp / Math.log(60))) / 2) + 0.4 * 25 * (friendly - 1);
    expect(of('anchor').overall?.score).toBeCloseTo(0.6 * promise + 0.4 * answer, 10);
    // cedar declares: one facet met, one partly, at half credibility; 12 of 24 months likewise.
    const cedar = of('cedar').frameworks[0];
    expect(cedar?.dimensions[0]?.facts).toBeCloseTo((100 * 0.5 * (1 + 0.5)) / 2, 10);
    expect(cedar?.dimensions[1]?.criteria[0]?.facts).toBeCloseTo(50 * 0.5, 10);
  });

  it('counts neither a withheld review nor the older of two by one reviewer within 180 days', () => {
    expect(of('beacon').reviews).toBe(2);
    expect(of('dune').reviews).toBe(2);
  });

  it('keeps its ranking', () => {
    expect(scoreTable(dataset, market, 'en')).toMatchInlineSnapshot(`
      "place  ranks  group  score  interval   covered  reviews  contacts  vendor
      1      1-2    1      82.0   75.1-88.3  2/2      3        1         anchor
      2      1-3    1      66.6   41.8-91.3  2/2      2        1         beacon
      3      2-4    2      48.2   23.9-72.8  2/2      2        1         cedar
      4      3-4    2      24.7   17.8-31.8  2/2      2        1         dune
      -      -      -      -      -                   0        0         elm  (listed only)
      "
    `);
  });
});
