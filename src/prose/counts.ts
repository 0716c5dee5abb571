/** Numbers that texts give of what the workspace holds ("Twenty dimensions", "十六题"), compared with what it holds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { yamlFile } from '../load/yaml.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { Framework } from '../schema/framework.ts';
import type { Method } from '../schema/method.ts';
import { type Bilingual, type Language, LANGUAGES } from '../schema/text.ts';
import type { Report } from '../validate/report.ts';

type Counted = 'frameworks' | 'themes' | 'dimensions' | 'criteria' | 'questions';
export type Counts = Readonly<Partial<Record<Counted, readonly number[]>>>;

/** A number in a text that is not right. */
export interface WrongCount {
  /** As it is written, with what it counts. */
  found: string;
  /** The right number, or each of the right ones. */
  expected: string;
  /** Where it begins in the text. */
  index: number;
}

const NOUNS: Readonly<Record<Language, readonly (readonly [RegExp, Counted])[]>> = {
  en: [
    [/^frameworks$/i, 'frameworks'],
    [/^themes$/i, 'themes'],
    [/^dimensions$/i, 'dimensions'],
    [/^criteria$/i, 'criteria'],
    [/^questions$/i, 'questions'],
  ],
  zh: [
    [/框架$/, 'frameworks'],
    [/主题$/, 'themes'],
    [/维度$/, 'dimensions'],
    [/指标$/, 'criteria'],
    [/(?:题|题目|问题)$/, 'questions'],
  ],
};

const ENGLISH = /\b(\d+|[a-z]+(?:-[a-z]+)?)\s+(frameworks|themes|dimensions|criteria|questions)\b/gi;
const CHINESE =
  /((?<!\d)\d+|(?<![一二两三四五六七八九十百零])[一二两三四五六七八九十百零]+)\s*((?:个|道|项|类)?(?:框架|主题|维度|指标|题目|问题|题))/g;

/** Counts in `text` that are none of the right ones. One of something is left alone: "one question" may be any. */
export function wrongCounts(text: string, language: Language, right: Counts): WrongCount[] {
  return [...text.matchAll(language === 'en' ? ENGLISH : CHINESE)].flatMap(
    ({ 0: found, 1: written = '', 2: noun = '', index }) => {
      const number = language === 'en' ? englishNumber(written) : chineseNumber(written);
      const counted = NOUNS[language].find(([pattern]) => pattern.test(noun))?.[1];
      const numbers = counted && right[counted];
      if (number === undefined || number < 2 || numbers === undefined || numbers.includes(number)) return [];
      return [{ found, expected: numbers.join(' / '), index }];
    },
  );
}

/** Shares in `text` ("sixty per cent", "60 %", "六成") that are none of the right ones, in percent. */
export function wrongShares(text: string, language: Language, right: readonly number[]): WrongCount[] {
  const pattern =
    language === 'en'
      ? /\b(\d+(?:\.\d+)?|[a-z]+(?:-[a-z]+)?)\s*(?:per cent|percent|%)/gi
      : /((?<!\d)\d+(?:\.\d+)?|(?<![一二两三四五六七八九十百零])[一二两三四五六七八九十百零]+)\s*(成|%|％)/g;
  return [...text.matchAll(pattern)].flatMap(({ 0: found, 1: written = '', 2: unit = '', index }) => {
    const number = language === 'en' ? englishNumber(written) : chineseNumber(written);
    const share = unit === '成' && number !== undefined ? number * 10 : number;
    return share === undefined || right.includes(share)
      ? []
      : [{ found, expected: right.map((n) => `${n} %`).join(' / '), index }];
  });
}

/** How many of each there are in all, and in each framework: a text may speak of either. */
export function countsOfDataset({ frameworks, questionnaire }: Pick<Dataset, 'frameworks' | 'questionnaire'>): Counts {
  const each = frameworks.map(countsOf);
  const numbers = (key: 'themes' | 'dimensions' | 'criteria'): number[] => [
    ...new Set([each.reduce((sum, c) => sum + c[key], 0), ...each.map((c) => c[key])]),
  ];
  return {
    frameworks: [frameworks.length],
    themes: numbers('themes'),
    dimensions: numbers('dimensions'),
    criteria: numbers('criteria'),
    questions: [questionnaire.questions.length],
  };
}

