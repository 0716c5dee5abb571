/** Faults and lines of the rules in `src/validate/rules/mapping.ts`. */
import type { MAPPING_RULES } from '../../../src/validate/rules/mapping.ts';
import { type Fixture } from './fixture.ts';
import { ROWS, mapped, answer } from './fixture-on-disk.ts';

export const MAPPING_FIXTURES = {
  'mapping-column': {
    ...mapped('from: guest', 'from: gest'),
    en: 'data/imports/tea.yaml:7:21 columns.reviewer.from - found the column "gest", which the foreign file does not have; expected a column of its head line: no, house, day, guest, mark, said. Fix: write "guest". [mapping-column]',
    zh: 'data/imports/tea.yaml:7:21 columns.reviewer.from - 发现外部文件里没有“gest”这一列；应为表头里的一列：no, house, day, guest, mark, said。修改：改为“guest”。 [mapping-column]',
  },
  'mapping-column-twice': {
    ...mapped('target: reviews', 'target: reviews', ROWS.replace('no,house', 'no,guest')),
    en: 'data/imports/tea.yaml:7:21 columns.reviewer.from - found the column "guest", which the head line has 2 times; expected a name that only one column has. Fix: rename one of the columns in the foreign file. [mapping-column-twice]',
    zh: 'data/imports/tea.yaml:7:21 columns.reviewer.from - 发现表头里有 2 列都叫“guest”；应为只有一列叫这个名字。修改：在外部文件里给其中一列改名。 [mapping-column-twice]',
  },
  'mapping-target-column': {
    ...mapped('  comfort:', '  comfrt:'),
    en: 'data/imports/tea.yaml:10:3 columns.comfrt - found "comfrt"; expected a column of our table: id, vendor, reviewed_on, experienced_in, source, collection, relationship, incentive, reviewer, text, language, consent, …. Fix: write "comfort". [mapping-target-column]',
    zh: 'data/imports/tea.yaml:10:3 columns.comfrt - 发现“comfrt”；应为我们的表里的一列：id, vendor, reviewed_on, experienced_in, source, collection, relationship, incentive, reviewer, text, language, consent, …。修改：改为“comfort”。 [mapping-target-column]',
  },
  'mapping-required': {
    ...mapped('  moderation: { value: published }\n', ''),
    en: 'data/imports/tea.yaml:2:1 columns - found no column "moderation"; expected a cell for every required column. Fix: add moderation: with `from` or `value`. [mapping-required]',
    zh: 'data/imports/tea.yaml:2:1 columns - 发现没有“moderation”列；应为每个必填列都有来源。修改：补上 moderation:，写明 from 或 value。 [mapping-required]',
  },
  'mapping-date-format': {
    ...mapped('[D/M/YYYY]', '[D/M]'),
    en: 'data/imports/tea.yaml:5:59 columns.reviewed_on.steps.0.formats.0 - found the date format "D/M"; expected a format that tells the day, made of YYYY M D H mm and the like, or iso, or excel. Fix: write it as D/M/YYYY H:mm. [mapping-date-format]',
    zh: 'data/imports/tea.yaml:5:59 columns.reviewed_on.steps.0.formats.0 - 发现日期格式“D/M”；应为足以得出年月日的格式，由 YYYY M D H mm 等组成，或 iso、excel。修改：写成 D/M/YYYY H:mm 的样子。 [mapping-date-format]',
  },
  'mapping-constant': {
    ...mapped('value: organic', 'value: organik'),
    en: 'data/imports/tea.yaml:6:20 columns.source.value - found "organik"; expected a value that source may hold: verified-contract, invited, organic, vendor-supplied. Fix: write "organic". [mapping-constant]',
    zh: 'data/imports/tea.yaml:6:20 columns.source.value - 发现“organik”；应为 source 允许的值：verified-contract, invited, organic, vendor-supplied。修改：改为“organic”。 [mapping-constant]',
  },
  'mapping-no-observations': {
    ...mapped('target: reviews', 'target: observations'),
    en: 'data/imports/tea.yaml:1:9 target - found target: observations; expected a questionnaire that has observations. Fix: describe channels, scenarios and items in content/questionnaire.yaml first. [mapping-no-observations]',
    zh: 'data/imports/tea.yaml:1:9 target - 发现 target: observations；应为问卷里有 observations 一节。修改：先在 content/questionnaire.yaml 里写明渠道、情景和项目。 [mapping-no-observations]',
  },
  'mapping-answer': {
    ...answer('{ criterion: lounge/seating, value: { from: mark } }'),
    en: 'data/imports/tea.yaml:5:34 answers.0.value - found "value"; expected the part by which lounge/seating is measured: - (- = by customers alone). Fix: give that part, or take the criterion out. [mapping-answer]',
    zh: 'data/imports/tea.yaml:5:34 answers.0.value - 发现“value”；应为 lounge/seating 的计量方式所用的部分：-（- 表示只由客户评判）。修改：改用这一部分，或删除该指标。 [mapping-answer]',
  },
  'mapping-condition': {
    ...mapped('{ column: mark, filled: true }', '{ filled: true }'),
    en: 'data/imports/tea.yaml:8:30 columns.text.when.0 - found a condition that names both `column` and `any`, or neither; expected either one column with one test, or `any` with several conditions. Fix: keep one of the two. [mapping-condition]',
    zh: 'data/imports/tea.yaml:8:30 columns.text.when.0 - 发现条件里既有 column 又有 any，或者都没有；应为一列加一项判断，或者 any 加几个条件。修改：二者保留其一。 [mapping-condition]',
  },
  'mapping-test': {
    ...mapped('{ column: mark, filled: true }', '{ column: mark, filled: true, is: x }'),
    en: 'data/imports/tea.yaml:8:30 columns.text.when.0 - found a condition with no test or several; expected exactly one of: is, in, notIn, between, filled (none beside `any`). Fix: split it into several conditions. [mapping-test]',
    zh: 'data/imports/tea.yaml:8:30 columns.text.when.0 - 发现条件里没有判断，或有几项；应为只用其中一项：is、in、notIn、between、filled（与 any 同用时不写）。修改：拆成几个条件。 [mapping-test]',
  },
  'mapping-source': {
    ...mapped('{ from: guest,', '{ from: guest, value: x,'),
    en: 'data/imports/tea.yaml:7:13 columns.reviewer - found a cell that starts from nothing or from several things; expected exactly one of: from, value, rowNumber, minutes, sum. Fix: keep one of them. [mapping-source]',
    zh: 'data/imports/tea.yaml:7:13 columns.reviewer - 发现单元没有来源，或有几个来源；应为只用其中一个：from、value、rowNumber、minutes、sum。修改：保留一个。 [mapping-source]',
  },
  'mapping-otherwise': {
    ...mapped(', when: [{ column: mark, filled: true }]', ''),
    en: 'data/imports/tea.yaml:8:9 columns.text - found `otherwise` without `when`; expected conditions that can fail. Fix: add `when`, or take `otherwise` out. [mapping-otherwise]',
    zh: 'data/imports/tea.yaml:8:9 columns.text - 发现有 otherwise 而没有 when；应为有可能不成立的条件。修改：补上 when，或删除 otherwise。 [mapping-otherwise]',
  },
  'mapping-answer-parts': {
    ...answer('{ criterion: lounge/seating }'),
    en: 'data/imports/tea.yaml:5:5 answers.0 - found an answer with no part or several; expected exactly one of: value (with error, if at all), numerator with denominator, level, facets. Fix: keep one of them, whole. [mapping-answer-parts]',
    zh: 'data/imports/tea.yaml:5:5 answers.0 - 发现回答没有内容，或有几项内容；应为只用其中一个：value（可附 error）、numerator 与 denominator、level、facets。修改：完整地保留一个。 [mapping-answer-parts]',
  },
  'mapping-range': {
    ...mapped('from: [0, 10]', 'from: [3, 3]'),
    en: 'data/imports/tea.yaml:10:53 columns.comfort.steps.0.from - found a scale whose two ends are the same; expected two different ends. Fix: correct the scale. [mapping-range]',
    zh: 'data/imports/tea.yaml:10:53 columns.comfort.steps.0.from - 发现尺度的两端相同；应为两个不同的端点。修改：改正尺度。 [mapping-range]',
  },
} satisfies Record<keyof typeof MAPPING_RULES, Fixture>;
