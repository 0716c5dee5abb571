/** Disputes and corrections: those that the words describe for a vendor's archetype. */
import type { Case } from '../schema/dataset.ts';
import type { Reply, VendorFile } from '../schema/vendor.ts';
import type { SampleJob, Subject } from './context.ts';
import { dayText } from '../schema/day.ts';
import { fillBoth } from './names.ts';
import { stream } from './random.ts';
import { bandOf } from './review-text.ts';
import type { SampleReview } from './reviews.ts';
import { compareText } from '../schema/order.ts';

/** Answers that the cases speak of: facet states by `<framework>/<criterion>`. The vendor has to have them. */
export type Disputed = ReadonlyMap<string, Readonly<Record<string, 'met' | 'partly' | 'not-met'>>>;

/** What the cases of this archetype speak of. */
export function disputedAnswers({ job, archetype }: Subject): Disputed {
  return new Map(
    job.words.cases.flatMap(({ part, about }) =>
      part === archetype.case && 'criterion' in about ? [[about.criterion, about.facets] as const] : [],
    ),
  );
}

/** The cases about a vendor. One about a review is of a published text under a contract, and left out without any. */
export function casesOf({ job, archetype, names, today }: Subject, reviews: readonly SampleReview[]): Case[] {
  if (archetype.case === undefined) return [];
  const byTone = reviews
    .filter(
      (review) => review.source === 'verified-contract' && review.moderation === 'published' && review.text !== '',
    )
    .toSorted((a, b) => a.overall - b.overall || compareText(a.id, b.id));
  const out: Case[] = [];
  for (const entry of job.words.cases) {
    if (entry.part !== archetype.case) continue;
    const { about } = entry;
    const opened = today - entry.openedDaysAgo;
    let subject: Case['about'];
    if ('review' in about) {
      // Nobody disputes a review that was not there yet.
      const known = byTone.filter((review) => review.day < opened);
      const review = about.review === 'lowest' ? known[0] : known.at(-1);
      if (review === undefined) continue;
      subject = { review: review.id };
    } else subject = 'criterion' in about ? { criterion: about.criterion } : about;
    out.push({
      id: entry.slug,
      kind: entry.kind,
      vendor: names.brand.slug,
      about: subject,
      openedOn: dayText(opened),
      openedBy: entry.openedBy,
      claim: entry.claim,
      state: entry.state,
      closedOn:
        entry.closedAfterDays === undefined ? undefined : dayText(Math.min(today, opened + entry.closedAfterDays)),
      outcome: entry.outcome,
    });
  }
  return out;
}

/** Replies of one vendor at most. */
const MAX_REPLIES = 12;

/** What can be said to a complaint: an answer to one of its points if there is one, else something general. */
function complaintReplies(job: SampleJob, review: SampleReview): { zh: string; en: string }[] {
  const all = job.words.replies.complaint;
  const fitting = all.filter((entry) => entry.questions.some((question) => review.complaints.includes(question)));
  const general = all.filter((entry) => entry.questions.length === 0);
  return [...fitting, ...(fitting.length === 0 ? general : [])].map((entry) => entry.say);
}

/** Replies to some reviews, and now and then to a criterion in which the vendor shows little; oldest first, none later than `asOf`. */
export function repliesOf(
  { job, index, names, quality, today }: Subject,
  answers: VendorFile['answers'],
  reviews: readonly SampleReview[],
): Reply[] {
  const random = stream(job.seed, 'replies', index);
  const own = (text: { zh: string; en: string }): Reply['text'] =>
    names.name.en === undefined ? { zh: text.zh } : text;
  const found: { day: number; reply: Reply }[] = [];
  const used = new Set<string>();
  for (const review of reviews) {
    if (review.moderation !== 'published' || review.text === '') continue;
    const band = bandOf(review.overall);
    const willing = random.chance(quality.openness * (band === 'poor' ? 0.55 : band === 'fair' ? 0.25 : 0.09));
    const list = band === 'good' ? job.words.replies.praise : complaintReplies(job, review);
    const day = review.day + 1 + Math.floor(14 * random.unit() ** 2);
    const left = list.filter((text) => !used.has(text.zh));
    if (!willing || day > today || left.length === 0) continue;
    const text = random.pick(left);
    used.add(text.zh);
    found.push({ day, reply: { to: { review: review.id }, on: dayText(day), text: own(text) } });
  }
  for (const framework of job.frameworks) {
    for (const dimension of framework.dimensions) {
      for (const criterion of dimension.criteria) {
        const answer = answers[framework.id]?.[criterion.id];
        const lacking = Object.values(answer?.facets ?? {}).filter((facet) => facet === 'not-met').length;
        const day = today - random.int(3, 150);
        const text = random.pick(job.words.replies.criterion);
        if (lacking < 2 || !random.chance(0.05) || used.has(text.zh)) continue;
        used.add(text.zh);
        const filled = fillBoth(text, { criterion: criterion.name.zh }, { criterion: criterion.name.en });
        found.push({
          day,
          reply: { to: { criterion: `${framework.id}/${criterion.id}` }, on: dayText(day), text: own(filled) },
        });
      }
    }
  }
  found.sort((a, b) => a.day - b.day);
  return found.slice(-MAX_REPLIES).map((entry) => entry.reply);
}
