/** Running the checks of the code: silent when all is well, everything shown when not. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandOf } from '../../src/build/step.ts';
import { CHECKERS, type Checker, runChecker, startCheckers } from '../../src/command/checkers.ts';

const project = mkdtempSync(join(tmpdir(), 'checkers-'));
afterAll(() => rmSync(project, { recursive: true }));

/** Installs a package whose command is this script. It lies in no `.bin`: what is there cannot be started on every system. */
function install(name: string, script: string): void {
  const folder = join(project, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, bin: { [name]: './run.mjs' } }));
  writeFileSync(join(folder, 'run.mjs'), script);
}
install('good', "console.log('all is well');");
install('bad', "console.log(`no: ${process.argv[2]}`); console.error('why'); process.exit(3);");

const checker = (program: string): Checker => ({ name: { zh: '样例', en: 'sample' }, command: [program, 'x'] });

describe('the checkers', () => {
  it('run beside each other', async () => {
    // Each makes a file of its own name and waits for that of the other: one after the other, the first would give up.
    const meet = (own: string, other: string): string =>
      `import { existsSync, writeFileSync } from 'node:fs'; import { setTimeout as pause } from 'node:timers/promises'; writeFileSync(${JSON.stringify(join(project, own))}, ''); for (let i = 0; i < 600 && !existsSync(${JSON.stringify(join(project, other))}); i++) await pause(100); process.exit(existsSync(${JSON.stringify(join(project, other))}) ? 0 : 1);`;
    for (const [name, other] of [
      ['left', 'right'],
      ['right', 'left'],
    ] as const)
      install(name, meet(name, other));
    const both = (['left', 'right'] as const).map((name): Checker => ({
      name: { zh: name, en: name },
      command: [name, name],
    }));
    const results = await Promise.all(startCheckers(both, project));
    expect(results.map((r) => r.passed)).toEqual([true, true]);
  });
});

describe('a checker', () => {
  it('that passes gives one line', async () => {
    expect(await runChecker(checker('good'), project)).toEqual({
      passed: true,
      summary: { zh: '通过  样例：good x', en: 'pass  sample: good x' },
      output: '',
    });
  });

  it('that fails gives all that it wrote', async () => {
    expect(await runChecker(checker('bad'), project)).toEqual({
      passed: false,
      summary: { zh: '未通过  样例：bad x', en: 'FAIL  sample: bad x' },
      output: 'no: x\nwhy\n',
    });
  });

  it('that is not there fails too', async () => {
    const result = await runChecker(checker('absent'), project);
    expect(result.passed).toBe(false);
    expect(result.output).toContain('ENOENT');
  });
});

describe('the checkers of this project', () => {
  it.each(CHECKERS)('$command.0 is a command of an installed package', ({ package: from, command: [program] }) => {
    expect(existsSync(commandOf(from ?? program, program))).toBe(true);
  });
});
