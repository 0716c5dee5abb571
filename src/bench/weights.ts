/** Budget: own weights moved among 10,000 vendors with 25 dimensions, order recomputed within 16 ms; intervals and groups beside it. */
import { brotliCompressSync, constants } from 'node:zlib';
import { readWorkspace } from '../load/workspace.ts';
import { scoreMarket } from '../score/market.ts';
import { rank } from '../score/ranks.ts';
import { rescorer } from '../score/reweighted.ts';
import { weigher } from '../score/weighed.ts';
import { requireDataset, validateWorkspace } from '../validate/workspace.ts';
import { facetsFile } from '../views/browser/facets-file.ts';
import { FACTORS, balanced, weightsOf, withDimensions } from '../views/browser/own-weights.ts';
import { openTable, weighingOf, weightsFile } from '../views/browser/weights-file.ts';
import { type Finding, median, times } from './measure.ts';

/** Milliseconds of a frame. */
const FRAME = 16;

/** Measures re-ranking of the generated workspace in `folder`. */
export async function benchWeights(folder: string, vendors: number): Promise<Finding[]> {
  const dataset = requireDataset(validateWorkspace(await readWorkspace(folder)));
  const site = { dataset, market: scoreMarket(dataset, { draws: 0 }) };
  const text = JSON.stringify(weightsFile(site));
  const size = (json: string): number =>
    brotliCompressSync(json, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;
  const bytes = size(text);
  const facets = size(JSON.stringify(facetsFile(site)));
  const opening = median(await times(5, () => openTable((JSON.parse(text) as ReturnType<typeof weightsFile>).table)));
  const model = JSON.parse(text) as ReturnType<typeof weightsFile>;
  const table = openTable(model.table);
  const count = table.scores.vendors;
  const weighing = weighingOf(model);
  const scores = new Float64Array(count);
  const sds = new Float64Array(count);
  const rescore = rescorer(weighing, table.scores, model.aggregation);
  const weigh = weigher(weighing, table);
  let turn = 0;
  // Another dimension and another multiple each time, as a person who moves controls.
  const next = (): ReturnType<typeof weightsOf> => {
    turn += 1;
    return weightsOf(
      model,
      withDimensions(balanced(model), [turn % table.scores.dimensions], FACTORS[turn % FACTORS.length] ?? 1),
    );
  };
  const order = median(
    await times(60, () => {
      rescore(next(), scores);
      return Int32Array.from(scores, (_, i) => i).sort((a, b) => scores[b] - scores[a] || a - b);
    }),
  );
  const whole = median(
    await times(40, () => {
      weigh(next(), scores, sds);
      return rank(scores, sds, model);
    }),
  );
  const ranking = median(await times(10, () => rank(scores, sds, model)));
  const kilobytes = (n: number): string => `${(n / 1000).toFixed(0)} kB`;
  return [
    {
      what: `order under other weights, ${count} ranked x ${table.scores.dimensions} dimensions`,
      measured: `${order.toFixed(1)} ms`,
      budget: `${FRAME} ms`,
      holds: order <= FRAME,
      detail: { order },
    },
    {
      what: `the same with intervals, places and groups, ${count} ranked`,
      measured: `${whole.toFixed(1)} ms (places and groups ${ranking.toFixed(1)} ms)`,
      budget: '',
      detail: { whole, ranking },
    },
    {
      what: `files of weights and of filters, ${vendors} vendors, compressed`,
      measured: `${kilobytes(bytes)} and ${kilobytes(facets)} (opened in ${opening.toFixed(0)} ms)`,
      budget: '',
      detail: { bytes, facets, opening },
    },
  ];
}
