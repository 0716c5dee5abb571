import { describe, expect, it } from 'vitest';
import { scoreMarket } from '../../../src/score/market.ts';
import { weigher } from '../../../src/score/weighed.ts';
import {
  openTable,
  publishedWeights,
  weighingOf,
  weightsFile,
  weightsRow,
} from '../../../src/views/browser/weights-file.ts';
import { runPipeline } from '../../../src/pipeline.ts';
import { sampleFolder } from '../../workspaces/sample-folder.ts';

const { dataset } = await runPipeline(sampleFolder());
const market = scoreMarket(dataset, { draws: 0 });
const site = { dataset, market };

describe('the file of weights of the sample workspace', () => {
  const text = JSON.stringify(weightsFile(site));
  const file = JSON.parse(text) as ReturnType<typeof weightsFile>;
  const table = openTable(file.table);
  const scores = new Float64Array(table.scores.vendors);
  const sds = new Float64Array(table.scores.vendors);
  weigher(weighingOf(file), table)(publishedWeights(file), scores, sds);

  it('gives at the published weights the published scores and standard deviations to a tenth of a point', () => {
    market.ranked.forEach((v, i) => {
      const own = market.scored[v]?.overall;
      expect(Math.abs((scores[i] ?? 0) - (own?.score ?? 0))).toBeLessThan(0.05);
      expect(Math.abs((sds[i] ?? 0) - (own?.sd ?? 0))).toBeLessThan(0.05);
    });
  });

  it('keeps the published order within a group wherever two scores differ by a tenth of a point', () => {
    const groupOf = (i: number): number | undefined => {
      const rating = market.ratings[market.ranked[i] ?? -1];
      return rating?.kind === 'ranked' ? rating.group : undefined;
    };
    for (let i = 1; i < scores.length; i++)
      if (groupOf(i) === groupOf(i - 1)) expect((scores[i - 1] ?? 0) - (scores[i] ?? 0)).toBeGreaterThan(-0.1);
  });

  it('can be put together from rows of single vendors', () => {
    const rows = market.ranked.slice(0, 3).flatMap((v) => weightsRow(site, v) ?? []);
    const few = openTable(...rows);
    const fewScores = new Float64Array(3);
    const fewSds = new Float64Array(3);
    weigher(weighingOf(file), few)(publishedWeights(file), fewScores, fewSds);
    expect([...fewScores]).toEqual([...scores.slice(0, 3)]);
    fewSds.forEach((sd, i) => expect(sd).toBeCloseTo(sds[i] ?? 0, 9));
  });
});
