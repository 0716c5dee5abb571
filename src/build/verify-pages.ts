/**
 * Compares what pages print with the verified files of the same build: places, groups, scores, intervals, counts and prices of the
 * tables of rankings and of the home page; scores, places and waits on vendors' pages. Pages are read as text: to parse a thousand
 * of them as documents takes longer than all else of a build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathIn } from '../i18n/language.ts';
import { interval } from '../i18n/numbers.ts';
import { rankingLabels } from '../i18n/labels/rankings.ts';
import type { MarketFile, Receipt } from '../schema/api.ts';
import { LANGUAGES, type Language } from '../schema/text.ts';
import { type Tally, compare } from '../verify/difference.ts';
import type { FacetsFile } from '../views/browser/facets-file.ts';
import { pointsOptional } from '../views/format/round.ts';
import { medianWaits } from './verify-script-files.ts';

type Printed = readonly [score: number, low: number, high: number];

/** What pages have to print of a vendor, by its receipt. */
export interface ExpectedVendor {
  overall?: Printed | undefined;
  /** By id of the framework, then of `framework-dimension`; those without a score are absent. */
  frameworks: Readonly<Record<string, Printed>>;
  dimensions: Readonly<Record<string, Printed>>;
  covered: string;
  reviews: number;
  rank?: { low: number; high: number; group: number } | undefined;
  /** Whole median minutes by `item/channel`; null when most contacts were never answered. */
  waits: Readonly<Record<string, number | null>>;
}

/** What pages have to print of the vendor of a receipt. `timed` are the items that are timed. */
export function expectedOf(receipt: Receipt, timed: readonly string[]): ExpectedVendor {
  const assessed = receipt.status === 'participating' ? receipt : undefined;
  const frameworks = assessed?.frameworks ?? [];
  const byId = (entries: readonly { id: string; estimate?: Receipt['overall'] }[]): Record<string, Printed> =>
    Object.fromEntries(
      entries.flatMap(({ id, estimate }) => (estimate === undefined ? [] : [[id, printed(estimate)]])),
    );
  const waits = timed.flatMap((item) =>
    [...medianWaits(receipt, item)].map(([channel, { minutes }]) => [`${item}/${channel}`, minutes] as const),
  );
  return {
    overall: assessed?.overall && printed(assessed.overall),
    frameworks: byId(frameworks),
    dimensions: byId(frameworks.flatMap((f) => f.dimensions.map((d) => ({ ...d, id: `${f.id}-${d.id}` })))),
    covered: `${receipt.coverage.covered}/${receipt.coverage.dimensions}`,
    reviews: receipt.counted.reviews,
    rank: receipt.rank && { low: receipt.rank.low, high: receipt.rank.high, group: receipt.rank.group },
    waits: Object.fromEntries(waits),
  };
}

function printed(estimate: NonNullable<Receipt['overall']>): Printed {
  const { score, low, high } = pointsOptional(estimate)!;
  return [score, low, high];
}

/** The vendors, and the verified files that pages are compared with. */
export interface ExpectedPages {
  vendors: ReadonlyMap<string, ExpectedVendor>;
  market: MarketFile;
  facets: FacetsFile;
}

/** Compares the pages of rankings and the home pages of a built site. */
export function compareLists(into: Tally, folder: string, expected: ExpectedPages): void {
  const { vendors, market, facets } = expected;
  const whole = facets.slugs.flatMap((slug) => {
    const rank = vendors.get(slug)?.rank;
    return rank === undefined ? [] : [{ slug, ...rank }];
  });
  for (const language of LANGUAGES) {
    for (const { path, vendors: list } of [{ path: '/rankings/', vendors: whole }, ...market.lists])
      compareRanking(into, folder, page(language, path), list, language, expected, path !== '/rankings/');
    compareHome(into, folder, page(language, '/'), expected);
  }
}

/** Compares a vendor's page in both languages. */
export function compareVendorPages(
  into: Tally,
  folder: string,
  slug: string,
  vendor: ExpectedVendor,
  market: MarketFile,
): void {
  for (const language of LANGUAGES)
    compareVendorPage(into, folder, page(language, `/vendors/${slug}/`), slug, vendor, market);
}

function page(language: Language, path: string): string {
  return `${pathIn(language, path)}index.html`.slice(1);
}

