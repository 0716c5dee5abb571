/** Rules of the shape of any field, as the schemas ask for it: which of them an issue of zod breaks, with the params of its sentence. */
import type { Rules } from '../../schema/problem.ts';

import { FULL_WIDTH, ODD_BLANKS, PLAIN_OF, shownPlain } from '../../schema/full-width.ts';
import { amongst } from '../nearest.ts';
import type { Params } from '../report.ts';
import type { RuleId } from '../rules.ts';
import { MAPPING_RULES } from './mapping.ts';

export const SHAPE_RULES = {
  required: {
    severity: 'error',
    en: ['nothing', '{expected|type}', 'fill it in'],
    zh: ['空缺', '{expected|type}', '请填写'],
  },
  'unknown-key': {
    severity: 'error',
    en: ['the unknown key "{found}"', 'one of: {list}', 'rename or take out the line'],
    zh: ['未知的键“{found}”', '以下之一：{list}', '改名或删除这一行'],
  },
  type: {
    severity: 'error',
    en: ['{type|type}', '{expected|type}', 'write {expected|type} here'],
    zh: ['{type|type}', '{expected|type}', '此处改写成{expected|type}'],
  },
  unquoted: {
    severity: 'error',
    en: ['{found}, read as {type|type}', 'text', 'put it in quotes: "{found}"'],
    zh: ['{found} 被读成了{type|type}', '文字', '加上引号："{found}"'],
  },
  'empty-value': {
    severity: 'error',
    en: ['a key without a value', '{expected|type}', 'fill in the value or take out the line'],
    zh: ['只有键，没有值', '{expected|type}', '填上内容，或删除这一行'],
  },
  choice: {
    severity: 'error',
    en: ['"{found}"', 'one of: {list}', 'write one of these'],
    zh: ['“{found}”', '以下之一：{list}', '从中选一个'],
  },
  'not-integer': {
    severity: 'error',
    en: ['{found}', 'a whole number', 'round it'],
    zh: ['{found}', '整数', '改成整数'],
  },
  'too-small': {
    severity: 'error',
    en: ['{found}', 'a number {sign} {limit}', 'check the number'],
    zh: ['{found}', '{sign} {limit} 的数', '核对数字'],
  },
  'too-large': {
    severity: 'error',
    en: ['{found}', 'a number {sign} {limit}', 'check the number'],
    zh: ['{found}', '{sign} {limit} 的数', '核对数字'],
  },
  'too-short': {
    severity: 'error',
    en: ['{length} characters', 'at least {limit}', 'fill it in, or take out the line'],
    zh: ['{length} 个字符', '至少 {limit} 个', '补充内容，或删除这一行'],
  },
  'too-long': {
    severity: 'error',
    en: ['{length} characters ("{found}")', 'at most {limit}', 'shorten the text'],
    zh: ['{length} 个字符（“{found}”）', '最多 {limit} 个', '精简文字'],
  },
  'too-few': {
    severity: 'error',
    en: ['{found} entries', 'at least {limit}', 'add what is missing'],
    zh: ['{found} 项', '至少 {limit} 项', '补齐'],
  },
  'too-many': {
    severity: 'error',
    en: ['{found} entries', 'at most {limit}', 'take some out'],
    zh: ['{found} 项', '最多 {limit} 项', '删减'],
  },
  format: {
    severity: 'error',
    en: ['"{found}"', 'text of the form {pattern}', 'see the description of the field in schemas/'],
    zh: ['“{found}”', '符合 {pattern} 的文字', '参见 schemas/ 中该字段的说明'],
  },
  date: {
    severity: 'error',
    en: ['"{found}"', 'a day that exists, written YYYY-MM-DD', 'write it as 2026-03-09'],
    zh: ['“{found}”', '真实存在的日期，写作 YYYY-MM-DD', '写成 2026-03-09 这样'],
  },
  month: {
    severity: 'error',
    en: ['"{found}"', 'a month, written YYYY-MM', 'write it as 2026-03'],
    zh: ['“{found}”', '月份，写作 YYYY-MM', '写成 2026-03 这样'],
  },
  email: {
    severity: 'error',
    en: ['"{found}"', 'an e-mail address', 'write it as name@example.com'],
    zh: ['“{found}”', '电子邮箱地址', '写成 name@example.com 这样'],
  },
  'kebab-case': {
    severity: 'error',
    en: [
      '"{found}"',
      'lower-case letters and digits in words joined by single hyphens',
      'write it as first-reply-time',
    ],
    zh: ['“{found}”', '小写字母和数字，单词之间用一个连字符', '写成 first-reply-time 这样'],
  },
  'criterion-ref': {
    severity: 'error',
    en: ['"{found}"', 'framework/criterion', 'write it as after-sales/response-time'],
    zh: ['“{found}”', '框架编号/指标编号', '写成 after-sales/response-time 这样'],
  },
  'https-address': {
    severity: 'error',
    en: [
      '"{found}"',
      'a full address that begins with https://, without user name or blanks',
      'copy it from the address bar of the browser; only addresses that begin with https:// are taken',
    ],
    zh: ['“{found}”', '以 https:// 开头的完整网址，不含用户名和空格', '从浏览器地址栏复制，只收 https:// 开头的网址'],
  },
  'site-address': {
    severity: 'error',
    en: [
      '"{found}"',
      'the address of a host alone, such as https://pages.example.org',
      'serve the site from the root of a host: a domain of its own, or the repository that your host serves at its root (such as name.github.io); an address with a path is not supported',
    ],
    zh: [
      '“{found}”',
      '只有主机名的地址，例如 https://pages.example.org',
      '把网站放在一个主机的根目录：用自己的域名，或用托管方放在根目录的仓库（例如 name.github.io）；不支持带路径的地址',
    ],
  },
  'evidence-file': {
    severity: 'error',
    en: [
      '"{found}"',
      'a file below data/evidence/ (pdf, png, jpg, webp, txt, csv) with a lower-case name',
      'write it as data/evidence/vendor/file.pdf',
    ],
    zh: [
      '“{found}”',
      'data/evidence/ 下的文件（pdf、png、jpg、webp、txt、csv），文件名用小写',
      '写成 data/evidence/vendor/file.pdf 这样',
    ],
  },
  currency: {
    severity: 'error',
    en: ['"{found}"', 'a currency code of ISO 4217, three capitals', 'write it as CNY'],
    zh: ['“{found}”', 'ISO 4217 货币代码（三个大写字母）', '写成 CNY 这样'],
  },
  'credit-code': {
    severity: 'error',
    en: [
      '"{found}"',
      'a unified social credit code: 18 digits and capitals without I, O, S, V, Z, of which the first is never 0',
      'copy it from the business licence, in quotes',
    ],
    zh: [
      '“{found}”',
      '统一社会信用代码：18 位数字和大写字母，不含 I、O、S、V、Z，首位不会是 0',
      '照营业执照抄写，并加引号',
    ],
  },
  'method-version': {
    severity: 'error',
    en: ['"{found}"', 'a version such as "2026.1", in quotes', 'write year, point, number'],
    zh: ['“{found}”', '版本号，如 "2026.1"，要加引号', '写成“年份.序号”'],
  },
  'row-id': {
    severity: 'error',
    en: [
      '"{found}"',
      'letters, digits and _ . : / - (at most 64), beginning with a letter or digit',
      'give the row another id',
    ],
    zh: ['“{found}”', '字母、数字和 _ . : / -（最多 64 个），以字母或数字开头', '换一个编号'],
  },
  'person-key': {
    severity: 'error',
    en: [
      '"{found}"',
      'a hash of 16 to 64 digits 0-9 a-f, never a name or number of a person',
      'put a salted hash in its place',
    ],
    zh: ['“{found}”', '16 至 64 位的哈希（0-9、a-f），不能是姓名或证件号', '换成加盐哈希'],
  },
  'minute-stamp': {
    severity: 'error',
    en: ['"{found}"', 'local date and time, written YYYY-MM-DD HH:MM', 'write it as 2026-03-09 14:05'],
    zh: ['“{found}”', '当地日期和时间，写作 YYYY-MM-DD HH:MM', '写成 2026-03-09 14:05 这样'],
  },
  'language-tag': {
    severity: 'error',
    en: ['"{found}"', 'a language tag', 'write it as zh or en'],
    zh: ['“{found}”', '语言代码', '写成 zh 或 en'],
  },
  'hidden-characters': {
    severity: 'error',
    en: [
      'characters that cannot be seen, or a line break where none may be ("{found}")',
      'plain visible text',
      'delete the text and type it anew; do not paste it',
    ],
    zh: ['看不见的字符，或不该有的换行（“{found}”）', '看得见的普通文字', '删掉后重新输入，不要粘贴'],
  },
  'surrounding-blanks': {
    severity: 'error',
    en: ['blanks at the beginning or end ("{found}")', 'text without them', 'delete the blanks'],
    zh: ['首尾有空格（“{found}”）', '首尾不带空格的文字', '删掉空格'],
  },
  'stacked-marks': {
    severity: 'error',
    en: [
      'a character with five or more marks on it ("{found}")',
      'text as it is spelled',
      'delete the text and type it anew',
    ],
    zh: ['一个字符上叠加了五个以上的符号（“{found}”）', '正常拼写的文字', '删掉后重新输入'],
  },
  'blank-text': {
    severity: 'error',
    en: ['blanks alone', 'text', 'fill it in, or take out the line'],
    zh: ['只有空格', '文字', '补充内容，或删除这一行'],
  },
  'id-reserved': {
    severity: 'error',
    en: ['"{found}", which the site or its programs already use', 'an id of its own', 'choose another one'],
    zh: ['“{found}”，网站或程序已占用这个编号', '未被占用的编号', '换一个编号'],
  },
  'no-language': {
    severity: 'error',
    en: ['no text', 'text under zh:, under en:, or both', 'add zh: or en:'],
    zh: ['没有内容', 'zh: 或 en: 下的文字，至少其一', '补上 zh: 或 en:'],
  },
  'evidence-empty': {
    severity: 'error',
    en: ['evidence that nobody can look at', 'url, file or note', 'add at least one of them'],
    zh: ['没有可查看的内容', '网址（url）、文件（file）或说明（note）之一', '至少补上一项'],
  },
  'goalposts-equal': {
    severity: 'error',
    en: ['worst and best the same', 'two different values', 'change one of them'],
    zh: ['worst 与 best 相同', '两个不同的值', '修改其中一个'],
  },
  'goalposts-ln-positive': {
    severity: 'error',
    en: ['scale ln with a value of 0 or less', 'worst and best above 0', 'use values above 0, or scale: linear'],
    zh: ['对数刻度（ln）下有小于等于 0 的值', 'worst 和 best 都大于 0', '改用大于 0 的值，或 scale: linear'],
  },
} as const satisfies Rules;

