/** Timed contacts of a vendor by channel: how long until an answer, how often none came. */
import type { Language } from '../../../schema/text.ts';
import type { ObservedItem } from '../../../schema/questionnaire.ts';
import { middle, sortedValues } from '../../market/reply-times.ts';
import type { Inputs } from '../../market/inputs.ts';
import { oncePer } from '../../format/once.ts';
import { round } from '../../format/round.ts';
import { rowsOf } from '../../market/rows.ts';
import { dayText } from '../../../schema/day.ts';

/** Answers of one channel on one duration item. */
export interface ChannelTimes {
  /** Ids of the item and the channel, `item/channel`. */
  key: string;
  channel: string;
  contacts: number;
  /** Median minutes, Infinity when most were never answered. */
  median: number;
  /** Contacts without an answer in the item's window. */
  never: number;
  /** SVG path of a dot for each contact on a logarithmic axis 0..100; unanswered ones stand at 106. */
  dots: string;
  /** Median of all vendors on this channel, in minutes. */
  market: number;
}

/** One duration item, with its axis. */
interface TimedItem {
  id: string;
  name: string;
  /** End of the axis in minutes. */
  window: number;
  ticks: readonly { at: number; minutes: number; labelled: boolean }[];
  channels: readonly ChannelTimes[];
}

/** Share or mean of an item that is not a duration, by channel. */
interface NotedItem {
  id: string;
  name: string;
  kind: 'share' | 'rating';
  high: number;
  contacts: number;
  /** Share 0..1 or mean rating. */
  value: number;
}

export interface Contacts {
  count: number;
  newest: string | undefined;
  oldest: string | undefined;
  timed: readonly TimedItem[];
  noted: readonly NotedItem[];
}

const TICKS = [1, 5, 15, 60, 240, 1440, 4320, 10_080, 43_200] as const;

/** Everything observed about a vendor. */
export function contacts(inputs: Inputs, vendor: number, language: Language): Contacts {
  const { observations, questionnaire } = inputs.dataset;
  const rows = rowsOf(observations, vendor);
  const days = rows.map((row) => observations.day[row]);
  const items = questionnaire.observations?.items ?? [];
  return {
    count: rows.length,
    newest: days.length === 0 ? undefined : dayText(Math.max(...days)),
    oldest: days.length === 0 ? undefined : dayText(Math.min(...days)),
    timed: items.flatMap((item, i) => (item.kind === 'duration' ? timedItem(inputs, item, i, rows, language) : [])),
    noted: items.flatMap((item, i) => (item.kind === 'duration' ? [] : notedItem(inputs, item, i, rows, language))),
  };
}

function timedItem(
  inputs: Inputs,
  item: ObservedItem & { kind: 'duration' },
  index: number,
  rows: readonly number[],
  language: Language,
): TimedItem[] {
  const { observations, questionnaire } = inputs.dataset;
  const values = observations.values[index];
  if (values === undefined) return [];
  const channels = (questionnaire.observations?.channels ?? []).flatMap((channel, c) => {
    const minutes = sortedValues(
      values,
      rows.filter((row) => observations.channel[row] === c),
    );
    if (minutes.length === 0) return [];
    return [
      {
        key: `${item.id}/${channel.id}`,
        channel: channel.name[language],
        contacts: minutes.length,
        median: middle(minutes),
        never: minutes.filter((m) => m === Infinity).length,
        dots: dotsOf(minutes, item.window),
        market:
          marketTimes(inputs.dataset).find((t) => t.item === item.id && t.channel === channel.id)?.median ?? Infinity,
      },
    ];
  });
  if (channels.length === 0) return [];
  return [
    {
      id: item.id,
      name: item.short[language],
      window: item.window,
      ticks: ticksOf(item.window),
      channels,
    },
  ];
}

function notedItem(
  inputs: Inputs,
  item: Exclude<ObservedItem, { kind: 'duration' }>,
  index: number,
  rows: readonly number[],
  language: Language,
): NotedItem[] {
  const values = sortedValues(inputs.dataset.observations.values[index] ?? new Float64Array(), rows);
  if (values.length === 0) return [];
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return [
    {
      id: item.id,
      name: item.short[language],
      kind: item.kind,
      high: item.kind === 'rating' ? item.high : 1,
      contacts: values.length,
      value: round(mean, 2),
    },
  ];
}

/** Distance between two labels on the axis that keeps them apart. */
const APART = 22;

/** Ticks up to the window; from the last one back, those far enough from the one after them are labelled. */
function ticksOf(window: number): TimedItem['ticks'] {
  let next = Infinity;
  return TICKS.filter((m) => m <= window)
    .toReversed()
    .map((m) => {
      const at = place(m, window);
      const labelled = next - at >= APART;
      if (labelled) next = at;
      return { at, minutes: m, labelled };
    })
    .toReversed();
}

/** Most dots in a row; a larger number is thinned evenly over the sorted contacts. */
const MOST_DOTS = 60;

function dotsOf(sorted: readonly number[], window: number): string {
  const count = Math.min(sorted.length, MOST_DOTS);
  const step = count < 2 ? 0 : (sorted.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => sorted[Math.round(i * step)] ?? Infinity)
    .map((m) => `M${m === Infinity ? 106 : place(m, window)} 5h0`)
    .join('');
}

/** Place of a length of time on a logarithmic axis from 1 minute (0) to the window (100). */
export function place(minutes: number, window: number): number {
  return round((Math.log(Math.min(Math.max(minutes, 1), window)) / Math.log(window)) * 100, 1);
}

/** How long the contacts of all vendors with one item took on one channel. */
interface MarketTime {
  item: string;
  channel: string;
  contacts: number;
  /** Whole minutes; Infinity when most were never answered. */
  median: number;
}

/** The times of the whole market: one entry for each item that is timed and each channel on which it was, in their order. */
export const marketTimes = oncePer(({ questionnaire, observations }: Inputs['dataset']): readonly MarketTime[] =>
  (questionnaire.observations?.items ?? []).flatMap((item, i) => {
    if (item.kind !== 'duration') return [];
    const rows = Map.groupBy(
      Array.from(observations.channel, (_, row) => row),
      (row) => observations.channel[row],
    );
    return (questionnaire.observations?.channels ?? []).flatMap((channel, c) => {
      const minutes = sortedValues(observations.values[i] ?? new Float64Array(), rows.get(c) ?? []);
      return minutes.length === 0
        ? []
        : [{ item: item.id, channel: channel.id, contacts: minutes.length, median: middle(minutes) }];
    });
  }),
);
