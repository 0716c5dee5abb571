/** Budget: scores and draws of 1,000 vendors x 95 criteria within 2 s; and how far that is from bare arithmetic. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { readWorkspace } from '../load/workspace.ts';
import { runPipeline } from '../pipeline.ts';
import { addNormalDraws, drawSeed } from '../score/draws.ts';
import { type Market, scoreMarket } from '../score/market.ts';
import { requireDataset, validateWorkspace } from '../validate/workspace.ts';
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

/**
 * Reads the review files of `folder` whole and hands them to PapaParse, in turn with reading, validating and summarising
 * the whole workspace (few vendors, so that the reviews are what takes the time).
 */
export async function benchRows(folder: string, reviews: number): Promise<Finding> {
  const files = readdirSync(join(folder, 'data/reviews')).map((name) => join(folder, 'data/reviews', name));
  let rows = 0;
  const papaAlone = (): void => {
    rows = 0;
    for (const file of files) {
      Papa.parse(readFileSync(file, 'utf8'), {
        step: () => {
          rows += 1;
        },
      });
    }
  };
  const whole = async (): Promise<void> => {
    const dataset = requireDataset(validateWorkspace(await readWorkspace(folder)));
    scoreMarket(dataset, { draws: 0 });
  };
  const found = await ratio(3, whole, papaAlone);
  return {
    what: `${reviews} reviews read, validated, summarised (${rows} rows)`,
    measured: `${found.ratio.toFixed(2)} x PapaParse alone`,
    budget: '3 x',
    holds: found.ratio <= 3,
    detail: { wholeMs: found.a, papaMs: found.b },
  };
}

/** How many sums a market's draws are: one for each ranked vendor, measure that counts and draw. */
interface DrawCount {
  vendors: number;
  measures: number;
  draws: number;
}

/** The sums of a scored market; `draws` as the method says. */
export function drawCount(market: Market, draws: number): DrawCount {
  return {
    vendors: market.rankedCount,
    measures: market.posteriors.priors.filter((prior) => prior !== undefined).length,
    draws,
  };
}

/** As many multiplications and additions over typed arrays, nothing else. Gives their sum, so that none is left out. */
export function multiplyAdds({ vendors, measures, draws }: DrawCount): number {
  const deviates = Float64Array.from({ length: draws }, (_, b) => Math.sin(b + 1));
  const into = new Float64Array(draws);
  for (let v = 0; v < vendors; v++) {
    for (let m = 0; m < measures; m++) {
      const coefficient = (v + m) % 7;
      for (let b = 0; b < draws; b++) into[b]! += coefficient * deviates[b];
    }
  }
  return total(into);
}

/** As many independent normal draws, each added once: hash, table and sum, without posteriors, scores or ranks. */
export function normalDraws({ vendors, measures, draws }: DrawCount): number {
  const into = new Float64Array(draws);
  for (let v = 0; v < vendors; v++) {
    for (let m = 0; m < measures; m++) addNormalDraws(into, 1, drawSeed('bench', String(v), String(m)));
  }
  return total(into);
}

function total(values: Float64Array): number {
  return values.reduce((sum, x) => sum + x, 0);
}
