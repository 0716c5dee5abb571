/** Timed contacts with one vendor, sent in working hours on working days. */
import { CODED_STATES } from '../schema/coding.ts';
import type { Criterion } from '../schema/framework.ts';
import type { Goalposts } from '../schema/method.ts';
import type { ObservedItem, Questionnaire } from '../schema/questionnaire.ts';
import type { VendorFile } from '../schema/vendor.ts';
import type { Archetype } from './archetypes.ts';
import type { SampleJob, Subject } from './context.ts';
import { weekday } from '../schema/day.ts';
import { qualityFor } from './quality.ts';
import { spread, stream } from './random.ts';
import { goalpostsOf, respond } from './response.ts';

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
function contactShare(seed: string, index: number, archetype: Archetype): number {
  const u = spread(seed, 'observations', index);
  if (archetype.disclosure === 'listed') return 0;
  if (archetype.disclosure === 'thin') return u < 0.5 ? 0 : 0.07;
  return u < 0.08 ? 0 : 0.25 + 2.3 * u ** 1.1;
}

/** All contacts with vendor number `index`, oldest first. */
export function observationsOf({ job, index, archetype, quality, today }: Subject): SampleObservation[] {
  const form = job.questionnaire.observations;
  if (form === undefined) return [];
  const random = stream(job.seed, 'observations', index);
  const count = Math.round(contactShare(job.seed, index, archetype) * job.observationsPerVendor);
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

/** A fact about a vendor as one of two independent people found it, for the editors' table of agreement. */
export interface SampleCoding {
  criterion: string;
  /** Empty for a criterion with levels. */
  facet: string;
  coder: string;
  day: number;
  state: string;
}

/** One vendor in so many is coded. */
const EVERY = 12;
const CODERS = 3;
/** How often the second person sees what the first saw. */
const AGREE = 0.9;

/** The codings of vendor number `index`: one criterion of every dimension, by two people. */
export function codingsOf({ job, index, archetype, today }: Subject, answers: VendorFile['answers']): SampleCoding[] {
  if (index % EVERY !== 3 || archetype.disclosure === 'listed' || archetype.disclosure === 'withdrawn') return [];
  const random = stream(job.seed, 'codings', index);
  const first = random.int(0, CODERS - 1);
  const coders = [first, (first + 1) % CODERS].map((coder) => stream(job.seed, 'coder', coder).hex(24));
  const out: SampleCoding[] = [];
  for (const framework of job.frameworks) {
    for (const dimension of framework.dimensions) {
      const coded = dimension.criteria.filter((c) => c.measure?.kind === 'checklist' || c.measure?.kind === 'level');
      if (coded.length === 0) continue;
      const criterion = random.pick(coded);
      const days = coders.map(() => today - random.int(20, 90));
      for (const { facet, truth, options } of unitsOf(criterion, answers[framework.id]?.[criterion.id])) {
        coders.forEach((coder, i) => {
          const state =
            i === 0 || random.chance(AGREE) ? truth : (options[(options.indexOf(truth) + 1) % options.length] ?? truth);
          out.push({ criterion: `${framework.id}/${criterion.id}`, facet, coder, day: days[i] ?? today, state });
        });
      }
    }
  }
  return out;
}

/** What there is to look at in a criterion, and what the vendor says of it; a blank is found not met. */
function unitsOf(
  criterion: Criterion,
  answer: NonNullable<VendorFile['answers'][string]>[string] | undefined,
): { facet: string; truth: string; options: readonly string[] }[] {
  if (criterion.measure?.kind === 'level') {
    const options = criterion.measure.levels.map((l) => l.id);
    return [{ facet: '', truth: answer?.level ?? options[0] ?? '', options }];
  }
  // "Does not apply" is a vendor's own matter, argued with a reason; here it is never mistaken for something else.
  const options = CODED_STATES.slice(0, 3);
  return criterion.facets.map(({ id }) => {
    const facet = answer?.facets?.[id];
    const state = typeof facet === 'object' ? facet.state : facet;
    return { facet: id, truth: options.find((own) => own === state) ?? 'not-met', options };
  });
}
