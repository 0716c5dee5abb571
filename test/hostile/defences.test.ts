/**
 * The table of defences against the code: each stands where it says. With HENGPING_PROVE, a pattern, each whose line holds it
 * (`.` for all, which takes a quarter of an hour) is taken away in a copy of the project, and a test of its must fail.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFENCES } from './defences.ts';
import { newFolder, projectCopy } from './written.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const PROVE = process.env['HENGPING_PROVE'];

/** Matches a piece of code however a formatter lays it out: any blanks between its tokens, with or without a last comma. */
function anyLayout(code: string): RegExp {
  const tokens = code.match(/[\w$]+|[^\s\w$]/gu) ?? [];
  const escaped = tokens.map((token) => token.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const joined = escaped.map((token, at) =>
    at > 0 && /^[)\]}]$/.test(tokens[at] ?? '') ? `(?:,\\s*)?${token}` : token,
  );
  return new RegExp(joined.join('\\s*'), 'gu');
}

describe.each(DEFENCES.map((d) => [d.against, d] as const))('against %s', (_, { file, from, tests, named }) => {
  it('there is a defence, in one place, and a test', () => {
    expect(readFileSync(join(PROJECT, file), 'utf8').match(anyLayout(from))?.length).toBe(1);
    for (const test of tests) {
      const text = readFileSync(join(PROJECT, 'test', test), 'utf8');
      if (named !== undefined && tests.length === 1)
        expect(named.split('|').some((name) => text.includes(name.split(':')[0] ?? ''))).toBe(true);
    }
  });
});

describe.runIf(PROVE !== undefined)(
  `taken away${PROVE === undefined ? ' (skipped: HENGPING_PROVE is not set; with `.` it takes a quarter of an hour)' : ''}`,
  () => {
    let copy = '';
    beforeAll(() => {
      copy = projectCopy(newFolder('defences'));
      for (const name of ['test', 'content', 'data', 'vitest.config.ts', '.github', '.dependency-cruiser.cjs'])
        if (existsSync(join(PROJECT, name))) cpSync(join(PROJECT, name), join(copy, name), { recursive: true });
    });
    afterAll(() => rmSync(copy, { recursive: true, force: true }));

    const wanted = DEFENCES.filter((d) => new RegExp(PROVE ?? '.').test(`${d.against} ${d.file} ${d.tests.join(' ')}`));
    /** Whether the tests of one project pass in the copy. */
    const pass = (project: 'unit' | 'browser', tests: readonly string[], named?: string): boolean => {
      const own = tests.filter((test) => test.startsWith('browser/') === (project === 'browser'));
      if (own.length === 0) return true;
      const argv = [
        join(PROJECT, 'node_modules/vitest/vitest.mjs'),
        'run',
        '--project',
        project,
        ...own.map((test) => `test/${test}`),
        ...(named === undefined ? [] : ['-t', named]),
      ];
      // No site is needed but those that the tests build themselves.
      const env: NodeJS.ProcessEnv = { ...process.env, HENGPING_TEST_DIST: copy };
      delete env['HENGPING_PROVE'];
      return spawnSync(process.execPath, argv, { cwd: copy, env, encoding: 'utf8' }).status === 0;
    };

    it.each(['unit', 'browser'] as const)(
      'nothing: all tests pass (%s)',
      (project) => {
        expect(pass(project, [...new Set(wanted.flatMap((d) => d.tests))])).toBe(true);
      },
      600_000,
    );

    it.each(wanted.map((d) => [d.against, d] as const))(
      '%s: a test fails',
      (_, { file, from, to, tests, named }) => {
        const path = join(copy, file);
        const text = readFileSync(path, 'utf8');
        try {
          writeFileSync(
            path,
            text.replace(anyLayout(from), () => to),
          );
          expect(pass('unit', tests, named) && pass('browser', tests, named)).toBe(false);
        } finally {
          writeFileSync(path, text);
        }
      },
      600_000,
    );
  },
);
