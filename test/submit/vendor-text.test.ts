/** What is written is what is read: every file of the sample, and texts that YAML could take for something else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import type { SubmitRules } from '../../src/schema/submit-files.ts';
import { tidied } from '../../src/submit/draft.ts';
import { readText } from '../../src/submit/read-text.ts';
import { briefText, vendorText } from '../../src/submit/vendor-text.ts';
import { submitRules } from '../../src/views/browser/submit-files.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';

const root = sampleFolder();
let rules: SubmitRules;
beforeAll(async () => {
  rules = submitRules((await runPipeline(root)).dataset);
});

const read = (text: string): unknown => {
  const found = readText(text, 'x');
  return 'draft' in found ? found.draft : found.problems;
};

describe('the text of a vendor file', () => {
  it('says the same as the file that it was made from, with and without explanations', () => {
    const folder = join(root, 'data/vendors');
    for (const name of readdirSync(folder)) {
      const draft = read(readFileSync(join(folder, name), 'utf8')) as Readonly<Record<string, unknown>>;
      expect(read(vendorText(draft, rules))).toEqual(draft);
      expect(read(briefText(draft))).toEqual(draft);
    }
  });

  it.each([
    'true',
    '12',
    '0x1F',
    'null',
    '~',
    '- x',
    'a: b',
    '#x',
    '"q"',
    "it's",
    '{x}',
    '[y]',
    '*a',
    '&a',
    '!t',
    '| x',
    '> x',
    '%d',
    '@x',
    '`x`',
    ' '.repeat(3) + 'x',
    '两行\n第二行\n',
    'x'.repeat(300),
    '2026-01-01',
    '=',
    '<<',
    'NaN',
    '.inf',
    '1_000',
    '1:30',
  ])('keeps %j as text', (text) => {
    const draft = { name: { zh: text }, aliases: [text], status: 'listed', replies: [{ text: { en: text } }] };
    expect(read(vendorText(draft, rules))).toEqual(draft);
  });

  it('begins with the address of the schema and explains every part in both languages', () => {
    const text = vendorText(tidied({ status: 'listed', creditCode: '911000001234567890' }), rules);
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=../../schemas/vendor.schema.json');
    expect(text).toContain('creditCode: "911000001234567890"');
    expect(text).toMatch(/^# 证据：/m);
    expect(text).toMatch(/^# Evidence:/m);
    expect(briefText({ status: 'listed' }).split('\n')).toEqual([text.split('\n')[0], 'status: listed', '']);
  });

  it('keeps keys that no vendor file has, for the check to tell', () => {
    expect(read(vendorText({ status: 'listed', colour: 'red' }, rules))).toEqual({ status: 'listed', colour: 'red' });
  });
});

describe('a text that is no vendor file', () => {
  it.each(['- a\n', 'just words', 'a: 1\na: 2\n', 'a: *b\n', ''])('is told: %j', (text) => {
    const found = readText(text, 'x');
    expect('problems' in found && found.problems.length > 0).toBe(true);
  });
});
