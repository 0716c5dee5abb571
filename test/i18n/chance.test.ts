import { expect, it } from 'vitest';
import { oneIn, vanishing } from '../../src/i18n/chance.ts';

it('chances are told as one in so many, to one digit', () => {
  expect([0.5, 0.04, 0.00037, 1].map(oneIn)).toEqual(['2', '30', '3,000', '1']);
});

it('below one in a million they are not told apart', () => {
  expect([oneIn(1e-6), oneIn(3e-20), oneIn(0)]).toEqual(['1,000,000', '1,000,000', '1,000,000']);
  expect([vanishing(1e-6), vanishing(9.9e-7)]).toEqual([false, true]);
});
