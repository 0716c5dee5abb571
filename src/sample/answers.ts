/**
 * A vendor's own answers. What it really does follows its quality in that dimension; what it says is less, because some
 * criteria are left blank. Ranked vendors answer at least half of most dimensions, the others too few.
 */
import type { Criterion } from '../schema/framework.ts';
import type { Answer, FacetAnswer, VendorFile } from '../schema/vendor.ts';
import { between } from './between.ts';
import type { Disputed } from './cases.ts';
import type { Standing } from './cast.ts';
import type { SampleJob } from './context.ts';
import type { Quality } from './quality.ts';
import { logistic } from './quality.ts';
import type { Random } from './random.ts';
import { stream } from './random.ts';
import { answeredCriteria, silentDimensions } from './spoken.ts';

/**
 * Answers of vendor number `index`, by framework and criterion, in the order of the frameworks. Those that somebody
 * disputes are never left out or excused, and say what the case says that they say.
 */
export function answersOf(
  job: SampleJob,
  index: number,
  standing: Standing,
  quality: Quality,
  evidence: ReadonlyMap<string, readonly string[]>,
  disputed: Disputed,
): VendorFile['answers'] {
  if (standing === 'listed') return {};
  const out: VendorFile['answers'] = {};
  for (const framework of job.frameworks) {
    const random = stream(job.seed, 'answers', index, framework.id);
    const silent = silentDimensions(job, framework, standing, quality, random);
    const answers: Record<string, Answer> = {};
    for (const dimension of framework.dimensions) {
      const weights = job.method.frameworks[framework.id]?.dimensions[dimension.id]?.criteria ?? {};
      const chosen = answeredCriteria(dimension, weights, silent.has(dimension.id), quality.openness, random);
      const z = quality.dimensions.get(`${framework.id}/${dimension.id}`) ?? quality.base;
      const behind = evidence.get(`${framework.id}/${dimension.id}`) ?? [];
      for (const criterion of dimension.criteria) {
        const ref = `${framework.id}/${criterion.id}`;
        const fixed = disputed.get(ref);
        if (fixed === undefined && !chosen.has(criterion.id)) continue;
        const excuse = excused(job, ref, random);
        const given = answered(job, criterion, z, behind, random);
        if (fixed !== undefined) answers[criterion.id] = withFacets(given, fixed);
        else if (excuse !== undefined) answers[criterion.id] = excuse;
        else if (given !== undefined) answers[criterion.id] = given;
      }
    }
    if (Object.keys(answers).length > 0) out[framework.id] = answers;
  }
  return out;
}

/** An answer with some of its facets set; nothing is left open or excused any more. */
function withFacets(given: Answer | undefined, facets: Readonly<Record<string, FacetAnswer>>): Answer {
  const { state: _state, reason: _reason, ...kept } = given ?? {};
  return { ...kept, facets: { ...kept.facets, ...facets } };
}

/** Sometimes a criterion cannot apply; the words say to which that can happen and why. */
function excused(job: SampleJob, ref: string, random: Random): Answer | undefined {
  const reasons = job.words.notApplicable.filter((entry) => entry.criteria.includes(ref));
  if (reasons.length === 0 || !random.chance(0.14)) return undefined;
  return { state: 'not-applicable', reason: random.pick(reasons).reason };
}

/** One answer; undefined when the criterion is not measured by what a vendor says. */
function answered(
  job: SampleJob,
  criterion: Criterion,
  z: number,
  behind: readonly string[],
  random: Random,
): Answer | undefined {
  const measure = criterion.measure;
  if (measure === undefined) return undefined;
  const cited = behind.filter(() => random.chance(0.62)).slice(0, 3);
  const note = random.chance(0.05) ? { note: random.pick(job.words.notes) } : {};
  const base = { ...(cited.length > 0 ? { evidence: cited } : {}), ...note };
  const own = z + random.normal() * 0.6;
  if (measure.kind === 'level') {
    const levels = measure.levels.toSorted((a, b) => a.points - b.points);
    const level = levels[Math.min(levels.length - 1, Math.floor(logistic(0.4 + 1.1 * own) * levels.length))];
    return level === undefined ? undefined : { level: level.id, ...base };
  }
  if (measure.kind === 'number') {
    const posts = job.method.goalposts[measure.goalposts];
    return posts === undefined ? undefined : { value: tidy(between(posts, logistic(0.2 + own))), ...base };
  }
  const facets: Record<string, FacetAnswer> = {};
  for (const facet of criterion.facets) {
    const state = facetState(own + random.normal() * 0.7, random);
    if (state === 'unknown') continue;
    const ownEvidence = state === 'met' && cited.length > 1 && random.chance(0.06) ? cited.slice(0, 1) : undefined;
    facets[facet.id] =
      state === 'not-applicable'
        ? { state, reason: random.pick(job.words.notApplicableFacet) }
        : ownEvidence === undefined
          ? state
          : { state, evidence: ownEvidence };
  }
  return Object.keys(facets).length > 0 ? { facets, ...base } : { state: 'unknown', ...note };
}

function facetState(z: number, random: Random): 'met' | 'partly' | 'not-met' | 'not-applicable' | 'unknown' {
  const blank = random.chance(0.05);
  const beside = random.chance(0.012);
  if (blank) return 'unknown';
  if (beside) return 'not-applicable';
  const x = z + random.normal() * 0.45;
  return x > -0.15 ? 'met' : x > -1.05 ? 'partly' : 'not-met';
}

/** Rounded as people give numbers: three figures. */
function tidy(value: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(3));
}
