import { describe, expect, it } from 'vitest';
import { verifyReceipt } from '../../src/verify/receipt.ts';
import { STEPS, stepOf, stepsOf } from '../../src/verify/steps.ts';
import { changed, published } from './published.ts';

const { receipts, context } = published();
const own = receipts.find((r) => r.slug === 'vendor-01')!;

describe('the steps of a check', () => {
  it('count what each computes', () => {
    expect(
      stepsOf(own, [])
        .map((s) => [s.step, s.items])
        .slice(1),
    ).toEqual([
      ['rows', own.rows.reviews.length + own.rows.observations.length],
      ['measures', 6],
      ['criteria', 5],
      ['dimensions', 3],
      ['frameworks', 2],
      ['overall', 1],
    ]);
    expect(stepsOf(own, [])[0]?.items).toBeGreaterThan(20);
    expect(
      stepsOf(
        receipts.find((r) => r.slug === 'x-listed')!,
        [],
      ).at(-1)?.items,
    ).toBe(0);
  });

  it('put each difference where it is computed', () => {
    const tampered = changed(
      changed(own, ['measures', 0, 'points'], (x) => (x as number) + 1),
      ['overall', 'low'],
      (x) => (x as number) - 1,
    );
    const steps = stepsOf(tampered, verifyReceipt(tampered, context));
    expect(steps.map((s) => [s.step, s.differences.length])).toEqual(
      STEPS.map((s) => [s, s === 'measures' || s === 'overall' ? 1 : 0]),
    );
  });

  it.each([
    ['rules.facts.share', 'rules'],
    ['methodology', 'rules'],
    ['rows.reviews[r1].weight', 'rows'],
    ['counted.reviews', 'rows'],
    ['measures[q].points', 'measures'],
    ['evidence[e].counts', 'criteria'],
    ['frameworks[f].dimensions[d].criteria[c].answer.points', 'criteria'],
    ['frameworks[f].dimensions[d].estimate.score', 'dimensions'],
    ['frameworks[f].estimate.sd', 'frameworks'],
    ['overall.score', 'overall'],
    ['coverage.covered', 'overall'],
  ] as const)('%s belongs to %s', (path, step) => {
    expect(stepOf(path)).toBe(step);
  });
});
