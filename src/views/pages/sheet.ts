/** What a decision sheet says about a shortlist: what was not shown, what to ask, which clauses to ask for. Pure. */
import type { Contract } from '../../schema/contract.ts';
import type { Language } from '../../schema/text.ts';
import type { ComparedCriterion, CompareFile } from '../browser/compare-file.ts';
import type { CompareWords, CriterionWords } from '../browser/compare-words.ts';

/** A clause in one language. */
export interface ClauseWords {
  id: string;
  name: string;
  text: string;
  level?: string;
  always: boolean;
  criteria: readonly string[];
}

/** The clauses of a workspace in one language. */
export function clauseWords(contract: Contract, language: Language): { intro: string; clauses: ClauseWords[] } {
  return {
    intro: contract.intro[language],
    clauses: contract.clauses.map((c) => ({
      id: c.id,
      name: c.name[language],
      text: c.text[language],
      ...(c.level === undefined ? {} : { level: c.level[language] }),
      always: c.always,
      criteria: c.criteria,
    })),
  };
}

/** A criterion in which a vendor is weak or has shown nothing. */
export interface Gap {
  criterion: CriterionWords;
  /** Whole points; undefined without data. */
  score: number | undefined;
  /** Neither facts nor reported answers. */
  silent: boolean;
  /** Names of the facets that it has not shown: not met, or not answered. */
  missing: readonly string[];
}

/** Points from which on a criterion is no gap. */
const GOOD = 60;

/**
 * Gaps of a vendor, the one that costs most of the overall score first; criteria that do not apply or that nothing
 * measures are none. A vendor that is not assessed has shown nothing at all: every criterion is a gap.
 */
export function gapsOf(vendor: CompareFile, words: CompareWords): Gap[] {
  const gaps = words.frameworks.flatMap((f) =>
    f.dimensions.flatMap((d) =>
      d.criteria.flatMap((criterion): Gap[] => {
        const own: ComparedCriterion = vendor.criteria[criterion.key] ?? { state: 'unknown' };
        if (own.state === 'not-applicable' || own.state === 'unmeasured' || (own.score ?? 0) >= GOOD) return [];
        const missing = criterion.facets.filter((_, i) => ['n', 'u', undefined].includes(own.facets?.[i]));
        return [
          {
            criterion,
            score: own.score,
            silent:
              own.told === undefined &&
              (own.state === 'not-shown' || own.state === 'unknown' || own.state === 'estimated'),
            missing,
          },
        ];
      }),
    ),
  );
  return gaps.toSorted((a, b) => costOf(b) - costOf(a));
}

function costOf(gap: Gap): number {
  return gap.criterion.weight * (100 - (gap.score ?? 0));
}

/** A clause with the positions of the vendors that it matters most for. */
interface ProposedClause {
  clause: ClauseWords;
  for: readonly number[];
}

/**
 * Clauses to propose: those that secure gaps of the vendors, by what these cost together, then those for everybody, in the
 * order of the file. At most `most`; the ones for everybody are never left out for others.
 */
export function proposedClauses(
  gaps: readonly (readonly Gap[])[],
  clauses: readonly ClauseWords[],
  most: number,
): ProposedClause[] {
  const weighed = clauses.map((clause) => {
    const costs = gaps.map((own) =>
      own.filter((g) => clause.criteria.includes(g.criterion.key)).reduce((sum, g) => sum + costOf(g), 0),
    );
    return { clause, for: costs.flatMap((c, i) => (c > 0 ? [i] : [])), cost: costs.reduce((a, b) => a + b, 0) };
  });
  const always = weighed.filter((w) => w.clause.always);
  const others = weighed.filter((w) => !w.clause.always && w.cost > 0).toSorted((a, b) => b.cost - a.cost);
  const chosen = new Set([...always, ...others.slice(0, Math.max(0, most - always.length))]);
  return weighed
    .filter((w) => chosen.has(w))
    .toSorted((a, b) => b.cost - a.cost)
    .map((w) => ({ clause: w.clause, for: w.for }));
}
