/** Sentences about problems: both languages for every rule, one line, nothing hidden in it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem, Rule } from '../../src/schema/problem.ts';
import { printable } from '../../src/schema/text.ts';
import { problemLine, problemsJson } from '../../src/validate/problem-text.ts';
import { RULES } from '../../src/validate/rules.ts';

const problem = (more: Partial<Problem>): Problem => ({
  path: 'data/vendors/x.yaml',
  line: 3,
  column: 7,
  field: 'status',
  rule: 'choice',
  severity: 'error',
  params: { found: 'lited', near: 'listed', list: 'listed, withdrawn' },
  ...more,
});

const sources = ['schema', 'load', 'validate', 'import', 'release', 'command', 'prose'].flatMap((folder) =>
  readdirSync(join('src', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join('src', folder, name), 'utf8') })),
);

describe('sentences of rules', () => {
  const all: [string, Rule][] = Object.entries(RULES);

  it('have three parts in both languages', () => {
    for (const [rule, { en, zh }] of all) for (const part of [...en, ...zh]) expect(part.trim(), rule).not.toBe('');
  });

  it('are written in their language', () => {
    const chinese = /\p{Script=Han}/u;
    for (const [rule, { en, zh }] of all)
      expect([chinese.test(en.join('')), chinese.test(zh.join(''))], rule).toEqual([false, true]);
  });

  it('use no half-width comma, colon or bracket between Chinese characters', () => {
    for (const [, { zh }] of all) expect(zh.join(' ')).not.toMatch(/\p{Script=Han}[,;:()]\p{Script=Han}/u);
  });

  it('exist for every rule that a schema names by itself', () => {
    // The word lists of the sample generator are no part of what a contributor writes.
    const named = sources
      .filter(({ name }) => name.startsWith('schema/') && name !== 'schema/sample.ts')
      .flatMap(({ text }) => [...text.matchAll(/error: '([a-z-]+)'/g)].map((m) => m[1] ?? ''));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((rule) => !(rule in RULES))).toEqual([]);
  });

  it('exist for no rule that nothing reports', () => {
    // Where a rule is defined its id is a key, before a colon.
    const everything = sources.map(({ text }) => text).join('\n');
    const isReported = (rule: string): boolean => new RegExp(`['"\`]${rule}['"\`](?!: \\{)`).test(everything);
    expect(Object.keys(RULES).filter((rule) => !isReported(rule))).toEqual([]);
  });
});

describe('a line', () => {
  it('says where, what was found, what was expected and what to do', () => {
    expect(problemLine(problem({}), 'en')).toBe(
      'data/vendors/x.yaml:3:7 status - found "lited"; expected one of: listed, withdrawn. Fix: write "listed". [choice]',
    );
    expect(problemLine(problem({}), 'zh')).toBe(
      'data/vendors/x.yaml:3:7 status - 发现“lited”；应为以下之一：listed, withdrawn。修改：改为“listed”。 [choice]',
    );
  });

  it('points at the beginning of what is wrong as a whole', () => {
    expect(problemLine(problem({ line: 0, column: 0, field: '', rule: 'file-missing', params: {} }), 'en')).toMatch(
      /^data\/vendors\/x\.yaml:1:1 - found no such file/,
    );
  });

  it('names kinds of values in its language', () => {
    const required = problem({ rule: 'required', params: { found: '', expected: 'array' } });
    expect(problemLine(required, 'en')).toContain('expected a list.');
    expect(problemLine(required, 'zh')).toContain('应为列表。');
  });

  it('is one line, without characters that hide or reorder, however hostile the value and the path', () => {
    const nasty = 'a\nb\r\u001b[31m\u202e\u200b\u0000\u{e0041}';
    const line = problemLine(
      problem({ path: `x${nasty}.yaml`, field: nasty, params: { found: nasty, near: nasty, list: nasty } }),
      'en',
    );
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
    expect(line).toContain('\\u{202E}');
    expect(line).toContain('\\u{E0041}');
  });

  it('takes braces in a value for what they are', () => {
    expect(problemLine(problem({ params: { found: '{list}', list: 'secret' } }), 'en')).toContain('found "{list}"');
    expect(problemLine(problem({ params: { found: '__proto__', list: '$&' } }), 'en')).toContain('one of: $&');
  });

  it('is written even for a rule that has no sentence', () => {
    expect(problemLine(problem({ rule: 'constructor' }), 'en')).toMatch(/\[constructor\]$/);
  });
});

describe('printable text', () => {
  it('is shortened, a character of two halves too', () => {
    expect(printable('x'.repeat(100))).toBe(`${'x'.repeat(80)}…`);
    expect(printable(`${'x'.repeat(79)}😀`)).toBe(`${'x'.repeat(79)}\\u{D83D}…`);
    expect(printable('财税 😀')).toBe('财税 😀');
  });
});

describe('problems as JSON', () => {
  it('hold numbers for tools and lines for people', () => {
    const json = JSON.parse(problemsJson([problem({}), problem({ rule: 'theme-unused', severity: 'warning' })])) as {
      errors: number;
      warnings: number;
      problems: Record<string, unknown>[];
    };
    expect([json.errors, json.warnings]).toEqual([1, 1]);
    expect(json.problems[0]).toMatchObject({
      path: 'data/vendors/x.yaml',
      line: 3,
      column: 7,
      rule: 'choice',
      zh: expect.stringContaining('应为'),
      en: expect.stringContaining('expected'),
    });
  });
});
