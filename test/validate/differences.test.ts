import { describe, expect, it } from 'vitest';
import { differences } from '../../src/schema/plain-data.ts';

describe('the differences of plain data', () => {
  it('are the innermost places, with what was and what is', () => {
    expect(differences({ a: { b: 1, c: [1, 2] }, d: 'x' }, { a: { b: 2, c: [1] }, e: true })).toEqual([
      { at: ['a', 'b'], was: 1, is: 2 },
      { at: ['a', 'c', 1], was: 2, is: undefined },
      { at: ['d'], was: 'x', is: undefined },
      { at: ['e'], was: undefined, is: true },
    ]);
  });

  it('do not depend on the order of keys, but on that of lists', () => {
    expect(differences({ a: 1, b: 2 }, { b: 2, a: 1 })).toEqual([]);
    expect(differences([1, 2], [2, 1])).toHaveLength(2);
  });

  it('tell a list from a map and text from a number', () => {
    expect(differences({ a: [] }, { a: {} })).toHaveLength(1);
    expect(differences('1', 1)).toEqual([{ at: [], was: '1', is: 1 }]);
  });
});
