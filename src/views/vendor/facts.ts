/** What a vendor's own answer to a criterion comes to: facets of a checklist, a level, or a number. */
import type { Vendor } from '../../schema/dataset.ts';
import type { Criterion } from '../../schema/framework.ts';
import type { Tier } from '../../schema/method.ts';
import type { Language } from '../../schema/text.ts';
import type { Answer, AnswerState } from '../../schema/vendor.ts';
import type { CriterionScore, FacetScore } from '../../score/types.ts';
import type { Said } from '../say.ts';
import { sayOptional } from '../say.ts';
import { round } from '../round.ts';
import { evidenceNumbers } from './evidence.ts';

/** One facet with its state and the evidence behind it. */
export interface FacetRow {
  id: string;
  name: string;
  state: AnswerState;
  /** Tier that counts; only when the state earns anything. */
  tier: Tier | undefined;
  /** Numbers in the vendor's evidence list. */
  evidence: readonly number[];
  reason: Said | undefined;
}

/** The level that a vendor says it is at. */
export interface LevelRow {
  name: string | undefined;
  evidence: readonly number[];
}

/** The number that a vendor gives. */
export interface NumberRow {
  value: number | undefined;
  unit: string | undefined;
  evidence: readonly number[];
}

/** Facets of a checklist criterion; none for other kinds. */
export function facetRows(
  vendor: Vendor,
  criterion: Criterion,
  answer: Answer | undefined,
  score: CriterionScore,
  language: Language,
): FacetRow[] {
  const checklist = score.measures.find((m) => m.kind === 'checklist');
  if (checklist === undefined) return [];
  const scored = new Map<string, FacetScore>(checklist.facets.map((f) => [f.facet, f]));
  return criterion.facets.map((facet) => {
    const own = scored.get(facet.id);
    const told = answer?.facets?.[facet.id];
    const earns = own !== undefined && own.credit > 0;
    return {
      id: facet.id,
      name: facet.name[language],
      state: own?.state ?? 'unknown',
      tier: earns ? own.tier : undefined,
      evidence: earns ? numbersOf(vendor, own.evidence) : [],
      reason: typeof told === 'object' ? sayOptional(told.reason, language) : undefined,
    };
  });
}

/** The level of a level criterion; undefined for other kinds. */
export function levelRow(
  vendor: Vendor,
  criterion: Criterion,
  answer: Answer | undefined,
  score: CriterionScore,
  language: Language,
): LevelRow | undefined {
  const own = score.measures.find((m) => m.kind === 'level');
  if (own === undefined || criterion.measure?.kind !== 'level') return undefined;
  const level = criterion.measure.levels.find((l) => l.id === own.level);
  return { name: level?.name[language], evidence: numbersOf(vendor, answer?.evidence ?? []) };
}

/** The number of a number criterion; undefined for other kinds. */
export function numberRow(
  vendor: Vendor,
  criterion: Criterion,
  answer: Answer | undefined,
  score: CriterionScore,
  language: Language,
): NumberRow | undefined {
  const own = score.measures.find((m) => m.kind === 'number');
  if (own === undefined || criterion.measure?.kind !== 'number') return undefined;
  return {
    value: own.value === undefined ? undefined : round(own.value, 4),
    unit: criterion.measure.unit?.[language],
    evidence: numbersOf(vendor, answer?.evidence ?? []),
  };
}

function numbersOf(vendor: Vendor, ids: readonly string[]): number[] {
  const numbers = evidenceNumbers(vendor);
  return ids.flatMap((id) => numbers.get(id) ?? []);
}
