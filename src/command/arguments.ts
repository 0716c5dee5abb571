/** What every command of `scripts/` shares: options, help, language, and how problems and failures are told. */
import { resolve } from 'node:path';
import { BuildFailed, knownCause } from '../build/step.ts';
import { commandLabels } from '../i18n/labels/command.ts';
import { problemLine } from '../validate/problem-text.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import type { Bilingual, Language } from '../schema/text.ts';
import { languageAsked, type Options, readOptions } from './options.ts';
import { stayQuietWithoutReader } from './reader-gone.ts';
import { WrongUse } from './wrong-use.ts';

export { WrongUse } from './wrong-use.ts';

/** What a command says of itself and which options it takes beside `--help`, `--lang` and `--workspace`. */
export interface CommandForm<O extends Options> {
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
  // Windows tells its locale by no variable.
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
  stayQuietWithoutReader(process.stdout, process.stderr);
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
    process.exitCode = tellFailure(error, form, language, json);
  }
}

/** Writes what went wrong to standard error (problems as JSON to standard output when asked) and gives the exit code. */
function tellFailure(
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
    process.stderr.write(`${name}: ${error.told(language)}\n${t.help(call)}\n`);
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
