/** Finding vendors by name: the table of queries on the repository's sample, single rules, and the goal on 1,000 vendors. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { nameReach } from '../../../src/bench/names.ts';
import { findNames, findNear } from '../../../src/client/search/name-search.ts';
import { openNames } from '../../../src/client/search/name-texts.ts';
import { runPipeline } from '../../../src/pipeline.ts';
import type { Vendor } from '../../../src/schema/dataset.ts';
import type { Directory } from '../../../src/schema/directory.ts';
import { vendor as vendorFile } from '../../../src/schema/vendor.ts';
import { nameIndex } from '../../../src/views/browser/name-index.ts';
import { readingOf } from '../../../src/views/browser/name-readings.ts';
import { ROOT, directory, generatedVendors, meantOf } from '../sample-names.ts';
import { sampleFolder } from '../../workspaces/sample-folder.ts';

interface Row {
  query: string;
  vendor: string;
  kind: string;
}
const rows = Papa.parse<Row>(readFileSync(join(ROOT, 'test/views/search-queries.csv'), 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data;
const site = await runPipeline(sampleFolder());
const sample = openNames(nameIndex(site.dataset));

/** The first one found; where nothing is found, the first whose name is one slip away. */
function foundFirst(query: string): string | undefined {
  const [hit] = findNames(sample, query, 10).hits;
  return hit === undefined ? sample.slugs[findNear(sample, query)[0] ?? -1] : hit.slug;
}

describe('the table of queries', () => {
  it('has at least sixty, all about vendors of the sample', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    const slugs = new Set(site.dataset.vendors.map((v) => v.slug));
    expect(rows.filter((r) => !slugs.has(r.vendor))).toEqual([]);
  });

  it.each(rows)('finds $vendor by “$query” ($kind)', ({ query, vendor }) => {
    expect(foundFirst(query)).toBe(vendor);
  });
});

const towns: Pick<Directory, 'regions' | 'services'> = {
  regions: [
    {
      id: 'a',
      name: { zh: '甲', en: 'A' },
      cities: [
        { id: 'shanghai', name: { zh: '上海', en: 'Shanghai' } },
        { id: 'changsha', name: { zh: '长沙', en: 'Changsha' } },
      ],
    },
  ],
  services: [
    { id: 'books', name: { zh: '代理记账', en: 'Bookkeeping' }, aliases: ['做账'] },
    { id: 'tax', name: { zh: '纳税申报', en: 'Tax filing' }, aliases: ['报税'] },
  ],
};

function named(
  slug: string,
  zh: string | undefined,
  more: { en?: string; aliases?: string[]; city?: string; services?: string[] } = {},
): Vendor {
  const file = vendorFile.parse({
    name: { ...(zh === undefined ? {} : { zh }), ...(more.en === undefined ? {} : { en: more.en }) },
    status: 'listed',
    aliases: more.aliases ?? [],
    services: more.services ?? [],
    offices: more.city === undefined ? [] : [{ region: 'a', city: more.city, main: true }],
  });
  return { ...file, slug };
}

function search(vendors: readonly Vendor[], query: string): string[] {
  const index = nameIndex({ vendors, directory: { ...directory, ...towns } });
  return findNames(openNames(JSON.parse(JSON.stringify(index)) as typeof index), query).hits.map((h) => h.slug);
}

