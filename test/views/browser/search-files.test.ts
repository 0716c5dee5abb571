/** What the search says of vendors found by place or service. */
import { expect, it } from 'vitest';
import { runPipeline } from '../../../src/pipeline.ts';
import { rankings } from '../../../src/views/pages/rankings.ts';
import { searchFigures } from '../../../src/views/browser/search-files.ts';
import { sampleFolder } from '../../workspaces/sample-folder.ts';

const site = await runPipeline(sampleFolder());

it('has the places, scores and intervals that the ranking prints, and its price for everybody who has one', () => {
  const file = searchFigures(site);
  const rows = rankings(site, { kind: 'all' }, 'zh').groups.flatMap((g) => g.rows);
  expect(rows.length).toBeGreaterThan(20);
  expect(new Set(rows.map((r) => r.priceFrom))).toEqual(new Set([true, false]));
  expect(
    file.ranked.map((v, i) => [site.dataset.vendors[v]?.slug, file.scores[i], file.lows[i], file.highs[i]]),
  ).toEqual(rows.map((r) => [r.slug, r.points.score, r.points.low, r.points.high]));
  expect(file.price).toHaveLength(site.dataset.vendors.length);
  file.ranked.forEach((v, i) => {
    const amount = rows[i]?.price?.amount;
    const text = file.prices.zh[file.price[v] ?? -1];
    if (amount === undefined) expect(text).toBeUndefined();
    else {
      expect(text?.replaceAll(',', '')).toContain(String(amount));
      // “From” stands only where the ranking says it too.
      expect(text?.includes('起')).toBe(rows[i]?.priceFrom);
    }
  });
  expect(file.prices.en).toHaveLength(file.prices.zh.length);
});
