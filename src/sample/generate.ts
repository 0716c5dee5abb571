/**
 * A fictional workspace's `data/`. Pure: the same arguments give the same bytes. A vendor's file depends on its number
 * alone, so that more vendors, at the same mean numbers of reviews and contacts, change nobody's file.
 */
import { codingColumns } from '../schema/coding.ts';
import type { Case } from '../schema/dataset.ts';
import { observationColumns } from '../schema/observation.ts';
import type { Questionnaire } from '../schema/questionnaire.ts';
import { reviewColumns } from '../schema/review.ts';
import type { VendorFile } from '../schema/vendor.ts';
import { csvText } from '../write/csv.ts';
import { schemaLine, yamlText } from '../write/yaml.ts';
import { answersOf, citedEvidence, evidenceOf } from './answers.ts';
import { type Archetype, archetypeOf } from './archetypes.ts';
import { jobOf, type SampleJob, type SampleOptions, type Subject } from './context.ts';
import { dayNumber, dayText } from '../schema/day.ts';
import { casesOf, disputedAnswers, repliesOf } from './disputes.ts';
import { fictionalCreditCode, namesOf } from './names.ts';
import { codingsOf, observationsOf, type SampleCoding, type SampleObservation } from './observations.ts';
import { aboutOf, placeOf, pricesOf, profileOf } from './profile.ts';
import { type Quality, qualityOf } from './quality.ts';
import { stream } from './random.ts';
import { type PreparedQuestion, preparedQuestions } from './response.ts';
import { reviewsOf, type SampleReview } from './reviews.ts';
import { compareText } from '../schema/order.ts';

/** A piece of a file. Pieces of one path come in order; pieces of different paths may take turns. */
export interface Piece {
  path: string;
  text: string;
}

/** Rows in one CSV file before the next is begun: each stays small enough to open. */
const ROWS_PER_FILE = 200_000;

/** Where rows of a year go: `<folder>/<year>.csv`, then `<year>-2.csv` and so on. */
class YearFiles {
  readonly #folder: string;
  readonly #head: string;
  readonly #rows = new Map<string, number>();

  constructor(folder: string, head: string) {
    this.#folder = folder;
    this.#head = head;
  }

