import { describe, expect, it } from 'vitest';
import { crossDataset } from '../../src/impact/cross.ts';
import { type Sketch, datasetOf } from '../score/dataset-builder.ts';

const FRAMEWORKS: Sketch['frameworks'] = [{ id: 'f', dimensions: [{ id: 'd', criteria: ['c'] }] }];
const asked = (
  questions: Sketch['questions'],
  channels: readonly string[],
  rows: Pick<Sketch, 'reviews' | 'contacts'> = {},
) =>
  datasetOf({
    frameworks: FRAMEWORKS,
    ...(questions ? { questions } : {}),
    observed: {
      channels,
      items: [
        { id: 'wait', kind: 'duration', goalposts: 'wait', window: 60, uses: [{ id: 'wait-any', criteria: ['f/c'] }] },
      ],
    },
    method: { goalposts: { wait: { worst: 60, best: 1, scale: 'linear' } } },
    vendors: [{ slug: 'a' }],
    ...rows,
  });

describe('old data under a new questionnaire', () => {
  const base = asked(
    [
      { id: 'one', kind: 'rating', criteria: ['f/c'] },
      { id: 'two', kind: 'rating', criteria: ['f/c'] },
    ],
    ['phone', 'chat'],
    {
      reviews: [{ vendor: 'a', answers: { one: 1, two: 2 } }],
      contacts: [
        { vendor: 'a', channel: 'phone', values: { wait: 5 } },
        { vendor: 'a', channel: 'chat', values: { wait: 9 } },
      ],
    },
  );

  it('has its columns in the new order, and nothing in those that are new or measured otherwise', () => {
    const head = asked(
      [
        { id: 'new', kind: 'rating', criteria: ['f/c'] },
        { id: 'two', kind: 'rating', criteria: ['f/c'] },
        { id: 'one', kind: 'rating', high: 10, criteria: ['f/c'] },
      ],
      ['phone', 'chat'],
    );
    expect(crossDataset(base, head).reviews.answers.map((column) => column[0])).toEqual([Number.NaN, 2, Number.NaN]);
  });

  it('keeps contacts by channels that are still known, under their new numbers', () => {
    const head = asked([], ['letter', 'chat']);
    const { observations } = crossDataset(base, head);
    expect(observations.count).toBe(1);
    expect([...observations.channel]).toEqual([1]);
    expect(observations.values[0]?.[0]).toBe(9);
  });

  it('keeps its collections, which the old reviews name', () => {
    const old = asked([], ['phone'], { reviews: [{ vendor: 'a', collection: 'wave', answers: {} }] });
    const { reviews, questionnaire } = crossDataset(
      old,
      asked([], ['phone'], { reviews: [{ vendor: 'a', collection: 'later', answers: {} }] }),
    );
    expect(questionnaire.collections[reviews.collection[0] ?? -1]?.id).toBe('wave');
  });

  it('is as of its own day, by the new method', () => {
    const head = { ...asked([], ['phone']), release: { asOf: '2027-01-01', methodology: '2027.1' } };
    expect(crossDataset(base, head).release).toEqual({ asOf: base.release.asOf, methodology: '2027.1' });
  });
});
