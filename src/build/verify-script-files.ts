/** Compares the files that scripts of the pages read (comparison, filters, submit form) with the receipts of the same build. */
import { number } from '../i18n/numbers.ts';
import type { Receipt } from '../schema/api.ts';
import { NEVER } from '../schema/observation.ts';
import type { SubmitMarket, SubmitStatistics, SubmitTold } from '../schema/submit-files.ts';
import { LANGUAGES } from '../schema/text.ts';
import { type Context, type MeasureRule, measureRules } from '../verify/context.ts';
import { type Tally, compare, emptyTally } from '../verify/difference.ts';
import type { Recomputed } from '../verify/receipt.ts';
import type { CompareFile } from '../views/browser/compare-file.ts';
import type { FacetsFile } from '../views/browser/facets-file.ts';
import type { SearchFigures } from '../views/browser/search-files.ts';
import type { WeightsFile, WeightsTable } from '../views/browser/weights-file.ts';
import { pointsOptional, round } from '../views/format/round.ts';

type Estimate = Receipt['overall'];

/** Score, low and high in whole points, as pages print them. */
function figures(estimate: Estimate): readonly number[] | undefined {
  const shown = pointsOptional(estimate);
  return shown === undefined ? undefined : [shown.score, shown.low, shown.high];
}

/**
 * Compares the figures of `/compare/<slug>.json` with the receipt. `ranked` is the number of ranked vendors; `timed` the item
 * whose reply times are shown, undefined where nothing is timed; `measures` every survey measure.
 */
export function compareCompareFile(
  into: Tally,
  receipt: Receipt,
  file: CompareFile,
  ranked: number,
  timed: string | undefined,
  measures: readonly MeasureRule[],
): void {
  const assessed = receipt.status === 'participating';
  const overall = assessed ? receipt.overall : undefined;
  const frameworks = assessed ? receipt.frameworks : [];
  const { rank } = receipt;
  compare(into, receipt.slug, 'compare.json', file, {
    status: receipt.status,
    standing: rank === undefined ? undefined : { low: rank.low, high: rank.high, of: ranked, group: rank.group },
    overall: figures(overall),
    unrounded: overall === undefined ? undefined : [overall.score, overall.sd],
    frameworks: new Map(
      frameworks.map((f) => [
        f.id,
        { points: figures(f.estimate), covered: f.covered, dimensions: f.dimensions.length },
      ]),
    ),
    dimensions: new Map(
      frameworks.flatMap((f) =>
        f.dimensions.map(({ id, estimate, covered }) => [
          `${f.id}/${id}`,
          {
            points: figures(estimate),
            unrounded: estimate === undefined ? undefined : [round(estimate.score, 2), round(estimate.sd, 2)],
            covered,
          },
        ]),
      ),
    ),
    criteria: new Map(
      frameworks.flatMap((f) =>
        f.dimensions.flatMap((d) =>
          d.criteria.map((c) => [
            `${f.id}/${c.id}`,
            { state: c.state, score: c.score === undefined ? undefined : Math.round(c.score) },
          ]),
        ),
      ),
    ),
    reviews: receipt.counted.reviews,
    observations: receipt.counted.observations,
  });
  if (file.weights !== undefined)
    compare(into, receipt.slug, 'compare.json.weights', unpacked(file.weights), [weightsOf(receipt, measures)]);
  const replies = new Map((file.replies ?? []).map(([channel, minutes, contacts]) => [channel, { minutes, contacts }]));
  const times = medianWaits(receipt, timed);
  compare(into, receipt.slug, 'compare.json.replies', Object.fromEntries(replies), times);
}

/** Median whole minutes (null for never) and number of contacts of a timed item by channel. */
export function medianWaits(
  { rows }: Receipt,
  timed: string | undefined,
): Map<string, { minutes: number | null; contacts: number }> {
  const answered = rows.observations.flatMap(({ channel, values }) => {
    const value = timed === undefined ? undefined : values[timed];
    return value === NEVER
      ? [{ channel, minutes: Infinity }]
      : typeof value === 'number'
        ? [{ channel, minutes: value }]
        : [];
  });
  return new Map(
    [...Map.groupBy(answered, ({ channel }) => channel)].map(([channel, own]) => {
      const sorted = own.map(({ minutes }) => minutes).toSorted((a, b) => a - b);
      const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? Infinity;
      return [channel, { minutes: middle === Infinity ? null : Math.round(middle), contacts: own.length }];
    }),
  );
}

