/**
 * What a vendor puts on the table: uneven in number, tier and age. The same document may stand behind several
 * dimensions, as the words say.
 */
import type { Evidence, VendorFile } from '../schema/vendor.ts';
import type { SampleJob } from './context.ts';
import { dateOf, dayOf } from './days.ts';
import type { Names } from './names.ts';
import type { Quality } from './quality.ts';
import { logistic } from './quality.ts';
import { stream } from './random.ts';

export interface Shown {
  /** In the order of the words. */
  evidence: Evidence[];
  /** Ids of the evidence for each `<framework>/<dimension>`. */
  byDimension: ReadonlyMap<string, readonly string[]>;
}

/** The evidence that some answer cites: nobody hands in a paper that stands behind nothing. */
export function citedEvidence(evidence: readonly Evidence[], answers: VendorFile['answers']): Evidence[] {
  const cited = new Set<string>();
  for (const criteria of Object.values(answers)) {
    for (const answer of Object.values(criteria)) {
      for (const id of answer.evidence ?? []) cited.add(id);
      for (const facet of Object.values(answer.facets ?? {})) {
        if (typeof facet !== 'string') for (const id of facet.evidence ?? []) cited.add(id);
      }
    }
  }
  return evidence.filter((item) => cited.has(item.id));
}

/** Draws the evidence of vendor number `index`. `scale` (0..1) makes it scarcer still. */
export function evidenceOf(job: SampleJob, index: number, names: Names, quality: Quality, scale: number): Shown {
  const random = stream(job.seed, 'evidence', index);
  const today = dayOf(job.asOf);
  // Some vendors keep their papers up; others handed them in once.
  const neglect = Math.exp(random.normal() * 0.7);
  const evidence: Evidence[] = [];
  const byDimension = new Map<string, string[]>();
  for (const item of job.words.evidence) {
    const z =
      item.dimensions.reduce((sum, ref) => sum + (quality.dimensions.get(ref) ?? 0), 0) / item.dimensions.length;
    const shown = random.chance(scale * logistic(-1.6 + 3 * quality.openness + 0.5 * z));
    const tested = random.chance(logistic(-1 + 0.8 * quality.base));
    const declared = random.chance(logistic(-0.9 - 0.6 * quality.base));
    const confirmedAgo = Math.min(900, Math.round(20 + 170 * neglect * -Math.log(1 - random.unit())));
    const lookedAgo = Math.round(confirmedAgo * random.unit());
    const term = random.pick([180, 365, 365, 730]);
    const dated = random.chance(0.3);
    if (!shown) continue;
    const tier = item.observed && tested ? 'observed' : declared ? 'declared' : 'documented';
    evidence.push({
      id: item.id,
      tier,
      ...(item.page === undefined ? {} : { url: `https://www.${names.brand.slug}.example/${item.page}` }),
      lastLooked: dateOf(today - lookedAgo),
      lastConfirmed: dateOf(today - confirmedAgo),
      ...(dated ? { expires: dateOf(today - confirmedAgo + term) } : {}),
      note: names.name.en === undefined ? { zh: item.note.zh } : item.note,
    });
    for (const ref of item.dimensions) byDimension.set(ref, [...(byDimension.get(ref) ?? []), item.id]);
  }
  return { evidence, byDimension };
}
