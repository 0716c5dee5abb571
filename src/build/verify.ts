/** Reads a built site back from disk and computes every published number again, before the site goes out. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { badgeLabels } from '../i18n/labels/badge.ts';
import { number } from '../i18n/numbers.ts';
import type {
  FrameworksFile,
  IndexFile,
  MarketFile,
  MethodologyFile,
  Receipt,
  SensitivityFile,
  VendorsFile,
} from '../schema/api.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import type { SubmitTold } from '../schema/submit-files.ts';
import { LANGUAGES } from '../schema/text.ts';
import { type Difference, type Tally, addTally, compare, emptyTally } from '../verify/difference.ts';
import { type MarketPart, checkMarket } from '../verify/market.ts';
import { type FiguresPart, checkMarketFigures } from '../verify/market-figures.ts';
import { verifyFrameworks } from '../verify/method.ts';
import { checkReceipt } from '../verify/receipt.ts';
import { type SensitivityPart, checkSensitivity } from '../verify/sensitivity.ts';
import {
  type Counts,
  addCounts,
  compareCounts,
  compareScoreLines,
  compareVendorRecord,
  countReceipt,
  noCounts,
} from '../verify/tables.ts';
import { badgePath } from '../views/published/badge.ts';
import type { CompareFile } from '../views/browser/compare-file.ts';
import { proofOf } from '../views/published/proofs.ts';
import { BuildFailed } from './step.ts';
import { type ExpectedVendor, compareLists, compareVendorPages, expectedOf } from './verify-pages.ts';
import { type Dated, compareFreshness, compareIntegrity, datedIn } from './verify-reports.ts';
import { type ScriptFilesPart, checkScriptFiles, compareCompareFile, measuresInOrder } from './verify-script-files.ts';

/** What verifying came to. */
export interface Verified {
  differences: readonly Difference[];
  /** Published values compared. */
  compared: number;
}

/** Verifies a whole site: its files, then its pages by them. @throws as `beginVerification`. */
export function verifySite(folder: string): Verified & { receipts: number } {
  const check = beginVerification(folder);
  for (const slug of slugsIn(join(folder, 'api/v1/vendors'))) check.vendor(slug);
  return check.finish();
}

/** What a verification keeps of the vendors that it has read, as plain data. */
export interface VerifiedPart {
  /** Receipts and tables. */
  tally: Tally;
  /** What vendors' pages print. */
  pages: Tally;
  /** Badges and files for comparing. */
  scripts: Tally;
  counts: Counts;
  market: MarketPart;
  orders: SensitivityPart;
  figures: FiguresPart;
  files: ScriptFilesPart;
  /** What lists of vendors have to print. */
  expected: readonly (readonly [slug: string, vendor: ExpectedVendor])[];
  dated: readonly Dated[];
}

/** Verifies a built site. Vendors may be divided among several processes. */
export interface Verification {
  /**
   * Verifies all that is published of one vendor: the receipt from its rows, its lines in the tables, its badges, the file for
   * comparing, and the scores, places and waits that its pages print.
   * @throws Error when a file that must be there cannot be read or is no JSON, with its path.
   */
  vendor(slug: string): void;
  part(): VerifiedPart;
  /** Takes in what another process has verified of the same site. */
  take(part: VerifiedPart): void;
  /**
   * Verifies what only all receipts together settle: priors, places and ranks, `sensitivity.json`, `market.json`,
   * `vendors.json`, `index.json`, the files that scripts read, the editors' reports, the rankings and the home page; and that
   * the proof of every file with numbers is known. To be called once, after the last vendor.
   */
  finish(): Verified & { receipts: number };
}

/**
 * Begins to verify the site in `folder`; the files that there is one of must be there.
 * @throws Error when one of them cannot be read or is no JSON, with its path.
 */
