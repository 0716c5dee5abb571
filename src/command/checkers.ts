/** The checks of the code itself, each the command of a package, silent when all is well. */
import { spawn } from 'node:child_process';
import { commandOf } from '../build/step.ts';
import type { Bilingual } from '../schema/text.ts';

export interface Checker {
  name: Bilingual;
  /** The package that brings the command, where it has another name. */
  package?: string;
  /** A package's command and its arguments. */
  command: readonly [string, ...string[]];
}

export const CHECKERS: readonly Checker[] = [
  { name: { zh: '类型', en: 'types' }, command: ['astro', 'check'] },
  { name: { zh: '代码规范', en: 'lint' }, command: ['eslint', '.'] },
  { name: { zh: '代码格式', en: 'format' }, command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  {
    name: { zh: '引用规则', en: 'imports' },
    package: 'dependency-cruiser',
    command: ['depcruise', 'src', 'scripts', 'test', '--config', '.dependency-cruiser.cjs'],
  },
];

export interface CheckerResult {
  passed: boolean;
  /** One line. */
  summary: Bilingual;
  /** What the program wrote, when it failed; ends with a line feed when there is any. */
  output: string;
}

/** Runs one checker in the project's folder. A program that cannot be started counts as failed. */
export async function runChecker({ name, package: from, command }: Checker, project: string): Promise<CheckerResult> {
  const [program, ...args] = command;
  let script: string;
  try {
    script = commandOf(from ?? program, program, project);
  } catch (error) {
    return { passed: false, summary: summaryOf(false, name, command), output: `${(error as Error).message}\n` };
  }
  return new Promise((done) => {
    let output = '';
    const child = spawn(process.execPath, [script, ...args], { cwd: project, stdio: ['ignore', 'pipe', 'pipe'] });
    const take = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', (error) => (output += `${error.message}\n`));
    child.on('close', (code) => {
      const passed = code === 0;
      done({ passed, summary: summaryOf(passed, name, command), output: passed ? '' : `${output.trimEnd()}\n` });
    });
  });
}

/** Starts all checkers at once; each result comes as soon as it is there. */
export function startCheckers(checkers: readonly Checker[], project: string): Promise<CheckerResult>[] {
  return checkers.map((checker) => runChecker(checker, project));
}

function summaryOf(passed: boolean, name: Bilingual, command: Checker['command']): Bilingual {
  return {
    zh: `${passed ? '通过' : '未通过'}  ${name.zh}：${command.join(' ')}`,
    en: `${passed ? 'pass' : 'FAIL'}  ${name.en}: ${command.join(' ')}`,
  };
}
