/** Rules of personal data in YAML files that the public will read, in values and in comments. */
import type { Rules } from '../../schema/problem.ts';

import type { RawYaml } from '../../load/raw.ts';
import { HIDDEN_CHARACTERS } from '../../schema/text.ts';
import { personalData } from '../personal-data.ts';
import type { Report } from '../report.ts';
import type { RuleId } from '../rules.ts';
import type { Checked } from '../shape.ts';

/** What is expected and what to do is the same for all of these. */
const IN_PUBLIC = {
  en: [
    'public text without personal data',
    'take it out before the first commit (history cannot forget) and give a business contact instead',
  ],
  zh: ['不含个人信息的公开内容', '请在提交之前删掉（提交过的内容无法从历史中抹去），改用对外的业务联系方式'],
} as const;

export const PRIVACY_RULES = {
  'personal-mobile': {
    severity: 'error',
    en: ['a mobile number ({found})', ...IN_PUBLIC.en],
    zh: ['手机号（{found}）', ...IN_PUBLIC.zh],
  },
  'personal-id-number': {
    severity: 'error',
    en: ['an identity number ({found})', ...IN_PUBLIC.en],
    zh: ['身份证号（{found}）', ...IN_PUBLIC.zh],
  },
  'personal-bank-card': {
    severity: 'error',
    en: ['a bank card number ({found})', ...IN_PUBLIC.en],
    zh: ['银行卡号（{found}）', ...IN_PUBLIC.zh],
  },
  'personal-email': {
    severity: 'error',
    en: ['a private e-mail address ({found})', ...IN_PUBLIC.en],
    zh: ['个人邮箱（{found}）', ...IN_PUBLIC.zh],
  },
  'personal-wechat': {
    severity: 'error',
    en: ['a WeChat id ({found})', ...IN_PUBLIC.en],
    zh: ['个人微信号（{found}）', ...IN_PUBLIC.zh],
  },
} as const satisfies Rules;

/** Rules on personal data that do not hold for the values of a key: a licence number may well look like the number of a bank card. */
export type AllowedByKey = ReadonlyMap<string, readonly RuleId[]>;

/** Reports personal data in every text of a file. @param allowed by key, wherever it stands. */
export function privacyRule({ file, data }: Checked<unknown>, allowed: AllowedByKey, report: Report): void {
  look(data, []);

  /** `at` is one array for the whole walk: paths are copied only when something is found. */
  function look(value: unknown, at: (string | number)[]): void {
    if (typeof value === 'string') {
      if (value.length < SHORTEST) return;
      const own = allowed.get(String(at.at(-1))) ?? [];
      for (const { rule, shown } of personalData(value))
        if (!own.includes(rule)) report.yaml(file, [...at], rule, { found: shown });
    } else if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) within(value[i], i, at);
    } else if (typeof value === 'object' && value !== null) {
      for (const key of Object.keys(value)) within((value as Record<string, unknown>)[key], key, at);
    }
  }

  function within(value: unknown, step: string | number, at: (string | number)[]): void {
    at.push(step);
    look(value, at);
    at.pop();
  }
}

/**
 * Reports personal data and hidden characters in the comments of a YAML file: the file is published with them, and the history
 * of a repository keeps them.
 */
export function commentRule(file: RawYaml, report: Report): void {
  const isBad = (comment: string): boolean =>
    HIDDEN_CHARACTERS.test(comment) || (comment.length >= SHORTEST && personalData(comment).length > 0);
  for (const { text, line, column } of file.comments?.(isBad) ?? []) {
    if (HIDDEN_CHARACTERS.test(text))
      report.yamlAt(file, { line, column, rule: 'hidden-characters', params: { found: text } });
    for (const { rule, shown } of personalData(text))
      report.yamlAt(file, { line, column, rule, params: { found: shown } });
  }
}

/** No personal datum is shorter. */
const SHORTEST = 8;
