/** Budget: scores and draws of 1,000 vendors x 95 criteria within 2 s. */
import { runPipeline } from '../pipeline.ts';
import { scoreMarket } from '../score/market.ts';
import { type Finding, median, times } from './measure.ts';

/** Scores the workspace in `folder` several times; the budget is in seconds, undefined for none. */
export async function benchScoring(folder: string, vendors: number, budget: number | undefined): Promise<Finding> {
  const { dataset } = await runPipeline(folder);
  const criteria = dataset.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria)).length;
  const draws = dataset.method.uncertainty.draws;
  const seconds = median(await times(vendors > 2000 ? 2 : 5, () => scoreMarket(dataset))) / 1000;
  const plain = median(await times(3, () => scoreMarket(dataset, { draws: 0 }))) / 1000;
  return {
    what: `scores + ${draws} draws, ${vendors} vendors x ${criteria} criteria`,
    measured: `${seconds.toFixed(2)} s (without draws ${plain.toFixed(2)} s)`,
    budget: budget === undefined ? '' : `${budget} s`,
    ...(budget === undefined ? {} : { holds: seconds <= budget }),
    detail: { seconds, plain },
  };
}
