import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildFailed } from '../../src/build/step.ts';
import { type VerifiedPart, beginVerification, differenceText, refuse, verifySite } from '../../src/build/verify.ts';
import { pathIn } from '../../src/i18n/language.ts';
import { compareIntegrity } from '../../src/build/verify-reports.ts';
import type { IndexFile, IntegrityFile, Receipt } from '../../src/schema/api.ts';
import type { Questionnaire } from '../../src/schema/questionnaire.ts';
import { emptyTally } from '../../src/verify/difference.ts';
import { LANGUAGES, type Language } from '../../src/schema/text.ts';
import { csvFiles } from '../../src/views/published/csv-files.ts';
import { apiFiles } from '../../src/views/published/files.ts';
import { receipt } from '../../src/views/published/receipt.ts';
import { badgeOf, badgePath, badgeSvg } from '../../src/views/published/badge.ts';
import { publishedCompareFile } from '../../src/views/browser/compare-file.ts';
import { facetsFile } from '../../src/views/browser/facets-file.ts';
import { searchFigures } from '../../src/views/browser/search-files.ts';
import { submitMarket, submitContext } from '../../src/views/browser/submit-files.ts';
import { weightsFile } from '../../src/views/browser/weights-file.ts';
import { marketFile } from '../../src/views/published/market-file.ts';
import { rankings } from '../../src/views/pages/rankings.ts';
import { scopeOf } from '../../src/views/market/places.ts';
import { interval } from '../../src/i18n/numbers.ts';
import { rankingLabels } from '../../src/i18n/labels/rankings.ts';
import { points } from '../../src/views/format/round.ts';
import { smallMarket } from '../views/published/small-market.ts';

const scoring = smallMarket();
let folder: string;

/** The parts of a ranking page that hold numbers, in the markup of the site. */
function rankingPage(path: string, language: Language): string {
  const { dataset } = scoring;
  const view = rankings(
    scoring,
    path === '/rankings/' ? { kind: 'all' } : scopeOf(path.slice('/rankings/'.length, -1)),
    language,
  );
  const rows = view.groups.flatMap(({ group, rows }) =>
    rows.map(
      (row, at) =>
        `<tr>${at === 0 ? `<th class="g" rowspan="${rows.length}">${group}</th>` : ''}` +
        `<td data-l="p"${row.inMarket ? ` data-m="${interval(row.inMarket.low, row.inMarket.high)}"` : ''}>${interval(row.standing.low, row.standing.high)}</td>` +
        `<th scope="row"><a href="/vendors/${row.slug}/">n</a></th>` +
        `<td class="s"><b>${row.points.score}</b><i>${row.points.low}–${row.points.high}</i></td>` +
        row.frameworks.map((score) => `<td>${score ?? '–'}</td>`).join('') +
        `<td>${row.covered}/${row.dimensions}</td>` +
        (view.hasReviews ? `<td data-l="${rankingLabels[language].reviews}">${row.reviews}</td>` : '') +
        (view.hasPrices ? `<td${row.price ? ` data-v="${row.price.amount}"` : ''}>–</td>` : '') +
        '</tr>',
    ),
  );
  const heads = view.frameworks.map((f) => `<th data-f="${f.id}"></th>`).join('');
  return `<main>${dataset.site.name.en}<table class="ranks"><tr>${heads}</tr>${rows.join('')}</table></main>`;
}

const homePage = (): string =>
  rankings(scoring, { kind: 'all' }, 'en')
    .groups.flatMap(({ rows }) => rows)
    .map(
      ({ slug, points: p }) =>
        `<li><p class="who"><a href="/vendors/${slug}/"></a></p><p class="num"><b>${p.score}</b><i>${p.low}–${p.high}</i></p></li>`,
    )
    .join('');

function vendorPage({ overall, rank, frameworks, status }: Receipt): string {
  const assessed = status === 'participating';
  const shown = (e: Receipt['overall']): string => {
    const p = e && points(e);
    return p ? `<b>${p.score}</b><span><i>${p.low}–${p.high}</i></span>` : '';
  };
  const dimensions = frameworks.flatMap((f) =>
    f.dimensions.map((d) => {
      const p = d.estimate && points(d.estimate);
      const bar = p
        ? `<svg aria-label="${p.score} points, interval ${p.low} to ${p.high}"></svg><b>${p.score}</b>`
        : '';
      return `<details class="dim" id="d-${f.id}-${d.id}"><summary>${bar}</summary></details>`;
    }),
  );
  const p = assessed && overall ? points(overall) : undefined;
  const panels = frameworks.map((f) => `<a href="#f-${f.id}"></a>${shown(f.estimate)}`).join('');
  return (
    (rank
      ? `<p class="standing">Between place ${rank.low} and place ${rank.high} of ${marketFile(scoring).ranked}.</p>`
      : '') +
    (assessed ? `<dl class="panel">${shown(overall)}${panels}</dl>${dimensions.join('')}` : '') +
    (p ? `<section data-score="${p.score}" data-low="${p.low}" data-high="${p.high}"></section>` : '')
  );
}

