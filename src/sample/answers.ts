/**
 * A vendor's own answers. What it really does follows its quality in that dimension; what it says is less, because some
 * criteria are left blank. Ranked vendors answer at least half of most dimensions, the others too few.
 */
import type { Criterion, Dimension, Framework } from '../schema/framework.ts';
import type { Answer, Evidence, FacetAnswer, VendorFile } from '../schema/vendor.ts';
import type { SampleJob, Subject } from './context.ts';
import { dayText } from '../schema/day.ts';
import type { Disputed } from './disputes.ts';
import { logistic, valueAtShare } from './quality.ts';
import { type Random, stream } from './random.ts';

/**
 * Answers of vendor number `index`, by framework and criterion, in the order of the frameworks. Those that somebody
 * disputes are never left out or excused, and say what the case says that they say.
 */
export function answersOf(
  subject: Subject,
  evidence: ReadonlyMap<string, readonly string[]>,
  disputed: Disputed,
): VendorFile['answers'] {
  const { job, index, archetype, quality } = subject;
  if (archetype.disclosure === 'listed') return {};
  const out: VendorFile['answers'] = {};
  for (const framework of job.frameworks) {
    const random = stream(job.seed, 'answers', index, framework.id);
    const silent = silentDimensions(subject, framework, random);
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
    return posts === undefined ? undefined : { value: tidy(valueAtShare(posts, logistic(0.2 + own))), ...base };
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

/** The dimensions about which a vendor says next to nothing: few enough to be ranked, or too many. */
function silentDimensions({ job, archetype, quality }: Subject, framework: Framework, random: Random): Set<string> {
  const all = framework.dimensions.map((dimension) => dimension.id);
  const spare = Math.max(0, all.length - (job.method.frameworks[framework.id]?.minimumDimensions ?? 0));
  const count =
    archetype.disclosure === 'thin'
      ? Math.min(all.length, spare + 2 + random.int(0, Math.ceil(all.length / 3)))
      : Math.floor((1 - quality.openness) * 1.6 * (spare + 1) * random.unit());
  return new Set(random.shuffled(all).slice(0, archetype.disclosure === 'thin' ? count : Math.min(count, spare)));
}

/** Criteria worth at least half of the weight where a vendor speaks; less than half of it where it is silent. */
function answeredCriteria(
  dimension: Dimension,
  weights: Readonly<Record<string, number>>,
  silent: boolean,
  openness: number,
  random: Random,
): Set<string> {
  const order = random.shuffled(dimension.criteria.map((criterion) => criterion.id));
  const weightOf = (id: string): number => weights[id] ?? 1;
  const half = order.reduce((sum, id) => sum + weightOf(id), 0) / 2;
  const wanted = order.filter(() => random.chance(openness)).length;
  const chosen = new Set<string>();
  let weight = 0;
  for (const id of order) {
    if (silent ? chosen.size === 1 || weight + weightOf(id) >= half : chosen.size >= wanted && weight >= half) continue;
    chosen.add(id);
    weight += weightOf(id);
  }
  return silent && random.chance(0.5) ? new Set() : chosen;
}

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

/**
 * Draws the evidence of a vendor: uneven in number, tier and age; one document may stand behind several dimensions, as the
 * words say. `scale` (0..1) makes it scarcer still.
 */
export function evidenceOf({ job, index, names, quality, today }: Subject, scale: number): Shown {
  const random = stream(job.seed, 'evidence', index);
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
      url: item.page === undefined ? undefined : `https://www.${names.brand.slug}.example/${item.page}`,
      lastLooked: dayText(today - lookedAgo),
      lastConfirmed: dayText(today - confirmedAgo),
      expires: dated ? dayText(today - confirmedAgo + term) : undefined,
      note: names.name.en === undefined ? { zh: item.note.zh } : item.note,
    });
    for (const ref of item.dimensions) byDimension.set(ref, [...(byDimension.get(ref) ?? []), item.id]);
  }
  return { evidence, byDimension };
}
