import { expect, test } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';
import { vendors } from './workspace.ts';

const { dataset, market, warnings } = await runPipeline(sampleFolder());
const scores = dataset.vendors.map((_, index) => market.of(index));

test('the sample is a valid workspace, without warnings', () => {
  expect(warnings).toEqual([]);
  expect(dataset.reviews.count).toBe(vendors.reduce((sum, vendor) => sum + vendor.reviews.length, 0));
});

test('28 to 30 vendors are ranked, four or five take archetype with too little evidence', () => {
  expect(scores.filter(({ rating }) => rating.kind === 'ranked').length).toBeGreaterThanOrEqual(28);
  expect(scores.filter(({ rating }) => rating.kind === 'ranked').length).toBeLessThanOrEqual(30);
  const thin = scores.filter(
    ({ rating }) => rating.kind === 'unrated' && rating.reasons.some((reason) => reason.kind === 'coverage'),
  );
  expect(thin.length).toBeGreaterThanOrEqual(4);
  expect(thin.length).toBeLessThanOrEqual(8);
});

test('several may be the best: two to eight share the first group', () => {
  const first = scores.filter(({ rating }) => rating.kind === 'ranked' && rating.group === 1);
  expect(first.length).toBeGreaterThanOrEqual(2);
  expect(first.length).toBeLessThanOrEqual(8);
});

test('scores find the quality that was put in', () => {
  const quality = new Map(vendors.map((vendor) => [vendor.slug, vendor.quality.base]));
  const ranked = scores.filter(({ rating }) => rating.kind === 'ranked');
  let agree = 0;
  let pairs = 0;
  ranked.forEach((a, i) => {
    for (const b of ranked.slice(i + 1)) {
      pairs += 1;
      const byScore = (a.overall?.score ?? 0) - (b.overall?.score ?? 0);
      const byQuality = (quality.get(a.slug) ?? 0) - (quality.get(b.slug) ?? 0);
      if (byScore * byQuality > 0) agree += 1;
    }
  });
  // Kendall's tau above 0.6: four pairs of five in the same order.
  expect(agree / pairs).toBeGreaterThan(0.8);
});