function countsOf({ themes, dimensions }: Framework): { themes: number; dimensions: number; criteria: number } {
  return {
    themes: themes.length,
    dimensions: dimensions.length,
    criteria: dimensions.reduce((sum, d) => sum + d.criteria.length, 0),
  };
}

/** Checks the counts and shares in the descriptions of the frameworks, of the questionnaire and of the method in force. */
export function checkCounts(
  folder: string,
  { frameworks, questionnaire, method, release }: Dataset,
  report: Report,
): void {
  for (const framework of frameworks) {
    const { themes, dimensions, criteria } = countsOf(framework);
    const right = { themes: [themes], dimensions: [dimensions], criteria: [criteria] };
    checkTexts(
      folder,
      `content/frameworks/${framework.id}.yaml`,
      'summary',
      framework.summary,
      (text, language) => wrongCounts(text, language, right),
      report,
    );
  }
  const asked = { questions: [questionnaire.questions.length] };
  checkTexts(
    folder,
    'content/questionnaire.yaml',
    'intro',
    questionnaire.intro,
    (text, language) => wrongCounts(text, language, asked),
    report,
  );
  const inAll = countsOfDataset({ frameworks, questionnaire });
  const shares = sharesOf(method);
  const wrong = (text: string, language: Language): WrongCount[] => [
    ...wrongCounts(text, language, inAll),
    ...wrongShares(text, language, shares),
  ];
  checkTexts(
    folder,
    `content/methodology/${release.methodology}/method.yaml`,
    'summary',
    method.summary,
    wrong,
    report,
  );
}

/** Percentages that a method may be summed up by: of each framework, of facts and of reviews. */
function sharesOf({ frameworks, facts }: Method): number[] {
  const weights = Object.values(frameworks).map((f) => f.weight);
  const sum = weights.reduce((a, b) => a + b, 0);
  const percent = (share: number): number => Math.round(share * 1000) / 10;
  return [...new Set([...weights.map((w) => percent(w / sum)), percent(facts.share), percent(1 - facts.share)])];
}

function checkTexts(
  folder: string,
  path: string,
  key: string,
  texts: Bilingual,
  wrong: (text: string, language: Language) => WrongCount[],
  report: Report,
): void {
  for (const language of LANGUAGES) {
    const found = wrong(texts[language], language);
    if (found.length === 0) continue;
    const file = yamlFile(path, '', readFileSync(join(folder, path), 'utf8'));
    for (const { found: written, expected } of found)
      report.yaml(file, [key, language], 'text-count', { found: written, expected });
  }
}

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** "16", "sixteen", "twenty-one" as a number, up to 99 in words; undefined for other words. */
function englishNumber(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const [first = '', second] = text.toLowerCase().split('-');
  const unit = (word: string): number | undefined => (UNITS.includes(word) ? UNITS.indexOf(word) : undefined);
  const tens = TENS.includes(first) ? (TENS.indexOf(first) + 2) * 10 : undefined;
  if (second === undefined) return tens ?? unit(first);
  const rest = unit(second);
  return tens === undefined || rest === undefined || rest > 9 ? undefined : tens + rest;
}

/** "16", "十六", "二十一", "一百零五" as a number, up to 999; undefined for what is none. */
function chineseNumber(text: string): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const digit = (c: string | undefined): number => (c === '两' ? 2 : '零一二三四五六七八九'.indexOf(c ?? '零'));
  const [, hundreds, tens, units] =
    /^(?:([一二两三四五六七八九])百零?)?(?:([一二三四五六七八九]?)十)?([一二两三四五六七八九])?$/.exec(text) ?? [];
  const ten = text.includes('十') ? (tens === '' || tens === undefined ? 1 : digit(tens)) : 0;
  const number = digit(hundreds) * 100 + ten * 10 + digit(units);
  return number === 0 ? undefined : number;
}
