import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publishEvidence } from '../../src/build/evidence.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('evidence is published at its path, and nothing beside it', async () => {
  const files = {
    'a/rules.pdf': '%PDF-1.7\n',
    'a/deep/terms.txt': '条款\n',
    '.htaccess': 'Options +ExecCGI\n',
    '.hidden/page.html': '<script>alert(1)</script>',
    'a/.env': 'x',
    'a/page.html': '<script>alert(1)</script>',
    'a/code.js': 'alert(1)',
    'a/false.pdf.svg': '<svg/>',
  };
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, 'workspace/data/evidence', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  symlinkSync('/etc/passwd', join(folder, 'workspace/data/evidence/a/linked.txt'));
  const site = join(folder, 'site');
  await publishEvidence(join(folder, 'workspace'), site);
  const published = readdirSync(site, { recursive: true, withFileTypes: true }).filter((entry) => !entry.isDirectory());
  expect(published.map((entry) => join(entry.parentPath, entry.name).slice(site.length + 1)).sort()).toEqual([
    'data/evidence/a/deep/terms.txt',
    'data/evidence/a/rules.pdf',
  ]);
  expect(readFileSync(join(site, 'data/evidence/a/rules.pdf'), 'utf8')).toBe('%PDF-1.7\n');
});

it('a workspace without evidence publishes none', async () => {
  await publishEvidence(join(folder, 'none'), join(folder, 'site'));
  expect(readdirSync(folder)).toEqual([]);
});
