/** Computes `sensitivity.json` again: the orders under other weights, means and normalisations, from the receipts of all ranked. */
import type { Receipt, SensitivityFile } from '../schema/api.ts';
import type { WeighedPlan } from '../score/reweighted.ts';
import { listOrder } from '../score/ranks.ts';
import { MOST, ordersOf } from '../score/sensitivity.ts';
import { placeBand } from '../score/weight-draws.ts';
import { type Context, methodOf } from './context.ts';
import { type Tally, compare, emptyTally } from './difference.ts';
import { compareText } from '../schema/order.ts';

/** Takes in one receipt after another and keeps of each only its dimensions and place. */
export interface SensitivityCheck {
  add(receipt: Receipt): void;
  /** What has been taken in so far, as plain data. */
  part(): SensitivityPart;
  /** Takes in what another check of the same file has read. */
  take(part: SensitivityPart): void;
  /** Compares the published file; to be called once, after the last receipt. */
  finish(published: SensitivityFile): Tally;
}

/** What a check keeps of the receipts that it has read. */
export type SensitivityPart = readonly Ranked[];

interface Ranked {
  slug: string;
  group: number;
  score: number;
  place: number;
  dimensions: readonly number[];
}

/** Begins to verify the file. The receipts' own numbers are others' business: here they are taken as published. */
export function checkSensitivity(context: Context): SensitivityCheck {
  const method = methodOf(context);
  const ranked: Ranked[] = [];
  return {
    add({ slug, overall, rank, frameworks }) {
      if (overall === undefined || rank === undefined) return;
      ranked.push({
        slug,
        group: rank.group,
        score: overall.score,
        place: rank.place,
        dimensions: frameworks.flatMap((f) => f.dimensions.map((d) => d.estimate?.score ?? Number.NaN)),
      });
    },
    part: () => ranked,
    take(part) {
      for (const one of part) ranked.push(one);
    },
    finish(published) {
      ranked.sort((a, b) => listOrder(a, b) || compareText(a.slug, b.slug));
      const looked = ranked.slice(0, MOST);
      const plan = planOf(context);
      const table = {
        vendors: ranked.length,
        dimensions: plan.dimensions.length,
        values: Float64Array.from(ranked.flatMap((r) => r.dimensions)),
      };
      const { perturbed, anyWeights, variants } = ordersOf({
        plan,
        method,
        table,
        published: looked.map((r) => r.place),
      });
      const tally = emptyTally();
      compare(tally, '', 'sensitivity.json', published, {
        methodology: context.methodology.current,
        draws: method.sensitivity.draws,
        weightFactor: method.sensitivity.weightFactor,
        ranked: ranked.length,
        tau: { perturbed: perturbed.tau, anyWeights: anyWeights.tau },
        vendors: looked.map(({ slug, place }, i) => ({
          slug,
          place,
          perturbed: placeBand(perturbed, i),
          anyWeights: placeBand(anyWeights, i),
        })),
        variants: variants.map(({ kind, id, tau, places }) => ({ kind, id, tau, places: [...places] })),
      });
      return tally;
    },
  };
}

/** The published weights, in the order in which receipts have their dimensions. */
function planOf({ frameworks: { frameworks } }: Context): WeighedPlan {
  const dimensions = frameworks.flatMap((framework, f) =>
    framework.dimensions.map(({ id, weight }) => ({ id, share: weight, framework: f })),
  );
  return {
    dimensions,
    frameworks: frameworks.map(({ id, weight }, f) => ({
      id,
      share: weight,
      dimensions: dimensions.flatMap((d, i) => (d.framework === f ? [i] : [])),
    })),
  };
}
