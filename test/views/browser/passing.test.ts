import { describe, expect, it } from 'vitest';
import { passingSentences } from '../../../src/client/ranking/crossover.ts';
import { crossovers } from '../../../src/views/browser/own-weights.ts';
import { publishedWeights, type WeightsModel } from '../../../src/views/browser/weights-file.ts';

const two = (name: string): { zh: string; en: string } => ({ zh: name, en: name });
const dimension = (id: string, weight: number): WeightsModel['frameworks'][number]['dimensions'][number] => ({
  id,
  theme: 't',
  name: two(id),
  weight,
});

/** Talk (60) of calls and mail, care (40) of repair. */
const model: WeightsModel = {
  aggregation: 'arithmetic',
  tie: 0.95,
  interval: 0.9,
  frameworks: [
    {
      id: 'talk',
      name: two('Talk'),
      short: two('Talk'),
      weight: 60,
      themes: [],
      dimensions: [dimension('calls', 1), dimension('mail', 1)],
    },
    { id: 'care', name: two('Care'), short: two('Care'), weight: 40, themes: [], dimensions: [dimension('repair', 1)] },
  ],
  priorities: [],
};
const weights = publishedWeights(model);
const named = (name: string, ...x: number[]): { name: string; dimensions: Float64Array } => ({
  name,
  dimensions: Float64Array.from(x),
});

describe('where two vendors change places', () => {
  // Ant 50 and 50 in talk, 80 in care: 62 now. Bee 70 and 70, 60: 66 now. They meet at care = 50 %: 50 + 30 t = 70 - 10 t.
  const ant = named('Ant', 50, 50, 80);
  const bee = named('Bee', 70, 70, 60);

  it('is told once of two frameworks, of the one that gains', () => {
    const found = crossovers(model, weights, ant.dimensions, bee.dimensions);
    expect(found.ahead).toBe('second');
    expect(found.crossovers.map((p) => [p.part, Math.round(p.at * 1000), Math.round(p.now * 1000)])).toEqual([
      [{ framework: 1 }, 500, 400],
    ]);
  });

  it('is a sentence', () => {
    expect(passingSentences(model, weights, ant, bee, 'en', 3)).toEqual([
      'Once “Care (of the whole)” weighs more than 50% (now 40%), Ant passes Bee',
    ]);
    expect(passingSentences(model, weights, ant, bee, 'zh', 3)).toEqual([
      '“Care（占总分）”超过 50%（现为 40%）时，Ant超过Bee',
    ]);
  });

  it('says so when no single weight turns it, and when both are equal', () => {
    expect(passingSentences(model, weights, named('Ant', 50, 50, 50), bee, 'en', 3)).toEqual([
      'No single weight can put Ant ahead of Bee.',
    ]);
    expect(passingSentences(model, weights, bee, { ...bee, name: 'Cat' }, 'en', 3)).toEqual([
      'Bee and Cat have the same score.',
    ]);
  });
});
