/** What a vendor answers: to some reviews, and now and then to a criterion in which it shows little. */
import type { Reply, VendorFile } from '../schema/vendor.ts';
import type { SampleJob } from './context.ts';
import { dateOf, dayOf } from './days.ts';
import { fillBoth } from './fill.ts';
import type { Names } from './names.ts';
import type { Quality } from './quality.ts';
import { stream } from './random.ts';
import { bandOf } from './review-text.ts';
import type { SampleReview } from './review-draw.ts';

const MOST = 12;

/** What can be said to a complaint: an answer to one of its points if there is one, else something general. */
function complaintReplies(job: SampleJob, review: SampleReview): { zh: string; en: string }[] {
  const all = job.words.replies.complaint;
  const fitting = all.filter((entry) => entry.questions.some((question) => review.complaints.includes(question)));
  const general = all.filter((entry) => entry.questions.length === 0);
  return [...fitting, ...(fitting.length === 0 ? general : [])].map((entry) => entry.say);
}

/** Replies of vendor number `index`, oldest first, none later than `asOf`. */
export function repliesOf(
  job: SampleJob,
  index: number,
  names: Names,
  quality: Quality,
  answers: VendorFile['answers'],
  reviews: readonly SampleReview[],
): Reply[] {
  const random = stream(job.seed, 'replies', index);
  const today = dayOf(job.asOf);
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
    found.push({ day, reply: { to: { review: review.id }, on: dateOf(day), text: own(text) } });
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
          reply: { to: { criterion: `${framework.id}/${criterion.id}` }, on: dateOf(day), text: own(filled) },
        });
      }
    }
  }
  found.sort((a, b) => a.day - b.day);
  return found.slice(-MOST).map((entry) => entry.reply);
}
