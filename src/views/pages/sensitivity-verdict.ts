/** What the comparisons of methods come to, in figures that a sentence can hold. */
import type { Sensitivity } from '../../score/sensitivity.ts';
import type { WeightDraws } from '../../score/weight-draws.ts';
import type { Said } from '../format/say.ts';
import type { SensitivityPage, SensitivityRow } from './sensitivity.ts';

export interface Verdict {
  /** Vendors of those shown that are within one place of their own in at least `NEARLY_ALL` of the draws. */
  steady: { perturbed: number; anyWeights: number };
  /** The vendor published as first, and the share of draws in which it is. */
  first: { name: Said; slug: string; perturbed: number; anyWeights: number };
  /** The vendor whose place depends most on the weights. */
  loosest: { name: Said; slug: string; low: number; high: number };
  /** Share of pairs 0..1 that keep their order, from tau. */
  pairs: { perturbed: number | undefined; anyWeights: number | undefined };
  /** The dimension without which the order changes most. */
  dimension: { name: string; pairs: number } | undefined;
}

/** Share of the draws that counts as nearly all. */
export const NEARLY_ALL = 0.9;

/** The verdict on the rows of the page, the first of which is published as first; undefined when there are none. */
export function verdictOf(
  found: Sensitivity,
  rows: readonly SensitivityRow[],
  variants: SensitivityPage['variants'],
): Verdict | undefined {
  const first = rows[0];
  const loosest = rows.toSorted((a, b) => width(b) - width(a))[0];
  if (first === undefined || loosest === undefined) return undefined;
  const [dimension] = variants.find((x) => x.kind === 'without-dimension')?.rows ?? [];
  const steady = (of: 'perturbed' | 'anyWeights'): number => rows.filter((r) => r[of].steady >= NEARLY_ALL).length;
  const { name, slug } = loosest;
  return {
    steady: { perturbed: steady('perturbed'), anyWeights: steady('anyWeights') },
    first: {
      name: first.name,
      slug: first.slug,
      perturbed: firstShare(found.perturbed),
      anyWeights: firstShare(found.anyWeights),
    },
    loosest: { name, slug, low: loosest.anyWeights.low, high: loosest.anyWeights.high },
    pairs: { perturbed: pairs(found.perturbed.tau), anyWeights: pairs(found.anyWeights.tau) },
    dimension:
      dimension?.name === undefined || dimension.tau === undefined
        ? undefined
        : { name: dimension.name, pairs: pairs(dimension.tau) as number },
  };
}

function width({ anyWeights }: SensitivityRow): number {
  return anyWeights.high - anyWeights.low;
}

/** Share of the draws in which the vendor that is published as first is first. */
function firstShare(draws: WeightDraws): number {
  return draws.acceptability[0]?.[0] ?? 0;
}

/** Share of pairs in the same order: Kendall's tau is that share minus the share of the others (no ties). */
function pairs(tau: number | undefined): number | undefined {
  return tau === undefined ? undefined : (1 + tau) / 2;
}
