import { describe, expect, it } from 'vitest';
import type { Inputs } from '../../../../src/views/market/inputs.ts';
import { reviews } from '../../../../src/views/pages/vendor/reviews.ts';
import { datasetOf } from '../../../score/dataset-builder.ts';
import { market } from '../../fixture.ts';

/** Alpha's reviews: two published (one with a text), one withheld, one pending; one of beta. */
function inputs(): Inputs {
  const base = market();
  const { reviews: rows, questionnaire } = datasetOf({
    frameworks: [],
    questions: [
      { id: 'manner', kind: 'rating', criteria: ['talk/care-speed'] },
      { id: 'solved', kind: 'share', criteria: ['talk/clarity-speed'] },
      { id: 'wait', kind: 'duration', goalposts: 'wait', window: 1440, criteria: ['talk/phone-speed'] },
    ],
    vendors: [{ slug: 'alpha' }, { slug: 'beta' }],
    reviews: [
      { id: 'r1', vendor: 'alpha', age: 200, answers: { manner: 4, solved: 1, wait: 30 } },
      { id: 'r2', vendor: 'alpha', age: 10, source: 'organic', answers: { manner: 5, solved: 0, wait: Infinity } },
      { id: 'r3', vendor: 'alpha', age: 5, moderation: 'withheld', answers: { manner: 1 } },
      { id: 'r4', vendor: 'alpha', age: 1, moderation: 'pending', answers: { manner: 1 } },
      { id: 'r5', vendor: 'beta', age: 3, answers: { manner: 2 } },
    ],
  });
  const table = {
    ...rows,
    text: new Map([
      [0, '很好'],
      [2, 'secret'],
    ]),
    language: new Map([[0, 'zh']]),
    moderationReason: new Map([[2, 'twice']]),
  };
  return { ...base, dataset: { ...base.dataset, reviews: table, questionnaire } };
}

function alphas(changes: Parameters<typeof market>[0] = {}) {
  const all = inputs();
  const vendor = { ...all.dataset.vendors[0]!, ...changes.vendors?.['alpha'] };
  return reviews(all, 0, vendor, 'en');
}

describe('a vendor’s reviews', () => {
  it('count published, withheld and pending ones apart', () => {
    const view = alphas();
    expect([view.published, view.withheld, view.pending, view.newest]).toEqual([2, 1, 1, '2025-12-22']);
    expect(view.sources).toEqual([
      { source: 'verified-contract', count: 1 },
      { source: 'organic', count: 1 },
    ]);
  });

  it('keep a withheld review as a tombstone: the reason, not the text or the ratings', () => {
    const stone = alphas().entries.find((e) => e.id === 'r3');
    expect(stone).toMatchObject({ withheld: { reason: 'twice' }, text: undefined, points: undefined });
  });

  it('never show a pending review, nor one without anything to read', () => {
    expect(alphas().entries.map((e) => e.id)).toEqual(['r3', 'r1']);
  });

  it('show a review that the vendor answered, with the answer', () => {
    const view = alphas({
      vendors: { alpha: { replies: [{ to: { review: 'r2' }, on: '2025-12-25', text: { en: 'Sorry.' } }] } },
    });
    expect(view.entries.map((e) => [e.id, e.replies.map((r) => r.text.text)])).toEqual([
      ['r3', []],
      ['r2', ['Sorry.']],
      ['r1', []],
    ]);
  });

  it('are summed up for each question over the published ones alone', () => {
    const [manner, solved, wait] = alphas().questions;
    expect(manner).toMatchObject({ count: 2, value: 4.5, high: 5 });
    expect(manner?.bins.map((b) => b.count)).toEqual([0, 0, 0, 1, 1]);
    expect(solved?.bins.map((b) => [b.label.kind, b.count])).toEqual([
      ['yes', 1],
      ['no', 1],
    ]);
    // One of two waited half an hour, the other was never answered: the lower middle value stands.
    expect(wait?.value).toBe(30);
    expect(wait?.bins.map((b) => b.count)).toEqual([0, 1, 0, 0, 0, 1]);
  });

  it('are told by quarter, oldest first, ratings as points of their scale', () => {
    expect(alphas().quarters).toEqual([
      { quarter: '2025-Q2', count: 1, points: 75 },
      { quarter: '2025-Q4', count: 1, points: 100 },
    ]);
  });
});
