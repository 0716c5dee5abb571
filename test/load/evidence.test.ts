/** Evidence is published as it is: only kinds of files that no browser runs, and only what their names say. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findFiles } from '../../src/load/find.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'evidence-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Rules told of one file among the evidence. */
async function told(name: string, content: string | Uint8Array): Promise<string[]> {
  const path = join(root, 'data/evidence', name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const { problems, files } = await findFiles(root);
  const own = problems.filter((p) => p.path === `data/evidence/${name}`).map((p) => p.rule);
  expect(files.some((f) => f.kind === 'evidence')).toBe(own.length === 0 || own.includes('file-content'));
  return own;
}

const bytes = (...parts: (string | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

describe('a file of evidence', () => {
  it.each<[string, string | Uint8Array]>([
    ['a/rules.pdf', '%PDF-1.7\n…'],
    ['a/b/shot.png', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
    ['shot.jpg', bytes([0xff, 0xd8, 0xff, 0xe0])],
    ['shot.webp', bytes('RIFF', [1, 2, 3, 4], 'WEBP')],
    ['terms.txt', '服务条款\n'],
    ['hours.csv', 'day,hours\n'],
    ['console/com10/contract.txt', '-\n'],
  ])('may be %s', async (name, content) => {
    expect(await told(name, content)).toEqual([]);
  });

  it.each([
    'page.html',
    'page.htm',
    'page.xhtml',
    'drawing.svg',
    'code.js',
    'code.mjs',
    'style.css',
    'data.xml',
    'data.json',
    'book.pdf.html',
    'README',
    'Upper.pdf',
    'two words.pdf',
    'a..b.pdf',
    '%2e%2e.pdf',
    'x.PDF',
    '_headers',
    '名.pdf',
    'con.txt',
    'a/aux.pdf',
    'nul/terms.txt',
    'a/com1/x.png',
    'lpt9.csv',
  ])('may not be %s', async (name) => {
    expect(await told(name, '%PDF-1.7\n')).toEqual(['file-unexpected']);
  });

  it.each<[string, string | Uint8Array]>([
    ['page.pdf', '<script>alert(1)</script>'],
    ['page.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['page.jpg', ''],
    ['page.webp', 'RIFF<html>..'],
    ['text.txt', Uint8Array.of(0xff, 0xfe, 0x3c, 0)],
    ['text.csv', 'a\0b'],
  ])('may not only be called %s', async (name, content) => {
    expect(await told(name, content)).toEqual(['file-content']);
  });

  it('is no larger than a reader can be asked to load', async () => {
    expect(await told('large.txt', 'x'.repeat(10 * 1024 * 1024 + 1))).toEqual(['file-size']);
  });
});
