/** Timed contacts with one vendor, sent in working hours on working days. */
import type { Goalposts } from '../schema/method.ts';
import type { ObservedItem, Questionnaire } from '../schema/questionnaire.ts';
import { goalpostsOf } from './asked.ts';
import type { Part } from './cast.ts';
import type { SampleJob } from './context.ts';
import { dayOf, weekday } from './days.ts';
import type { Quality } from './quality.ts';
import { qualityFor } from './quality.ts';
import { spread, stream } from './random.ts';
import { respond } from './response.ts';

export interface SampleObservation {
  id: string;
  channel: string;
  scenario: string;
  day: number;
  /** Minute of the day. */
  minute: number;
  observer: string;
  /** Cells in the questionnaire's order of items; empty = not noted. */
  cells: string[];
}

const OBSERVERS = 14;
const OLDEST = 540;

/** How many contacts, as a multiple of the mean: spread evenly, and a few vendors nobody has called yet. */
function share(seed: string, index: number, part: Part): number {
  const u = spread(seed, 'observations', index);
  if (part.standing === 'listed') return 0;
  if (part.standing === 'thin') return u < 0.5 ? 0 : 0.07;
  return u < 0.08 ? 0 : 0.25 + 2.3 * u ** 1.1;
}

/** All contacts with vendor number `index`, oldest first. */
export function observationsOf(job: SampleJob, index: number, part: Part, quality: Quality): SampleObservation[] {
  const form = job.questionnaire.observations;
  if (form === undefined) return [];
  const random = stream(job.seed, 'observations', index);
  const count = Math.round(share(job.seed, index, part) * job.observationsPerVendor);
  const today = dayOf(job.asOf);
  const out: SampleObservation[] = [];
  for (let i = 0; i < count; i += 1) {
    let day = today - 1 - Math.floor(OLDEST * (1 - random.unit() ** 0.7));
    while (weekday(day) === 0 || weekday(day) === 6) day -= 1;
    const morning = random.chance(0.5);
    const minute = morning ? random.int(9 * 60, 11 * 60 + 45) : random.int(13 * 60 + 30, 17 * 60 + 30);
    const channel = random.weighted(form.channels, (entry) => 1 / (1 + form.channels.indexOf(entry) * 0.6)).id;
    const scenario = random.weighted(form.scenarios, (entry) => 1 / (1 + form.scenarios.indexOf(entry) * 0.35)).id;
    const observer = stream(job.seed, 'observer', random.int(1, OBSERVERS)).hex(24);
    // The day was good or bad for all that is noted of one contact.
    const luck = random.normal() * 0.7;
    let unanswered = false;
    const cells = form.items.map((item) => {
      if (unanswered && item.kind !== 'share') return '';
      const refs = item.uses.flatMap((use) => use.criteria);
      const ease = job.words.reviews.questions[item.id]?.ease ?? 0;
      const pace = item.kind === 'duration' ? quality.pace : 0;
      const z = qualityFor(quality, refs) + pace + ease + luck + random.normal() * 0.6;
      if (item.kind !== 'duration') {
        const noted = random.chance(item.kind === 'share' ? 1 : 0.8);
        const { cell } =
          unanswered && item.kind === 'share'
            ? { cell: item.good === 'yes' ? 'no' : 'yes' }
            : respond(item, z, random, true);
        return noted ? cell : '';
      }
      const goalposts = goalpostsFor(job, form, item, channel, scenario);
      const { cell } = respond({ kind: 'duration', goalposts, window: item.window }, z, random, true);
      unanswered ||= cell === 'none';
      return cell;
    });
    out.push({ id: '', channel, scenario, day, minute, observer, cells });
  }
  out.sort((a, b) => a.day - b.day || a.minute - b.minute);
  const prefix = `o${String(index + 1).padStart(4, '0')}`;
  out.forEach((row, i) => {
    row.id = `${prefix}-${String(i + 1).padStart(4, '0')}`;
  });
  return out;
}

/** The goalposts by which this contact is judged: those of the first use that is about its channel, else the item's. */
function goalpostsFor(
  job: SampleJob,
  form: NonNullable<Questionnaire['observations']>,
  item: ObservedItem & { kind: 'duration' },
  channel: string,
  scenario: string,
): Goalposts {
  const narrow = (use: ObservedItem['uses'][number]): boolean =>
    use.goalposts !== undefined &&
    (use.channels?.includes(channel) ?? false) &&
    (use.scenarios === undefined || use.scenarios.includes(scenario));
  const use = form.channels.length > 0 ? item.uses.find(narrow) : undefined;
  return goalpostsOf(job, use?.goalposts ?? item.goalposts);
}
