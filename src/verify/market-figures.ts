/** Computes `market.json` again from the receipts: medians, counts of facets, reply times, and the lists of places and services. */
import type { MarketFile, Receipt } from '../schema/api.ts';
import { NEVER } from '../schema/observation.ts';
import { type Context, measureRules, methodOf } from './context.ts';
import { type Tally, compare, emptyTally } from './difference.ts';
import { plainRanks } from './plain-ranks.ts';

/** Takes in one receipt after another and keeps of each only what the market needs. */
export interface MarketFiguresCheck {
  add(receipt: Receipt): void;
  /** What has been taken in so far, as plain data. */
  part(): FiguresPart;
  /** Takes in what another check of the same file has read. */
  take(part: FiguresPart): void;
  /** Compares the published file; to be called once, after the last receipt. */
  finish(published: MarketFile): Tally;
}

/** What a check keeps of the receipts that it has read. */
export interface FiguresPart {
  ranked: readonly Ranked[];
  scores: ReadonlyMap<string, readonly number[]>;
  facets: ReadonlyMap<string, { met: number; partly: number; of: number }>;
  times: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
}

interface Ranked {
  slug: string;
  score: number;
  sd: number;
  group: number;
  /** Places that the evidence allows, how many. */
  width: number;
  offices: Receipt['profile']['offices'];
  services: Receipt['profile']['services'];
}

/** Begins to verify the file. The receipts' own numbers are taken as published; they are verified elsewhere. */
export function checkMarketFigures(context: Context): MarketFiguresCheck {
  const ranked: Ranked[] = [];
  const scores = new Map<string, number[]>();
  const facets = new Map<string, { met: number; partly: number; of: number }>();
  /** Minutes by item, then by channel; Infinity for never answered. */
  const times = new Map<string, Map<string, number[]>>();
  return {
    add(receipt) {
      addTimes(times, receipt);
      addFacets(facets, receipt);
      const { slug, overall, rank: own, profile } = receipt;
      if (overall === undefined || own === undefined) return;
      ranked.push({
        slug,
        score: overall.score,
        sd: overall.sd,
        group: own.group,
        width: own.high - own.low + 1,
        offices: profile.offices,
        services: profile.services,
      });
      addTo(scores, 'overall', overall.score);
      for (const framework of receipt.frameworks) {
        addTo(scores, framework.id, framework.estimate?.score);
        for (const dimension of framework.dimensions)
          addTo(scores, `${framework.id}/${dimension.id}`, dimension.estimate?.score);
      }
    },
    part: () => ({ ranked, scores, facets, times }),
    take(part) {
      for (const one of part.ranked) ranked.push(one);
      for (const [key, values] of part.scores) for (const value of values) addTo(scores, key, value);
      for (const [key, own] of part.facets) {
        const count = facets.get(key) ?? { met: 0, partly: 0, of: 0 };
        facets.set(key, { met: count.met + own.met, partly: count.partly + own.partly, of: count.of + own.of });
      }
      for (const [item, channels] of part.times) {
        const byChannel = times.get(item) ?? new Map<string, number[]>();
        times.set(item, byChannel);
        for (const [channel, minutes] of channels) for (const value of minutes) addTo(byChannel, channel, value);
      }
    },
    finish(published) {
      const widths = median(ranked.map((r) => r.width));
      const tally = emptyTally();
      compare(tally, '', 'market.json', published, {
        methodology: context.methodology.current,
        ranked: ranked.length,
        typicalPlaces: widths === undefined ? undefined : Math.ceil(widths),
        scores: new Map(
          [...scores].map(([key, list]) => [key, { vendors: list.length, median: median(list) }] as const),
        ),
        facets,
      });
      compareTimes(tally, times, published.contacts, context);
      for (const { path, vendors } of published.lists) {
        const own = ranked.filter((r) => belongs(r, path));
        const list = plainRanks(own, methodOf(context).uncertainty)
          .map(({ low, high, group }, i) => ({ ...own[i]!, low, high, group }))
          .sort(byGroup)
          .map(({ slug, low, high, group }) => ({ slug, low, high, group }));
        compare(tally, '', `market.json.lists[${path}]`, vendors, list);
      }
      return tally;
    },
  };
}

/** The order of lists: by group, within a group the best score first, equal scores by slug. */
function byGroup(a: Ranked, b: Ranked): number {
  return a.group - b.group || b.score - a.score || (a.slug < b.slug ? -1 : 1);
}

function addTo(into: Map<string, number[]>, key: string, value: number | undefined): void {
  if (value === undefined) return;
  const known = into.get(key);
  if (known === undefined) into.set(key, [value]);
  else known.push(value);
}

/** The middle value, the mean of the two middle ones when there are two. */
function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [lower, upper] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]];
  return lower === undefined || upper === undefined ? undefined : (lower + upper) / 2;
}

function addFacets(
  facets: Map<string, { met: number; partly: number; of: number }>,
  { status, frameworks }: Receipt,
): void {
  if (status !== 'participating') return;
  for (const framework of frameworks) {
    for (const { id, answer } of framework.dimensions.flatMap((d) => d.criteria)) {
      if (answer?.kind !== 'checklist') continue;
      for (const facet of answer.facets) {
        if (facet.state === 'not-applicable') continue;
        const key = `${framework.id}/${id}/${facet.id}`;
        const count = facets.get(key) ?? { met: 0, partly: 0, of: 0 };
        facets.set(key, count);
        count.of += 1;
        if (facet.state === 'met') count.met += 1;
        if (facet.state === 'partly') count.partly += 1;
      }
    }
  }
}

function addTimes(times: Map<string, Map<string, number[]>>, { rows }: Receipt): void {
  for (const { channel, values } of rows.observations) {
    for (const [item, value] of Object.entries(values)) {
      if (typeof value !== 'number' && value !== NEVER) continue;
      const byChannel = times.get(item) ?? new Map<string, number[]>();
      times.set(item, byChannel);
      addTo(byChannel, channel, value === NEVER ? Infinity : value);
    }
  }
}

/** Median minutes of contacts, whole; the lower of two middle ones, null when it was never answered. */
function medianTime(minutes: readonly number[]): number | null {
  const middle = minutes.toSorted((a, b) => a - b)[Math.floor((minutes.length - 1) / 2)] ?? Infinity;
  return middle === Infinity ? null : Math.round(middle);
}

function compareTimes(
  tally: Tally,
  times: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>,
  published: MarketFile['contacts'],
  context: Context,
): void {
  const known = new Set<string>();
  for (const { item, channel, ...rest } of published) {
    known.add(`${item} ${channel}`);
    const minutes = times.get(item)?.get(channel) ?? [];
    compare(tally, '', `market.json.contacts[${item}/${channel}]`, rest, {
      contacts: minutes.length,
      median: medianTime(minutes),
    });
  }
  // Whatever times something in the frameworks has to be there on every channel that it was timed on.
  const timed = new Set(
    [...measureRules(context).values()].flatMap((rule) =>
      rule.kind === 'duration' && rule.source === 'observation' ? [rule.question] : [],
    ),
  );
  for (const item of timed) {
    for (const channel of times.get(item)?.keys() ?? [])
      compare(tally, '', `market.json.contacts[${item}/${channel}]`, known.has(`${item} ${channel}`), true);
  }
}

/** Whether a ranked vendor belongs to the page of a place or service. */
function belongs({ offices, services }: Ranked, path: string): boolean {
  const [, , first, second] = path.split('/');
  if (first === 'service' && second !== '') return services.some((id) => id === second);
  return offices.some(({ region, city }) => region === first && (second === '' || city === second));
}
