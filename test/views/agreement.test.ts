/**
 * Whoever reads the ranking, the page of a place, the filter by the same place, a comparison, a decision sheet, the home page, a
 * vendor's page, a badge, the interface, a table or a release must read the same groups, places, order and sure differences. The
 * expected answers are worked out here pair by pair from scores and standard deviations, in ten markets made from seeds.
 */
import { describe, expect, it } from 'vitest';
import { overallSentences } from '../../src/client/compare/texts.ts';
import { rankingAmong, type Facets } from '../../src/client/ranking/market.ts';
import { type RankingForm, matcherOf } from '../../src/client/ranking/form.ts';
import { regrouped } from '../../src/client/ranking/order.ts';
import type { TableRow } from '../../src/client/ranking/rows.tsx';
import { csvRecords } from '../../src/load/csv.ts';
import { makeRelease } from '../../src/release/make.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { word } from '../../src/score/hash.ts';
import { scoreMarket, type ScoredWorkspace } from '../../src/score/market.ts';
import { normalCdf } from '../../src/score/normal.ts';
import { standAmong } from '../../src/score/one-vendor.ts';
import { vendorsCsv } from '../../src/views/published/csv-vendors.ts';
import { vendorsFile } from '../../src/views/published/vendors-file.ts';
import { badgeOf } from '../../src/views/published/badge.ts';
import { contrast, rankedScore } from '../../src/views/browser/compare.ts';
import { compareFile, type CompareFile } from '../../src/views/browser/compare-file.ts';
import { compareWords } from '../../src/views/browser/compare-words.ts';
import { type FacetsFile, facetsFile, filterKeys, vendorKeys } from '../../src/views/browser/facets-file.ts';
import { home } from '../../src/views/pages/home.ts';
import { allScopes, inScope, type Scope } from '../../src/views/market/places.ts';
import { rankings } from '../../src/views/pages/rankings.ts';
import { releasePage, releaseRows } from '../../src/views/pages/releases.ts';
import { scoreTable } from '../../src/views/pages/score-list.ts';
import { submitMarket } from '../../src/views/browser/submit-files.ts';
import { vendorPage } from '../../src/views/pages/vendor/page.ts';
import { datasetOf } from '../score/dataset-builder.ts';

const TIE = 0.9;
/** Certainty with which the first group holds the best: low, so that there are many groups and lists by group differ from lists by score. */
const INTERVAL = 0.5;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const REGIONS = [
  { id: 'north', cities: ['harbin', 'dalian'] },
  { id: 'south', cities: ['sanya', 'haikou', 'xiamen'] },
];
const SERVICES = ['books', 'tax', 'audit'];
const named = (id: string): { zh: string; en: string } => ({ zh: id, en: id });