/** Writes what the build verifies, as the build would: JSON, CSV, and pages that hold the printed numbers. */
function writeSite(): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [name, make] of Object.entries(apiFiles)) write(`api/v1/${name}.json`, JSON.stringify(make(scoring)));
  for (const [name, make] of Object.entries(csvFiles)) write(`data/${name}.csv`, make(scoring));
  const scriptFiles = {
    'rankings/facets': facetsFile(scoring),
    'rankings/weights': weightsFile(scoring),
    'search/figures': searchFigures(scoring),
    'submit/market': submitMarket(scoring),
    'submit/told': submitContext(scoring),
  };
  for (const [path, content] of Object.entries(scriptFiles)) write(`${path}.json`, JSON.stringify(content));
  for (const language of LANGUAGES) {
    for (const path of ['/rankings/', ...marketFile(scoring).lists.map((list) => list.path)])
      write(`${pathIn(language, path).slice(1)}index.html`, rankingPage(path, language));
    write(`${pathIn(language, '/').slice(1)}index.html`, homePage());
  }
  scoring.dataset.vendors.forEach(({ slug }, v) => {
    const own = receipt(scoring, v);
    write(`api/v1/vendors/${slug}.json`, JSON.stringify(own));
    write(`compare/${slug}.json`, JSON.stringify(publishedCompareFile(scoring, v)));
    for (const language of LANGUAGES)
      write(badgePath(slug, language).slice(1), badgeSvg(badgeOf(scoring, v, language), language));
    for (const language of LANGUAGES)
      write(`${pathIn(language, `/vendors/${slug}/`).slice(1)}index.html`, vendorPage(own));
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
    expect(output.split('\n')[0]).toMatch(/^3 .*published values differ/);
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
    expect(found()).toEqual([[first, 'compare.json.weights[0].scores[0]']]);
    writeSite();
    tamper(`en/badges/${first}.svg`, /(?<=<text[^>]*>[^<]*· place )/, '9');
    expect(found()).toEqual([[first, `en/badges/${first}.svg`]]);
    writeSite();
    tamper('rankings/facets.json', /"scores":\[[\d.]+/, '"scores":[12.5');
    expect(found()).toEqual([['', 'rankings/facets.json.scores[0]']]);
    writeSite();
    tamper('submit/market.json', new RegExp(`"${first}",[\\d.]+`), `"${first}",12.5`);
    expect(found()).toEqual([['', 'submit/market.json.ranked[0][1]']]);
  });

  it('fails on figures of the market that the receipts do not give', () => {
    tamper('api/v1/market.json', /"median":[\d.]+/, '"median":12.25');
    expect(found()).toEqual([['', 'market.json.scores.overall.median']]);
  });

  it('fails on a page that prints another score, or none', () => {
    const page = 'en/vendors/vendor-01/index.html';
    tamper(page, /data-score="\d+"/, 'data-score="99"');
    expect(found()).toEqual([['vendor-01', `${page} data-score[0]`]]);
    tamper('vendors/vendor-01/index.html', /data-low="\d+"/, '');
    expect(found()).toHaveLength(2);
    writeSite();
    tamper(page, /(<details class="dim" id="d-talk-answers">.*?<b>)\d+/, '$199');
    expect(found()).toEqual([['vendor-01', `${page} #d-talk-answers`]]);
    writeSite();
    tamper(page, /(#f-talk"><\/a><b>)\d+/, '$199');
    expect(found()).toEqual([['vendor-01', `${page} #f-talk[0]`]]);
    writeSite();
    tamper('en/index.html', /<b>\d+/, '<b>99');
    expect(found().map(([, path]) => path)).toEqual(['en/index.html[0]']);
    writeSite();
    rmSync(join(folder, 'rankings/index.html'));
    expect(found().map(([, path]) => path)).toContain('rankings/index.html.length');
  });

  it.each([
    ['a score', /<b>\d+/, '<b>99', '[0].score[0]'],
    ['an end of an interval', /–\d+<\/i>/, '–99</i>', '[0].score[2]'],
    ['a group', /<th class="g" rowspan="(\d+)">1</, '<th class="g" rowspan="$1">2<', '[0].group'],
    ['a place', /(<td data-l="p"[^>]*>)[^<]*/, '$17–9', '[0].place'],
    ['the dimensions that are covered', /<td>\d+\/(\d+)/, '<td>0/$1', '[0].cells[2]'],
    ['a number of reviews', /(<td data-l="Reviews">)\d+/, '$199', '[0].reviews'],
  ] as const)('fails on a table of the ranking that prints %s otherwise', (_, from, to, path) => {
    tamper('en/rankings/index.html', from, to);
    expect(found()[0]).toEqual(['', `en/rankings/index.html${path}`]);
  });

  it.each([
    ['rankings/weights.json', /("measureSds":\[\[?)[\d.]+/, '$1999', 'rankings/weights.json[0].measures[0].sd'],
    ['rankings/weights.json', /("loadings":\[\[)\d+/, '$1999', 'rankings/weights.json.loadings[0][0]'],
    ['search/figures.json', /("scores":\[)\d+/, '$199', 'search/figures.json.scores[0]'],
    ['search/figures.json', /("ranked":\[)\d+/, '$199', 'search/figures.json.ranked[0]'],
    ['submit/market.json', /("mu":)[\d.]+/, '$199', /^submit\/market\.json\.priors\.[a-z-]+\.mu$/],
    ['submit/told.json', /("weight":)[\d.]+/, '$199', 'submit/told.json[2][0].weight'],
    ['submit/told.json', /("review":)[\d.]+/, '$10.125', 'submit/told.json.overlap.review'],
    ['api/v1/freshness.json', /("total":)\d+/, '$1999', 'freshness.json.total'],
    ['api/v1/freshness.json', /("days":)\d+/, '$1999', /^freshness\.json\.[a-z-]+(\.days|\[\d+\]\.days)$/],
    ['api/v1/integrity.json', /("published":)\d+/, '$1999', 'integrity.json.published'],
  ] as const)('fails on %s where a number is changed: %s', (file, from, to, path) => {
    tamper(file, from, to);
    const paths = found().map(([, where]) => where);
    expect(paths).toContainEqual(typeof path === 'string' ? path : expect.stringMatching(path));
  });

  it('fails on a file with numbers of which nobody has said how it is proven', () => {
    writeFileSync(join(folder, 'api/v1/extra.json'), '{"score":1}');
    expect(found()).toEqual([['', 'api/v1/extra.json']]);
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

describe('the report on unusual reviews', () => {
  const review = (id: string, on: string, source: string, rating: number): object => ({
    id,
    on,
    source,
    answers: { kind: rating },
  });
  const own = {
    ...{ overall: { score: 50 }, rank: { place: 2 } },
    rows: {
      reviews: [
        review('r-1', '2026-01-01', 'vendor-supplied', 5),
        review('r-2', '2026-01-02', 'vendor-supplied', 4),
        review('r-3', '2026-03-01', 'verified-contract', 2),
      ],
    },
  } as unknown as Receipt;
  // On a scale of 1 to 5, ratings of 5 and 4 are 1 and 0.75 of it, on average 0.875; a rating of 2 is 0.25.
  const entry = {
    ...{ slug: 'a', score: 50, place: 2 },
    rows: ['r-1', 'r-2'].map((id) => ({ id, reasons: ['burst'] })),
    bursts: [{ from: '2026-01-01', to: '2026-01-07', count: 2, expected: 0.1, probability: 0.0001 }],
    gap: { supplied: 0.875, verified: 0.25, suppliedCount: 2, verifiedCount: 1 },
  };
  const paths = (changed: object): string[] => {
    const tally = emptyTally();
    const file = { published: 3, flagged: 2, vendors: [{ ...entry, ...changed }] } as unknown as IntegrityFile;
    const index = { counts: { reviews: { published: 3 } } } as IndexFile;
    const questions = [{ id: 'kind', kind: 'rating', low: 1, high: 5 }] as unknown as Questionnaire['questions'];
    compareIntegrity(tally, file, index, { questions }, () => own);
    return tally.differences.map((d) => d.path);
  };

  it('passes where counts, scores, places, windows and gaps are those of the receipts', () => {
    expect(paths({})).toEqual([]);
  });

  it.each([
    [{ score: 51 }, 'integrity.json.score'],
    [{ place: 1 }, 'integrity.json.place'],
    [{ bursts: [{ ...entry.bursts[0], count: 3 }] }, 'integrity.json.bursts[0].count'],
    [{ rows: entry.rows.slice(1) }, 'integrity.json.flagged'],
    [{ rows: [...entry.rows, { id: 'r-9', reasons: ['near-duplicate'] }] }, 'integrity.json.rows[r-9]'],
    [{ rows: [entry.rows[0], { id: 'r-2', reasons: ['near-duplicate'] }] }, 'integrity.json.rows[r-2].burst'],
    [{ gap: { ...entry.gap, supplied: 0.9 } }, 'integrity.json.gap.supplied'],
  ])('fails where it says %j', (changed, path) => {
    expect(paths(changed)).toContain(path);
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
