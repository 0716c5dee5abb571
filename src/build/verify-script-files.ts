/** Compares the files that scripts of the pages read (comparison, filters, submit form) with the receipts of the same build. */
import type { FacetsFile } from '../views/browser/facets-file.ts';
import type { CompareFile } from '../views/browser/compare-file.ts';
import type { Receipt } from '../schema/api.ts';
import { NEVER } from '../schema/observation.ts';
import type { SubmitMarket } from '../schema/submit-files.ts';
import { type Tally, compare } from '../verify/difference.ts';
import { pointsOptional, round } from '../views/format/round.ts';

type Estimate = Receipt['overall'];

/** Score, low and high in whole points, as pages print them. */
function figures(estimate: Estimate): readonly number[] | undefined {
  const shown = pointsOptional(estimate);
  return shown === undefined ? undefined : [shown.score, shown.low, shown.high];
}

/**
 * Compares the figures of `/compare/<slug>.json` with the receipt. `ranked` is the number of ranked vendors; `timed` the item
 * whose reply times are shown, undefined where nothing is timed.
 */
export function compareCompareFile(
  into: Tally,
  receipt: Receipt,
  file: CompareFile,
  ranked: number,
  timed: string | undefined,
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
    ...(file.weights === undefined ? {} : { weights: weightsOf(frameworks) }),
  });
  const replies = new Map((file.replies ?? []).map(([channel, minutes, contacts]) => [channel, { minutes, contacts }]));
  const times = repliesOf(receipt, timed);
  compare(into, receipt.slug, 'compare.json.replies', Object.fromEntries(replies), times);
}

/** What weighing anew starts from: scores and standard deviations of the facts of all dimensions, in whole tenths of a point. */
function weightsOf(frameworks: Receipt['frameworks']): { scores: (number | null)[]; factSds: number[] } {
  const dimensions = frameworks.flatMap((f) => f.dimensions);
  const tenths = (x: number): number => Math.round(x * 10);
  return {
    scores: dimensions.map(({ estimate }) => (estimate === undefined ? null : tenths(estimate.score))),
    factSds: dimensions.map(({ factSd }) => tenths(factSd)),
  };
}

/** Median whole minutes (null for never) and number of contacts of a timed item by channel. */
function repliesOf(
  { rows }: Receipt,
  timed: string | undefined,
): Map<string, { minutes: number | null; contacts: number }> {
  const told = rows.observations.flatMap(({ channel, values }) => {
    const value = timed === undefined ? undefined : values[timed];
    return value === NEVER
      ? [{ channel, minutes: Infinity }]
      : typeof value === 'number'
        ? [{ channel, minutes: value }]
        : [];
  });
  return new Map(
    [...Map.groupBy(told, ({ channel }) => channel)].map(([channel, own]) => {
      const sorted = own.map(({ minutes }) => minutes).toSorted((a, b) => a - b);
      const middle = sorted[Math.floor((sorted.length - 1) / 2)] ?? Infinity;
      return [channel, { minutes: middle === Infinity ? null : Math.round(middle), contacts: own.length }];
    }),
  );
}

/** Score and standard deviation by slug. */
export type OverallBySlug = ReadonlyMap<string, { score: number; sd: number }>;

/** Compares the scores in `/rankings/facets.json` and `/submit/market.json` with those of the receipts of the ranked. */
export function compareRankedFiles(
  into: Tally,
  ranked: OverallBySlug,
  facets: Pick<FacetsFile, 'slugs' | 'scores' | 'sds'>,
  market: Pick<SubmitMarket, 'ranked'>,
): void {
  const own = (
    score: number | undefined,
    sd: number | undefined,
  ): { score: number | undefined; sd: number | undefined } => ({ score, sd });
  compare(
    into,
    '',
    'rankings/facets.json',
    Object.fromEntries(facets.scores.map((score, i) => [facets.slugs[i] ?? '', own(score, facets.sds[i])])),
    ranked,
  );
  compare(
    into,
    '',
    'submit/market.json',
    Object.fromEntries(market.ranked.map(([slug, score, sd]) => [slug, own(score, sd)])),
    ranked,
  );
}