/** A market of 20 to 50 vendors with quite different amounts of evidence, so that spreads differ and groups do not follow scores. */
function marketOf(seed: number): ScoredWorkspace {
  let turn = 0;
  const random = (): number => word(seed, turn++) / 2 ** 32;
  const below = (n: number): number => Math.floor(random() * n);
  const slugs = Array.from({ length: 20 + below(31) }, (_, i) => `vendor-${String(i).padStart(2, '0')}`);
  const base = datasetOf({
    frameworks: [
      {
        id: 'talk',
        dimensions: [
          { id: 'manner', criteria: ['tone'] },
          { id: 'proof', criteria: [{ id: 'papers', facets: ['a', 'b', 'c', 'd'] }] },
          { id: 'speed', criteria: ['reply'] },
        ],
      },
    ],
    questions: [
      { id: 'kind', kind: 'rating', criteria: ['talk/tone'] },
      { id: 'soon', kind: 'rating', criteria: ['talk/reply'] },
    ],
    method: { uncertainty: { tie: TIE, interval: INTERVAL } },
    vendors: slugs.map((slug) => ({
      slug,
      answers: {
        'talk/papers': {
          facets: Object.fromEntries(
            ['a', 'b', 'c', 'd'].map((facet) => [facet, { state: random() < 0.6 ? 'met' : 'unknown', evidence: [] }]),
          ),
        },
      },
    })),
    reviews: slugs.flatMap((vendor) => {
      const mean = 1 + 4 * random();
      const answer = (): number => Math.min(5, Math.max(1, Math.round(mean + 2.4 * (random() - 0.5))));
      return Array.from({ length: 1 + below(random() < 0.5 ? 150 : 6) }, () => ({
        vendor,
        age: below(300),
        answers: { kind: answer(), soon: answer() },
      }));
    }),
  });
  const placed = base.vendors.map((vendor): Dataset['vendors'][number] => {
    const offices = Array.from({ length: 1 + below(2) }, (_, i) => {
      const region = REGIONS[below(REGIONS.length)] ?? { id: '', cities: [] };
      return { region: region.id, city: region.cities[below(region.cities.length)] ?? '', main: i === 0 };
    });
    return { ...vendor, name: named(vendor.slug), offices, services: SERVICES.filter(() => random() < 0.6) };
  });
  const dataset: Dataset = {
    ...base,
    vendors: placed,
    directory: {
      ...base.directory,
      services: SERVICES.map((id) => ({ id, name: named(id), aliases: [] })),
      regions: REGIONS.map(({ id, cities }) => ({
        id,
        name: named(id),
        cities: cities.map((city) => ({ id: city, name: named(city) })),
      })),
    },
  };
  return { dataset, market: scoreMarket(dataset) };
}

interface Expected {
  slug: string;
  low: number;
  high: number;
  group: number;
}

type Scored = { slug: string; score: number; sd: number };

function surelyAhead(a: Scored, b: Scored, certainty = TIE): boolean {
  return a.score > b.score && normalCdf((a.score - b.score) / Math.hypot(a.sd, b.sd)) > certainty;
}

/** The list by the definitions: whoever may be the best of those remaining forms the next group; by group, then by score. */
function expectedOf(all: readonly Scored[]): Expected[] {
  const groups = new Map<string, number>();
  for (let group = 1, rest = [...all]; rest.length > 0; group++) {
    const certainty = Math.max(TIE, INTERVAL ** (1 / Math.max(1, rest.length - 1)));
    for (const v of rest.filter((x) => !rest.some((y) => surelyAhead(y, x, certainty)))) groups.set(v.slug, group);
    rest = rest.filter((v) => !groups.has(v.slug));
  }
  const groupOf = (v: Scored): number => groups.get(v.slug) ?? 0;
  return all
    .toSorted((a, b) => groupOf(a) - groupOf(b) || b.score - a.score || (a.slug < b.slug ? -1 : 1))
    .map((v) => ({
      slug: v.slug,
      low: 1 + all.filter((x) => surelyAhead(x, v)).length,
      high: all.length - all.filter((x) => surelyAhead(v, x)).length,
      group: groupOf(v),
    }));
}

const scoredOf = ({ dataset, market }: ScoredWorkspace, scope: Scope): Scored[] =>
  dataset.vendors.flatMap((vendor, v) => {
    const { overall, rating } = market.of(v);
    return rating.kind === 'ranked' && overall !== undefined && inScope(vendor, scope)
      ? [{ slug: vendor.slug, score: overall.score, sd: overall.sd }]
      : [];
  });

/** As a file goes to a browser. */
const sent = <T>(file: T): T => JSON.parse(JSON.stringify(file)) as T;