/** What we read of a zod issue; which parts are there depends on `code`. */
export interface Issue {
  code: string;
  path: readonly PropertyKey[];
  message: string;
  expected?: string;
  values?: readonly unknown[];
  options?: readonly unknown[];
  format?: string;
  pattern?: string;
  origin?: string;
  minimum?: number | bigint;
  maximum?: number | bigint;
  inclusive?: boolean;
  keys?: readonly string[];
  issues?: readonly Issue[];
  errors?: Issue[][];
}

/** The rule that `issue` breaks and the params of its sentence. `value` is what stands there. */
export function ruleOf(issue: Issue, value: unknown): Broken {
  if (issue.message === 'answer-state')
    return { rule: 'answer-state', params: { found: String(value), expected: 'any' } };
  // Schemas give the id of a rule as the message of an issue where zod has no kind of issue for it.
  const named = issue.message as keyof typeof SHAPE_RULES;
  if (Object.hasOwn(SHAPE_RULES, named) || Object.hasOwn(MAPPING_RULES, named))
    return { rule: named, params: typeof value === 'string' ? { found: value } : {} };
  switch (issue.code) {
    case 'invalid_type':
      return typeRule(issue.expected ?? '', value);
    case 'invalid_value':
      return choiceRule(issue.values ?? [], value);
    case 'invalid_union':
      return choiceRule(issue.options ?? [], value);
    case 'too_small':
      return sizeRule(issue, 'small', value);
    case 'too_big':
      return sizeRule(issue, 'big', value);
    case 'invalid_format':
      return formatRule(issue, value);
    default:
      return { rule: 'format', params: {} };
  }
}

