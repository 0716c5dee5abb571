import { describe, expect, it } from 'vitest';
import {
  balanced,
  effectiveShares,
  nameOfWeights,
  ofPriority,
  textOfWeights,
  weightsOf,
  weightsOfText,
  withDimensions,
  withFramework,
} from '../../../src/views/browser/own-weights.ts';
import type { WeightsModel } from '../../../src/views/browser/weights-file.ts';

const two = (name: string): { zh: string; en: string } => ({ zh: name, en: name });
const dimension = (id: string, weight: number): WeightsModel['frameworks'][number]['dimensions'][number] => ({
  id,
  theme: 't',
  name: two(id),
  weight,
});

/** Framework f (60) of a (30) and b (10), framework g (40) of a (5). */
const model: WeightsModel = {
  aggregation: 'arithmetic',
  tie: 0.95,
  interval: 0.9,
  frameworks: [
    {
      id: 'f',
      name: two('F'),
      short: two('F'),
      weight: 6,
      themes: [{ id: 't', name: two('T') }],
      dimensions: [dimension('a', 30), dimension('b', 10)],
    },
    {
      id: 'g',
      name: two('G'),
      short: two('G'),
      weight: 4,
      themes: [{ id: 't', name: two('T') }],
      dimensions: [dimension('a', 5)],
    },
  ],
  priorities: [{ id: 'fast', name: two('Fast'), summary: two('Fast'), weigh: { g: 3, 'f/b': 4 } }],
};

describe('own weights', () => {
  it('begin as the method has them', () => {
    expect(balanced(model)).toEqual({ shares: [60, 40], factors: [1, 1, 1] });
    expect([...weightsOf(model, balanced(model)).dimensions]).toEqual([30, 10, 5]);
  });

  it('of a priority are multiples of the method', () => {
    // Frameworks 6 and 4 x 3 = 12: a third and two thirds. Dimensions a 30, b 40.
    const own = ofPriority(model, 'fast');
    expect(own.shares.map(Math.round)).toEqual([33, 67]);
    expect([...weightsOf(model, own).dimensions]).toEqual([30, 40, 5]);
    expect(effectiveShares(model, own).map((x) => Math.round(x * 10) / 10)).toEqual([14.3, 19, 66.7]);
  });

  it('move a framework against the others in proportion', () => {
    expect(withFramework(balanced(model), 1, 70).shares).toEqual([30, 70]);
    expect(withFramework({ shares: [0, 100], factors: [1, 1, 1] }, 1, 20).shares).toEqual([80, 20]);
  });

  it('stand in an address by what differs, and come back from it', () => {
    const own = withDimensions(withFramework(balanced(model), 1, 55), [1], 0.25);
    expect(textOfWeights(model, own)).toBe('f.45_g.55_b*0.25');
    expect(weightsOfText(model, 'f.45_g.55_b*0.25')).toEqual({
      own: { shares: [45, 55], factors: [1, 0.25, 1] },
      unknown: [],
    });
    // Two dimensions are called a: the framework tells them apart.
    expect(textOfWeights(model, withDimensions(balanced(model), [2], 8))).toBe('g/a*8');
    expect(weightsOfText(model, 'g/a*8').own.factors).toEqual([1, 1, 8]);
  });

  it('are named when they are the method or a priority', () => {
    expect(textOfWeights(model, balanced(model))).toBe('');
    expect(textOfWeights(model, ofPriority(model, 'fast'))).toBe('fast');
    expect(nameOfWeights(model, withDimensions(balanced(model), [0], 2))).toBeUndefined();
    expect(weightsOfText(model, 'fast').own).toEqual(ofPriority(model, 'fast'));
    expect(weightsOfText(model, 'FAST').own).toEqual(ofPriority(model, 'fast'));
  });

  it('of an address that names nothing known are the method', () => {
    expect(weightsOfText(model, '<script>_a*8_h.5_b*x_f.0_g.0').own).toEqual(balanced(model));
  });

  it('list the parts of an address that name nothing, are no number, or leave no framework a share', () => {
    expect(weightsOfText(model, 'garbage').unknown).toEqual(['garbage']);
    // Framework f and dimension b exist; h does not, and b*x is no number.
    expect(weightsOfText(model, 'f.45_h.5_b*x_b*2')).toEqual({
      own: { shares: [(100 * 45) / 85, (100 * 40) / 85], factors: [1, 2, 1] },
      unknown: ['h.5', 'b*x'],
    });
    expect(weightsOfText(model, 'f.0_g.0').unknown).toEqual(['f.0', 'g.0']);
  });
});