function compareRanking(
  into: Tally,
  folder: string,
  path: string,
  list: MarketFile['lists'][number]['vendors'],
  language: Language,
  { vendors, facets }: ExpectedPages,
  isPart: boolean,
): void {
  const html = textOf(folder, path);
  const start = html.indexOf('<table class="ranks"');
  const table = start < 0 ? '' : html.slice(start, html.indexOf('</table>', start));
  const frameworks = [...table.matchAll(/<th\b[^>]* data-f="([^"]*)"/g)].map((m) => m[1]!);
  const hasPrices = table.includes(' data-v="');
  const prices = new Map(facets.slugs.map((slug, i) => [slug, facets.prices[i]] as const));
  let group = Number.NaN;
  const rows = table.split('<tr').flatMap((row) => {
    const slug = /href="[^"]*\/vendors\/([^/"]+)\//.exec(row)?.[1];
    if (slug === undefined) return [];
    group = Number(/<th class="g"[^>]*>(\d+)</.exec(row)?.[1] ?? group);
    const [, inMarket, place] = /<td\b[^>]*?(?: data-m="([^"]*)")?>([^<]*)/.exec(row) ?? [];
    const cells = [...row.slice(row.indexOf('</i></td>') + 1).matchAll(/<td\b([^>]*)>([^<]*)/g)];
    const reviews = cells.find((cell) => cell[1]!.includes(` data-l="${rankingLabels[language].reviews}"`))?.[2];
    const price = / data-v="([^"]*)"/.exec(row)?.[1];
    return [
      {
        ...{
          slug,
          group,
          place,
          inMarket,
          score: scoreIn(row),
          reviews: reviews === undefined ? undefined : Number(reviews),
        },
        cells: cells.slice(0, frameworks.length + 1).map((cell) => cell[2]!.trim()),
        ...(hasPrices ? { price: price === undefined ? null : Number(price) } : {}),
      },
    ];
  });
  const shownReviews = rows.some((row) => row.reviews !== undefined);
  const expected = list.map(({ slug, low, high, group: own }) => {
    const vendor = vendors.get(slug);
    const points = frameworks.map((id) => String(vendor?.frameworks[id]?.[0] ?? '–'));
    return {
      ...{ slug, group: own, place: interval(low, high), score: vendor?.overall },
      inMarket: isPart && vendor?.rank ? interval(vendor.rank.low, vendor.rank.high) : undefined,
      reviews: shownReviews ? vendor?.reviews : undefined,
      cells: [...points, vendor?.covered],
      ...(hasPrices ? { price: prices.get(slug) ?? null } : {}),
    };
  });
  compare(into, '', path, rows, expected);
}

/** Every vendor that the home page gives a score. */
function compareHome(into: Tally, folder: string, path: string, { vendors }: ExpectedPages): void {
  for (const part of textOf(folder, path).split('<p class="who">').slice(1)) {
    const slug = /href="[^"]*\/vendors\/([^/"]+)\//.exec(part)?.[1] ?? '';
    compare(into, slug, path, scoreIn(part), vendors.get(slug)?.overall);
  }
}

function compareVendorPage(
  into: Tally,
  folder: string,
  path: string,
  slug: string,
  vendor: ExpectedVendor,
  { ranked, contacts }: MarketFile,
): void {
  // Digits and tags alone are read, and these are the same bytes in Latin 1, which takes a fraction of the time.
  const html = textOf(folder, path, 'latin1');
  const [check = ''] = /<[^>]* data-score="[^>]*>/.exec(html) ?? [];
  const attribute = (name: string): number => Number(new RegExp(` data-${name}="([^"]*)"`).exec(check)?.[1]);
  if (vendor.overall !== undefined)
    compare(into, slug, `${path} data-score`, ['score', 'low', 'high'].map(attribute), vendor.overall);
  const panel = partOf(html, '<dl class="panel">', '</dl>');
  const frameworks = panel.split(/ href="#f-/).slice(1);
  if (vendor.overall !== undefined) compare(into, slug, `${path} panel`, scoreIn(panel), vendor.overall);
  for (const part of frameworks) {
    const id = part.slice(0, part.indexOf('"'));
    compare(into, slug, `${path} #f-${id}`, scoreIn(part), vendor.frameworks[id]);
  }
  const dimensions = html.split('<details class="dim" id="d-').slice(1);
  compare(into, slug, `${path} dimensions`, dimensions.length >= Object.keys(vendor.dimensions).length, true);
  for (const part of dimensions) {
    const id = part.slice(0, part.indexOf('"'));
    const summary = part.slice(0, part.indexOf('</summary>'));
    const label = / aria-label="(\d+)\D+(\d+)\D+(\d+)\D*"/.exec(summary)?.slice(1).map(Number);
    const bold = /<b[^>]*>(\d+)<\/b>$/.exec(summary)?.[1];
    const own = vendor.dimensions[id];
    // One without enough evidence has a score but no bar.
    if (label !== undefined) compare(into, slug, `${path} #d-${id} bar`, label, own);
    compare(into, slug, `${path} #d-${id}`, bold === undefined ? undefined : Number(bold), own?.[0]);
  }
  if (vendor.rank !== undefined) {
    const numbers = new Set(
      partOf(html, '<p class="standing">', '</p>')
        .match(/\d[\d,]*/g)
        ?.map((n) => Number(n.replaceAll(',', ''))),
    );
    const missing = [vendor.rank.low, vendor.rank.high, ranked].filter((n) => !numbers.has(n));
    compare(into, slug, `${path} places`, missing.length === 0 ? undefined : [...numbers].join(' '), undefined);
  }
  const shown = [...html.matchAll(/ data-c="([^"]*)" data-own="([^"]*)" data-v="([^"]*)"/g)];
  const market = new Map<string, number | null>(contacts.map((c) => [`${c.item}/${c.channel}`, c.median] as const));
  const minutes = (text: string | undefined): number | null => (text === 'Infinity' ? null : Math.round(Number(text)));
  for (const [, key = '', own, of] of shown)
    compare(into, slug, `${path} ${key}`, [minutes(own), minutes(of)], [vendor.waits[key], market.get(key)]);
}

/** The first score with its interval in a piece of a page. */
function scoreIn(html: string): number[] | undefined {
  return /<b>(\d+)<\/b>(?:<[^i][^>]*>|\s)*<i>(\d+)\D+(\d+)<\/i>/.exec(html)?.slice(1).map(Number);
}

function partOf(html: string, from: string, to: string): string {
  const start = html.indexOf(from);
  return start < 0 ? '' : html.slice(start, html.indexOf(to, start));
}

/** The text of a page; empty where there is none, so that whatever it should print is missing. */
function textOf(folder: string, path: string, encoding: 'utf8' | 'latin1' = 'utf8'): string {
  const file = join(folder, path);
  return existsSync(file) ? readFileSync(file, encoding) : '';
}
