/** No text that a stranger hands in takes time out of proportion to its length: when it doubles, so does the work, and not more. */
import { describe, expect, it } from 'vitest';
import { growth } from '../work.ts';
import { csvFile } from '../../src/load/csv-file.ts';
import { plainText } from '../../src/import/plain-text.ts';
import { readSheet } from '../../src/import/sheet.ts';
import { type Problem } from '../../src/schema/problem.ts';
import { evidenceTextsRule } from '../../src/validate/rules/evidence.ts';
import { replacePersonalData } from '../../src/validate/personal-data.ts';
import { MAX_LISTED, Report } from '../../src/validate/report.ts';
import { validateWorkspace } from '../../src/validate/workspace.ts';
import { csvSafe } from '../../src/views/published/csv-table.ts';
import { rawFrom, tinyWorkspace } from '../workspaces/tiny.ts';

const ALPHA = 'data/vendors/alpha.yaml';

/** Squared work grows fourfold, linear work twofold; sorting adds a little to that. */
const MOST_GROWTH = 2.6;

/** The problems of the tiny workspace with another text as the file of a vendor. */
function problemsOf(text: string): readonly Problem[] {
  const files = tinyWorkspace();
  files.set(ALPHA, text);
  return validateWorkspace(rawFrom(files)).problems.filter((p) => p.path === ALPHA);
}

const repeated =
  (part: string, before = '', after = '') =>
  (size: number): string =>
    before + part.repeat(size / part.length) + after;

const YAML: readonly (readonly [string, (size: number) => string])[] = [
  ['unknown keys', (size) => Array.from({ length: size / 8 }, (_, i) => `k${i}: 1\n`).join('')],
  ['the same key', repeated('a: 1\n')],
  ['quotation marks that are never closed', repeated('a: "b\n')],
  ['brackets that are never closed', repeated('- ]\n', 'a: [\n')],
  ['lines that are no YAML', repeated('x\n: y\n')],
  ['tags', repeated('- !x 1\n')],
  ['aliases', repeated('- *a\n', 'x:\n')],
  [
    'answers of a wrong type',
    (size) => `answers:\n${Array.from({ length: size / 8 }, (_, i) => `  a${i}: 1\n`).join('')}`,
  ],
  ['comments with telephone numbers', repeated('# 13912345678\n', '', 'a: 1\n')],
];

describe('a vendor file of', () => {
  it.each(YAML)('%s takes work in proportion to its length', (_, make) => {
    // Longer texts cost fewer tries at mending, which would hide a growth.
    expect(growth(make, problemsOf, 30_000)).toBeLessThan(MOST_GROWTH);
  });

  it.each(YAML)('%s gives at most a hundred problems and the number of the others', (_, make) => {
    const problems = problemsOf(make(16_000));
    expect(problems.length).toBeLessThanOrEqual(MAX_LISTED + 1);
    expect(problems.find((p) => p.rule === 'file-more')).toMatchObject({
      line: 0,
      severity: 'error',
      params: { found: expect.any(Number) },
    });
  });
});

describe('a text of evidence of', () => {
  it.each([
    ['telephone numbers on one line', repeated('13912345678 ')],
    ['telephone numbers on lines of their own', repeated('13912345678\n')],
    ['identity numbers', repeated('11010519491231002X ')],
    ['addresses of private mail', repeated('a1@qq.com ')],
    ['full-width digits', repeated('１３９１２３４５６７８ ')],
    ['telephone numbers behind points of a list', repeated('①13912345678 ')],
    ['addresses with a number right behind', repeated('a1@qq.com4000 0000 0000 0002')],
    ['the word WeChat', repeated('wechat')],
  ])('%s takes work in proportion to its length', (_, make) => {
    expect(
      growth(make, (text) => evidenceTextsRule(new Map([['data/evidence/a/b.txt', text]]), new Report()), 20_000),
    ).toBeLessThan(MOST_GROWTH);
    expect(growth(make, (text) => replacePersonalData(text, () => '[***]'), 20_000)).toBeLessThan(MOST_GROWTH);
  });
});

describe('a foreign text of', () => {
  it.each([
    ['beginnings of scripts', repeated('<script>')],
    ['beginnings of scripts without an end', repeated('<script ')],
    ['beginnings of comments', repeated('<!-- ')],
    ['beginnings of tags', repeated('<a ')],
    ['entities', repeated('&amp;')],
  ])('%s becomes plain with work in proportion to its length', (_, make) => {
    expect(growth(make, (text) => plainText(text, 'keep'), 20_000)).toBeLessThan(MOST_GROWTH);
  });

  it('quotes in the wrong place is read as a sheet with work in proportion to its length', () => {
    expect(growth(repeated('"a"b,"c"\n', 'x,y\n'), (text) => readSheet(text, ','), 40_000)).toBeLessThan(MOST_GROWTH);
    expect(growth(repeated('a\0,b\n', 'x,y\n'), (text) => readSheet(text, ','), 40_000)).toBeLessThan(MOST_GROWTH);
  });
});

it('a table of quotes in the wrong place is read with work in proportion to its length', () => {
  const read = (text: string): void => {
    csvFile('a.csv', Buffer.from(text), { encoding: 'utf-8', skip: 0 }).read({
      header: () => true,
      batch: () => {},
      ragged: () => {},
    });
  };
  expect(growth(repeated('"a"b,"c"\n', 'x,y\n'), read, 40_000)).toBeLessThan(MOST_GROWTH);
});

it('a cell of line breaks of every kind is guarded against formulas with work in proportion to its length', () => {
  for (const mark of ['\u2028', '\u2029', '\u0085', '\n', ' '])
    expect(growth(repeated(mark), csvSafe, 20_000)).toBeLessThan(MOST_GROWTH);
});
