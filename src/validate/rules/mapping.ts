/** Rules of `data/imports/`, how foreign tables are mapped to ours. The schema of mappings and `src/import` check them. */
import type { Rules } from '../../schema/problem.ts';

export const MAPPING_RULES = {
  'mapping-column': {
    severity: 'error',
    en: [
      'the column "{found}", which the foreign file does not have',
      'a column of its head line: {list}',
      'write the name as the head line has it',
    ],
    zh: ['外部文件里没有“{found}”这一列', '表头里的一列：{list}', '按表头的写法改正列名'],
  },
  'mapping-column-twice': {
    severity: 'error',
    en: [
      'the column "{found}", which the head line has {times} times',
      'a name that only one column has',
      'rename one of the columns in the foreign file',
    ],
    zh: ['表头里有 {times} 列都叫“{found}”', '只有一列叫这个名字', '在外部文件里给其中一列改名'],
  },
  'mapping-target-column': {
    severity: 'error',
    en: ['"{found}"', 'a column of our table: {list}', 'rename it, or take it out'],
    zh: ['“{found}”', '我们的表里的一列：{list}', '改名，或删除'],
  },
  'mapping-required': {
    severity: 'error',
    en: ['no column "{column}"', 'a cell for every required column', 'add {column}: with `from` or `value`'],
    zh: ['没有“{column}”列', '每个必填列都有来源', '补上 {column}:，写明 from 或 value'],
  },
  'mapping-date-format': {
    severity: 'error',
    en: [
      'the date format "{found}"',
      'a format that tells {needs|precision}, made of YYYY M D H mm and the like, or iso, or excel',
      'write it as D/M/YYYY H:mm',
    ],
    zh: [
      '日期格式“{found}”',
      '足以得出{needs|precision}的格式，由 YYYY M D H mm 等组成，或 iso、excel',
      '写成 D/M/YYYY H:mm 的样子',
    ],
  },
  'mapping-constant': {
    severity: 'error',
    en: ['"{found}"', 'a value that {column} may hold: {list}', 'correct the value'],
    zh: ['“{found}”', '{column} 允许的值：{list}', '改正这个值'],
  },
  'mapping-no-observations': {
    severity: 'error',
    en: [
      'target: observations',
      'a questionnaire that has observations',
      'describe channels, scenarios and items in content/questionnaire.yaml first',
    ],
    zh: [
      'target: observations',
      '问卷里有 observations 一节',
      '先在 content/questionnaire.yaml 里写明渠道、情景和项目',
    ],
  },
  'mapping-answer': {
    severity: 'error',
    en: [
      '"{found}"',
      'the part by which {criterion} is measured: {expected} (- = by customers alone)',
      'give that part, or take the criterion out',
    ],
    zh: [
      '“{found}”',
      '{criterion} 的计量方式所用的部分：{expected}（- 表示只由客户评判）',
      '改用这一部分，或删除该指标',
    ],
  },
  'mapping-condition': {
    severity: 'error',
    en: [
      'a condition that names both `column` and `any`, or neither',
      'either one column with one test, or `any` with several conditions',
      'keep one of the two',
    ],
    zh: ['条件里既有 column 又有 any，或者都没有', '一列加一项判断，或者 any 加几个条件', '二者保留其一'],
  },
  'mapping-test': {
    severity: 'error',
    en: [
      'a condition with no test or several',
      'exactly one of: is, in, notIn, between, filled (none beside `any`)',
      'split it into several conditions',
    ],
    zh: [
      '条件里没有判断，或有几项',
      '只用其中一项：is、in、notIn、between、filled（与 any 同用时不写）',
      '拆成几个条件',
    ],
  },
  'mapping-source': {
    severity: 'error',
    en: [
      'a cell that starts from nothing or from several things',
      'exactly one of: from, value, rowNumber, minutes, sum',
      'keep one of them',
    ],
    zh: ['单元没有来源，或有几个来源', '只用其中一个：from、value、rowNumber、minutes、sum', '保留一个'],
  },
  'mapping-otherwise': {
    severity: 'error',
    en: ['`otherwise` without `when`', 'conditions that can fail', 'add `when`, or take `otherwise` out'],
    zh: ['有 otherwise 而没有 when', '有可能不成立的条件', '补上 when，或删除 otherwise'],
  },
  'mapping-answer-parts': {
    severity: 'error',
    en: [
      'an answer with no part or several',
      'exactly one of: value (with error, if at all), numerator with denominator, level, facets',
      'keep one of them, whole',
    ],
    zh: [
      '回答没有内容，或有几项内容',
      '只用其中一个：value（可附 error）、numerator 与 denominator、level、facets',
      '完整地保留一个',
    ],
  },
  'mapping-range': {
    severity: 'error',
    en: ['a scale whose two ends are the same', 'two different ends', 'correct the scale'],
    zh: ['尺度的两端相同', '两个不同的端点', '改正尺度'],
  },
} as const satisfies Rules;
