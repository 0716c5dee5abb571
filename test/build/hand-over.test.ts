import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSite, writeSite } from '../../src/build/hand-over.ts';
import type { Site } from '../../src/pipeline.ts';
import { marketFigures } from '../../src/views/market/cards.ts';
import { publishedCompareFile } from '../../src/views/browser/compare-file.ts';
import { csvFiles } from '../../src/views/published/csv-files.ts';
import { apiFiles } from '../../src/views/published/files.ts';
import { receipt } from '../../src/views/published/receipt.ts';
import { vendorPage } from '../../src/views/pages/vendor/page.ts';
import { smallMarket } from '../views/published/small-market.ts';

const site: Site = {
  ...smallMarket(),
  releases: [],
  frozen: [],
  editions: [],
  scoredBy: () => undefined,
  warnings: [],
};
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a scored workspace that one process writes and another reads', () => {
  it('gives the same files, receipts and pages, in any order of vendors', () => {
    writeSite(site, join(folder, 'scored'));
    const read = readSite(join(folder, 'scored'));
    for (const [name, make] of Object.entries(apiFiles)) expect([name, make(read)]).toEqual([name, make(site)]);
    for (const [name, make] of Object.entries(csvFiles)) expect([name, make(read)]).toEqual([name, make(site)]);
    const vendors = site.dataset.vendors.map((_, v) => v);
    for (const v of [...vendors, ...vendors.toReversed()]) {
      expect(JSON.stringify(receipt(read, v))).toBe(JSON.stringify(receipt(site, v)));
      expect(publishedCompareFile(read, v)).toEqual(publishedCompareFile(site, v));
      expect(vendorPage(read, v, 'en')).toEqual(vendorPage(site, v, 'en'));
    }
  });

  it('brings the figures of all vendors along, equal to those found anew', () => {
    writeSite(site, join(folder, 'scored'));
    const { dataset, market } = readSite(join(folder, 'scored'));
    expect(market).toHaveProperty('figures', marketFigures(site));
    const { figures: _figures, ...without } = market as typeof market & { figures: unknown };
    expect(marketFigures({ dataset, market: without })).toEqual(marketFigures(site));
  });
});