describe('a search by name', () => {
  it('puts a whole name first, then beginnings, then parts inside, then sounds', () => {
    const vendors = [
      named('sound', '运山'),
      named('inside', '大云杉'),
      named('beginning', '云杉财税'),
      named('whole', '云杉'),
      named('yunshan-books', undefined, { en: 'Yunshan Books' }),
    ];
    expect(search(vendors, '云杉')).toEqual(['whole', 'beginning', 'inside']);
    expect(search(vendors, 'yunshan')).toEqual(['yunshan-books', 'sound', 'whole', 'beginning', 'inside']);
  });

  it('settles draws by the shorter name and then by the slug', () => {
    const vendors = [named('c', '云杉财税服务'), named('b', '云杉财税'), named('a', '云杉会计')];
    expect(search(vendors, '云杉')).toEqual(['a', 'b', 'c']);
  });

  it('looks past the city that a name begins with', () => {
    const vendors = [
      named('inside', '大云杉', { city: 'shanghai' }),
      named('own', '上海云杉财税', { city: 'shanghai' }),
    ];
    expect(search(vendors, '云杉')).toEqual(['own', 'inside']);
  });

  it('keeps to a city that is named, apart or together, in characters, English or initials', () => {
    const vendors = [named('there', '云杉', { city: 'changsha' }), named('here', '云杉财税', { city: 'shanghai' })];
    for (const query of [
      '上海 云杉',
      '上海云杉',
      '上海市云杉',
      '云杉，上海',
      'shanghai yunshan',
      'shanghaiyunshan',
      'shys',
    ]) {
      expect(search(vendors, query), query).toEqual(['here']);
    }
    // “sh” may also be heard in 杉, so the other one comes after.
    expect(search(vendors, 'sh ys')).toEqual(['here', 'there']);
  });

  it('reads a name as the vendor spells it in its slug', () => {
    const vendors = [named('yunhang', '云行会计'), named('lvyin', '绿荫会计')];
    expect(search(vendors, 'yunhang')).toEqual(['yunhang']);
    expect(search(vendors, 'yhkj')).toEqual(['yunhang']);
    expect(search(vendors, 'lvyin')).toEqual(['lvyin']);
  });

  it('reads 长沙 and 重庆 as places are read', () => {
    const vendors = [named('a', '长沙重庆会计')];
    expect(search(vendors, 'changshachongqing')).toEqual(['a']);
  });

  it('takes zh, ch and sh as one initial or as two letters', () => {
    const vendors = [named('a', '诚泰和'), named('b', '昌盛')];
    expect(search(vendors, 'chth')).toEqual(['a']);
    expect(search(vendors, 'cth')).toEqual(['a']);
    expect(search(vendors, 'chsh')).toEqual(['b']);
  });

  it('finds names written in traditional characters by simplified ones, and the other way round', () => {
    const vendors = [named('a', '雲衡會計師'), named('b', '广东云衡')];
    expect(search(vendors, '云衡会计师')).toEqual(['a']);
    expect(search(vendors, '廣東雲衡')).toEqual(['b']);
  });

  it('takes English words from their beginning only', () => {
    const vendors = [named('blue-river', undefined, { en: 'Blue River Books' })];
    expect(search(vendors, 'river')).toEqual(['blue-river']);
    expect(search(vendors, 'riv bo')).toEqual(['blue-river']);
    expect(search(vendors, 'iver')).toEqual([]);
    expect(search(vendors, 'BRB')).toEqual(['blue-river']);
  });

  it('finds by city and by service, after all that are found by name', () => {
    const vendors = [
      named('far', '甲', { city: 'changsha', services: ['tax'] }),
      named('near', '乙', { city: 'shanghai', services: ['books'] }),
      named('by-name', '上海滩', { city: 'changsha' }),
    ];
    expect(search(vendors, '上海')).toEqual(['by-name', 'near']);
    expect(search(vendors, '报税')).toEqual(['far']);
    expect(search(vendors, 'shanghai bookkeeping')).toEqual(['near']);
    expect(search(vendors, '上海 报税')).toEqual([]);
  });

  it('counts those found by their names apart from those found by city or service', () => {
    const vendors = [
      named('by-name', '上海滩', { city: 'changsha' }),
      named('here', '乙', { city: 'shanghai' }),
      named('also-here', '丙', { city: 'shanghai' }),
    ];
    const texts = openNames(nameIndex({ vendors, directory: { ...directory, ...towns } }));
    const counted = (query: string): [number, number] => {
      const { named: byName, count } = findNames(texts, query, 1);
      return [byName, count];
    };
    expect(counted('上海')).toEqual([1, 3]);
    expect(counted('上海滩')).toEqual([1, 1]);
    expect(counted('shanghai')).toEqual([1, 3]);
    expect(counted('zzzz')).toEqual([0, 0]);
  });

  it('finds nothing for nothing, for punctuation and for what nobody is called', () => {
    const vendors = [named('a', '云杉')];
    for (const query of ['', '  ', '……', 'zzzz', '不存在']) expect(search(vendors, query), query).toEqual([]);
  });

  it('keeps the columns apart whatever a name holds', () => {
    const vendors = [named('a', '甲^乙`丙', { en: 'One^Two' }), named('b', '丁^`', { aliases: ['丁丁`', '^戊'] })];
    expect(search(vendors, '乙')).toEqual(['a']);
    expect(search(vendors, 'two')).toEqual(['a']);
    expect(search(vendors, '戊')).toEqual(['b']);
  });

  it('works without any vendors', () => {
    expect(search([], '云杉')).toEqual([]);
  });
});

describe('a name with one slip', () => {
  const near = (vendors: readonly Vendor[], query: string): string[] => {
    const texts = openNames(nameIndex({ vendors, directory: { ...directory, ...towns } }));
    return findNear(texts, query).map((v) => texts.slugs[v] ?? '');
  };
  const vendors = [named('yunshan', '云杉示例财税', { en: 'Yunshan Books' }), named('lanyue', '蓝月示例会计')];

  it('is found with a letter left out, added, changed or two swapped', () => {
    for (const query of ['yushan', 'yunnshan', 'yumshan', 'ynushan', 'yunshna'])
      expect(near(vendors, query), query).toEqual(['yunshan']);
    for (const query of ['云杉示列', '云杉例财', '云示杉例']) expect(near(vendors, query), query).toEqual(['yunshan']);
  });

  it('is not guessed from two slips, from too little, or from another beginning', () => {
    for (const query of ['yusan', 'yus', '云彬', '云彬示列', 'hunshan', '安云示例'])
      expect(near(vendors, query), query).toEqual([]);
  });
});

describe('among 1,000 generated vendors', () => {
  const vendors = generatedVendors(1000);
  const texts = openNames(nameIndex({ vendors, directory }));
  const reach = nameReach(texts, meantOf(vendors), readingOf);

  it.each(reach)(
    'the first ten hold the vendor meant for 99 % of queries by $kind that can tell it from others',
    ({ asked, found, alike }) => {
      expect(asked).toBeGreaterThan(500);
      expect(found / (asked - alike)).toBeGreaterThanOrEqual(0.99);
    },
  );

  it.each(reach.filter((r) => r.kind !== 'initials of the brand'))(
    'and for 99 % of all queries by $kind',
    ({ asked, found }) => {
      expect(found / asked).toBeGreaterThanOrEqual(0.99);
    },
  );
});
