import { describe, expect, it } from 'vitest';
import type { EditionTexts } from '../../../../src/schema/edition.ts';
import { framework } from '../../../../src/schema/framework.ts';
import { tallyTexts, textChanges, parted } from '../../../../src/views/pages/method-changes/texts.ts';

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

describe('two wordings as one', () => {
  it('mark only what went and what came', () => {
    expect(parted({ was: '这里看两段时间', is: '这里看的是两段时间' })).toEqual([
      { before: '这里看', gone: '', come: '的是', after: '两段时间' },
    ]);
  });

  it('cut no word of a text with blanks in two', () => {
    expect(parted({ was: 'ready in time for you', is: 'ready in tune for you' })).toEqual([
      { before: 'ready in ', gone: 'time', come: 'tune', after: ' for you' },
    ]);
  });

  it('stand apart when they share little', () => {
    expect(parted({ was: 'abc', is: '全新的一句话' })).toEqual([
      { before: '', gone: 'abc', come: '', after: '' },
      { before: '', gone: '', come: '全新的一句话', after: '' },
    ]);
  });

  it('are one when the other is not there', () => {
    expect(parted({ was: undefined, is: 'new' })).toEqual([{ before: '', gone: '', come: 'new', after: '' }]);
  });

  it('give both back whole', () => {
    for (const [was, is] of [
      ['aaaa', 'aa'],
      ['aXa', 'aYa'],
      ['一二三四', '一二四'],
      ['the cat', 'the cart'],
    ] as const) {
      const parts = parted({ was, is });
      expect([
        parts.map((p) => p.before + p.gone + p.after).join(''),
        parts.map((p) => p.before + p.come + p.after).join(''),
      ]).toEqual([was, is]);
    }
  });
});
