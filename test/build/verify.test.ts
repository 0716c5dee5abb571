import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildFailed } from '../../src/build/step.ts';
import { type VerifiedPart, beginVerification, differenceText, refuse, verifySite } from '../../src/build/verify.ts';
import { pathIn } from '../../src/i18n/language.ts';
import type { Receipt } from '../../src/schema/api.ts';
import { LANGUAGES } from '../../src/schema/text.ts';
import { csvFiles } from '../../src/views/published/csv-files.ts';
import { apiFiles } from '../../src/views/published/files.ts';
import { receipt } from '../../src/views/published/receipt.ts';
import { badgeOf, badgePath, badgeSvg } from '../../src/views/published/badge.ts';
import { publishedCompareFile } from '../../src/views/browser/compare-file.ts';
import { facetsFile } from '../../src/views/browser/facets-file.ts';
import { submitMarket } from '../../src/views/browser/submit-files.ts';
import { points } from '../../src/views/format/round.ts';
import { smallMarket } from '../views/published/small-market.ts';

const scoring = smallMarket();
let folder: string;

/** Writes what the build verifies, as the build would: JSON, CSV, and pages that hold the printed score. */
function writeSite(): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [name, make] of Object.entries(apiFiles)) write(`api/v1/${name}.json`, JSON.stringify(make(scoring)));
  for (const [name, make] of Object.entries(csvFiles)) write(`data/${name}.csv`, make(scoring));
  write('rankings/facets.json', JSON.stringify(facetsFile(scoring)));
  write('submit/market.json', JSON.stringify(submitMarket(scoring)));
  scoring.dataset.vendors.forEach(({ slug }, v) => {
    const own = receipt(scoring, v);
    write(`api/v1/vendors/${slug}.json`, JSON.stringify(own));
    write(`compare/${slug}.json`, JSON.stringify(publishedCompareFile(scoring, v)));
    for (const language of LANGUAGES)
      write(badgePath(slug, language).slice(1), badgeSvg(badgeOf(scoring, v, language), language));
    const printed = own.overall ? points(own.overall) : undefined;
    const attributes = printed
      ? `data-score="${printed.score}" data-low="${printed.low}" data-high="${printed.high}"`
      : '';
    for (const language of LANGUAGES)
      write(`${pathIn(language, `/vendors/${slug}/`).slice(1)}index.html`, `<section ${attributes}></section>`);
  });
}

/** Replaces text in a file of the site; the text must be there. */
function tamper(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`${path} holds no ${String(from)}`);
  writeFileSync(join(folder, path), changed);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'verify-'));
  writeSite();
});
afterEach(() => rmSync(folder, { recursive: true }));

const RECEIPT = 'api/v1/vendors/vendor-01.json';
const published = (): Receipt => JSON.parse(readFileSync(join(folder, RECEIPT), 'utf8')) as Receipt;
const found = (): [string, string][] => verifySite(folder).differences.map((d) => [d.vendor, d.path]);

