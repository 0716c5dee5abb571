/** Runs the steps of a build, each in a process of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Bilingual, Language } from '../schema/text.ts';
import { WORK } from './swap.ts';

/** A step of the build that failed. */
export class BuildFailed extends Error {
  /** What the step printed; empty where the message says enough. */
  readonly output: string;
  readonly #text: Bilingual;

  /** @param step undefined when it is the build as a whole that failed. @param cause why, where that is known. */
  constructor(step: string | undefined, output: string, cause?: Bilingual) {
    const parts = (failed: string, why: string | undefined, colon: string): string =>
      [...(step === undefined ? [] : [failed]), ...(why === undefined ? [] : [why])].join(colon);
    super(parts(`${String(step)} failed`, cause?.en, ': '));
    this.name = 'BuildFailed';
    this.output = output;
    this.#text = { zh: parts(`${String(step)} 失败`, cause?.zh, '：'), en: this.message };
  }

  /** The message in a language. */
  text(language: Language): string {
    return this.#text[language];
  }
}

/** Causes that lie outside the project, by what a step prints or how it ended, the first that fits. */
const CAUSES: readonly (readonly [RegExp, Bilingual])[] = [
  [/\bENOSPC\b|No space left on device/i, { zh: '磁盘已满', en: 'no space left on the disk' }],
  [
    /JavaScript heap out of memory|\bENOMEM\b|Cannot allocate memory|ended by SIGKILL/i,
    { zh: '内存不足', en: 'out of memory' },
  ],
  [/\bE[MN]FILE\b/, { zh: '打开的文件过多（系统限制）', en: 'too many open files (a limit of the system)' }],
  [/\b(?:EACCES|EPERM|EROFS)\b/, { zh: '没有读写文件的权限', en: 'no permission to read or write a file' }],
];

/** Why a step failed, where its output or a message of the system says so. */
export function knownCause(output: string): Bilingual | undefined {
  return CAUSES.find(([pattern]) => pattern.test(output))?.[1];
}

/** The lines of an output that say why a step failed, where one is a known cause; else all of it. The rest would bury them. */
function telling(output: string): string {
  const pattern = CAUSES.find(([known]) => known.test(output))?.[0];
  if (pattern === undefined || process.env['DEBUG']) return output;
  return output
    .split('\n')
    .filter((line) => pattern.test(line))
    .slice(0, 5)
    .join('\n');
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
 * @param more variables of its environment beside those of this process; options of Node itself; `native` for a program that
 *   is not run by Node; `onStart` for a process that exchanges messages with this one.
 * @throws BuildFailed with what it printed, when it ends with anything but 0; the reason of the signal when that ended it.
 */
export async function runStep(
  name: string,
  script: string,
  argv: readonly string[],
  options: StepOptions,
  more: {
    env?: Readonly<Record<string, string>>;
    node?: readonly string[];
    native?: boolean;
    onStart?: (child: ChildProcess) => void;
  } = {},
): Promise<void> {
  const log = join(options.project, WORK, `${name}-${process.pid}.log`);
  mkdirSync(dirname(log), { recursive: true });
  const file = openSync(log, 'w');
  const [program, before] =
    more.native === true ? [script, []] : [process.execPath, [...(more.node ?? []), '--import', WITH_PARENT, script]];
  try {
    await new Promise<void>((done, fail) => {
      const child = spawn(program, [...before, ...argv], {
        cwd: options.project,
        env: { ...process.env, ...more.env },
        stdio: [
          'pipe',
          ...(options.verbose ? (['inherit', 'inherit'] as const) : [file, file]),
          ...(more.onStart === undefined ? [] : (['ipc'] as const)),
        ],
        serialization: 'advanced',
        ...(options.signal === undefined ? {} : { signal: options.signal }),
      });
      more.onStart?.(child);
      // A process that was started is waited for, whatever happens to it.
      child.on('error', (error) => (child.pid === undefined ? fail(error) : undefined));
      child.on('close', (code, ended) => {
        if (code === 0) done();
        else if (options.signal?.aborted === true) fail(options.signal.reason as Error);
        else fail(failure(name, readFileSync(log, 'utf8'), ended));
      });
    });
  } finally {
    closeSync(file);
    rmSync(log, { force: true });
  }
}

/** Ends a step when the process that started it is gone, however that was ended: its standard input then closes. */
const WITH_PARENT = `data:text/javascript,${encodeURIComponent("process.stdin.on('close', () => process.exit(1)).resume().unref();")}`;

function failure(name: string, output: string, ended: NodeJS.Signals | null): BuildFailed {
  const told = ended === null ? output : `${output}${name}: ended by ${ended}\n`;
  return new BuildFailed(name, telling(told), knownCause(told));
}

/**
 * The script behind a package's command. It is given to Node itself: what lies in `node_modules/.bin` has another form on each
 * system, and only some can be started.
 * @param project where the package is looked for, and in the folders above it.
 * @throws Error when the package or the command is not there.
 */
export function commandOf(name: string, command = name, project = import.meta.dirname): string {
  const folder = packageFolder(name, project);
  // Read from its folder, since a package need not export its manifest.
  const { bin = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin?: string | Record<string, string>;
  };
  const script = typeof bin === 'string' ? bin : bin[command];
  if (script === undefined) throw new Error(`${folder} has no command ${command}`);
  return join(folder, script);
}

/** Where a package lies, or would beside the project's others. */
function packageFolder(name: string, project = import.meta.dirname): string {
  let above = project;
  while (!existsSync(join(above, 'node_modules', name)) && above !== dirname(above)) above = dirname(above);
  return join(above, 'node_modules', name);
}

/**
 * Pagefind's own program. Its command is a script that only starts this and, when it is ended early, leaves it running.
 * @throws Error when the package has none for this platform.
 */
export async function pagefindProgram(): Promise<string> {
  const { resolveBinaryPath } = (await import(
    pathToFileURL(join(packageFolder('pagefind'), 'lib/resolveBinary.js')).href
  )) as { resolveBinaryPath: (names: string[]) => string };
  return resolveBinaryPath(['pagefind_extended', 'pagefind']);
}
