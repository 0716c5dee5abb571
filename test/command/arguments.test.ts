import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WrongUse, languageOf, runCommand } from '../../src/command/arguments.ts';
import { WorkspaceProblems } from '../../src/schema/problem.ts';

describe('the language of messages', () => {
  it('is what was asked for', () => {
    expect(languageOf('en', { LANG: 'zh_CN.UTF-8' })).toBe('en');
  });
  it('else that of the locale, else Chinese', () => {
    expect(languageOf(undefined, { LANG: 'en_GB.UTF-8' })).toBe('en');
    expect(languageOf(undefined, { LC_ALL: 'zh_CN.UTF-8', LANG: 'en_GB' })).toBe('zh');
    expect(languageOf(undefined, {})).toBe('zh');
  });
  it('cannot be another one', () => {
    expect(() => languageOf('fr', {})).toThrow(WrongUse);
  });
});

describe('a command', () => {
  const argv = process.argv;
  let out = '';
  let err = '';
  beforeEach(() => {
    out = '';
    err = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true));
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((err += String(text)), true));
  });
  afterEach(() => {
    process.argv = argv;
    process.exitCode = undefined;
    vi.restoreAllMocks();
  });
  const form = { name: 'trial', help: { zh: '试一试', en: 'Tries' }, options: { json: { type: 'boolean', default: false } } } as const;
  const run = async (words: string[], body: () => Promise<number | void>): Promise<number> => {
    process.argv = ['node', 'trial', ...words];
    await runCommand(form, body);
    const code = Number(process.exitCode ?? 0);
    process.exitCode = undefined;
    return code;
  };

  it('shows its help in both languages', async () => {
    expect(await run(['--help'], async () => 9)).toBe(0);
    expect(out).toBe('试一试\n\nTries\n');
  });

  it('exits 2 on an option or word that it does not know, and says where help is', async () => {
    expect(await run(['--lang', 'en', '--wrong'], async () => 0)).toBe(2);
    expect(await run(['--lang', 'en', 'word'], async () => 0)).toBe(2);
    expect(err).toContain('npm run trial -- --help');
  });

  it('lists every problem of a workspace and exits 1', async () => {
    const problem = { path: 'data/x.yaml', line: 2, column: 3, field: 'status', rule: 'file-missing', severity: 'error', params: {} } as const;
    const code = await run(['--lang', 'en'], async () => {
      throw new WorkspaceProblems([problem, { ...problem, line: 4 }]);
    });
    expect(code).toBe(1);
    expect(err.split('\n').filter((line) => line.startsWith('data/x.yaml:'))).toHaveLength(2);
    expect(err).toContain('2 problem(s) in all.');
  });

  it('gives problems as JSON when asked', async () => {
    await run(['--lang', 'en', '--json'], async () => {
      throw new WorkspaceProblems([]);
    });
    expect(JSON.parse(out)).toEqual({ problems: [] });
  });

  it('exits 1 with the message of any other failure', async () => {
    const code = await run([], async () => {
      throw new Error('no luck');
    });
    expect(code).toBe(1);
    expect(err).toContain('trial: no luck');
  });
});
