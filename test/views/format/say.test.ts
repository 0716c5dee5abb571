import { expect, it } from 'vitest';
import { say, sayOptional } from '../../../src/views/format/say.ts';

it('a text is shown in the page’s language, else in the other with a mark', () => {
  expect(say({ zh: '好', en: 'good' }, 'en')).toEqual({ text: 'good' });
  expect(say({ zh: '好' }, 'en')).toEqual({ text: '好', lang: 'zh' });
  expect(sayOptional(undefined, 'zh')).toBeUndefined();
  expect(() => say({}, 'zh')).toThrow('without any language');
});
