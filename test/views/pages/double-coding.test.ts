import { describe, expect, it } from 'vitest';
import { doubleCoding } from '../../../src/views/pages/double-coding.ts';
import { datasetOf } from '../../score/dataset-builder.ts';

const dataset = {
  ...datasetOf({
    frameworks: [
      {
        id: 'f',
        dimensions: [
          {
            id: 'd',
            criteria: [
              { id: 'a', facets: ['x', 'y'] },
              { id: 'b', levels: { low: 0, high: 100 } },
            ],
          },
        ],
      },
      { id: 'g', dimensions: [{ id: 'e', criteria: ['c'] }] },
    ],
    vendors: [{ slug: 'v' }, { slug: 'w' }],
  }),
  codings: {
    count: 6,
    vendor: Int32Array.of(0, 0, 0, 0, 1, 1),
    criterion: Int32Array.of(0, 0, 0, 0, 1, 1),
    facet: Int32Array.of(0, 0, 1, 1, -1, -1),
    coder: Int32Array.of(0, 1, 0, 1, 1, 2),
    day: new Int32Array(6),
    state: Int32Array.of(0, 0, 0, 2, 0, 1),
  },
};

describe('the table of double coding', () => {
  it('says how many people looked at how much, by framework and criterion, worst first', () => {
    const view = doubleCoding(dataset, 'en');
    expect(view).toMatchObject({ coders: 3, vendors: 2, differing: 2, whole: { units: 3, same: 1 } });
    expect(view?.frameworks.map((r) => [r.path, r.units])).toEqual([['/frameworks/f/', 3]]);
    expect(view?.criteria.map((r) => [r.path, r.same, r.units])).toEqual([
      ['/frameworks/f/d/#b', 0, 1],
      ['/frameworks/f/d/#a', 1, 2],
    ]);
  });

  it('lists what each found where they differ: a state of a facet, or a level', () => {
    const found = doubleCoding(dataset, 'zh')?.disagreements.map((d) => [
      d.vendor.slug,
      d.facet !== undefined,
      d.found,
    ]);
    expect(found).toEqual([
      ['v', true, [{ state: 'met' }, { state: 'not-met' }]],
      [
        'w',
        false,
        [{ level: expect.stringContaining('low') as string }, { level: expect.stringContaining('high') as string }],
      ],
    ]);
  });

  it('is not there when nothing was looked at twice', () => {
    const { codings: _codings, ...without } = dataset;
    expect(doubleCoding(without, 'en')).toBeUndefined();
    expect(doubleCoding({ ...dataset, codings: { ...dataset.codings, count: 1 } }, 'en')).toBeUndefined();
  });
});
