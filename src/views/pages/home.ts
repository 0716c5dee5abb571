/** The home page: the first group, ways in, how fresh and how sure the data are. */
import type { Dataset } from '../../schema/dataset.ts';
import { methodShares } from '../../score/plan.ts';
import type { Language } from '../../schema/text.ts';
import { marketFigures } from '../market/cards.ts';
import type { Inputs } from '../market/inputs.ts';
import { type Ways, ways, type PlaceWays, placeWays } from './ways.ts';
import { priorityWays } from '../browser/weights-file.ts';
import type { RankedGroup } from './rankings.ts';
import { rankedGroups } from './rankings.ts';
import { median } from '../market/spread.ts';
import { summarised } from '../market/rows.ts';
import { dayText } from '../../schema/day.ts';

/** Something that customers care about, as a way into the ranking weighed by it. */
interface PriorityHome {
  name: string;
  summary: string;
  /** The ranking with these weights; without a script it is the published one. */
  path: string;
  /** The dimensions that weigh most more than usual, heaviest first: how they are measured, and who leads. */
  dimensions: readonly { name: string; path: string }[];
}

interface Sureness {
  vendors: number;
  ranked: number;
  unrated: number;
  listed: number;
  /** Published reviews and timed contacts. */
  reviews: number;
  observations: number;
  newestReview: string | undefined;
  newestObservation: string | undefined;
  asOf: string;
  /** Half of the ranked have a place known to within this many places or fewer. */
  typicalPlaces: number | undefined;
}

export interface Home {
  /** The first group, and those after it while they fit. */
  groups: readonly RankedGroup[];
  /** Size of the first group, which may be more than is shown. */
  firstGroup: number;
  ways: Ways;
  places: PlaceWays;
  priorities: readonly PriorityHome[];
  sureness: Sureness;
}

/** Most vendors drawn, and how many are enough to stop before the next group. */
const MOST_SHOWN = 12;
const ENOUGH_SHOWN = 6;

/** The home page. */
export function home(inputs: Inputs, language: Language): Home {
  return {
    ...firstGroups(inputs, language),
    ways: ways(inputs, language),
    places: placeWays(inputs, language),
    priorities: priorityHomes(inputs, language),
    sureness: sureness(inputs),
  };
}

/** Whole groups from the first on until enough vendors are shown; a first group that is too large is cut. */
function firstGroups(inputs: Inputs, language: Language): Pick<Home, 'groups' | 'firstGroup'> {
  const all = rankedGroups(inputs, { kind: 'all' }, language);
  const groups: RankedGroup[] = [];
  let shown = 0;
  for (const { group, rows } of all) {
    if (shown >= ENOUGH_SHOWN) break;
    const drawn = rows.slice(0, MOST_SHOWN - shown);
    groups.push({ group, rows: drawn });
    shown += drawn.length;
  }
  return { groups, firstGroup: all[0]?.rows.length ?? 0 };
}

/** Dimensions named under a way in, at most. */
const MOST_NAMED = 3;

function priorityHomes({ dataset }: Inputs, language: Language): PriorityHome[] {
  const shares = methodShares(dataset.method, dataset.frameworks);
  const dimensions = dataset.frameworks.flatMap((framework) =>
    framework.dimensions.map((d) => ({
      key: `${framework.id}/${d.id}`,
      name: d.name[language],
      path: `/frameworks/${framework.id}/${d.id}/`,
      overallShare: shares.get(`${framework.id}/${d.id}`)?.overallShare ?? 0,
    })),
  );
  return priorityWays(dataset).map((way) => ({
    name: way.name[language],
    summary: way.summary[language],
    path: `/rankings/?w=${way.id}`,
    dimensions: dimensions
      .filter((d) => (way.weigh[d.key] ?? 1) > 1)
      .toSorted((a, b) => b.overallShare * (way.weigh[b.key] ?? 1) - a.overallShare * (way.weigh[a.key] ?? 1))
      .slice(0, MOST_NAMED)
      .map(({ name, path }) => ({ name, path })),
  }));
}

/** How much is known, how new it is, and how far it pins places down. */
export function sureness(inputs: Inputs): Sureness {
  const { dataset } = inputs;
  const { cards } = marketFigures(inputs);
  const ratings = cards.map((c) => c.rating);
  const ranked = ratings.filter((r) => r.kind === 'ranked');
  const widths = ranked.map((r) => r.high - r.low + 1).toSorted((a, b) => a - b);
  const listed = dataset.vendors.filter((v) => v.status === 'listed').length;
  const withdrawn = dataset.vendors.filter((v) => v.status === 'withdrawn').length;
  const typical = median(widths);
  return {
    vendors: dataset.vendors.length - withdrawn,
    ranked: ranked.length,
    unrated: dataset.vendors.length - withdrawn - listed - ranked.length,
    listed,
    reviews: dataset.reviews.moderation.reduce((sum, m) => sum + (m === 0 ? 1 : 0), 0) + summarised(dataset),
    observations: dataset.observations.count,
    newestReview: latest(newest(dataset.reviews.day), newestSummarised(dataset)),
    newestObservation: newest(dataset.observations.day),
    asOf: dataset.release.asOf,
    typicalPlaces: typical === undefined ? undefined : Math.ceil(typical),
  };
}

function newestSummarised({ summaries }: Dataset): string | undefined {
  return [...(summaries?.byVendor.values() ?? [])].map(({ rows }) => rows.newest).reduce(latest, undefined);
}

/** The later of two days; either may be missing. */
function latest(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a;
}

function newest(days: Int32Array): string | undefined {
  const last = days.reduce((latest, day) => Math.max(latest, day), -Infinity);
  return last === -Infinity ? undefined : dayText(last);
}
