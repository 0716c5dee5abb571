import { describe, expect, it } from 'vitest';
import { stateIn, withApplies, withFacet } from '../../src/submit/answers.ts';
import { listIn, textIn, tidied, withValue } from '../../src/submit/draft.ts';
import { valueAt } from '../../src/schema/plain-data.ts';
import { attached, detached, freeEvidenceId, usesOf, withoutEvidence } from '../../src/submit/evidence.ts';

describe('a draft', () => {
  it('is changed by path without touching the one before', () => {
    const before = { offices: [{ city: 'a' }, { city: 'b' }] };
    const after = withValue(before, ['offices', 1, 'city'], 'c');
    expect([before.offices[1]?.city, valueAt(after, ['offices', 1, 'city'])]).toEqual(['b', 'c']);
    expect(withValue(after, ['offices', 0], undefined)).toEqual({ offices: [{ city: 'c' }] });
    expect(withValue({}, ['name', 'zh'], '甲')).toEqual({ name: { zh: '甲' } });
    expect([textIn({ staff: 12 }, ['staff']), textIn({}, ['name', 'zh']), listIn({ x: 'y' }, ['x'])]).toEqual([
      '12',
      '',
      [],
    ]);
  });

  it('cannot be led to properties that it does not own', () => {
    const odd = withValue({}, ['__proto__', 'x'], 1);
    expect(({} as { x?: unknown }).x).toBeUndefined();
    expect(Object.keys(odd)).toEqual(['__proto__']);
    expect(valueAt({}, ['constructor', 'name'])).toBeUndefined();
  });

  it('is written without what is empty, and without answers that say nothing', () => {
    expect(
      tidied({
        name: { zh: '甲', en: '' },
        aliases: [],
        about: {},
        prices: [{ note: {} }],
        licence: { state: undefined },
        answers: {
          f: {
            open: { evidence: ['e'] },
            said: { facets: { a: 'met' } },
            off: { state: 'not-applicable' },
            none: { facets: {} },
          },
        },
      }),
    ).toEqual({
      name: { zh: '甲' },
      prices: [{}],
      answers: { f: { said: { facets: { a: 'met' } }, off: { state: 'not-applicable' } } },
    });
  });
});

describe('a number', () => {
  it('says something by any of its parts, so that half a number is kept for the check to tell', () => {
    for (const part of ['value', 'error', 'numerator', 'denominator']) {
      expect(tidied({ answers: { f: { c: { [part]: 0, evidence: ['e'] } } } })).toEqual({
        answers: { f: { c: { [part]: 0, evidence: ['e'] } } },
      });
    }
    expect(tidied({ answers: { f: { c: { evidence: ['e'] } } } })).toEqual({});
  });
});

describe('answers', () => {
  const at = ['answers', 'f', 'c', 'facets', 'a'];

  it('are plain states, and keep evidence of their own', () => {
    expect(valueAt(withFacet({}, at, 'met'), at)).toBe('met');
    expect(valueAt(withFacet(withValue({}, at, { state: 'met', evidence: ['e'] }), at, 'partly'), at)).toEqual({
      state: 'partly',
      evidence: ['e'],
    });
    expect(valueAt(withFacet(withValue({}, at, 'met'), at, 'unknown'), at)).toBeUndefined();
    expect(stateIn(withFacet({}, at, 'not-met'), at)).toBe('not-met');
    expect(stateIn({}, at)).toBe('unknown');
  });

  it('have a reason only where they do not apply', () => {
    const off = withValue(withFacet({}, at, 'not-applicable'), [...at, 'reason'], { zh: '没有' });
    expect(valueAt(off, at)).toEqual({ state: 'not-applicable', reason: { zh: '没有' } });
    expect(valueAt(withFacet(off, at, 'met'), at)).toBe('met');
  });

  it('go when a whole criterion does not apply, and it can apply again', () => {
    const criterion = ['answers', 'f', 'c'];
    const number = withValue({}, criterion, { numerator: 3, denominator: 4, error: 1, value: 2 });
    expect(valueAt(withApplies(number, criterion, false), criterion)).toEqual({ state: 'not-applicable' });
    const off = withApplies(withValue(withFacet({}, at, 'met'), [...criterion, 'evidence'], ['e']), criterion, false);
    expect(valueAt(off, criterion)).toEqual({ state: 'not-applicable', evidence: ['e'] });
    expect(valueAt(withApplies(off, criterion, true), criterion)).toEqual({ evidence: ['e'] });
    expect(valueAt(withApplies(withApplies({}, criterion, false), criterion, true), criterion)).toBeUndefined();
  });
});

describe('evidence', () => {
  const draft = {
    evidence: [{ id: 'a' }, { id: 'b' }],
    answers: {
      f: { c: { evidence: ['a', 'b'], facets: { x: { state: 'met', evidence: ['a'] } } }, d: { evidence: ['a'] } },
    },
  };

  it('is attached once and detached without a trace', () => {
    const once = attached({ answers: { f: { c: {} } } }, ['answers', 'f', 'c'], 'a');
    expect(attached(once, ['answers', 'f', 'c'], 'a')).toEqual(once);
    expect(detached(once, ['answers', 'f', 'c'], 'a')).toEqual({ answers: { f: { c: {} } } });
    expect(usesOf(draft, 'a')).toBe(3);
  });

  it('goes with everything that points to it', () => {
    expect(withoutEvidence(draft, 0)).toEqual({
      evidence: [{ id: 'b' }],
      answers: { f: { c: { evidence: ['b'], facets: { x: { state: 'met' } } }, d: {} } },
    });
  });

  it('gets an id that is free', () => {
    expect([freeEvidenceId({}), freeEvidenceId(draft), freeEvidenceId({ evidence: [{ id: 'evidence-2' }] })]).toEqual([
      'evidence-1',
      'evidence-3',
      'evidence-3',
    ]);
  });
});
