/** How soon a vendor was seen to reply: the median of the first timed item on each channel, for pages about several vendors. */
import type { ObservedItem } from '../../schema/questionnaire.ts';
import type { Language } from '../../schema/text.ts';
import type { Inputs } from './inputs.ts';
import { rowsOf } from './rows.ts';

/** Channel, whole median minutes (null when most contacts were never answered), contacts. */
export type ReplyTime = readonly [channel: string, minutes: number | null, contacts: number];

/** The first item that times something, with its position; undefined where nothing is timed. */
function firstTimed({ dataset }: Inputs): { item: ObservedItem; at: number } | undefined {
  const items = dataset.questionnaire.observations?.items ?? [];
  const at = items.findIndex((item) => item.kind === 'duration');
  const item = items[at];
  return item === undefined ? undefined : { item, at };
}

/** Channels on which it was contacted, in the order of the questionnaire. */
export function replyTimes(inputs: Inputs, vendor: number): ReplyTime[] {
  const timed = firstTimed(inputs);
  if (timed === undefined) return [];
  const { observations, questionnaire } = inputs.dataset;
  const values = observations.values[timed.at] ?? new Float64Array();
  const rows = rowsOf(observations, vendor);
  return (questionnaire.observations?.channels ?? []).flatMap((channel, c): ReplyTime[] => {
    const minutes = sortedValues(
      values,
      rows.filter((row) => observations.channel[row] === c),
    );
    if (minutes.length === 0) return [];
    const median = middle(minutes);
    return [[channel.id, median === Infinity ? null : median, minutes.length]];
  });
}

/** What is timed, and its channels, in one language; undefined where nothing is timed. */
export function replyWords(
  inputs: Inputs,
  language: Language,
): { name: string; channels: Record<string, string> } | undefined {
  const timed = firstTimed(inputs);
  if (timed === undefined) return undefined;
  const channels = inputs.dataset.questionnaire.observations?.channels ?? [];
  return {
    name: timed.item.short[language],
    channels: Object.fromEntries(channels.map((c) => [c.id, c.name[language]])),
  };
}

/** The middle value; the lower of the two middle ones when there are two, so that Infinity stays honest. */
export function middle(sorted: readonly number[]): number {
  const value = sorted[Math.floor((sorted.length - 1) / 2)] ?? Infinity;
  return value === Infinity ? Infinity : Math.round(value);
}

/** Values of some rows, ascending; rows without one are left out. */
export function sortedValues(values: Float64Array, rows: readonly number[]): number[] {
  return rows
    .map((row) => values[row] ?? Number.NaN)
    .filter((v) => !Number.isNaN(v))
    .toSorted((a, b) => a - b);
}
