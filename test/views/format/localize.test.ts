import { expect, it } from 'vitest';
import { localize, localizeOptional } from '../../../src/views/format/localize.ts';

it('a text is shown in the page’s language, else in the other with a mark', () => {
  expect(localize({ zh: '好', en: 'good' }, 'en')).toEqual({ text: 'good' });
  expect(localize({ zh: '好' }, 'en')).toEqual({ text: '好', lang: 'zh' });
  expect(localizeOptional(undefined, 'zh')).toBeUndefined();
  expect(() => localize({}, 'zh')).toThrow('without any language');
});