/** Takes in one receipt after another; then compares the files that scripts read and that there is one of. */
export interface ScriptFilesCheck {
  add(receipt: Receipt, recomputed: Recomputed): void;
  /** What has been taken in so far, as plain data. */
  part(): ScriptFilesPart;
  /** Takes in what another check of the same files has read. */
  take(part: ScriptFilesPart): void;
  /** `read` gives a file by its path without `.json`; to be called once, after the last receipt. */
  finish(read: <T>(key: string) => T): Tally;
}

/** What a check keeps of the receipts that it has read. */
export interface ScriptFilesPart {
  vendors: readonly ScriptVendor[];
  priors: Priors;
}

/** The market's priors by measure, the same in every receipt. */
type Priors = ReadonlyMap<string, Receipt['measures'][number]['prior']>;

/** What the files say of a vendor, by its receipt. */
interface ScriptVendor {
  slug: string;
  status: Receipt['status'];
  name: Receipt['name'];
  prices: Receipt['profile']['prices'];
  score: { score: number; sd: number; group: number } | undefined;
  points: readonly number[] | undefined;
  statistics: readonly SubmitStatistics[];
  /** Only of those that are assessed. */
  overlap: Receipt['overlap'];
  weights: object;
}

/** Every survey measure, those in `ids` first, in this order: files name measures by their place in it. Ids that are none are left out. */
export function measuresInOrder(context: Context, ids: readonly string[]): MeasureRule[] {
  const rules = measureRules(context);
  return [...new Set([...ids, ...rules.keys()])].flatMap((id) => rules.get(id) ?? []);
}

/** Begins to verify these files. The receipts' own numbers are taken as published; they are verified elsewhere. */
export function checkScriptFiles(measures: readonly MeasureRule[]): ScriptFilesCheck {
  const vendors: ScriptVendor[] = [];
  const priors = new Map<string, Receipt['measures'][number]['prior']>();
  return {
    add(receipt, { statistics }) {
      const { slug, status, name, overall, rank, profile } = receipt;
      const ranked = overall !== undefined && rank !== undefined;
      vendors.push({
        slug,
        status,
        name,
        prices: profile.prices,
        score: ranked ? { score: overall.score, sd: overall.sd, group: rank.group } : undefined,
        points: ranked ? figures(overall) : undefined,
        statistics: submitStatistics(measures, statistics),
        overlap: receipt.overlap,
        weights: weightsOf(receipt, measures),
      });
      for (const { id, prior } of receipt.measures) if (!priors.has(id)) priors.set(id, prior);
    },
    part: () => ({ vendors, priors }),
    take(part) {
      for (const vendor of part.vendors) vendors.push(vendor);
      for (const [id, prior] of part.priors) if (!priors.has(id)) priors.set(id, prior);
    },
    finish(read) {
      const tally = emptyTally();
      vendors.sort((a, b) => (a.slug < b.slug ? -1 : 1));
      const best = vendors
        .filter((v) => v.score !== undefined)
        .sort(
          (a, b) => a.score!.group - b.score!.group || b.score!.score - a.score!.score || (a.slug < b.slug ? -1 : 1),
        );
      const facets = read<FacetsFile>('rankings/facets');
      compare(tally, '', 'rankings/facets.json', facets, {
        scores: best.map((v) => v.score?.score),
        sds: best.map((v) => v.score?.sd),
      });
      compare(
        tally,
        '',
        'rankings/facets.json.slugs',
        facets.slugs.slice(0, best.length),
        best.map((v) => v.slug),
      );
      comparePrices(tally, vendors, facets);
      const file = read<WeightsFile>('rankings/weights');
      const rows = unpacked(file.table);
      compare(
        tally,
        '',
        'rankings/weights.json',
        rows,
        best.map((v) => v.weights),
      );
      compareShared(tally, 'rankings/weights.json', file.table, measures, priors);
      compareSearchFigures(tally, read<SearchFigures>('search/figures'), vendors, best, facets);
      compareSubmitFiles(
        tally,
        read<SubmitMarket>('submit/market'),
        read<SubmitTold>('submit/told'),
        vendors,
        best,
        measures,
        priors,
      );
      return tally;
    },
  };
}