/** The ranking that the script of the whole ranking makes when one filters by a place or a service. */
function filtered(site: ScoredWorkspace, scope: Scope): Expected[] {
  const { dataset } = site;
  const file: FacetsFile = sent(facetsFile(site));
  const facets: Facets = { file, at: new Map(file.slugs.map((slug, i) => [slug, i])) };
  const keys = vendorKeys(dataset.directory);
  const whole = rankings(site, { kind: 'all' }, 'en').groups.flatMap((g) => g.rows);
  const rows = whole.map(
    (row) =>
      ({
        slug: row.slug,
        places: keys.places(row).split(' '),
        services: keys.services(row).split(' '),
      }) as unknown as TableRow,
  );
  const { place, service } = filterKeys(dataset.directory);
  const chosen: Record<string, string | undefined> = {
    place:
      scope.kind === 'region'
        ? place.get(scope.region)
        : scope.kind === 'city'
          ? place.get(`${scope.region}/${scope.city}`)
          : undefined,
    service: scope.kind === 'service' ? service.get(scope.service) : undefined,
  };
  const form = {
    valueOf: () => '',
    optionOf: (name: string) => (chosen[name] === undefined ? undefined : { dataset: { k: chosen[name] } }),
  } as unknown as RankingForm;
  const kept = rows.filter(matcherOf(form, facets));
  const live = rankingAmong(
    facets,
    kept.flatMap((row) => facets.at.get(row.slug) ?? []),
    undefined,
    dataset.method.uncertainty,
  );
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const runs = regrouped(
    live.map(({ index, group }) => ({ row: bySlug.get(file.slugs[index] ?? ''), group })),
    kept,
  );
  return runs.flatMap(({ group, rows: own }) =>
    own.map((row) => {
      const figures = live.find(({ index }) => file.slugs[index] === row.slug);
      return { slug: row.slug, low: figures?.from ?? 0, high: figures?.to ?? 0, group };
    }),
  );
}

/** A ranking page as a list, group by group. */
const listed = (
  groups: readonly {
    group: number;
    rows: readonly { slug: string; standing: { low: number; high: number; group: number } }[];
  }[],
): Expected[] =>
  groups.flatMap(({ group, rows }) =>
    rows.map(({ slug, standing }) => ({ slug, low: standing.low, high: standing.high, group })),
  );

const bySlug = (all: readonly Expected[]): Expected[] => all.toSorted((a, b) => (a.slug < b.slug ? -1 : 1));

it('the markets of this test tell a list by group from a list by score', () => {
  const interleaved = SEEDS.filter((seed) => {
    const site = marketOf(seed);
    const all = scoredOf(site, { kind: 'all' });
    const scores = expectedOf(all).map(({ slug }) => all.find((v) => v.slug === slug)?.score ?? 0);
    return scores.some((score, i) => score > (scores[i - 1] ?? 100));
  });
  expect(interleaved.length).toBeGreaterThanOrEqual(3);
  expect(
    SEEDS.filter((seed) => (expectedOf(scoredOf(marketOf(seed), { kind: 'all' })).at(-1)?.group ?? 0) >= 4).length,
  ).toBeGreaterThanOrEqual(3);
});

