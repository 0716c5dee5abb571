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
import { type Difference, type Tally, compare, emptyTally } from '../verify/difference.ts';
import { checkMarket } from '../verify/market.ts';
import { checkMarketFigures } from '../verify/market-figures.ts';
import { verifyFrameworks } from '../verify/method.ts';
import { checkReceipt } from '../verify/receipt.ts';
import { checkSensitivity } from '../verify/sensitivity.ts';
import { compareCounts, compareScoreLines, compareVendorRecord, countReceipt, noCounts } from '../verify/tables.ts';
import { badgePath } from '../views/published/badge.ts';
import type { CompareFile } from '../views/browser/compare-file.ts';
import { proofOf } from '../views/published/proofs.ts';
import { BuildFailed } from './step.ts';
import { type ExpectedVendor, comparePages, expectedOf } from './verify-pages.ts';
import { type Dated, compareFreshness, compareIntegrity, datedIn } from './verify-reports.ts';
import { checkScriptFiles, compareCompareFile, measuresInOrder } from './verify-script-files.ts';

/** What verifying came to. */
export interface Verified {
  differences: readonly Difference[];
  /** Published values compared. */
  compared: number;
}

/** What the rest of the site has to say, by the receipts; plain data, since it goes from one process to another. */
export interface ExpectedSite {
  vendors: readonly (readonly [slug: string, vendor: ExpectedVendor])[];
  dated: readonly Dated[];
}

/** What verifying the files for programs came to. */
export interface VerifiedFiles extends Verified {
  receipts: number;
  expected: ExpectedSite;
}

/** Verifies a whole site: its files, then, once these are right, the rest by them. @throws as `verifyFiles`. */
export function verifySite(folder: string): Verified & { receipts: number } {
  const { expected, ...files } = verifyFiles(folder);
  if (files.differences.length > 0) return files;
  const rest = verifyPrinted(folder, expected);
  return { ...files, differences: rest.differences, compared: files.compared + rest.compared };
}

/**
 * Verifies the files for programs in `folder`, one receipt after another: receipts from their rows; priors, places and ranks
 * from all receipts; `sensitivity.json`, `market.json`, `vendors.json`, `index.json`, the CSV tables and the
 * files for comparing by the receipts.
 * @throws Error when a file that must be there cannot be read or is no JSON, with its path.
 */
export function verifyFiles(folder: string): VerifiedFiles {
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
  const measures = measuresInOrder(context, readJson<SubmitTold>(join(folder, 'submit/told.json')).measures);
  const files = checkScriptFiles(measures);
  const expected: { vendors: [string, ExpectedVendor][]; dated: Dated[] } = { vendors: [], dated: [] };
  const scripts = emptyTally();
  const numberRanked = context.vendors.filter((v) => v.rank !== undefined).length;
  const items = api<Questionnaire>('questionnaire.json').observations?.items ?? [];
  const timedItems = items.filter((item) => item.kind === 'duration').map((item) => item.id);
  const [timed] = timedItems;
  let compared = 0;
  for (const slug of slugsIn(join(folder, 'api/v1/vendors'))) {
    const receipt = api<Receipt>(`vendors/${slug}.json`);
    const checked = checkReceipt(receipt, context);
    compared += checked.compared;
    tally.differences.push(...checked.differences);
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
    expected.vendors.push([slug, expectedOf(receipt, timedItems)]);
    expected.dated.push(datedIn(receipt));
  }
  compareCounts(tally, counts, api<IndexFile>('index.json'));
  const whole = market.finish();
  // Once a receipt is wrong, every order made of it is too: to tell those as well would bury the cause.
  const right = tally.differences.length + whole.differences.length === 0;
  const parts = right
    ? [
        whole,
        orders.finish(api<SensitivityFile>('sensitivity.json')),
        figures.finish(api<MarketFile>('market.json')),
        files.finish((key) => readJson(join(folder, `${key}.json`))),
        scripts,
      ]
    : [whole];
  return {
    differences: [...verifyFrameworks(context), ...tally.differences, ...parts.flatMap((part) => part.differences)],
    receipts: counts.vendors,
    compared: compared + tally.compared + parts.reduce((sum, part) => sum + part.compared, 0),
    expected,
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

/**
 * Compares what pages print with the verified files, the editors' reports with the receipts, and sees that every file with numbers is one
 * of those whose proof is known.
 */
export function verifyPrinted(folder: string, { vendors, dated }: ExpectedSite): Verified {
  const tally = emptyTally();
  const api = <T>(file: string): T => readJson<T>(join(folder, 'api/v1', file));
  comparePages(tally, folder, {
    vendors: new Map(vendors),
    market: api('market.json'),
    facets: readJson(join(folder, 'rankings/facets.json')),
  });
  compareFreshness(tally, api('freshness.json'), dated);
  compareIntegrity(tally, api('integrity.json'), api('index.json'), api('questionnaire.json'), (slug) =>
    api(`vendors/${slug}.json`),
  );
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const name = path.replaceAll('\\', '/');
    if (/\.(json|csv|svg)$/.test(name) && proofOf(name) === undefined)
      tally.differences.push({ vendor: '', path: name, published: 'views/published/proofs.ts', recomputed: undefined });
  }
  return tally;
}
