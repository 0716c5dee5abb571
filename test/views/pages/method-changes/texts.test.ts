import { describe, expect, it } from 'vitest';
import type { EditionTexts } from '../../../../src/schema/edition.ts';
import { framework } from '../../../../src/schema/framework.ts';
import { tallyTexts, textChanges } from '../../../../src/views/pages/method-changes/texts.ts';

const two = (text: string) => ({ zh: text, en: text });
const criterion = (id: string, more: object = {}) => ({
  id,
  name: two(id),
  meaning: two('m'),
  evidence: two('e'),
  ...more,
});

function edition(...dimensions: readonly [id: string, criteria: readonly object[]][]): EditionTexts {
  const raw = {
    id: 'f',
    name: two('F'),
    short: two('F'),
    summary: two('s'),
    themes: [{ id: 't', name: two('T'), summary: two('s') }],
    dimensions: dimensions.map(([id, criteria]) => ({ id, theme: 't', name: two(id), summary: two('s'), criteria })),
  };
  return {
    frameworks: [framework.parse(raw)],
    questionnaire: { intro: two('i'), questions: [], collections: [] },
    release: undefined,
  };
}

describe('changes of what is asked', () => {
  it('are none between equals', () => {
    const same = edition(['d', [criterion('a')]]);
    expect(textChanges(same, same, 'en')).toEqual([]);
  });

  it('are criteria that are new, gone or elsewhere', () => {
    const was = edition(['d1', [criterion('a'), criterion('b')]], ['d2', [criterion('c')]]);
    const is = edition(['d1', [criterion('a')]], ['d2', [criterion('c'), criterion('b'), criterion('x')]]);
    const changes = textChanges(was, is, 'en').filter((c) => c.kind === 'criterion');
    expect(changes.map((c) => [c.name, c.what, c.within, c.movedFrom])).toEqual([
      ['b', 'changed', ['F', 'd2'], ['F', 'd1']],
      ['x', 'added', ['F', 'd2'], undefined],
    ]);
    expect(textChanges(is, was, 'en').map((c) => [c.name, c.what])).toEqual([
      ['b', 'changed'],
      ['x', 'removed'],
    ]);
    expect(tallyTexts(changes)).toEqual({ added: 1, removed: 0, moved: 1, reworded: 0 });
  });

  it('are facets by their ids, whatever their order', () => {
    const facet = (id: string, shows = 's') => ({ id, name: two(id), shows: two(shows) });
    const was = edition(['d', [criterion('a', { facets: [facet('p'), facet('q')] })]]);
    const is = edition(['d', [criterion('a', { facets: [facet('q', 'other'), facet('p')] })]]);
    expect(textChanges(was, is, 'en')[0]?.fields).toEqual([{ path: 'facets.q.shows.en', was: 's', is: 'other' }]);
  });

  it('are counted, not shown, when they are in the other language alone', () => {
    const was = edition(['d', [criterion('a')]]);
    const is = edition(['d', [criterion('a', { meaning: { zh: '新', en: 'm' } })]]);
    expect(textChanges(was, is, 'en').map((c) => [c.fields.length, c.otherLanguage])).toEqual([[0, 1]]);
    expect(textChanges(was, is, 'zh').map((c) => [c.fields.length, c.otherLanguage])).toEqual([[1, 0]]);
  });
});
