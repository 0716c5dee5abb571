/** Budget: scores and draws of 1,000 vendors x 95 criteria within 2 s; and how far that is from bare arithmetic. */
import { runPipeline } from '../pipeline.ts';
import { scoreMarket } from '../score/market.ts';
import { drawCount, multiplyAdds, normalDraws } from './arithmetic.ts';
import { type Finding, median, ratio, times } from './measure.ts';

/** Scores the workspace in `folder` several times; the budget is in seconds, undefined for none. */
export async function benchScoring(folder: string, vendors: number, budget: number | undefined): Promise<Finding[]> {
  const { dataset, market } = await runPipeline(folder);
  const criteria = dataset.frameworks.flatMap((f) => f.dimensions.flatMap((d) => d.criteria)).length;
  const { draws } = dataset.method.uncertainty;
  const runs = vendors > 2000 ? 1 : 5;
  const seconds = median(await times(runs, () => scoreMarket(dataset))) / 1000;
  const plain = median(await times(Math.min(3, runs), () => scoreMarket(dataset, { draws: 0 }))) / 1000;
  const count = drawCount(market, draws);
  const sums = await ratio(
    runs,
    () => scoreMarket(dataset),
    () => multiplyAdds(count),
  );
  const drawn = await ratio(
    runs,
    () => scoreMarket(dataset),
    () => normalDraws(count),
  );
  const what = `scores + ${draws} draws, ${vendors} vendors x ${criteria} criteria`;
  return [
    {
      what,
      measured: `${seconds.toFixed(2)} s (without draws ${plain.toFixed(2)} s)`,
      budget: budget === undefined ? '' : `${budget} s`,
      ...(budget === undefined ? {} : { holds: seconds <= budget }),
      detail: { seconds, plain },
    },
    {
      what: `the same against bare arithmetic (${count.vendors} ranked x ${count.measures} measures x ${count.draws} draws)`,
      measured: `${sums.ratio.toFixed(1)} x as many multiply-adds, ${drawn.ratio.toFixed(1)} x as many normal draws`,
      budget: '',
      detail: {
        ...count,
        multiplyAddsMs: sums.b,
        normalDrawsMs: drawn.b,
        overMultiplyAdds: sums.ratio,
        overNormalDraws: drawn.ratio,
      },
    },
  ];
}
