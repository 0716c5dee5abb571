import { describe, expect, it } from 'vitest';
import type { IndexFile } from '../../src/schema/api.ts';
import { csvFiles } from '../../src/views/published/csv-files.ts';
import { apiFiles } from '../../src/views/published/files.ts';
import { emptyTally } from '../../src/verify/difference.ts';
import {
  compareCounts,
  compareScoreLines,
  compareVendorRecord,
  countReceipt,
  noCounts,
} from '../../src/verify/tables.ts';
import { smallMarket, throughJson } from '../views/published/small-market.ts';
import { changed, publishedBy } from './published.ts';

const scoring = smallMarket();
const { receipts } = publishedBy(scoring);
const [head = '', ...lines] = csvFiles
  .scores(scoring)
  .replace(/^\uFEFF/, '')
  .trimEnd()
  .split('\r\n');
const own = receipts.find((r) => r.slug === 'vendor-01')!;
const ownLines = lines.filter((l) => l.startsWith('vendor-01,'));

describe('scores.csv', () => {
  const differences = (receipt: typeof own, of: readonly string[]): string[] => {
    const tally = emptyTally();
    compareScoreLines(tally, receipt, head, of);
    return tally.differences.map((d) => d.path);
  };

  it('has what the receipts have, digit by digit', () => {
    for (const receipt of receipts)
      expect(
        differences(
          receipt,
          lines.filter((l) => l.startsWith(`${receipt.slug},`)),
        ),
      ).toEqual([]);
    expect(ownLines).toHaveLength(3);
  });

  it('is told of by vendor, dimension and column', () => {
    const talk = own.frameworks.findIndex((f) => f.id === 'talk');
    expect(
      differences(
        changed(own, ['frameworks', talk, 'dimensions', 1, 'estimate', 'sd'], () => 1),
        ownLines,
      ),
    ).toEqual(['data/scores.csv[talk/papers].sd']);
    expect(
      differences(
        changed(own, ['frameworks', talk, 'dimensions', 1, 'covered'], (x) => !x),
        ownLines,
      ),
    ).toEqual(['data/scores.csv[talk/papers].covered']);
  });

  it('has a line for each dimension', () => {
    expect(differences(own, ownLines.slice(1))).toContain('data/scores.csv.length');
    expect(
      differences(
        receipts.find((r) => r.slug === 'x-listed')!,
        [],
      ),
    ).toEqual([]);
    expect(
      differences(
        receipts.find((r) => r.slug === 'x-listed')!,
        ownLines.slice(0, 1),
      ),
    ).toEqual(['data/scores.csv.length']);
  });
});

describe('vendors.csv', () => {
  it('says of an unranked vendor why, and nothing of a rank', () => {
    const tally = emptyTally();
    const record = {
      status: 'listed',
      score: '',
      sd: '',
      low: '',
      high: '',
      place: '',
      rank_low: '',
      rank_high: '',
      group: '',
      unrated: 'listed',
      covered: '0',
      dimensions: '0',
      reviews: '0',
      observations: '0',
    };
    compareVendorRecord(
      tally,
      receipts.find((r) => r.slug === 'x-listed')!,
      record,
    );
    expect(tally.differences).toEqual([]);
    compareVendorRecord(
      tally,
      receipts.find((r) => r.slug === 'x-listed')!,
      { ...record, place: '1' },
    );
    expect(tally.differences).toEqual([
      { vendor: 'x-listed', path: 'data/vendors.csv.place', published: '1', recomputed: '' },
    ]);
  });
});

describe('index.json', () => {
  it('counts what the receipts come to', () => {
    const counts = noCounts();
    for (const receipt of receipts) countReceipt(counts, receipt);
    // 12 vendors with 8 reviews, of which 4 are withheld and 1 pending, and with 5 contacts.
    expect(counts).toMatchObject({ vendors: 15, participating: 13, observations: 60, reviews: { published: 91 } });
    const tally = emptyTally();
    compareCounts(tally, counts, throughJson(apiFiles.index(scoring)) as IndexFile);
    expect(tally.differences).toEqual([]);
    compareCounts(tally, { ...counts, ranked: 99 }, throughJson(apiFiles.index(scoring)) as IndexFile);
    expect(tally.differences.map((d) => d.path)).toEqual(['index.json.counts.ranked']);
  });
});
