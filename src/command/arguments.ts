/** What every command of `scripts/` shares: options, help, language, and how problems and failures are told. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { problemLine } from '../i18n/problems.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import type { Bilingual, Language } from '../schema/text.ts';

/** A wrong call of a command; its text is shown as it is, followed by a hint at `--help`. */
export class WrongUse extends Error {}

/** What a command says of itself and which options it takes beside `--help`, `--lang` and `--workspace`. */
export interface CommandForm<O extends NonNullable<ParseArgsConfig['options']>> {
  name: string;
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

/** The language of messages: `--lang`, else the locale of the environment, else Chinese. */
export function languageOf(asked: string | undefined, env: NodeJS.ProcessEnv): Language {
  if (asked === 'zh' || asked === 'en') return asked;
  if (asked !== undefined) throw new WrongUse(`--lang ${asked}: zh | en`);
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(locale) ? 'en' : 'zh';
}

/**
 * Runs a command: parses its options, shows help, and turns failures into messages and an exit code (0 done, 1 problems in
 * the workspace or a failed step, 2 wrong use). `--workspace` (or HENGPING_WORKSPACE) is put where the pipeline looks.
 */
export async function runCommand<const O extends NonNullable<ParseArgsConfig['options']>>(
  form: CommandForm<O>,
  body: (
    values: ReturnType<typeof parseArgs<{ options: O & typeof SHARED; allowPositionals: true; strict: true }>>['values'],
    words: string[],
    language: Language,
  ) => Promise<number | void>,
): Promise<void> {
  let language: Language = 'zh';
  let json = false;
  try {
    const { values, positionals } = parseArgs({
      options: { ...form.options, ...SHARED } as O & typeof SHARED,
      allowPositionals: true,
      strict: true,
    });
    const shared = values as { help?: boolean; lang?: string; workspace?: string; json?: boolean };
    json = shared.json === true;
    language = languageOf(shared.lang, process.env);
    if (shared.help) {
      process.stdout.write(`${form.help.zh}\n\n${form.help.en}\n`);
      return;
    }
    if (positionals.length > 0 && !form.words) throw new WrongUse(positionals.join(' '));
    if (shared.workspace !== undefined) process.env['HENGPING_WORKSPACE'] = shared.workspace;
    process.exitCode = (await body(values, positionals, language)) ?? 0;
  } catch (error) {
    process.exitCode = tellFailure(error, form.name, language, json);
  }
}

/** Writes what went wrong to standard error (problems as JSON to standard output when asked) and gives the exit code. */
function tellFailure(error: unknown, name: string, language: Language, json: boolean): number {
  if (error instanceof WorkspaceProblems) {
    if (json) process.stdout.write(`${JSON.stringify({ problems: error.problems }, null, 2)}\n`);
    else for (const problem of error.problems) process.stderr.write(`${problemLine(problem, language)}\n`);
    const count = error.problems.length;
    process.stderr.write(language === 'zh' ? `共 ${count} 个问题。\n` : `${count} problem(s) in all.\n`);
    return 1;
  }
  const wrongUse = error instanceof WrongUse || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS') === true;
  if (wrongUse) {
    process.stderr.write(`${name}: ${(error as Error).message}\n`);
    process.stderr.write(language === 'zh' ? `用法见：npm run ${name} -- --help\n` : `For use see: npm run ${name} -- --help\n`);
    return 2;
  }
  const output = (error as { output?: string }).output;
  if (output) process.stderr.write(`${output}\n`);
  process.stderr.write(`${name}: ${error instanceof Error ? (process.env['DEBUG'] ? (error.stack ?? error.message) : error.message) : String(error)}\n`);
  return 1;
}
