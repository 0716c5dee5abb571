import { describe, expect, it } from 'vitest';
import { type Difference, compare, emptyTally } from '../../src/verify/difference.ts';

function differences(published: unknown, recomputed: unknown): readonly Difference[] {
  const tally = emptyTally();
  compare(tally, 'v', 'at', published, recomputed);
  return tally.differences;
}

const one = (path: string, published: unknown, recomputed: unknown): unknown => [
  { vendor: 'v', path, published, recomputed },
];

describe('numbers', () => {
  it('are the same within a thousand-millionth of the larger, or of 1', () => {
    expect(differences(50, 50 + 4e-8)).toEqual([]);
    expect(differences(50, 50 + 6e-8)).toHaveLength(1);
    expect(differences(1e-3, 1e-3 + 9e-10)).toEqual([]);
    expect(differences(0, 2e-9)).toEqual(one('at', 0, 2e-9));
    expect(differences(-1, 1)).toHaveLength(1);
  });

  it('that are none are never the same', () => {
    expect(differences(Number.NaN, Number.NaN)).toHaveLength(1);
    expect(differences(null, 0)).toEqual(one('at', null, 0));
    expect(differences('1', 1)).toEqual(one('at', '1', 1));
  });
});

describe('words and truth', () => {
  it('are the same or not', () => {
    expect(differences('a', 'a')).toEqual([]);
    expect(differences(true, false)).toEqual(one('at', true, false));
    expect(differences(undefined, undefined)).toEqual([]);
    expect(differences(undefined, 'a')).toEqual(one('at', undefined, 'a'));
    expect(differences('a', undefined)).toEqual(one('at', 'a', undefined));
  });
});

describe('objects', () => {
  it('are compared in the keys that are computed', () => {
    expect(differences({ a: 1, name: 'whatever' }, { a: 1 })).toEqual([]);
    expect(differences({ a: 1 }, { a: 2, b: 3 })).toEqual([
      ...(one('at.a', 1, 2) as []),
      ...(one('at.b', undefined, 3) as []),
    ]);
    expect(differences({ a: 1 }, { a: undefined })).toEqual(one('at.a', 1, undefined));
    expect(differences(undefined, { a: 1 })).toEqual(one('at', undefined, '{"a":1}'));
    expect(differences({ a: 1 }, undefined)).toEqual(one('at', '{"a":1}', undefined));
  });

  it('stand under their bare keys at the top', () => {
    const tally = emptyTally();
    compare(tally, 'v', '', { a: { b: 1 } }, { a: { b: 2 } });
    expect(tally.differences.map((d) => d.path)).toEqual(['a.b']);
  });

  it('that are tables must have exactly the keys', () => {
    expect(
      differences(
        { a: 1, b: 2 },
        new Map([
          ['b', 2],
          ['a', 1],
        ]),
      ),
    ).toEqual([]);
    expect(differences({ a: 1 }, new Map([['b', 2]]))).toEqual([
      ...(one('at.b', undefined, 2) as []),
      ...(one('at.a', 1, undefined) as []),
    ]);
    expect(differences(undefined, new Map([['b', 2]]))).toEqual(one('at', undefined, '{"b":2}'));
  });

  it('too long to tell are cut short', () => {
    expect(String(differences(undefined, { long: 'x'.repeat(500) })[0]?.recomputed)).toMatch(/^\{"long":"x{100,}…$/);
  });
});

describe('lists', () => {
  it('are compared by id where entries have one, in any order', () => {
    expect(
      differences(
        [
          { id: 'b', x: 2 },
          { id: 'a', x: 1 },
        ],
        [
          { id: 'a', x: 1 },
          { id: 'b', x: 2 },
        ],
      ),
    ).toEqual([]);
    expect(differences([{ id: 'a', x: 1 }], [{ id: 'a', x: 3 }])).toEqual(one('at[a].x', 1, 3));
  });

  it('else by place', () => {
    expect(differences(['p', 'q'], ['p', 'q'])).toEqual([]);
    expect(differences(['q', 'p'], ['p', 'q'])).toHaveLength(2);
  });

  it('must be of the same length', () => {
    expect(differences(['p'], ['p', 'q']).map((d) => d.path)).toEqual(['at[1]', 'at.length']);
    expect(differences([{ id: 'a' }, { id: 'z' }], [{ id: 'a' }]).map((d) => d.path)).toEqual(['at[z]', 'at.length']);
    expect(differences([{ id: 'a' }, { id: 'a' }], [{ id: 'a' }]).map((d) => d.path)).toEqual(['at.length']);
    expect(differences('p', ['p'])).toEqual(one('at', 'p', '["p"]'));
  });

  it('count how many values were compared', () => {
    const tally = emptyTally();
    compare(
      tally,
      'v',
      'at',
      {
        a: 1,
        list: [
          { id: 'p', x: 1 },
          { id: 'q', x: 2 },
        ],
      },
      {
        a: 1,
        list: [
          { id: 'p', x: 1 },
          { id: 'q', x: 2 },
        ],
      },
    );
    // a; id and x of both; the length.
    expect(tally.compared).toBe(6);
  });
});
