import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rendererKey } from '../../src/build/renderer.ts';

let folder = '';
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const key = (): string => rendererKey(join(folder, 'project'), join(folder, 'workspace'));

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'renderer-'));
  write('project/src/pages/index.astro', 'a');
  write('project/package-lock.json', '{}');
  write('workspace/content/guides/start/en.mdx', 'Start');
  write('workspace/data/vendors/alpha.yaml', 'status: listed');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a bundle of pages is used again', () => {
  it('as long as nothing that it is made of has changed, and whatever the data', () => {
    const before = key();
    write('workspace/data/vendors/alpha.yaml', 'status: participating');
    expect(key()).toBe(before);
  });

  it.each([
    ['a page', 'project/src/pages/index.astro'],
    ['a new file of the program', 'project/src/i18n/labels/new.ts'],
    ['a public file', 'project/public/favicon.svg'],
    ['the lock file', 'project/package-lock.json'],
    ['the configuration of Astro', 'project/astro.config.mjs'],
    ['variables of the environment', 'project/.env.production'],
    ['a text', 'workspace/content/guides/start/en.mdx'],
    ['the method', 'workspace/content/methodology/2026.1/method.yaml'],
    ['the site file', 'workspace/content/site.yaml'],
  ])('but not after a change of %s', (_, path) => {
    const before = key();
    write(path, 'changed');
    expect(key()).not.toBe(before);
  });

  it('but not after a file was renamed, or moved between two files of the same text', () => {
    write('project/src/a.ts', '1');
    const before = key();
    rmSync(join(folder, 'project/src/a.ts'));
    write('project/src/b.ts', '1');
    expect(key()).not.toBe(before);
  });
});
