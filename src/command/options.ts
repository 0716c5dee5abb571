/** Reads the options of a command line, and says what is wrong with one in our own words. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { commandLabels } from '../i18n/labels/command.ts';
import type { Bilingual } from '../schema/text.ts';
import { nearest } from '../validate/nearest.ts';
import { WrongUse } from './wrong-use.ts';

export type Options = NonNullable<ParseArgsConfig['options']>;

/** What the language of messages is said by, however wrong the rest may be; undefined when nothing says it. */
export function languageAsked(args: readonly string[]): string | undefined {
  const at = args.lastIndexOf('--lang');
  return (
    args.findLast((arg) => arg.startsWith('--lang='))?.slice('--lang='.length) ?? (at === -1 ? undefined : args[at + 1])
  );
}

/**
 * The options with their values, and the words beside them.
 * @throws WrongUse on an option that there is not, or a value where none or one is needed.
 */
export function readOptions<const O extends Options>(args: readonly string[], options: O) {
  const { tokens } = parseArgs({ args: [...args], options, allowPositionals: true, strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const form = options[token.name];
    const said = token.rawName;
    if (form === undefined || !Object.hasOwn(options, token.name))
      throw wrong('unknownOption', said, nearOption(token.name, options));
    if (form.type === 'boolean' && token.value !== undefined) throw wrong('takesNoValue', said);
    if (form.type === 'string' && token.value === undefined) throw wrong('noValue', said);
    if (form.type === 'string' && token.inlineValue === false && /^-./.test(token.value ?? ''))
      throw wrong('valueLikeOption', said, token.value ?? '');
  }
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

function wrong(
  label: 'unknownOption' | 'valueLikeOption' | 'takesNoValue' | 'noValue',
  ...words: [string, string?]
): WrongUse {
  const [first, second = ''] = words;
  const said: Bilingual = { zh: commandLabels.zh[label](first, second), en: commandLabels.en[label](first, second) };
  return new WrongUse(said);
}

function nearOption(name: string, options: Options): string {
  const near = nearest(name, Object.keys(options));
  return near === undefined ? '' : `--${near}`;
}