export function beginVerification(folder: string): Verification {
  const api = <T>(file: string): T => readJson<T>(join(folder, 'api/v1', file));
  const context = {
    frameworks: api<FrameworksFile>('frameworks.json'),
    methodology: api<MethodologyFile>('methodology.json'),
    vendors: api<VendorsFile>('vendors.json'),
  };
  const scores = scoreLines(folder);
  const records = vendorRecords(folder);
  const market = checkMarket(context);
  const orders = checkSensitivity(context);
  const figures = checkMarketFigures(context);
  const tally = emptyTally();
  const counts = noCounts();
  const scripts = emptyTally();
  const pages = emptyTally();
  const measures = measuresInOrder(context, readJson<SubmitTold>(join(folder, 'submit/told.json')).measures);
  const files = checkScriptFiles(measures);
  const marketFile = api<MarketFile>('market.json');
  const expected: (readonly [slug: string, vendor: ExpectedVendor])[] = [];
  const dated: Dated[] = [];
  const numberRanked = context.vendors.filter((v) => v.rank !== undefined).length;
  const questionnaire = api<Questionnaire>('questionnaire.json');
  const items = questionnaire.observations?.items ?? [];
  const timedItems = items.filter((item) => item.kind === 'duration').map((item) => item.id);
  const [timed] = timedItems;
  return {
    vendor(slug) {
      const receipt = api<Receipt>(`vendors/${slug}.json`);
      const checked = checkReceipt(receipt, context);
      addTally(tally, checked);
      compare(tally, slug, 'slug', receipt.slug, slug);
      market.add(receipt, checked.recomputed);
      orders.add(receipt);
      figures.add(receipt);
      files.add(receipt, checked.recomputed);
      countReceipt(counts, receipt);
      compareScoreLines(tally, receipt, scores.head, scores.lines.get(slug) ?? []);
      compareVendorRecord(tally, receipt, records.get(slug));
      compareBadges(scripts, slug, receipt.rank, numberRanked, folder);
      compareCompareFile(
        scripts,
        receipt,
        readJson<CompareFile>(join(folder, `compare/${slug}.json`)),
        numberRanked,
        timed,
        measures,
      );
      const own = expectedOf(receipt, timedItems);
      expected.push([slug, own]);
      dated.push(datedIn(receipt));
      compareVendorPages(pages, folder, slug, own, marketFile);
    },
    part: () => ({
      tally,
      scripts,
      pages,
      counts,
      market: market.part(),
      orders: orders.part(),
      figures: figures.part(),
      files: files.part(),
      expected,
      dated,
    }),
    take(part) {
      addTally(tally, part.tally);
      addTally(scripts, part.scripts);
      addTally(pages, part.pages);
      addCounts(counts, part.counts);
      market.take(part.market);
      orders.take(part.orders);
      figures.take(part.figures);
      files.take(part.files);
      for (const vendor of part.expected) expected.push(vendor);
      for (const own of part.dated) dated.push(own);
    },
    finish() {
      for (const { differences } of [tally, scripts, pages])
        differences.sort((a, b) => (a.vendor < b.vendor ? -1 : a.vendor > b.vendor ? 1 : 0));
      compareCounts(tally, counts, api<IndexFile>('index.json'));
      const whole = market.finish();
      // Once a receipt is wrong, every order made of it is too: to list those as well would bury the cause.
      const right = tally.differences.length + whole.differences.length === 0;
      const parts = right
        ? [
            whole,
            orders.finish(api<SensitivityFile>('sensitivity.json')),
            figures.finish(marketFile),
            files.finish((path) => readJson(join(folder, `${path}.json`))),
            scripts,
          ]
        : [whole];
      const rest = emptyTally();
      compareLists(rest, folder, {
        vendors: new Map(expected),
        market: marketFile,
        facets: readJson(join(folder, 'rankings/facets.json')),
      });
      compareFreshness(rest, api('freshness.json'), dated);
      compareIntegrity(rest, api('integrity.json'), api('index.json'), questionnaire, (slug) =>
        api(`vendors/${slug}.json`),
      );
      compareProofs(rest, folder);
      // What pages and reports print follows from the receipts: their differences too would bury the cause.
      const after = right ? [...parts, rest, pages] : parts;
      return {
        differences: [...verifyFrameworks(context), ...tally.differences, ...after.flatMap((part) => part.differences)],
        receipts: counts.vendors,
        compared: tally.compared + after.reduce((sum, part) => sum + part.compared, 0),
      };
    },
  };
}

