import { describe, expect, it } from 'vitest';
import { runPipeline } from '../../../src/pipeline.ts';
import { facetsFile, filterKeys, vendorKeys } from '../../../src/views/browser/facets-file.ts';
import { sampleFolder } from '../../workspaces/sample-folder.ts';
import { market as smallMarket } from '../fixture.ts';

const site = await runPipeline(sampleFolder());
const file = facetsFile(site);
const { dataset, market } = site;

describe('the file of filters', () => {
  it('has the ranked in the order of the table, then everybody else who is listed, and no withdrawn vendor', () => {
    const slugOf = (v: number): string => dataset.vendors[v]?.slug ?? '';
    expect(file.slugs.slice(0, market.ranked.length)).toEqual(market.ranked.map(slugOf));
    expect(file.slugs.toSorted()).toEqual(
      dataset.vendors
        .filter((v) => v.status !== 'withdrawn')
        .map((v) => v.slug)
        .toSorted(),
    );
    expect(file.scores).toHaveLength(market.ranked.length);
  });

  it('has as many entries in every column as vendors', () => {
    for (const column of [file.prices, file.channels, file.languages, file.licences, file.verified])
      expect(column).toHaveLength(file.slugs.length);
  });

  it('points into the lists of the directory', () => {
    file.slugs.forEach((slug, i) => {
      const vendor = dataset.vendors.find((v) => v.slug === slug);
      expect(file.channels[i]?.map((c) => dataset.directory.contacts[c]?.id).toSorted()).toEqual(
        Object.keys(vendor?.contacts ?? {}).toSorted(),
      );
      expect(dataset.directory.licence?.states[file.licences[i] ?? -1]?.id).toBe(vendor?.licence?.state);
    });
  });

  it('counts as verified only what rests on more than its own word', () => {
    for (const share of file.verified) expect(share === null || (share >= 0 && share <= 100)).toBe(true);
    const wordOnly = dataset.vendors.filter(
      (v) => v.evidence.length > 0 && v.evidence.every((e) => e.tier === 'declared'),
    );
    for (const v of wordOnly) expect(file.verified[file.slugs.indexOf(v.slug)] ?? 0).toBe(0);
  });
});

it('a browser filters by short keys: a city starts with its region’s key and a dot', () => {
  const { directory } = smallMarket().dataset;
  const keys = filterKeys(directory);
  expect(keys.place.get('north')).toBe('0');
  expect(keys.place.get('north/dalian')).toBe('0.1');
  const vendor = {
    slug: 'x',
    name: { text: 'x' },
    city: undefined,
    places: ['north', 'north/dalian', 'south', 'south/sanya'],
    services: ['tax'],
  };
  expect(vendorKeys(directory).places(vendor)).toBe('0.1 1.0');
  expect(vendorKeys(directory).services(vendor)).toBe('1');
});
