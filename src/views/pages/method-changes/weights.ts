/** How much each part counts in two versions: frameworks, dimensions, and criteria that were given another weight. */
import { methodShares } from '../../../score/plan.ts';
import type { Edition } from '../../../schema/edition.ts';
import type { Framework } from '../../../schema/framework.ts';
import type { Language } from '../../../schema/text.ts';
import { round } from '../../format/round.ts';

/** One weight. */
export interface WeightChange {
  key: string;
  /** Names from the framework inwards. */
  names: readonly string[];
  /** As written in method.yaml; undefined where there was none. */
  was: number | undefined;
  is: number | undefined;
  /** Percent of the overall score, one decimal. For a criterion undefined: it shares its dimension's. */
  percent: { was: number; is: number } | undefined;
}

export interface WeightChanges {
  /** Weights written differently. */
  changed: readonly WeightChange[];
  /** Weights that stand as they were but make another share, since others changed. */
  moved: readonly WeightChange[];
  unchanged: number;
}

/** Weights of two editions, frameworks in the order of the newer one, then those that are gone. */
export function weightChanges(older: Edition, newer: Edition, language: Language): WeightChanges {
  const [was, is] = [weightsOf(older, language), weightsOf(newer, language)];
  const changed: WeightChange[] = [];
  const moved: WeightChange[] = [];
  let unchanged = 0;
  for (const key of new Set([...is.keys(), ...was.keys()])) {
    const [a, b] = [was.get(key), is.get(key)];
    const named = b ?? a;
    if (named === undefined) continue;
    const percent =
      named.overallShare === undefined
        ? undefined
        : { was: round(100 * (a?.overallShare ?? 0), 1), is: round(100 * (b?.overallShare ?? 0), 1) };
    const change = { key, names: named.names, was: a?.weight, is: b?.weight, percent };
    if (a?.weight !== b?.weight) changed.push(change);
    else if (percent !== undefined && percent.was !== percent.is) moved.push(change);
    else unchanged += 1;
  }
  return { changed, moved, unchanged };
}

interface Weight {
  names: readonly string[];
  weight: number;
  overallShare: number | undefined;
}

function weightsOf({ method, texts }: Edition, language: Language): ReadonlyMap<string, Weight> {
  const weights = new Map<string, Weight>();
  const shares = methodShares(method, texts?.frameworks ?? []);
  for (const [id, own] of Object.entries(method.frameworks)) {
    const framework = texts?.frameworks.find((f) => f.id === id);
    const name = framework?.name[language] ?? id;
    weights.set(id, { names: [name], weight: own.weight, overallShare: shares.get(id)?.overallShare });
    for (const [d, { weight }] of Object.entries(own.dimensions)) {
      const dimension = framework?.dimensions.find((one) => one.id === d);
      const names = [name, dimension?.name[language] ?? d];
      weights.set(`${id}/${d}`, { names, weight, overallShare: shares.get(`${id}/${d}`)?.overallShare });
      for (const [c, criterion] of criteriaOf(own.dimensions[d]?.criteria ?? {}, framework, d)) {
        weights.set(`${id}/${d}/${c}`, {
          names: [...names, dimension?.criteria.find((one) => one.id === c)?.name[language] ?? c],
          weight: criterion,
          overallShare: undefined,
        });
      }
    }
  }
  return weights;
}

/** Criteria with their weights: those that the method lists, and the rest of the dimension, which weigh 1. */
function criteriaOf(
  listed: Readonly<Record<string, number>>,
  framework: Framework | undefined,
  dimension: string,
): [string, number][] {
  const all = framework?.dimensions.find((d) => d.id === dimension)?.criteria.map((c) => c.id) ?? Object.keys(listed);
  return all.map((id) => [id, listed[id] ?? 1]);
}
