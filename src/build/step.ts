/** Runs the steps of a build, each in a process of its own. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORK } from './swap.ts';

/** A step of the build that failed, with what it printed. */
export class BuildFailed extends Error {
  readonly output: string;
  constructor(step: string, output: string) {
    super(`${step} failed`);
    this.name = 'BuildFailed';
    this.output = output;
  }
}

/** How a step is run. */
export interface StepOptions {
  /** The project's folder. */
  project: string;
  /** Whether what the step prints is shown as it comes. */
  verbose: boolean;
  /** Ends the step early. */
  signal?: AbortSignal | undefined;
}

/** Vendors from which memory counts for more than time. */
const MANY = 4000;

/**
 * Options of Node for steps that hold a whole market. Most objects made for a page or a file die with it, if there is room for
 * them until then (64 MiB). What a large market keeps is large and does not grow, so that half as much room again is enough
 * for the rest, where Node would take three times as much while the machine has it.
 */
export function heapOptions(vendors: number): string[] {
  return ['--max-semi-space-size=64', ...(vendors < MANY ? [] : ['--heap-growing-percent=50'])];
}

/**
 * Runs a script with Node and waits until it has ended, also when it is ended early. What it prints goes into a file, since
 * a full pipe would halt it.
 * @param more variables of its environment beside those of this process, and options of Node itself.
 * @throws BuildFailed with what it printed, when it ends with anything but 0.
 */
export async function runStep(
  name: string,
  script: string,
  argv: readonly string[],
  options: StepOptions,
  more: { env?: Readonly<Record<string, string>>; node?: readonly string[] } = {},
): Promise<void> {
  const log = join(options.project, WORK, `${name}-${process.pid}.log`);
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  try {
    await new Promise<void>((done, fail) => {
      const child = spawn(process.execPath, [...(more.node ?? []), script, ...argv], {
        cwd: options.project,
        env: { ...process.env, ...more.env },
        stdio: options.verbose ? 'inherit' : ['ignore', file, file],
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
      // A process that was started is waited for, whatever happens to it.
      child.on('error', (error) => (child.pid === undefined ? fail(error) : undefined));
      child.on('close', (code) => (code === 0 ? done() : fail(new BuildFailed(name, readFileSync(log, 'utf8')))));
    });
  } finally {
    closeSync(file);
    rmSync(log, { force: true });
  }
}

/** The script behind a package's command. Read from its folder, since a package need not export its manifest. */
export function commandOf(name: 'astro' | 'pagefind'): string {
  let above = import.meta.dirname;
  while (!existsSync(join(above, 'node_modules', name)) && above !== dirname(above)) above = dirname(above);
  const folder = join(above, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { bin: string | Record<string, string> };
  return join(folder, typeof bin === 'string' ? bin : (bin[name] as string));
}
