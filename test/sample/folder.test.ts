import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  comparePieces,
  copyContent,
  mayHoldSample,
  readSampleContext,
  writePieces,
} from '../../src/sample/workspace.ts';
import { generateSample, samplePieces } from '../../src/sample/generate.ts';
import { context, ROOT } from './workspace.ts';

const small = { ...context, vendors: 9 };
const folder = mkdtempSync(join(tmpdir(), 'sample-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('what is written piece by piece is what is generated whole', () => {
  const whole = generateSample(small);
  expect(writePieces(folder, samplePieces(small), false)).toMatchObject({ files: whole.size, extras: [] });
  for (const [path, text] of whole) expect(readFileSync(join(folder, path), 'utf8'), path).toBe(text);
  expect(comparePieces(folder, samplePieces(small))).toEqual([]);
});

test('a changed and a missing file are told; a vendor who has joined is no difference', () => {
  const [first = '', second = ''] = readdirSync(join(folder, 'data/vendors')).sort();
  appendFileSync(join(folder, 'data/vendors', first), '# note\n');
  rmSync(join(folder, 'data/vendors', second));
  writeFileSync(join(folder, 'data/cases/case-900.yaml'), 'kind: dispute\n');
  expect(comparePieces(folder, samplePieces(small))).toEqual([
    { path: `data/vendors/${first}`, kind: 'differs' },
    { path: `data/vendors/${second}`, kind: 'missing' },
  ]);
});

test('foreign files stay, and are named, until they are asked to go', () => {
  expect(writePieces(folder, samplePieces(small), false).extras).toEqual(['data/cases/case-900.yaml']);
  expect(writePieces(folder, samplePieces(small), true).extras).toEqual([]);
  expect(comparePieces(folder, samplePieces(small))).toEqual([]);
});

test('with the content copied a folder is a workspace of its own, which reads the same', () => {
  copyContent(ROOT, folder);
  expect(readSampleContext(folder)).toEqual(context);
  expect(readdirSync(join(folder, 'schemas')).length).toBeGreaterThan(10);
});

test('releases are not copied, nor the list of them', () => {
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  copyContent(ROOT, from);
  writeFileSync(join(from, 'content/RELEASES.sha256'), `${'0'.repeat(64)}  data/releases/one/SHA256SUMS\n`);
  copyContent(from, to);
  expect(readdirSync(join(to, 'content'))).toEqual(
    readdirSync(join(from, 'content')).filter((name) => name !== 'RELEASES.sha256'),
  );
});

test('a workspace whose data are real takes no fictional ones', () => {
  expect(mayHoldSample(folder)).toBe(true);
  const site = join(folder, 'content/site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace('sampleData: true', 'sampleData: false'));
  expect(mayHoldSample(folder)).toBe(false);
});

test('content that is missing or wrong is named', () => {
  rmSync(join(folder, 'content/directory.yaml'));
  expect(() => readSampleContext(folder)).toThrow(/content\/directory\.yaml is missing/);
  writeFileSync(join(folder, 'content/directory.yaml'), 'vendor: 3\n');
  expect(() => readSampleContext(folder)).toThrow(/content\/directory\.yaml\n/);
});
