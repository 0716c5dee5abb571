import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../../../src/pipeline.ts';
import { mainOffice } from '../../../../src/views/format/names.ts';
import { similarVendors } from '../../../../src/views/pages/vendor/similar.ts';
import { sampleFolder } from '../../../workspaces/sample-folder.ts';

const site = await runPipeline(sampleFolder());
const { dataset } = site;
const slugs = dataset.vendors.map((v) => v.slug);

describe('vendors like another', () => {
  it('are at most four, never itself, never withdrawn, and have something in common', () => {
    dataset.vendors.forEach((vendor, v) => {
      const similar = similarVendors(site, v, 'zh');
      expect(similar.length).toBeLessThanOrEqual(4);
      for (const one of similar) {
        expect(one.slug).not.toBe(vendor.slug);
        expect(dataset.vendors[slugs.indexOf(one.slug)]?.status).not.toBe('withdrawn');
        expect(
          one.shared.city || one.shared.region || one.shared.price || one.shared.score || one.shared.services > 0,
        ).toBe(true);
      }
    });
  });

  it('tell truly what they have in common', () => {
    dataset.vendors.forEach((vendor, v) => {
      for (const { slug, shared } of similarVendors(site, v, 'en')) {
        const other = dataset.vendors[slugs.indexOf(slug)];
        const [here, there] = [mainOffice(vendor), other === undefined ? undefined : mainOffice(other)];
        expect(shared.city).toBe(here !== undefined && here.region === there?.region && here.city === there.city);
        expect(shared.services).toBe(vendor.services.filter((s) => other?.services.includes(s)).length);
      }
    });
  });

  it('are marked when they have a score but no rank', () => {
    const seen = new Set<boolean>();
    dataset.vendors.forEach((_, v) => {
      for (const { slug, unranked } of similarVendors(site, v, 'zh')) {
        const other = slugs.indexOf(slug);
        expect(unranked).toBe(
          dataset.vendors[other]?.status === 'participating' && !site.market.ranked.includes(other),
        );
        seen.add(unranked);
      }
    });
    expect([...seen].toSorted()).toEqual([false, true]);
  });

  it('prefer the same city where one of about the same score is there', () => {
    const placed = dataset.vendors.flatMap((vendor, v) => {
      const own = site.market.scored[v]?.overall?.score;
      const office = mainOffice(vendor);
      const neighbour = dataset.vendors.some((other, o) => {
        const score = site.market.scored[o]?.overall?.score;
        const place = mainOffice(other);
        return (
          o !== v &&
          own !== undefined &&
          score !== undefined &&
          Math.abs(own - score) < 3 &&
          office !== undefined &&
          place?.region === office.region &&
          place.city === office.city
        );
      });
      return neighbour ? [v] : [];
    });
    expect(placed.length).toBeGreaterThan(0);
    for (const v of placed) expect(similarVendors(site, v, 'zh')[0]?.shared.city).toBe(true);
  });
});
