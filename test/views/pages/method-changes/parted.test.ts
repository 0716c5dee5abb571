import { describe, expect, it } from 'vitest';
import { parted } from '../../../../src/views/pages/method-changes/parted.ts';

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
