/** Problems as a person or a tool reads them: one line each, or JSON. */
import type { Problem, Rules, Sentence } from '../schema/problem.ts';
import { type Language, printable } from '../schema/text.ts';
import { WORDS } from './problem-words.ts';
import { RULES } from './rules.ts';

/** Longest found value and longest list that are shown whole, in UTF-16 units. */
const SHOWN = { found: 80, other: 300 };

/** How the three parts of a sentence are put together, and what is advised where a near word or an example is known. */
const FORMS: Readonly<
  Record<Language, Readonly<Record<'near' | 'example', (text: string) => string>> & { whole: (s: Sentence) => string }>
> = {
  zh: {
    whole: ([found, expected, fix]) => `发现${spaced(found)}；应为${spaced(expected)}。修改：${fix}。`,
    near: (near) => `改为“${near}”`,
    example: (example) => `写成 ${example}`,
  },
  en: {
    whole: ([found, expected, fix]) => `found ${found}; expected ${expected}. Fix: ${fix}.`,
    near: (near) => `write "${near}"`,
    example: (example) => `write ${example}`,
  },
};

/**
 * `path:line:column field - found X; expected Y. Fix: Z. [rule-id]`, or the same in Chinese. A problem of a whole file or
 * line points at its beginning. Text that comes from the files is shortened and made printable.
 */
export function problemLine(problem: Problem, language: Language): string {
  const { path, line, column, field, rule } = problem;
  const place = `${printable(path, SHOWN.other)}:${Math.max(line, 1)}:${Math.max(column, 1)}`;
  const where = field === '' ? place : `${place} ${printable(field, SHOWN.other)}`;
  return `${where} - ${problemText(problem, language)} [${rule}]`;
}

/** The sentence alone, for where place and rule are shown otherwise. */
export function problemText({ rule, params }: Problem, language: Language): string {
  const template = own<Rules[string]>(RULES, rule)?.[language] ?? WORDS[language].unknownRule;
  const [found, expected, fix] = template.map((part) => filled(part, params, language));
  const { near, example } = params;
  const { whole, ...forms } = FORMS[language];
  const advice =
    near !== undefined
      ? forms.near(printable(String(near)))
      : example !== undefined
        ? forms.example(printable(String(example)))
        : fix;
  return whole([found ?? '', expected ?? '', advice ?? '']);
}

/** Problems as JSON, each with its lines in both languages; ends with a line feed. */
export function problemsJson(problems: readonly Problem[]): string {
  const lines = problems.map((p) => ({ ...p, zh: problemLine(p, 'zh'), en: problemLine(p, 'en') }));
  const errors = problems.filter((p) => p.severity === 'error').length;
  return `${JSON.stringify({ errors, warnings: problems.length - errors, problems: lines }, null, 2)}\n`;
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
