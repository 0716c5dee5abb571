/** What every command of `scripts/` shares: options, help, language, and how problems and failures are reported. */
import { resolve } from 'node:path';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { BuildFailed, knownCause } from '../build/step.ts';
import { commandLabels } from '../i18n/labels/command.ts';
import { problemLine } from '../validate/problem-text.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import type { Bilingual, Language } from '../schema/text.ts';
import { nearest } from '../validate/nearest.ts';
import { WrongUse } from './wrong-use.ts';
export { WrongUse } from './wrong-use.ts';

/** A command's own help and which options it takes beside `--help`, `--lang` and `--workspace`. */
interface CommandForm<O extends Options> {
  name: string;
  /** How it is called, where it is none of the npm scripts. */
  call?: string;
  /** One line on what it does, then one line for each option. */
  help: Bilingual;
  options: O;
  /** Whether it takes words that are not options. */
  words?: boolean;
}

const SHARED = {
  help: { type: 'boolean', short: 'h' },
  lang: { type: 'string' },
  workspace: { type: 'string' },
} as const;

/**
 * The language of messages: `--lang`, else that of the system's locale (English for every one that is not Chinese, `C` among
 * them), else Chinese. @throws WrongUse when `asked` is neither `zh` nor `en`.
 */
export function languageOf(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  // Windows has no variable for its locale.
  const fallback = process.platform === 'win32' ? Intl.DateTimeFormat().resolvedOptions().locale : 'zh';
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || fallback;
  const own = /^zh/i.test(locale) ? 'zh' : 'en';
  if (asked !== undefined)
    throw new WrongUse({ zh: commandLabels.zh.language(asked), en: commandLabels.en.language(asked) });
  return own;
}

/**
 * Runs a command: parses its options, shows help, and turns failures into messages and an exit code (0 done, 1 problems in
 * the workspace or a failed step, 2 wrong use). `--workspace` (or HENGPING_WORKSPACE) is put where the pipeline looks.
 */
export async function runCommand<const O extends Options>(
  form: CommandForm<O>,
  body: (
    values: ReturnType<typeof readOptions<O & typeof SHARED>>['values'],
    words: string[],
    language: Language,
  ) => Promise<number | void>,
): Promise<void> {
  ignoreBrokenPipe(process.stdout, process.stderr);
  const args = process.argv.slice(2);
  const asked = languageAsked(args);
  let language = languageOf(asked === 'zh' || asked === 'en' ? asked : undefined, process.env);
  let json = false;
  try {
    const { values, positionals } = readOptions(args, { ...form.options, ...SHARED } as O & typeof SHARED);
    const shared = values as { help?: boolean; lang?: string; workspace?: string; json?: boolean };
    json = shared.json === true;
    language = languageOf(shared.lang, process.env);
    if (shared.help) {
      process.stdout.write(`${form.help.zh}\n\n${form.help.en}\n`);
      return;
    }
    if (positionals.length > 0 && !form.words)
      throw new WrongUse(commandLabels[language].words(positionals.join(' '), form.name));
    if (shared.workspace !== undefined) process.env['HENGPING_WORKSPACE'] = shared.workspace;
    process.exitCode = (await body(values, positionals, language)) ?? 0;
  } catch (error) {
    process.exitCode = reportFailure(error, form, language, json);
  }
}

/** Writes what went wrong to standard error (problems as JSON to standard output when asked) and gives the exit code. */
function reportFailure(
  error: unknown,
  { name, call = `npm run ${name} --` }: { name: string; call?: string },
  language: Language,
  json: boolean,
): number {
  const t = commandLabels[language];
  if (error instanceof WorkspaceProblems) {
    if (json) process.stdout.write(`${JSON.stringify({ problems: error.problems }, null, 2)}\n`);
    else for (const problem of error.problems) process.stderr.write(`${problemLine(problem, language)}\n`);
    const count = error.problems.length;
    process.stderr.write(`${t.problems(count)}\n`);
    return 1;
  }
  if (error instanceof WrongUse) {
    process.stderr.write(`${name}: ${error.text(language)}\n${t.help(call)}\n`);
    return 2;
  }
  const { code, path } = error as { code?: string; path?: string };
  const given = (argument: string): boolean =>
    path !== undefined && resolve(argument.replace(/^--[\w-]+=/, '')) === resolve(path);
  if (code === 'ENOENT' && path !== undefined && process.argv.slice(2).some(given)) {
    process.stderr.write(`${name}: ${t.noFile(path)}\n`);
    return 1;
  }
  if (error instanceof BuildFailed) {
    if (error.output !== '') process.stderr.write(`${error.output}\n`);
    process.stderr.write(`${name}: ${error.text(language)}\n`);
    return 1;
  }
  const cause = code === undefined ? undefined : knownCause(code);
  if (cause !== undefined) process.stderr.write(`${name}: ${cause[language]}\n`);
  process.stderr.write(
    `${name}: ${error instanceof Error ? (process.env['DEBUG'] ? (error.stack ?? error.message) : error.message) : String(error)}\n`,
  );
  return 1;
}

export type Options = NonNullable<ParseArgsConfig['options']>;

/** The value of `--lang`, however wrong the rest may be. */
function languageAsked(args: readonly string[]): string | undefined {
  const at = args.lastIndexOf('--lang');
  return (
    args.findLast((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? (at === -1 ? undefined : args[at + 1])
  );
}

/**
 * The options with their values, and the words beside them.
 * @throws WrongUse on an option that there is not, or a value where none or one is needed.
 */
function readOptions<const O extends Options>(args: readonly string[], options: O) {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const form = options[token.name];
    const name = token.rawName;
    if (form === undefined || !Object.hasOwn(options, token.name))
      throw wrong('unknownOption', name, nearOption(token.name, options));
    if (form.type === 'boolean' && token.value !== undefined) throw wrong('takesNoValue', name);
    if (form.type === 'string' && token.value === undefined) throw wrong('noValue', name);
    if (form.type === 'string' && token.inlineValue === false && /^-./.test(token.value ?? ''))
      throw wrong('valueLikeOption', name, token.value ?? '');
  }
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

function wrong(
  label: 'unknownOption' | 'valueLikeOption' | 'takesNoValue' | 'noValue',
  ...words: [string, string?]
): WrongUse {
  const [first, second = ''] = words;
  return new WrongUse({ zh: commandLabels.zh[label](first, second), en: commandLabels.en[label](first, second) });
}

function nearOption(name: string, options: Options): string {
  const near = nearest(name, Object.keys(options));
  return near === undefined ? '' : `--${near}`;
}

/**
 * From now on writing to a stream whose reader is gone, as with `| head`, is no failure: the rest of the output is dropped, and the command ends
 * with the exit code that its work deserves, for a check that failed or a file half written must not look otherwise.
 */
function ignoreBrokenPipe(...streams: readonly NodeJS.WriteStream[]): void {
  for (const stream of streams) {
    if (watched.has(stream)) continue;
    watched.add(stream);
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    });
  }
}

const watched = new WeakSet<NodeJS.WriteStream>();
