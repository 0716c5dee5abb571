/** The form's score is the build's score: each file of the sample is taken out of its market, told to the form, and compared. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline, type Site } from '../../src/pipeline.ts';
import type { Vendor } from '../../src/schema/dataset.ts';
import { scoreMarket } from '../../src/score/market.ts';
import { readText } from '../../src/submit/read-text.ts';
import { type Inspection, inspector, type Inspector } from '../../src/submit/inspect.ts';
import { joining, reportedInReceipt, NOTHING_REPORTED } from '../../src/submit/reported.ts';
import { receipt } from '../../src/views/published/receipt.ts';
import { points } from '../../src/views/format/round.ts';
import { submitMarket, submitRules, submitContext } from '../../src/views/browser/submit-files.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';

const root = sampleFolder();
let site: Site;
let all: Inspector;
beforeAll(async () => {
  site = await runPipeline(root);
  all = inspector(sent(submitRules(site.dataset)), sent(submitMarket(site)), 'en');
});

/** As the browser gets it. */
function sent<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

function draftOf(slug: string): Readonly<Record<string, unknown>> {
  const read = readText(readFileSync(join(root, 'data/vendors', `${slug}.yaml`), 'utf8'), slug);
  if (!('draft' in read)) throw new Error(slug);
  return read.draft;
}

function inspectUpdate(slug: string): Inspection {
  const v = site.dataset.vendors.findIndex((vendor) => vendor.slug === slug);
  return all.inspect({ draft: draftOf(slug), slug, base: slug }, reportedInReceipt(sent(receipt(site, v))));
}

function standing(v: number, scored = site): unknown {
  const { rating, overall } = scored.market.of(v);
  return {
    overall: overall && points(overall),
    rank:
      rating.kind === 'ranked'
        ? { place: rating.place, low: rating.low, high: rating.high, group: rating.group }
        : undefined,
  };
}

function shown({ standing: own }: Inspection): unknown {
  const { of: _, ...rank } = own?.rank ?? { of: 0 };
  return { overall: own?.overall, rank: own?.rank === undefined ? undefined : rank };
}

describe('the score that the form shows', () => {
  it('is that of the build for every file that takes part, with its interval, place and group', () => {
    const compared = site.dataset.vendors.flatMap((vendor, v) =>
      vendor.status === 'participating' ? [[vendor.slug, shown(inspectUpdate(vendor.slug)), standing(v)]] : [],
    );
    expect(compared.length).toBeGreaterThan(30);
    for (const [slug, own, built] of compared) expect([slug, own]).toEqual([slug, built]);
  });

  it('is that of the next build for a new file', () => {
    const { dataset } = site;
    const before = dataset.vendors.find(
      (vendor) => vendor.status === 'participating' && vendor.evidence.length > 5,
    ) as Vendor;
    const own = all.inspect(
      {
        draft: { ...draftOf(before.slug), name: { zh: '新来的' }, legalName: undefined, creditCode: undefined },
        slug: 'xin-lai',
        base: undefined,
      },
      NOTHING_REPORTED,
    );
    const vendors = [...dataset.vendors, { ...before, slug: 'xin-lai' }];
    const market = scoreMarket({ ...dataset, vendors });
    expect(own.standing?.overall).toBeDefined();
    expect(shown(own)).toEqual(standing(vendors.length - 1, { ...site, market }));
  });

  it('is that of the next build for a vendor that was only listed and has been told about', () => {
    const { dataset } = site;
    const rules = submitRules(dataset);
    const told = sent(submitContext(site));
    const joined = told.vendors
      .filter(([, scored, statistics]) => !scored && statistics.length > 0)
      .map(([slug]) => slug);
    expect(joined.length).toBeGreaterThan(0);
    for (const slug of joined) {
      const vendors = dataset.vendors.map((vendor): Vendor =>
        vendor.slug === slug ? { ...vendor, status: 'participating' } : vendor,
      );
      const market = scoreMarket({ ...dataset, vendors });
      const own = all.inspect(
        { draft: { ...draftOf(slug), status: 'participating' }, slug, base: slug },
        joining(rules, sent(submitMarket(site)), told, slug),
      );
      const built = market.scored[vendors.findIndex((vendor) => vendor.slug === slug)]?.overall;
      expect(own.standing?.overall).toEqual(built && points(built));
    }
  });

  it('is not given for a vendor that is only listed', () => {
    const listed = site.dataset.vendors.find((vendor) => vendor.status === 'listed') as Vendor;
    expect(inspectUpdate(listed.slug)).toMatchObject({ advice: [], problems: [] });
    expect(inspectUpdate(listed.slug).standing).toBeUndefined();
  });
});

describe('advice', () => {
  it('names what raises the score, and by how much it does', () => {
    const { dataset } = site;
    const blank = { name: { zh: '空白' }, status: 'participating', interests: { zh: '无' } };
    const first = all.inspect({ draft: blank, slug: 'kong-bai', base: undefined }, NOTHING_REPORTED);
    expect(first.advice).toHaveLength(3);
    const [best] = first.advice;
    expect(best).toMatchObject({ kind: 'answer' });
    const criterion = dataset.frameworks
      .find((f) => f.id === best?.framework)
      ?.dimensions.flatMap((d) => d.criteria)
      .find((c) => c.id === best?.criterion);
    const done = {
      ...blank,
      evidence: [
        {
          id: 'paper',
          tier: 'documented',
          note: { en: 'x' },
          lastLooked: dataset.release.asOf,
          lastConfirmed: dataset.release.asOf,
        },
      ],
      answers: {
        [best?.framework ?? '']: {
          [best?.criterion ?? '']: {
            evidence: ['paper'],
            facets: Object.fromEntries((criterion?.facets ?? []).map((f) => [f.id, 'met'])),
          },
        },
      },
    };
    const { market } = {
      market: scoreMarket({ ...dataset, vendors: [...dataset.vendors, vendorOf(blank), vendorOf(done, 'zz')] }),
    };
    const [before, after] = [market.scored.at(-2)?.overall?.score ?? 0, market.scored.at(-1)?.overall?.score ?? 0];
    expect(after - before).toBeCloseTo(best?.gain ?? 0, 10);
    for (const other of first.advice) expect(other.gain).toBeLessThanOrEqual(best?.gain ?? 0);
  });

  it('asks for a document where something is only claimed', () => {
    const slug = site.dataset.vendors.find((v) => v.status === 'participating')?.slug ?? '';
    const draft: Record<string, unknown> = { ...draftOf(slug) };
    const { evidence: _evidence, ...rest } = draft;
    const answers = JSON.parse(
      JSON.stringify(rest['answers'] ?? {})
        .replace(/"evidence":\[[^\]]*\],?/g, '')
        .replace(/,}/g, '}'),
    ) as unknown;
    const { advice } = all.inspect({ draft: { ...rest, answers }, slug, base: slug }, NOTHING_REPORTED);
    expect(advice.length).toBeGreaterThan(0);
  });
});

function vendorOf(draft: Readonly<Record<string, unknown>>, slug = 'kong-bai'): Vendor {
  return {
    aliases: [],
    contacts: {},
    offices: [],
    services: [],
    industries: [],
    languages: [],
    prices: [],
    evidence: [],
    answers: {},
    replies: [],
    ...draft,
    slug,
  } as unknown as Vendor;
}
