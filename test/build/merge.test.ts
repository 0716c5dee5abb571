import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mergeInto } from '../../src/build/merge.ts';

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
    expect([read('into/compare/index.html'), read('into/compare/a.json'), read('into/api/v1/vendors/a.json')]).toEqual(['page', 'a', 'receipt']);
    expect(existsSync(join(folder, 'from/compare/a.json'))).toBe(false);
  });

  it('are refused when both hold the same file', () => {
    write('into/data/a.csv', '1');
    write('from/data/a.csv', '2');
    expect(() => mergeInto(join(folder, 'from'), join(folder, 'into'))).toThrow('made twice');
    expect(read('into/data/a.csv')).toBe('1');
  });
});
