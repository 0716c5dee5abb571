/** Problems as a person or a tool reads them: one line each, or JSON. */
import type { Problem } from '../schema/problem.ts';
import { HIDDEN_CHARACTERS, type Language } from '../schema/text.ts';
import type { Sentence, Sentences } from './problem-sentence.ts';
import { WORDS } from './problem-words.ts';
import { ENGLISH } from './problems-en.ts';
import { CHINESE } from './problems-zh.ts';

/** Longest found value and longest list that are shown whole, in UTF-16 units. */
const SHOWN = { found: 80, other: 300 };

const SHAPE: Readonly<Record<Language, (place: string, field: string, s: Sentence, rule: string) => string>> = {
  zh: (place, field, s, rule) =>
    `${place}${field} - 发现${spaced(s.found)}；应为${spaced(s.expected)}。修改：${s.fix}。 [${rule}]`,
  en: (place, field, s, rule) =>
    `${place}${field} - found ${s.found}; expected ${s.expected}. Fix: ${s.fix}. [${rule}]`,
};

const NEAR: Readonly<Record<Language, (near: string) => string>> = {
  zh: (near) => `改为“${near}”`,
  en: (near) => `write "${near}"`,
};

/** For where an example can be made of what stands there. */
const EXAMPLE: Readonly<Record<Language, (example: string) => string>> = {
  zh: (example) => `写成 ${example}`,
  en: (example) => `write ${example}`,
};

/**
 * `path:line:column field - found X; expected Y. Fix: Z. [rule-id]`, or the same in Chinese. A problem of a whole file or
 * line points at its beginning. Whatever comes from the files is shortened and made printable.
 */
export function problemLine(problem: Problem, language: Language): string {
  const { path, line, column, field, rule } = problem;
  const place = `${printable(path, SHOWN.other)}:${Math.max(line, 1)}:${Math.max(column, 1)}`;
  return SHAPE[language](
    place,
    field === '' ? '' : ` ${printable(field, SHOWN.other)}`,
    filledSentence(problem, language),
    rule,
  );
}

/** The same without the place and the rule, for where the place is shown otherwise. */
export function problemText(problem: Problem, language: Language): string {
  return SHAPE[language]('', '', filledSentence(problem, language), problem.rule)
    .replace(/^ - /, '')
    .replace(/ \[[a-z-]+\]$/, '');
}

/** Problems as JSON, each with its lines in both languages; ends with a line feed. */
export function problemsJson(problems: readonly Problem[]): string {
  const told = problems.map((p) => ({ ...p, zh: problemLine(p, 'zh'), en: problemLine(p, 'en') }));
  const errors = problems.filter((p) => p.severity === 'error').length;
  return `${JSON.stringify({ errors, warnings: problems.length - errors, problems: told }, null, 2)}\n`;
}

/**
 * `text` on one line with nothing hidden: control, bidirectional, zero-width and other invisible characters as `\u{…}`,
 * line feeds and tabs as `\n` and `\t`, at most `longest` UTF-16 units before an ellipsis.
 */
export function printable(text: string, longest = SHOWN.found): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.replace(INVISIBLE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
  });
}

const INVISIBLE = new RegExp(`[\\n\\t]|${HIDDEN_CHARACTERS.source}`, 'gu');

function filledSentence(problem: Problem, language: Language): Sentence {
  const table: Sentences = language === 'zh' ? CHINESE : ENGLISH;
  const template = own(table, problem.rule) ?? WORDS[language].unknownRule;
  const { near, example } = problem.params;
  const fix =
    near !== undefined
      ? NEAR[language](printable(String(near)))
      : example !== undefined
        ? EXAMPLE[language](printable(String(example)))
        : undefined;
  return {
    found: filled(template.found, problem.params, language),
    expected: filled(template.expected, problem.params, language),
    fix: fix ?? filled(template.fix, problem.params, language),
  };
}

/** Replaces `{name}` by the printable param and `{name|type}` by a word for it. */
function filled(template: string, params: Problem['params'], language: Language): string {
  return template.replace(/\{(\w+)(?:\|(\w+))?\}/g, (_, name: string, table: string | undefined) => {
    const value = own(params, name);
    if (value === undefined) return WORDS[language].none;
    if (table === undefined) return printable(String(value), name === 'found' ? SHOWN.found : SHOWN.other);
    const word = own(WORDS[language].tables[table] ?? {}, String(value)) ?? printable(String(value));
    return word.replace('{list}', () => printable(String(params['list'] ?? ''), SHOWN.other));
  });
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Chinese sets a blank between a Chinese word and a Latin letter or digit. */
function spaced(text: string): string {
  return /^[A-Za-z0-9"<>{]/.test(text) ? ` ${text}` : text;
}
