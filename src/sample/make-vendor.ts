/** One fictional vendor, whole: its file, its reviews, its timed contacts, its cases. */
import type { Case } from '../schema/dataset.ts';
import type { VendorFile } from '../schema/vendor.ts';
import { aboutOf } from './about.ts';
import { answersOf } from './answers.ts';
import type { AskedQuestion } from './asked.ts';
import type { Part } from './cast.ts';
import { partOf } from './cast.ts';
import { casesOf, disputedAnswers } from './cases.ts';
import { type SampleCoding, codingsOf } from './codings.ts';
import type { SampleJob } from './context.ts';
import { fictionalCreditCode } from './credit-code.ts';
import { dateOf, dayOf } from './days.ts';
import { citedEvidence, evidenceOf } from './evidence.ts';
import { namesOf } from './names.ts';
import type { SampleObservation } from './observations.ts';
import { observationsOf } from './observations.ts';
import { pricesOf } from './prices.ts';
import { placeOf, profileOf } from './profile.ts';
import type { Quality } from './quality.ts';
import { qualityOf } from './quality.ts';
import { stream } from './random.ts';
import { repliesOf } from './replies.ts';
import type { SampleReview } from './review-draw.ts';
import { reviewsOf } from './reviews.ts';

export interface SampleVendor {
  slug: string;
  file: VendorFile;
  reviews: SampleReview[];
  observations: SampleObservation[];
  codings: SampleCoding[];
  cases: Case[];
  /** What no file tells: for tests and for judging how well scores find it. */
  quality: Quality;
  part: Part;
}

/** Makes vendor number `index` (0..). It depends on the seed, the words and the rest of the content, not on the others. */
export function makeVendor(job: SampleJob, asked: readonly AskedQuestion[], index: number): SampleVendor {
  const { seed, words } = job;
  const part = partOf(seed, index);
  const quality = qualityOf(seed, index, part, job.frameworks);
  const place = placeOf(job, index);
  const names = namesOf(seed, words, index, part, place.name);
  const profile = profileOf(job, index, part, names, place);
  const random = stream(seed, 'file', index);
  const listed = part.standing === 'listed';
  const scale = listed ? 0 : part.standing === 'thin' ? 0.35 : 1;
  const shown = evidenceOf(job, index, names, quality, scale);
  const answers = answersOf(job, index, part.standing, quality, shown.byDimension, disputedAnswers(job, part));
  const reviews = reviewsOf(job, asked, index, part, quality, names);
  const interested = random.chance(0.1);
  const interest = random.pick(words.interests);
  const leftOn = dateOf(dayOf(job.asOf) - random.int(20, 120));
  const reason = random.pick(words.withdrawals);
  const file: VendorFile = {
    name: names.name,
    aliases: names.aliases,
    legalName: names.legalName,
    creditCode: fictionalCreditCode(index),
    status: part.standing === 'withdrawn' ? 'withdrawn' : listed ? 'listed' : 'participating',
    since: profile.since,
    ...(part.standing === 'withdrawn' ? { withdrawn: { on: leftOn, reason } } : {}),
    founded: profile.founded,
    ...(profile.staff === undefined ? {} : { staff: profile.staff }),
    about: aboutOf(job, index, names, place, profile),
    ...(profile.website === undefined ? {} : { website: profile.website }),
    contacts: profile.contacts,
    offices: profile.offices,
    services: profile.services,
    industries: profile.industries,
    languages: profile.languages,
    ...(profile.licence === undefined ? {} : { licence: profile.licence }),
    prices: listed && random.chance(0.5) ? [] : pricesOf(job, index, place, quality, profile.services),
    ...(interested && !listed ? { interests: interest } : {}),
    evidence: citedEvidence(shown.evidence, answers),
    answers,
    replies: listed ? [] : repliesOf(job, index, names, quality, answers, reviews),
  };
  return {
    slug: names.brand.slug,
    file,
    reviews,
    observations: observationsOf(job, index, part, quality),
    codings: codingsOf(job, index, part, answers),
    cases: casesOf(job, part, names.brand.slug, reviews),
    quality,
    part,
  };
}