function typeRule(expected: string, value: unknown): Broken {
  const type = typeOf(value);
  if (value === undefined) return { rule: 'required', params: { found: '', expected } };
  if (value === null) return { rule: 'empty-value', params: { found: '', expected } };
  if (expected === 'string' && (type === 'number' || type === 'boolean')) return { rule: 'unquoted', params: { type } };
  if (expected === 'int' && type === 'number') return { rule: 'not-integer', params: {} };
  // A list may be meant where a block is wanted and the other way round: the words say how each is written.
  return { rule: 'type', params: { type, expected: expected === 'array' ? 'list' : expected } };
}

function choiceRule(values: readonly unknown[], value: unknown): Broken {
  const list = values.map(String);
  if (value === undefined || value === null) {
    return {
      rule: value === null ? 'empty-value' : 'required',
      params: { found: '', expected: 'choice', list: list.join(', ') },
    };
  }
  if (typeof value !== 'string') return { rule: 'choice', params: { list: list.join(', ') } };
  return { rule: 'choice', params: { ...amongst(value, list), list: list.join(', ') } };
}

function sizeRule(issue: Issue, side: 'small' | 'big', value: unknown): Broken {
  const limit = Number(side === 'small' ? issue.minimum : issue.maximum);
  if (issue.origin === 'string') {
    return {
      rule: side === 'small' ? 'too-short' : 'too-long',
      params: { limit, length: String(value).length, found: String(value) },
    };
  }
  if (issue.origin === 'array' || issue.origin === 'record') {
    return {
      rule: side === 'small' ? 'too-few' : 'too-many',
      params: { limit, found: Array.isArray(value) ? value.length : 0 },
    };
  }
  const sign = (side === 'small' ? '>' : '<') + (issue.inclusive === false ? '' : '=');
  return { rule: side === 'small' ? 'too-small' : 'too-large', params: { limit, sign } };
}

