/** The checks of the code itself, each a program of its own in `node_modules/.bin`, silent when all is well. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Bilingual } from '../schema/text.ts';

export interface Checker {
  name: Bilingual;
  /** Program in `node_modules/.bin` and its arguments. */
  command: readonly [string, ...string[]];
}

export const CHECKERS: readonly Checker[] = [
  { name: { zh: '类型', en: 'types' }, command: ['astro', 'check'] },
  { name: { zh: '代码规范', en: 'lint' }, command: ['eslint', '.'] },
  { name: { zh: '引用规则', en: 'imports' }, command: ['depcruise', 'src', 'scripts', 'test', '--config', '.dependency-cruiser.cjs'] },
];

export interface CheckerResult {
  passed: boolean;
  /** One line. */
  summary: Bilingual;
  /** What the program wrote, when it failed; ends with a line feed when there is any. */
  output: string;
}

/** Runs one checker in the project's folder. A program that cannot be started counts as failed. */
export function runChecker({ name, command }: Checker, project: string): Promise<CheckerResult> {
  const [program, ...args] = command;
  return new Promise((done) => {
    let output = '';
    const child = spawn(join(project, 'node_modules', '.bin', program), args, { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    const take = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      const passed = code === 0;
      const summary = {
        zh: `${passed ? '通过' : '未通过'}  ${name.zh}：${command.join(' ')}`,
        en: `${passed ? 'pass' : 'FAIL'}  ${name.en}: ${command.join(' ')}`,
      };
      done({ passed, summary, output: passed ? '' : `${output.trimEnd()}\n` });
    });
  });
}

/** Starts all checkers at once; each result comes as soon as it is there. */
export function startCheckers(checkers: readonly Checker[], project: string): Promise<CheckerResult>[] {
  return checkers.map((checker) => runChecker(checker, project));
}
