import { expect, it } from 'vitest';
import { languageOf, otherLanguage, parameterOf, pathIn } from '../../src/i18n/language.ts';

it('Chinese lives at the root, English below /en/', () => {
  expect([pathIn('zh', '/rankings/'), pathIn('en', '/rankings/'), pathIn('en', '/')]).toEqual([
    '/rankings/',
    '/en/rankings/',
    '/en/',
  ]);
  expect([languageOf(undefined), languageOf('en'), parameterOf('zh'), parameterOf('en')]).toEqual([
    'zh',
    'en',
    undefined,
    'en',
  ]);
  expect(otherLanguage('zh')).toBe('en');
});