describe('a built site', () => {
  it('passes as it was built', () => {
    const { differences, receipts, compared } = verifySite(folder);
    expect([differences, receipts]).toEqual([[], 15]);
    expect(compared).toBeGreaterThan(4000);
    expect(() => refuse(differences)).not.toThrow();
  });

  it('comes to the same when its vendors are divided among several processes', () => {
    tamper(RECEIPT, /"between":0\.\d/, '"between":0.9');
    const slugs = scoring.dataset.vendors.map((v) => v.slug);
    const parts = [slugs.filter((_, i) => i % 2 === 1), slugs.filter((_, i) => i % 2 === 0), []].map((own) => {
      const check = beginVerification(folder);
      for (const slug of own) check.vendor(slug);
      return deserialize(serialize(check.part())) as VerifiedPart;
    });
    const all = beginVerification(folder);
    for (const part of parts) all.take(part);
    const [together, alone] = [all.finish(), verifySite(folder)];
    expect(alone.differences.length).toBeGreaterThan(0);
    expect(together).toEqual(alone);
  });

  it('fails on a receipt whose score is not what its rows give', () => {
    const score = published().overall?.score ?? Number.NaN;
    tamper(RECEIPT, `"score":${score}`, '"score":99.5');
    expect(found()).toEqual([
      ['vendor-01', 'overall.score'],
      ['vendor-01', 'data/vendors.csv.score'],
      ['vendor-01', 'vendors.json.overall.score'],
      ['vendor-01', 'vendors/vendor-01/index.html data-score'],
      ['vendor-01', 'en/vendors/vendor-01/index.html data-score'],
    ]);
  });

  it('fails on an order under other methods that the receipts do not give', () => {
    const file = JSON.parse(readFileSync(join(folder, 'api/v1/sensitivity.json'), 'utf8')) as {
      tau: { anyWeights: number };
    };
    tamper('api/v1/sensitivity.json', `"anyWeights":${file.tau.anyWeights}`, '"anyWeights":1');
    expect(found()).toEqual([['', 'sensitivity.json.tau.anyWeights']]);
  });

  it('says which vendor, where, what was published and what it should be', () => {
    const score = published().overall?.score ?? Number.NaN;
    tamper(RECEIPT, `"score":${score}`, '"score":99.5');
    let output = '';
    try {
      refuse(verifySite(folder).differences);
    } catch (error) {
      expect(error).toBeInstanceOf(BuildFailed);
      expect((error as Error).message).toBe('verify failed');
      output = (error as BuildFailed).output;
    }
    expect(output.split('\n')[0]).toMatch(/^5 .*published values differ/);
    expect(output.split('\n')[1]).toMatch(
      /^vendor-01: overall\.score - 公布 \/ published 99\.5; 重算 \/ recomputed \d\d\.\d+$/,
    );
    expect(Number(output.split('\n')[1]?.split(' ').at(-1))).toBeCloseTo(score, 9);
  });

  it('fails on vendors.json, index.json, frameworks.json and methodology.json that say otherwise', () => {
    tamper('api/v1/vendors.json', '"place":1,', '"place":2,');
    tamper('api/v1/index.json', /"ranked":\d+/, '"ranked":99');
    tamper('api/v1/frameworks.json', '"weight":0.75', '"weight":0.76');
    const paths = found().map(([, path]) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'vendors.json.rank.place',
        'index.json.counts.ranked',
        'frameworks.json.frameworks[talk].weight',
      ]),
    );
    writeSite();
    tamper('api/v1/methodology.json', '"halfLifeDays":365', '"halfLifeDays":300');
    expect(found().map(([, path]) => path)).toContain('rules.reviews.halfLifeDays');
  });

  it('fails on a table that says otherwise, or lacks a line', () => {
    tamper('data/scores.csv', /^(vendor-02,talk,[\d.]+,answers,[\d.]+,)[\d.]+/m, '$112.5');
    expect(found()).toEqual([['vendor-02', 'data/scores.csv[talk/answers].score']]);
    writeSite();
    tamper('data/scores.csv', /vendor-02,talk,[^\r]*\r\n/, '');
    expect(found()).toContainEqual(['vendor-02', 'data/scores.csv.length']);
    writeSite();
    tamper('data/vendors.csv', /\r\nvendor-03,.*?(?=\r\nvendor-04)/s, '');
    expect(found()).toContainEqual(['vendor-03', 'data/vendors.csv.score']);
  });

  it('fails on a badge, or a file for comparing, filtering or submitting, that says otherwise', () => {
    const [first] = (
      JSON.parse(readFileSync(join(folder, 'rankings/facets.json'), 'utf8')) as { slugs: string[]; scores: number[] }
    ).slugs;
    const shown = JSON.parse(readFileSync(join(folder, `compare/${first}.json`), 'utf8')) as {
      overall: number[];
      unrounded: number[];
      standing: { low: number };
    };
    tamper(
      `compare/${first}.json`,
      `"unrounded":[${shown.unrounded.join(',')}]`,
      `"unrounded":[99,${shown.unrounded[1]}]`,
    );
    tamper(`compare/${first}.json`, `"overall":[${shown.overall.join(',')}]`, '"overall":[99,98,100]');
    expect(found()).toEqual(
      [0, 1, 2].map((i) => [first, `compare.json.overall[${i}]`]).concat([[first, 'compare.json.unrounded[0]']]),
    );
    writeSite();
    tamper(`compare/${first}.json`, `"standing":{"low":${shown.standing.low}`, '"standing":{"low":9');
    expect(found()).toEqual([[first, 'compare.json.standing.low']]);
    writeSite();
    tamper(`compare/${first}.json`, /"weights":\{"vendors":1,"scores":\[\d+/, '"weights":{"vendors":1,"scores":[1');
    expect(found()).toEqual([[first, 'compare.json.weights.scores[0]']]);
    writeSite();
    tamper(`en/badges/${first}.svg`, /(?<=<text[^>]*>[^<]*· place )/, '9');
    expect(found()).toEqual([[first, `en/badges/${first}.svg`]]);
    writeSite();
    tamper('rankings/facets.json', /"scores":\[[\d.]+/, '"scores":[12.5');
    expect(found()).toEqual([['', `rankings/facets.json.${first}.score`]]);
    writeSite();
    tamper('submit/market.json', new RegExp(`"${first}",[\\d.]+`), `"${first}",12.5`);
    expect(found()).toEqual([['', `submit/market.json.${first}.score`]]);
  });

  it('fails on figures of the market that the receipts do not give', () => {
    tamper('api/v1/market.json', /"median":[\d.]+/, '"median":12.25');
    expect(found()).toEqual([['', 'market.json.scores.overall.median']]);
  });

  it('fails on a page that prints another score, or none', () => {
    tamper('en/vendors/vendor-01/index.html', /data-score="\d+"/, 'data-score="99"');
    expect(found()).toEqual([['vendor-01', 'en/vendors/vendor-01/index.html data-score']]);
    tamper('vendors/vendor-01/index.html', /data-low="\d+"/, '');
    expect(found()).toHaveLength(2);
  });

  it('fails when a receipt is missing, has another name, or is no JSON', () => {
    rmSync(join(folder, RECEIPT));
    expect(found().map(([, path]) => path)).toEqual(
      expect.arrayContaining(['index.json.counts.vendors', 'measures[clear].prior.mu']),
    );
    writeSite();
    tamper(RECEIPT, '"slug":"vendor-01"', '"slug":"vendor-99"');
    expect(found()).toContainEqual(['vendor-01', 'slug']);
    writeFileSync(join(folder, RECEIPT), '{');
    expect(() => verifySite(folder)).toThrow(RECEIPT);
  });
});

describe('many differences', () => {
  it('are told up to thirty, and how many more there are', () => {
    const many = Array.from({ length: 42 }, (_, i) => ({
      vendor: '',
      path: `p${i}`,
      published: undefined,
      recomputed: i,
    }));
    const lines = differenceText(many).split('\n');
    expect(lines[0]).toMatch(/^42 /);
    expect(lines[1]).toBe('p0 - 公布 / published （无 / none）; 重算 / recomputed 0');
    expect(lines).toHaveLength(32);
    expect(lines.at(-1)).toBe('另有 12 处 / and 12 more');
  });
});
