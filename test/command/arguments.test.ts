import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
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
    for (const locale of ['C', 'C.UTF-8', 'POSIX', 'fr_FR.UTF-8', 'tr_TR'])
      expect(languageOf(undefined, { LANG: locale })).toBe('en');
    expect(languageOf(undefined, { LC_ALL: '', LANG: 'zh_TW.UTF-8' })).toBe('zh');
    if (process.platform !== 'win32') expect(languageOf(undefined, {})).toBe('zh');
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
  const form = {
    name: 'trial',
    help: { zh: '试一试', en: 'Tries' },
    options: { json: { type: 'boolean', default: false } },
  } as const;
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

  it.each([
    [['--jsno'], '没有 --jsno 这个选项，是不是 --json', 'there is no option --jsno; perhaps --json'],
    [['--nothing-like-it'], '没有 --nothing-like-it 这个选项\n', 'there is no option --nothing-like-it\n'],
    [['-x'], '没有 -x 这个选项', 'there is no option -x'],
    [['--json=yes'], '--json 不带值', '--json takes no value'],
    [['--workspace'], '--workspace 后面要写一个值', '--workspace needs a value'],
    [['--workspace', '--json'], '却是另一个选项 --json', 'is followed by the option --json'],
    [['word'], '多出来的词：word。选项写在 -- 之后', 'words that mean nothing here: word'],
  ])('says what is wrong with %j in the language asked for', async (words, zh, en) => {
    expect(await run(['--lang', 'zh', ...words], async () => 0)).toBe(2);
    expect(err).toContain(zh);
    expect(err).not.toMatch(/Unknown option|positional|argument/);
    expect(err).toContain('用法见：npm run trial -- --help');
    err = '';
    expect(await run(['--lang=en', ...words], async () => 0)).toBe(2);
    expect(err).toContain(en);
  });

  it('says that a path was given that is not there', async () => {
    const read = async (): Promise<void> => void (await readFile('no/such.json'));
    expect(await run(['--lang', 'zh', '--workspace', 'no/such.json'], read)).toBe(1);
    expect(err).toBe('trial: 给出的路径 no/such.json 不存在\n');
    err = '';
    // A file that nobody named is another matter.
    await run(['--lang', 'zh'], read);
    expect(err).toContain('ENOENT');
  });

  it('ends quietly, with its own exit code, when its reader has gone', () => {
    const lines = `
      import { runCommand } from ${JSON.stringify(resolve('src/command/arguments.ts'))};
      await runCommand({ name: 'trial', help: { zh: '', en: '' }, options: {} }, async () => {
        for (let i = 0; i < 20000; i++) { process.stdout.write('x'.repeat(80) + '\\n'); if (i % 1000 === 0) await new Promise((r) => setTimeout(r, 5)); }
        return 3;
      });`;
    const script = `"$0" --input-type=module-typescript -e "$1" | head -n 1; echo "code ${'${PIPESTATUS[0]}'}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, lines], { encoding: 'utf8' });
    expect(stdout).toBe(`${'x'.repeat(80)}\ncode 3\n`);
    expect(stderr).toBe('');
  });

  it('lists every problem of a workspace and exits 1', async () => {
    const problem = {
      path: 'data/x.yaml',
      line: 2,
      column: 3,
      field: 'status',
      rule: 'file-missing',
      severity: 'error',
      params: {},
    } as const;
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