/** The statistics of a vendor's rows as `told.json` has them, computed from the rows again. */
function submitStatistics(measures: readonly MeasureRule[], statistics: Recomputed['statistics']): SubmitStatistics[] {
  return measures.flatMap(({ id }, measure) => {
    const own = statistics.get(id);
    if (own === undefined || own.count === 0) return [];
    const periods = Object.entries(own.periods).map(([key, values]) => [key, [...values]]);
    return [{ ...own, measure, periods: Object.fromEntries(periods) as SubmitStatistics['periods'] }];
  });
}

/** A vendor's row of `weights.json`, with its numbers as coarse as there. */
function weightsOf({ frameworks, measures: own, overlap }: Receipt, measures: readonly MeasureRule[]): object {
  const dimensions = frameworks.flatMap((f) => f.dimensions);
  const byId = new Map(own.map((m) => [m.id, m] as const));
  return {
    scores: dimensions.map(({ estimate }) => (estimate === undefined ? null : Math.round(10 * estimate.score))),
    factSds: dimensions.map(({ factSd }) => Math.round(10 * factSd)),
    loads: dimensions.map(({ coefficients }) =>
      Object.fromEntries(
        measures.flatMap(({ id }, m) => (coefficients[id] === undefined ? [] : [[m, round(coefficients[id], 4)]])),
      ),
    ),
    measures: measures.flatMap(({ id }, m) => {
      const found = byId.get(id);
      return found === undefined
        ? []
        : [{ measure: m, sd: Math.round(10 * found.pointsSd), rowShare: Math.round(100 * found.rowShare) }];
    }),
    overlap: overlap && [overlap.review, overlap.observation].map((share) => Math.round(100 * share)),
  };
}

/** The rows of a table of weights in the shape of `weightsOf`. */
function unpacked(table: WeightsTable): object[] {
  const cell = (column: WeightsTable['scores'][number] | undefined, v: number): number | null | undefined =>
    column === null || typeof column === 'number' ? column : column?.[v];
  return Array.from({ length: table.vendors }, (_, v) => ({
    scores: table.scores.map((column) => cell(column, v)),
    factSds: table.factSds.map((column) => cell(column, v)),
    loads: table.loadOf.map((column) => {
      const load = table.loads[cell(column, v) ?? -1] ?? [];
      return Object.fromEntries(load.flatMap((m, i) => (i % 2 === 0 ? [[m, load[i + 1]]] : [])));
    }),
    measures: table.measureSds.flatMap((column, measure) => {
      const sd = cell(column, v);
      return sd === null ? [] : [{ measure, sd, rowShare: cell(table.rowShares[measure], v) }];
    }),
    overlap: table.overlap.map((column) => cell(column, v)),
  }));
}

/** What a table of weights says of the measures of the market. */
function compareShared(
  into: Tally,
  path: string,
  { sources, loadings }: WeightsTable,
  measures: readonly MeasureRule[],
  priors: Priors,
): void {
  compare(
    into,
    '',
    `${path}.sources`,
    sources,
    measures.map((m) => m.source),
  );
  measures.forEach(({ id }, m) => {
    const prior = priors.get(id);
    if (prior === undefined) return;
    const { vendors, rows } = prior.loadings;
    compare(into, '', `${path}.loadings[${m}]`, loadings[m], [Math.round(1000 * vendors), Math.round(1000 * rows)]);
  });
}

/** Amount of a price for one month where it recurs. */
function monthly({ amount, period }: Receipt['profile']['prices'][number]): number {
  return amount / ({ month: 1, quarter: 3, year: 12, once: 1, hour: 1 } as const)[period];
}

