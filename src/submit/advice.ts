/**
 * Which answers and documents would raise the score most. Nothing is guessed: each is tried on the file, and the file is
 * scored again.
 */
import type { Vendor } from '../schema/dataset.ts';
import type { Criterion } from '../schema/framework.ts';
import type { Method } from '../schema/method.ts';
import type { Answer, Evidence, FacetAnswer } from '../schema/vendor.ts';
import { TIERS } from '../schema/words.ts';
import { tiersOn, type EvidenceTiers } from '../score/facts.ts';
import { scoreAlone } from '../score/one-vendor.ts';
import type { PlannedCriterion } from '../score/plan.ts';
import type { Posteriors } from '../score/posteriors.ts';
import type { Scale } from './standing.ts';

/** Something worth doing. */
export interface Advice {
  /** `answer`: open points answered and shown by a document; `document`: a document for what is only claimed so far. */
  kind: 'answer' | 'document';
  framework: string;
  criterion: string;
  /** Points of the criterion that it concerns; 1 for levels and numbers. */
  facets: number;
  /** Points that the overall score would gain, above 0. */
  gain: number;
}

/** A document as nobody has yet handed in: the tier that a vendor can reach by itself. */
const DOCUMENT = 'documented';

/** The things that would raise the overall score most, at most `most`, the best first. */
export function adviceFor(scale: Scale, known: Posteriors, vendor: Vendor, most: number): Advice[] {
  const { rules, market } = scale;
  const score = (file: Vendor): number => scoreAlone(rules, market, known, file).overall?.score ?? 0;
  const now = score(vendor);
  const tiers = tiersOn(vendor.evidence, rules.method, rules.release.asOf);
  const document = documentFor(vendor.evidence, rules.release.asOf);
  const found = market.plan.criteria.flatMap((planned) =>
    attempts(planned, vendor.answers[planned.framework]?.[planned.id], tiers, document.id, rules.method).map(
      ({ kind, facets, answer }): Advice => {
        const answers = {
          ...vendor.answers,
          [planned.framework]: { ...vendor.answers[planned.framework], [planned.id]: answer },
        };
        const gain = score({ ...vendor, evidence: [...vendor.evidence, document], answers }) - now;
        return { kind, framework: planned.framework, criterion: planned.id, facets, gain };
      },
    ),
  );
  // Sorting is stable: equal gains keep the order of the frameworks.
  return found
    .filter((advice) => advice.gain > 1e-9)
    .sort((a, b) => b.gain - a.gain)
    .slice(0, most);
}

function documentFor(evidence: readonly Evidence[], asOf: string): Evidence {
  const ids = new Set(evidence.map((e) => e.id));
  let id = 'document';
  while (ids.has(id)) id = `${id}-x`;
  return { id, tier: DOCUMENT, lastLooked: asOf, lastConfirmed: asOf, note: { en: 'x' } };
}

interface Attempt {
  kind: Advice['kind'];
  facets: number;
  answer: Answer;
}

/** What could be done about one criterion: answer what is open, show what is claimed. */
function attempts(
  { criterion, goalposts }: PlannedCriterion,
  answer: Answer | undefined,
  tiers: EvidenceTiers,
  document: string,
  method: Method,
): Attempt[] {
  const { measure } = criterion;
  if (measure === undefined || answer?.state === 'not-applicable') return [];
  if (measure.kind === 'checklist') return checklistAttempts(criterion, answer, tiers, document);
  const said = measure.kind === 'level' ? answer?.level : (answer?.value ?? answer?.numerator);
  if (said !== undefined)
    return isShown(answer?.evidence ?? [], tiers)
      ? []
      : [{ kind: 'document', facets: 1, answer: { ...answer, evidence: [...(answer?.evidence ?? []), document] } }];
  if (method.facts.missing !== 'not-shown') return [];
  if (measure.kind === 'number')
    return goalposts === undefined
      ? []
      : [{ kind: 'answer', facets: 1, answer: { value: goalposts.best, evidence: [document] } }];
  const best = measure.levels.reduce((a, b) => (b.points > a.points ? b : a));
  return [{ kind: 'answer', facets: 1, answer: { level: best.id, evidence: [document] } }];
}

function checklistAttempts(
  criterion: Criterion,
  answer: Answer | undefined,
  tiers: EvidenceTiers,
  document: string,
): Attempt[] {
  const { state: _, ...rest } = answer ?? {};
  const given = rest.facets ?? {};
  const open: Record<string, FacetAnswer> = {};
  const claimed: Record<string, FacetAnswer> = {};
  for (const { id } of criterion.facets) {
    const said = given[id];
    const state = said === undefined ? 'unknown' : typeof said === 'string' ? said : said.state;
    const evidence = (typeof said === 'object' ? said.evidence : undefined) ?? rest.evidence ?? [];
    if (state === 'unknown') open[id] = { state: 'met', evidence: [document] };
    else if ((state === 'met' || state === 'partly') && !isShown(evidence, tiers))
      claimed[id] = { ...(typeof said === 'object' ? said : {}), state, evidence: [...evidence, document] };
  }
  const attempt = (kind: Attempt['kind'], changed: Record<string, FacetAnswer>): Attempt[] => {
    const facets = Object.keys(changed).length;
    return facets === 0 ? [] : [{ kind, facets, answer: { ...rest, facets: { ...given, ...changed } } }];
  };
  return [...attempt('answer', open), ...attempt('document', claimed)];
}

/** Whether something at least as good as a document stands behind it today. */
function isShown(ids: readonly string[], tiers: EvidenceTiers): boolean {
  return ids.some((id) => {
    const tier = tiers.get(id);
    return tier !== undefined && TIERS.indexOf(tier) <= TIERS.indexOf(DOCUMENT);
  });
}
