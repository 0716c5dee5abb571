/** Facts about some vendors that two people looked at independently, for the editors' table of agreement. */
import { CODED_STATES } from '../schema/coding.ts';
import type { Criterion } from '../schema/framework.ts';
import type { VendorFile } from '../schema/vendor.ts';
import type { Part } from './cast.ts';
import type { SampleJob } from './context.ts';
import { dayOf } from './days.ts';
import { stream } from './random.ts';

export interface SampleCoding {
  criterion: string;
  /** Empty for a criterion with levels. */
  facet: string;
  coder: string;
  day: number;
  state: string;
}

/** One vendor in so many is looked at. */
const EVERY = 12;
const CODERS = 3;
/** How often the second person sees what the first saw. */
const AGREE = 0.9;

/** The codings of vendor number `index`: one criterion of every dimension, by two people. */
export function codingsOf(job: SampleJob, index: number, part: Part, answers: VendorFile['answers']): SampleCoding[] {
  if (index % EVERY !== 3 || part.standing === 'listed' || part.standing === 'withdrawn') return [];
  const random = stream(job.seed, 'codings', index);
  const first = random.int(0, CODERS - 1);
  const coders = [first, (first + 1) % CODERS].map((coder) => stream(job.seed, 'coder', coder).hex(24));
  const today = dayOf(job.asOf);
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
    const told = answer?.facets?.[id];
    const state = typeof told === 'object' ? told.state : told;
    return { facet: id, truth: options.find((own) => own === state) ?? 'not-met', options };
  });
}
