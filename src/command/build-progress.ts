/** A build on a terminal: a line for each step, and a clean end when it is asked to stop. */
import { relative } from 'node:path';
import type { BuildStep } from '../build/site.ts';
import { buildLabels } from '../i18n/labels/build.ts';
import { number } from '../i18n/numbers.ts';
import type { Language } from '../schema/text.ts';

/** The line of a step, without a line feed. @param out where the site goes. */
export function buildLine(step: BuildStep, language: Language, out: string): string {
  const t = buildLabels[language];
  const seconds = step.seconds.toFixed(1);
  if (step.name === 'checks') return t.checks(seconds, number(step.links));
  // A relative path that leads up and down again is harder to read than an absolute one.
  const near = relative(process.cwd(), out);
  return t[step.name](seconds, near === '' || near.startsWith('..') ? out : near);
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with a signal that is aborted when the process is asked to end (Ctrl-C, the system, a closed terminal), waits until the work has given up, and then ends
 * by the signal that came, as its sender expects. A second one ends the process at once.
 */
export async function stoppable<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const controller = new AbortController();
  let caught: NodeJS.Signals | undefined;
  const letGo = (): void => void SIGNALS.forEach((name) => process.off(name, stop));
  const stop = (name: NodeJS.Signals): void => {
    if (caught !== undefined) {
      letGo();
      process.kill(process.pid, name);
    }
    caught = name;
    controller.abort(new Error(name));
  };
  for (const name of SIGNALS) process.on(name, stop);
  try {
    return await work(controller.signal);
  } finally {
    letGo();
    if (caught !== undefined) process.kill(process.pid, caught);
  }
}

/** Says on standard error that another build of the project, by the process of this number, has to end first. */
export function reportWaiting(language: Language): (pid: number) => void {
  return (pid) =>
    void process.stderr.write(
      language === 'zh'
        ? `另一个生成正在进行（进程 ${pid}），等它结束……\n`
        : `Another build is running (process ${pid}); waiting for it to end ...\n`,
    );
}
