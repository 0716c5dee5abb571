/** Disputes and corrections: those that the words describe for the part that a vendor plays. */
import type { Case } from '../schema/dataset.ts';
import type { Part } from './cast.ts';
import type { SampleJob } from './context.ts';
import { dateOf, dayOf } from './days.ts';
import type { SampleReview } from './review-draw.ts';

/** Answers that the cases speak of: facet states by `<framework>/<criterion>`. The vendor has to have them. */
export type Disputed = ReadonlyMap<string, Readonly<Record<string, 'met' | 'partly' | 'not-met'>>>;

/** What the cases of this part speak of. */
export function disputedAnswers(job: SampleJob, part: Part): Disputed {
  return new Map(
    job.words.cases.flatMap(({ part: whose, about }) =>
      whose === part.case && 'criterion' in about ? [[about.criterion, about.facets] as const] : [],
    ),
  );
}

/** The cases about a vendor. One about a review is of a published text under a contract, and left out without any. */
export function casesOf(job: SampleJob, part: Part, slug: string, reviews: readonly SampleReview[]): Case[] {
  if (part.case === undefined) return [];
  const today = dayOf(job.asOf);
  const byTone = reviews
    .filter(
      (review) => review.source === 'verified-contract' && review.moderation === 'published' && review.text !== '',
    )
    .toSorted((a, b) => a.overall - b.overall || (a.id < b.id ? -1 : 1));
  const out: Case[] = [];
  for (const entry of job.words.cases) {
    if (entry.part !== part.case) continue;
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
      vendor: slug,
      about: subject,
      openedOn: dateOf(opened),
      openedBy: entry.openedBy,
      claim: entry.claim,
      state: entry.state,
      ...(entry.closedAfterDays === undefined
        ? {}
        : { closedOn: dateOf(Math.min(today, opened + entry.closedAfterDays)) }),
      ...(entry.outcome === undefined ? {} : { outcome: entry.outcome }),
    });
  }
  return out;
}