describe.each(SEEDS)('market %i', (seed) => {
  const site = marketOf(seed);
  const { dataset, market } = site;
  const scored = scoredOf(site, { kind: 'all' });
  const expected = expectedOf(scored);
  const first = expected.filter((v) => v.group === 1);

  it('has each group once in the list of the ranking page, in the expected order', () => {
    const view = rankings(site, { kind: 'all' }, 'zh');
    expect(view.groups.map((g) => g.group)).toEqual(view.groups.map((_, i) => i + 1));
    expect(listed(view.groups)).toEqual(expected);
  });

  it('has the same groups and places on the page of each place and service as under the filter by it', () => {
    for (const scope of allScopes(dataset)) {
      const among = expectedOf(scoredOf(site, scope));
      expect(listed(rankings(site, scope, 'en').groups), JSON.stringify(scope)).toEqual(among);
      expect(filtered(site, scope), JSON.stringify(scope)).toEqual(among);
    }
  });

  it('tells beside places among those of a page the places in the whole market', () => {
    for (const scope of allScopes(dataset).slice(1)) {
      for (const row of rankings(site, scope, 'en').groups.flatMap((g) => g.rows)) {
        expect(row.inMarket).toMatchObject(
          ((v) => ({ low: v?.low, high: v?.high, group: v?.group, of: expected.length }))(
            expected.find((v) => v.slug === row.slug),
          ),
        );
      }
    }
  });

  it('counts the same first group on the home page, and shows groups from the first on', () => {
    const view = home(site, 'en');
    expect(view.firstGroup).toBe(first.length);
    expect(listed(view.groups)).toEqual(
      expected.slice(
        0,
        view.groups.reduce((sum, g) => sum + g.rows.length, 0),
      ),
    );
  });

  it('says of two vendors what the ranking says, in a comparison and on a decision sheet', () => {
    const words = compareWords(site, 'en');
    const files = new Map(dataset.vendors.map((v, i): [string, CompareFile] => [v.slug, sent(compareFile(site, i))]));
    for (const a of scored) {
      for (const b of scored) {
        if (a.slug >= b.slug) continue;
        const vendors = [files.get(a.slug), files.get(b.slug)].filter((f) => f !== undefined);
        const [better, worse] = surelyAhead(a, b) ? [a, b] : surelyAhead(b, a) ? [b, a] : [];
        expect(contrast(vendors.map(rankedScore), words.tie)?.ahead).toEqual(
          better === undefined ? [] : [better === a ? 0 : 1],
        );
        const said = overallSentences({ language: 'en', words, vendors });
        expect(said).toHaveLength(1);
        if (better === undefined) expect(said[0]).toContain('cannot tell');
        else
          expect(said[0]).toMatch(new RegExp(`${better.slug.slice(-2)} is surely ahead of .*${worse?.slug.slice(-2)}`));
      }
    }
  });

  it('has the same standing on vendor pages, badges, comparisons, in the interface and in the table', () => {
    const rows = csvRecords(vendorsCsv(site).replace(/^\uFEFF/, '')).rows;
    const column = (row: readonly string[], name: string): string => row[rows[0]?.indexOf(name) ?? -1] ?? '';
    const standingOf = (
      standing: { low: number; high: number; group: number } | undefined,
    ): Omit<Expected, 'slug'> => ({ low: standing?.low ?? 0, high: standing?.high ?? 0, group: standing?.group ?? 0 });
    for (const { slug, ...own } of expected) {
      const v = dataset.vendors.findIndex((vendor) => vendor.slug === slug);
      expect(standingOf(vendorPage(site, v, 'en').standing)).toEqual(own);
      expect(standingOf(compareFile(site, v).standing)).toEqual(own);
      expect(standingOf(vendorsFile(site).find((entry) => entry.slug === slug)?.rank)).toEqual(own);
      const row = rows.find((r) => column(r, 'slug') === slug) ?? [];
      expect({
        low: Number(column(row, 'rank_low')),
        high: Number(column(row, 'rank_high')),
        group: Number(column(row, 'group')),
      }).toEqual(own);
      const places = own.low === own.high ? String(own.low) : `${own.low}–${own.high}`;
      expect(badgeOf(site, v, 'en').standing).toBe(
        `${own.group === 1 ? 'First group' : `Group ${own.group}`} · place ${places} of ${expected.length}`,
      );
    }
  });

  it('keeps groups, places and order in a release and in the list of a terminal', () => {
    const release = makeRelease(dataset, market, { id: '2026-01', number: 1 });
    const page = releasePage([release], '2026-01', 'en');
    expect(
      page?.groups.flatMap(({ group, rows }) => rows.map(({ slug, low, high }) => ({ slug, low, high, group }))),
    ).toEqual(expected);
    expect(releaseRows([release])[0]?.first).toBe(first.length);
    const lines = scoreTable(dataset, market, 'en')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(/ +/));
    expect(lines.slice(0, expected.length).map((cells) => [cells.at(-1), cells[1], cells[2]])).toEqual(
      expected.map((v) => [v.slug, `${v.low}-${v.high}`, String(v.group)]),
    );
  });

  it('puts a vendor of the submit form where the ranking has it', () => {
    const { ranked } = sent(submitMarket(site));
    const stood = ranked.map(([slug, score, sd]) => {
      const others = ranked.filter(([other]) => other !== slug).map(([, s, d]) => ({ score: s, sd: d }));
      const { low, high, group } = standAmong({ score, sd, low: 0, high: 0 }, others, { tie: TIE, interval: INTERVAL });
      return { slug, low, high, group };
    });
    expect(bySlug(stood)).toEqual(bySlug(expected));
  });
});