/** Compares what the badges of a ranked vendor say with its receipt: group, places, and out of how many. */
function compareBadges(into: Tally, slug: string, rank: Receipt['rank'], ranked: number, folder: string): void {
  if (rank === undefined) return;
  for (const language of LANGUAGES) {
    const path = badgePath(slug, language).slice(1);
    const expected = badgeLabels[language].ranked(
      number(rank.group),
      number(rank.low),
      number(rank.high),
      number(ranked),
    );
    const texts = [...readFileSync(join(folder, path), 'utf8').matchAll(/<text\b[^<>]*>([^<]*)<\/text>/g)].map(
      (m) => m[1],
    );
    compare(into, slug, path, texts.includes(expected) ? expected : texts[1], expected);
  }
}

/** Stops a build that would publish a number which does not come out when it is computed again. @throws BuildFailed */
export function refuse(differences: readonly Difference[]): void {
  if (differences.length > 0) throw new BuildFailed('verify', differenceText(differences));
}

/** Differences told one by one. */
const TOLD = 30;

/** The differences as text in both languages, one line each; the first 30 and how many more there are. */
export function differenceText(differences: readonly Difference[]): string {
  const lines = differences
    .slice(0, TOLD)
    .map(
      ({ vendor, path, published, recomputed }) =>
        `${vendor === '' ? '' : `${vendor}: `}${path} - 公布 / published ${told(published)}; 重算 / recomputed ${told(recomputed)}`,
    );
  const more = differences.length - TOLD;
  return [
    `${differences.length} 处公布的数据与重算结果不符 / published values differ from what they come to when computed again:`,
    ...lines,
    ...(more > 0 ? [`另有 ${more} 处 / and ${more} more`] : []),
  ].join('\n');
}

function told(value: Difference['published']): string {
  return value === undefined ? '（无 / none）' : String(value);
}

function readJson<T>(path: string): T {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** The vendors that have a receipt; none where no receipt was written, since a market may begin without vendors. */
function slugsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

/** The lines of `scores.csv` by vendor. It holds ids and numbers alone, so that no cell is quoted. */
function scoreLines(folder: string): { head: string; lines: ReadonlyMap<string, readonly string[]> } {
  const [head = '', ...rest] = readFileSync(join(folder, 'data/scores.csv'), 'utf8')
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n');
  return { head, lines: Map.groupBy(rest, (line) => line.slice(0, line.indexOf(','))) };
}

function vendorRecords(folder: string): ReadonlyMap<string, Record<string, string>> {
  const csv = readFileSync(join(folder, 'data/vendors.csv'), 'utf8').replace(/^\uFEFF/, '');
  const { data } = Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true });
  return new Map(data.map((record) => [record['slug'] ?? '', record] as const));
}

/** Folders of a site that hold no numbers of its own: the search index is still being written while a site is verified. */
const APART: ReadonlySet<string> = new Set(['pagefind']);

/** Sees that every file with numbers is one of those whose proof is known. */
function compareProofs(into: Tally, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const { name } = entry;
    if (APART.has(name)) continue;
    const below = entry.isDirectory() ? readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' }) : [];
    for (const path of entry.isDirectory() ? below.map((file) => `${name}/${file.replaceAll('\\', '/')}`) : [name])
      if (/\.(json|csv|svg)$/.test(path) && proofOf(path) === undefined)
        into.differences.push({ vendor: '', path, published: 'views/published/proofs.ts', recomputed: undefined });
  }
}