  /** Adds a row; returns the piece of text and the file that it belongs to. */
  add(day: number, text: string): Piece {
    const year = dayText(day).slice(0, 4);
    const rows = this.#rows.get(year) ?? 0;
    this.#rows.set(year, rows + 1);
    const file = Math.floor(rows / ROWS_PER_FILE);
    const path = `${this.#folder}/${year}${file === 0 ? '' : `-${file + 1}`}.csv`;
    return { path, text: rows % ROWS_PER_FILE === 0 ? this.#head + text : text };
  }
}

/** All files piece by piece, so that any number of rows can be written without holding them. Throws as `jobOf`. */
export function* samplePieces(options: SampleOptions): Generator<Piece, void, undefined> {
  const job = jobOf(options);
  const asked = preparedQuestions(job);
  const reviews = new YearFiles('data/reviews', reviewHead(job.questionnaire));
  const observations = new YearFiles('data/observations', observationHead(job.questionnaire));
  const codings = new YearFiles('data/codings', codingHead());
  for (let index = 0; index < job.vendors; index += 1) {
    const vendor = makeVendor(job, asked, index);
    yield { path: `data/vendors/${vendor.slug}.yaml`, text: yamlFile('vendor', vendor.file) };
    for (const { id, ...file } of vendor.cases) yield { path: `data/cases/${id}.yaml`, text: yamlFile('case', file) };
    for (const review of vendor.reviews) yield reviews.add(review.day, reviewLine(vendor.slug, review));
    for (const row of vendor.observations) yield observations.add(row.day, observationLine(vendor.slug, row));
    for (const coding of vendor.codings) yield codings.add(coding.day, codingLine(vendor.slug, coding));
  }
}

/** Vendor files leave out what is empty. */
function yamlFile(kind: 'vendor' | 'case', file: VendorFile | Omit<Case, 'id'>): string {
  const isEmpty = (value: unknown): boolean => typeof value === 'object' && Object.keys(value ?? {}).length === 0;
  const kept = Object.entries(file).filter(([, value]) => !isEmpty(value));
  return `${schemaLine(kind)}\n${yamlText(Object.fromEntries(kept))}`;
}

/** All files whole, by path, in the order of their paths. For sizes that fit into memory. Throws as `jobOf`. */
export function generateSample(options: SampleOptions): Map<string, string> {
  const parts = new Map<string, string[]>();
  for (const { path, text } of samplePieces(options)) {
    const list = parts.get(path);
    if (list === undefined) parts.set(path, [text]);
    else list.push(text);
  }
  const paths = [...parts.keys()].sort((a, b) => compareText(a, b));
  return new Map(paths.map((path) => [path, (parts.get(path) ?? []).join('')]));
}

/** One fictional vendor, whole: its file, its reviews, its timed contacts, its codings, its cases. */
export interface SampleVendor {
  slug: string;
  file: VendorFile;
  reviews: SampleReview[];
  observations: SampleObservation[];
  codings: SampleCoding[];
  cases: Case[];
  /** What no file says: for tests and for judging how well scores find it. */
  quality: Quality;
  archetype: Archetype;
}

/** Makes vendor number `index` (0..). It depends on the seed, the words and the rest of the content, not on the others. */
export function makeVendor(job: SampleJob, asked: readonly PreparedQuestion[], index: number): SampleVendor {
  const { seed, words } = job;
  const archetype = archetypeOf(seed, index);
  const quality = qualityOf(seed, index, archetype, job.frameworks);
  const place = placeOf(job, index);
  const names = namesOf(seed, words, index, archetype, place.name);
  const subject: Subject = { job, index, archetype, quality, place, names, today: dayNumber(job.asOf) };
  const profile = profileOf(subject);
  const random = stream(seed, 'file', index);
  const listed = archetype.disclosure === 'listed';
  const withdrawn = archetype.disclosure === 'withdrawn';
  const shown = evidenceOf(subject, listed ? 0 : archetype.disclosure === 'thin' ? 0.35 : 1);
  const answers = answersOf(subject, shown.byDimension, disputedAnswers(subject));
  const reviews = reviewsOf(subject, asked);
  const interested = random.chance(0.1);
  const interest = random.pick(words.interests);
  const leftOn = dayText(subject.today - random.int(20, 120));
  const reason = random.pick(words.withdrawals);
  const file: VendorFile = {
    name: names.name,
    aliases: names.aliases,
    legalName: names.legalName,
    creditCode: fictionalCreditCode(index),
    status: withdrawn ? 'withdrawn' : listed ? 'listed' : 'participating',
    since: profile.since,
    withdrawn: withdrawn ? { on: leftOn, reason } : undefined,
    founded: profile.founded,
    staff: profile.staff,
    about: aboutOf(subject, profile),
    website: profile.website,
    contacts: profile.contacts,
    offices: profile.offices,
    services: profile.services,
    industries: profile.industries,
    languages: profile.languages,
    licence: profile.licence,
    prices: listed && random.chance(0.5) ? [] : pricesOf(subject, profile.services),
    interests: interested && !listed ? interest : undefined,
    evidence: citedEvidence(shown.evidence, answers),
    answers,
    replies: listed ? [] : repliesOf(subject, answers, reviews),
  };
  return {
    slug: names.brand.slug,
    file,
    reviews,
    observations: observationsOf(subject),
    codings: codingsOf(subject, answers),
    cases: casesOf(subject, reviews),
    quality,
    archetype,
  };
}

function line(cells: readonly string[]): string {
  return csvText([cells], '\n');
}

/** The head line of a file of reviews. No review of the sample is of a collection, so that column is left out. */
function reviewHead(questionnaire: Questionnaire): string {
  return line([
    ...Object.keys(reviewColumns).filter((column) => column !== 'collection'),
    ...questionnaire.questions.map((question) => question.id),
  ]);
}

/** One review as a line, in the order of the head. */
function reviewLine(vendor: string, review: SampleReview): string {
  const date = dayText(review.day);
  return line([
    review.id,
    vendor,
    date,
    review.monthsAgo < 0 ? '' : monthBefore(date, review.monthsAgo),
    review.source,
    review.relationship === 'unknown' ? '' : review.relationship,
    review.incentive === 'unknown' ? '' : review.incentive,
    review.reviewer,
    review.text,
    review.language,
    review.consent,
    review.moderation,
    review.moderationReason,
    ...review.cells,
  ]);
}

/** The head line of a file of timed contacts. */
function observationHead(questionnaire: Questionnaire): string {
  const items = questionnaire.observations?.items ?? [];
  return line([...Object.keys(observationColumns), ...items.map((item) => item.id)]);
}

/** One timed contact as a line, in the order of the head. */
function observationLine(vendor: string, row: SampleObservation): string {
  const clock = `${String(Math.floor(row.minute / 60)).padStart(2, '0')}:${String(row.minute % 60).padStart(2, '0')}`;
  return line([row.id, vendor, row.channel, row.scenario, `${dayText(row.day)} ${clock}`, row.observer, ...row.cells]);
}

/** The head line of a file of codings. */
function codingHead(): string {
  return line(Object.keys(codingColumns));
}

/** One person's finding on one fact as a line, in the order of the head. */
function codingLine(vendor: string, { criterion, facet, coder, day, state }: SampleCoding): string {
  return line([vendor, criterion, facet, coder, dayText(day), state]);
}

/** `YYYY-MM` so many months before a date. */
function monthBefore(date: string, months: number): string {
  const all = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 - months;
  return `${Math.floor(all / 12)}-${String((all % 12) + 1).padStart(2, '0')}`;
}
