import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeInto } from '../../src/build/merge.ts';
import { joinIndexes } from '../../src/build/search-index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'merge-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

describe('two halves of a site', () => {
  it('become one: folders that only one has, and folders that both have', () => {
    write('into/compare/index.html', 'page');
    write('from/compare/a.json', 'a');
    write('from/api/v1/vendors/a.json', 'receipt');
    mergeInto(join(folder, 'from'), join(folder, 'into'));
    expect([read('into/compare/index.html'), read('into/compare/a.json'), read('into/api/v1/vendors/a.json')]).toEqual([
      'page',
      'a',
      'receipt',
    ]);
    expect(existsSync(join(folder, 'from/compare/a.json'))).toBe(false);
  });

  it('are refused when both hold the same file', () => {
    write('into/data/a.csv', '1');
    write('from/data/a.csv', '2');
    expect(() => mergeInto(join(folder, 'from'), join(folder, 'into'))).toThrow('made twice');
    expect(read('into/data/a.csv')).toBe('1');
  });
});

describe('search indexes of two languages', () => {
  it('become one: each language keeps its pieces, what both have is kept once', () => {
    const entry = (language: string): string =>
      JSON.stringify({ version: '1', languages: { [language]: { page_count: 1 } }, include_characters: ['_'] });
    for (const language of ['zh-cn', 'en']) {
      write(`${language}/pagefind-entry.json`, entry(language));
      write(`${language}/pagefind.js`, 'program');
      write(`${language}/wasm.unknown.pagefind`, 'same');
      write(`${language}/fragment/${language}_1.pf_fragment`, language);
    }
    write('en/wasm.en.pagefind', 'stems');
    joinIndexes([join(folder, 'zh-cn'), join(folder, 'en')], join(folder, 'pagefind'));
    expect(read('pagefind/pagefind-entry.json')).toBe(
      '{"version":"1","languages":{"en":{"page_count":1},"zh-cn":{"page_count":1}},"include_characters":["_"]}',
    );
    expect(read('pagefind/fragment/zh-cn_1.pf_fragment') + read('pagefind/fragment/en_1.pf_fragment')).toBe('zh-cnen');
    expect(read('pagefind/wasm.en.pagefind') + read('pagefind/pagefind.js')).toBe('stemsprogram');
  });
});
