/** Which criteria a vendor speaks of at all: enough to be ranked, or too few. */
import type { Dimension, Framework } from '../schema/framework.ts';
import type { Standing } from './cast.ts';
import type { SampleJob } from './context.ts';
import type { Quality } from './quality.ts';
import type { Random } from './random.ts';

/** The dimensions about which a vendor says next to nothing: few enough to be ranked, or too many. */
export function silentDimensions(
  job: SampleJob,
  framework: Framework,
  standing: Standing,
  quality: Quality,
  random: Random,
): Set<string> {
  const all = framework.dimensions.map((dimension) => dimension.id);
  const spare = Math.max(0, all.length - (job.method.frameworks[framework.id]?.minimumDimensions ?? 0));
  const count =
    standing === 'thin'
      ? Math.min(all.length, spare + 2 + random.int(0, Math.ceil(all.length / 3)))
      : Math.floor((1 - quality.openness) * 1.6 * (spare + 1) * random.unit());
  return new Set(random.shuffled(all).slice(0, standing === 'thin' ? count : Math.min(count, spare)));
}

/** Criteria worth at least half of the weight where a vendor speaks; less than half of it where it is silent. */
export function answeredCriteria(
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
