/** Answers of a vendor to one criterion: facts with their evidence, and one line for each question or observed item. */
import type { Vendor } from '../../../schema/dataset.ts';
import type { Criterion } from '../../../schema/framework.ts';
import type { Tier } from '../../../schema/method.ts';
import type { Language } from '../../../schema/text.ts';
import type { Answer, AnswerState } from '../../../schema/vendor.ts';
import type { CriterionScore, FacetScore } from '../../../score/types.ts';
import { type LocalText, localizeOptional } from '../../format/localize.ts';
import { round, significant } from '../../format/round.ts';
import { evidenceNumbers } from './evidence.ts';
import type { Inputs } from '../../market/inputs.ts';

/** Facets of a criterion that share their state, the evidence behind it and the reason: one line on the page. */
export interface FacetRow {
  names: readonly string[];
  state: AnswerState;
  /** Tier that counts; only when the state earns anything. */
  tier: Tier | undefined;
  /** Numbers in the vendor's evidence list. */
  evidence: readonly number[];
  reason: LocalText | undefined;
}

/** The level that a vendor says it is at. */
export interface LevelRow {
  name: string | undefined;
  evidence: readonly number[];
}

/** The number that a vendor gives. */
export interface NumberRow {
  value: number | undefined;
  /** Its standard error, in the same unit; undefined where it is exact. */
  error: number | undefined;
  /** The counts that it is the ratio of, where it was given by these. */
  ratio: { numerator: number; denominator: number } | undefined;
  unit: string | undefined;
  evidence: readonly number[];
}

/** Facets of a checklist criterion in their order, alike neighbours together; none for other kinds. */
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
  const rows = criterion.facets.map((facet): FacetRow => {
    const own = scored.get(facet.id);
    const given = answer?.facets?.[facet.id];
    const earns = own !== undefined && own.credit > 0;
    return {
      names: [facet.name[language]],
      state: own?.state ?? 'unknown',
      tier: earns ? own.tier : undefined,
      evidence: earns ? numbersOf(vendor, own.evidence) : [],
      reason: typeof given === 'object' ? localizeOptional(given.reason, language) : undefined,
    };
  });
  return rows.reduce<FacetRow[]>((merged, row) => {
    const last = merged.at(-1);
    if (last === undefined || !alike(last, row)) return [...merged, row];
    return [...merged.slice(0, -1), { ...last, names: [...last.names, ...row.names] }];
  }, []);
}

function alike(a: FacetRow, b: FacetRow): boolean {
  const sameEvidence = a.evidence.length === b.evidence.length && a.evidence.every((n, i) => n === b.evidence[i]);
  return a.state === b.state && a.tier === b.tier && a.reason?.text === b.reason?.text && sameEvidence;
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
    error: own.error === undefined ? undefined : significant(own.error, 2),
    ratio:
      answer?.numerator === undefined || answer.denominator === undefined
        ? undefined
        : { numerator: answer.numerator, denominator: answer.denominator },
    unit: criterion.measure.unit?.[language],
    evidence: numbersOf(vendor, answer?.evidence ?? []),
  };
}

function numbersOf(vendor: Vendor, ids: readonly string[]): number[] {
  const numbers = evidenceNumbers(vendor);
  return ids.flatMap((id) => numbers.get(id) ?? []);
}

/** One measure from reviews or observations. */
export interface ReportedRow {
  short: string;
  source: 'review' | 'observation';
  kind: 'rating' | 'share' | 'duration';
  state: 'told' | 'estimated';
  /**
   * The estimate on the scale of the question as it is worded: rating value, share 0..1 that says yes (whether yes is the good
   * answer or not), minutes. It is shrunk to the market where data are few, so it differs from the plain mean of the answers.
   */
  value: number;
  /** The market's mean on the same scale. */
  market: number;
  /** Ends of a rating's scale. */
  low: number;
  high: number;
  count: number;
  points: number;
}

/** Measures of a criterion that come from reviews and observations. */
export function reportedRows(
  { dataset: { questionnaire } }: Inputs,
  score: CriterionScore,
  language: Language,
): ReportedRow[] {
  return score.measures.flatMap((m) => {
    if (m.kind !== 'rating' && m.kind !== 'share' && m.kind !== 'duration') return [];
    const asked =
      m.source === 'review'
        ? questionnaire.questions.find((q) => q.id === m.question)
        : questionnaire.observations?.items.find((item) => item.id === m.question);
    const digits = m.kind === 'duration' ? 0 : 2;
    // Scores count the good answers; a reader of the question's name takes the figure for those that say yes.
    const flipped = m.kind === 'share' && asked?.kind === 'share' && asked.good === 'no';
    const shown = (value: number): number => round(flipped ? 1 - value : value, digits);
    return [
      {
        short: asked?.short[language] ?? m.question,
        source: m.source,
        kind: m.kind,
        state: m.state,
        value: shown(m.value),
        market: shown(m.market),
        low: asked?.kind === 'rating' ? asked.low : 0,
        high: asked?.kind === 'rating' ? asked.high : 1,
        count: m.count,
        points: Math.round(m.points),
      },
    ];
  });
}
