import { describe, expect, it } from 'vitest';
import { type ApiFile, apiShapes } from '../../../src/schema/api.ts';
import { csvFiles } from '../../../src/views/published/csv-files.ts';
import { apiFiles } from '../../../src/views/published/files.ts';
import { receipt } from '../../../src/views/published/receipt.ts';
import { emptyTables, smallMarket, throughJson } from './small-market.ts';

const scoring = smallMarket();
const { dataset, market } = scoring;

describe('the JSON files', () => {
  it.each(Object.keys(apiShapes).filter((f) => f !== 'vendor') as Exclude<ApiFile, 'vendor'>[])(
    '%s.json has its published shape',
    (file) => {
      const written = throughJson(apiFiles[file](scoring));
      expect(apiShapes[file].parse(written)).toEqual(written);
    },
  );

  it.each(dataset.vendors.map((v, i) => [v.slug, i] as const))('the receipt of %s has its published shape', (_, v) => {
    const written = throughJson(receipt(scoring, v));
    expect(apiShapes.vendor.parse(written)).toEqual(written);
  });

  it('hold no number that JSON cannot say', () => {
    const nulls: string[] = [];
    const look = (value: unknown, path: string): void => {
      if (typeof value === 'number' && !Number.isFinite(value)) nulls.push(path);
      if (typeof value === 'object' && value !== null)
        for (const [key, inner] of Object.entries(value)) look(inner, `${path}/${key}`);
    };
    for (const [file, make] of Object.entries(apiFiles)) look(make(scoring), file);
    dataset.vendors.forEach((_, v) => look(receipt(scoring, v), String(v)));
    expect(nulls).toEqual([]);
  });

  it('are the same bytes for the same workspace', () => {
    const again = smallMarket();
    for (const make of Object.values(apiFiles)) expect(JSON.stringify(make(again))).toBe(JSON.stringify(make(scoring)));
    dataset.vendors.forEach((_, v) =>
      expect(JSON.stringify(receipt(again, v))).toBe(JSON.stringify(receipt(scoring, v))),
    );
  });
});

describe('vendors.json', () => {
  const written = throughJson(apiShapes.vendors.parse(apiFiles.vendors(scoring)));

  it('gives each vendor a rank or the reason why it has none, never both', () => {
    for (const entry of written)
      expect([entry.slug, (entry.rank === undefined) !== (entry.unrated === undefined)]).toEqual([entry.slug, true]);
  });

  it('ranks as many as the market does, the best with place 1', () => {
    const ranked = written.filter((e) => e.rank);
    expect(ranked).toHaveLength(market.rankedCount);
    const best = ranked.toSorted((a, b) => (b.overall?.score ?? 0) - (a.overall?.score ?? 0))[0];
    expect(best?.rank?.place).toBe(1);
    expect(best?.rank?.group).toBe(1);
  });

  it('says why a listed, a withdrawn and a silent vendor have no rank', () => {
    const reasons = (slug: string): unknown => written.find((e) => e.slug === slug)?.unrated?.map((r) => r.kind);
    expect(reasons('x-listed')).toEqual(['listed']);
    expect(reasons('z-gone')).toEqual(['withdrawn']);
    expect(reasons('y-silent')).toEqual(['coverage', 'coverage']);
  });

  it('keeps scores unrounded', () => {
    expect(written.some((e) => e.overall && e.overall.score !== Math.round(e.overall.score * 1e6) / 1e6)).toBe(true);
  });
});

describe('index.json', () => {
  const index = apiShapes.index.parse(throughJson(apiFiles.index(scoring)));

  it('counts what is there', () => {
    // 12 vendors with 8 reviews; 4 of them have one withheld, one has one pending.
    expect(index.counts.reviews).toMatchObject({ published: 91, withheld: 4 });
    expect(index.counts).toMatchObject({
      frameworks: 2,
      dimensions: 3,
      criteria: 5,
      facets: 3,
      questions: 3,
      observedItems: 2,
      vendors: 15,
      participating: 13,
      observations: 60,
      cases: 2,
    });
  });

  it('names every resource once, each JSON file with its schema', () => {
    const paths = index.resources.map((r) => r.path);
    expect(new Set(paths).size).toBe(paths.length);
    for (const { format, schema } of index.resources) if (format === 'json') expect(paths).toContain(schema);
  });
});

describe('a workspace without vendors, questions and observations', () => {
  const questionnaire = { intro: dataset.questionnaire.intro, questions: [], collections: [] };
  const empty = smallMarket({ questionnaire, vendors: [], cases: [], ...emptyTables() });

  it('still has every file in its shape', () => {
    for (const file of ['index', 'frameworks', 'methodology', 'questionnaire', 'vendors'] as const) {
      const written = throughJson(apiFiles[file](empty));
      expect(apiShapes[file].parse(written)).toEqual(written);
    }
  });

  it('still has every table with its head', () => {
    for (const [name, make] of Object.entries(csvFiles))
      expect([name, make(empty).split('\r\n').length]).toEqual([name, name === 'criteria' ? 7 : 2]);
  });
});