function formatRule({ format, pattern }: Issue, value: unknown): Broken {
  const found = String(value);
  if (format === 'date' || format === 'email') return { rule: format, params: { found } };
  return { rule: 'format', params: { found, pattern: (pattern ?? format ?? '').replace(/^\/|\/$/g, '') } };
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

/** A rule that is broken, and the params of its sentence. */
export interface Broken {
  rule: RuleId;
  params: Params;
}

/** Rules about the form of a value, which a full-width character breaks. */
const OF_FORM: ReadonlySet<RuleId> = new Set<RuleId>([
  'choice',
  'format',
  'date',
  'month',
  'email',
  'kebab-case',
  'criterion-ref',
  'https-address',
  'evidence-file',
  'currency',
  'credit-code',
  'method-version',
  'type',
]);

/** The slip behind a broken rule; undefined when there is none. `expected` is what zod wanted of a wrong type. */
export function slipIn(rule: RuleId, value: unknown, expected: unknown): Broken | undefined {
  if (typeof value !== 'string' || !OF_FORM.has(rule)) return undefined;
  if (rule === 'type' && /^[【［｛]/u.test(value)) return fullWidth(value);
  if (rule === 'type') return expected === 'keys' || expected === 'record' ? keySlip(value) : undefined;
  return fullWidth(value);
}

/** The slip in a key that no schema has: `zh：甲`, `“name”`, or a full-width blank before it. */
export function slipInKey(key: string): Broken | undefined {
  if (new RegExp(`^${ODD_BLANKS.source}`, 'u').test(key)) {
    return {
      rule: 'yaml-blank',
      params: { found: key.startsWith('\t') ? 'tab' : key.startsWith('\u3000') ? 'wide' : 'fixed', lines: 1 },
    };
  }
  return fullWidth(key) ?? (/^[A-Za-z][\w-]*:\S/.test(key) ? keySlip(key) : undefined);
}

/** Text in which a block was meant: `zh：甲`, `zh:甲`. */
function keySlip(value: string): Broken | undefined {
  const [, key = '', colon = ''] = /^([A-Za-z][\w-]*)(：|:(?=[^\s/]))/u.exec(value) ?? [];
  if (colon === '') return undefined;
  const write = shownPlain(':', key);
  return colon === ':'
    ? { rule: 'yaml-colon-blank', params: { found: `${key}:…`, write } }
    : { rule: 'yaml-full-width', params: { found: colon, expected: ':', write } };
}

function fullWidth(value: string): Broken | undefined {
  // Besides punctuation: full-width digits, letters and signs, which compatibility makes plain.
  const at = [...value].findIndex(
    (c) => FULL_WIDTH.test(c) || (c.normalize('NFKC') !== c && /^[\x21-\x7E]$/.test(c.normalize('NFKC'))),
  );
  const found = [...value][at];
  if (found === undefined) return undefined;
  const plain = PLAIN_OF[found] ?? found.normalize('NFKC');
  const key =
    plain === ':' ? (/([A-Za-z][\w-]*)$/.exec([...value].slice(Math.max(0, at - 64), at).join(''))?.[1] ?? '') : '';
  return {
    rule: 'yaml-full-width',
    params: { found, expected: plain, write: shownPlain(plain === ';' ? ',' : plain, key) },
  };
}
