/** Lets a command clear up before it ends when it is asked to: by Ctrl-C, by the system, or because its terminal is gone. */
import type { Language } from '../schema/text.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `work` with a signal that is aborted when the process is asked to end, waits until the work has given up, and then ends
 * by the very signal that came, as whoever sent it expects. A second one ends the process at once.
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
export function tellWaiting(language: Language): (pid: number) => void {
  return (pid) =>
    void process.stderr.write(
      language === 'zh'
        ? `另一个生成正在进行（进程 ${pid}），等它结束……\n`
        : `Another build is running (process ${pid}); waiting for it to end ...\n`,
    );
}