/** The lowest price of each vendor for what most vendors price; undefined for a vendor without one. */
function leadPrices(
  vendors: readonly ScriptVendor[],
  shown: readonly (number | null | undefined)[],
): (number | undefined)[] {
  const offerOf = (p: { service?: string | undefined; basis?: string | undefined }): string =>
    `${p.service} ${p.basis}`;
  const counts = new Map<string, number>();
  for (const { prices } of vendors)
    for (const offer of new Set(prices.map(offerOf))) counts.set(offer, (counts.get(offer) ?? 0) + 1);
  const most = Math.max(0, ...counts.values());
  const lowest = (offer: string): (number | undefined)[] =>
    vendors.map(({ prices }) => {
      const amounts = prices.filter((p) => offerOf(p) === offer).map(monthly);
      return amounts.length === 0 ? undefined : Math.min(...amounts);
    });
  // Which of several that as many vendors price is shown, the order of the directory says, which is in no published file.
  const ways = [...counts].filter(([, count]) => count === most).map(([offer]) => lowest(offer));
  const rounded = (x: number | undefined): number | null => (x === undefined ? null : Math.round(x));
  return ways.find((way) => way.every((x, i) => shown[i] === undefined || rounded(x) === shown[i])) ?? ways[0] ?? [];
}

function comparePrices(into: Tally, vendors: readonly ScriptVendor[], { slugs, prices }: FacetsFile): void {
  const shown = new Map(slugs.map((slug, i) => [slug, prices[i]] as const));
  const expected = leadPrices(
    vendors,
    vendors.map((v) => shown.get(v.slug)),
  );
  vendors.forEach(({ slug, status }, i) => {
    if (status === 'withdrawn') return;
    const price = expected[i];
    compare(into, slug, 'rankings/facets.json.prices', shown.get(slug), price === undefined ? null : Math.round(price));
  });
}

/** Positions in `search/figures.json` are those of the vendors by slug. Of a price, its digits are compared. */
function compareSearchFigures(
  into: Tally,
  file: SearchFigures,
  vendors: readonly ScriptVendor[],
  best: readonly ScriptVendor[],
  facets: FacetsFile,
): void {
  const at = new Map(vendors.map((v, i) => [v.slug, i] as const));
  const column = (which: number): (number | undefined)[] => best.map((v) => v.points?.[which]);
  compare(into, '', 'search/figures.json', file, {
    ranked: best.map((v) => at.get(v.slug)),
    scores: column(0),
    lows: column(1),
    highs: column(2),
  });
  const shown = new Map(facets.slugs.map((slug, i) => [slug, facets.prices[i]] as const));
  vendors.forEach(({ slug, prices, status }, i) => {
    if (status === 'withdrawn') return;
    for (const language of LANGUAGES) {
      const text = file.prices[language][file.price[i] ?? -1];
      const digits = text?.replace(/[^\d.]/g, '');
      const lowest = shown.get(slug) ?? undefined;
      const own = prices.find(
        (p) => Math.round(monthly(p)) === lowest && digits === number(p.amount).replace(/[^\d.]/g, ''),
      );
      compare(into, slug, `search/figures.json.prices.${language}`, text !== undefined, lowest !== undefined);
      if (lowest !== undefined) compare(into, slug, `search/figures.json.prices.${language}`, text, own && text);
    }
  });
}

function compareSubmitFiles(
  into: Tally,
  market: SubmitMarket,
  told: SubmitTold,
  vendors: readonly ScriptVendor[],
  best: readonly ScriptVendor[],
  measures: readonly MeasureRule[],
  priors: Priors,
): void {
  compare(
    into,
    '',
    'submit/market.json.priors',
    market.priors,
    new Map(
      [...priors].map(([id, { mu, variance, k, drift, source, loadings }]) => [
        id,
        { mu, variance, k, drift, source, loadings },
      ]),
    ),
  );
  compare(
    into,
    '',
    'submit/market.json.ranked',
    market.ranked,
    best.map((v) => [v.slug, v.score?.score, v.score?.sd]),
  );
  compare(
    into,
    '',
    'submit/market.json.taken',
    market.taken,
    vendors.map(({ slug, status, name }) => ({ slug, status, name })),
  );
  compare(
    into,
    '',
    'submit/told.json.measures',
    told.measures,
    measures.map((m) => m.id),
  );
  compare(into, '', 'submit/told.json.vendors.length', told.vendors.length, vendors.length);
  for (const [i, { slug, status, statistics: own, overlap }] of vendors.entries()) {
    const [name, isScored, statistics, shared] = told.vendors[i] ?? [];
    compare(into, slug, 'submit/told.json', [name, isScored, statistics], [slug, status === 'participating', own]);
    if (overlap !== undefined) compare(into, slug, 'submit/told.json.overlap', shared, overlap);
  }
}
