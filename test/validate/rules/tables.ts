/** Faults and lines of the rules in `src/validate/table.ts`. */
import type { TABLES_RULES } from '../../../src/validate/table.ts';
import { REVIEWS, CONTACTS, replaced, changed, type Fixture } from './fixture.ts';

export const TABLES_FIXTURES = {
  'csv-empty': {
    ...changed((files) => files.set(CONTACTS, '\n')),
    en: 'data/observations/2026.csv:1:1 - found an empty file; expected a header line. Fix: add the header line, or take the file out. [csv-empty]',
    zh: 'data/observations/2026.csv:1:1 - 发现空文件；应为有表头的文件。修改：补上表头，或删除该文件。 [csv-empty]',
  },
  'csv-delimiter': {
    ...changed((files) => files.set(CONTACTS, 'id;vendor;channel\n')),
    en: 'data/observations/2026.csv:1:1 - found cells separated by ";"; expected cells separated by commas. Fix: save the file as CSV with commas. [csv-delimiter]',
    zh: 'data/observations/2026.csv:1:1 - 发现用“;”分隔的单元格；应为以英文逗号分隔的单元格。修改：另存为以逗号分隔的 CSV。 [csv-delimiter]',
  },
  'csv-header-duplicate': {
    ...replaced(CONTACTS, 'observer,first-reply', 'observer,observer'),
    at: 'observer',
    en: 'data/observations/2026.csv:1:45 - found the column "observer" twice; expected every column once. Fix: take out one of the two columns. [csv-header-duplicate]',
    zh: 'data/observations/2026.csv:1:45 - 发现重复的列“observer”；应为不重复的列。修改：删除其中一列。 [csv-header-duplicate]',
  },
  'csv-header-unknown': {
    ...replaced(CONTACTS, 'first-reply', 'first-replay'),
    at: 'first-replay',
    en: 'data/observations/2026.csv:1:45 - found the column "first-replay"; expected a fixed column, or the id of a question in content/questionnaire.yaml (id, vendor, channel, scenario, sent_at, observer, first-reply). Fix: write "first-reply". [csv-header-unknown]',
    zh: 'data/observations/2026.csv:1:45 - 发现列“first-replay”；应为固定列，或 content/questionnaire.yaml 中的问题编号（id, vendor, channel, scenario, sent_at, observer, first-reply）。修改：改为“first-reply”。 [csv-header-unknown]',
  },
  'csv-header-missing': {
    ...changed((files) => files.set(CONTACTS, 'id,vendor,channel,sent_at\no-1,alpha,call,2026-06-01 09:30\n')),
    en: 'data/observations/2026.csv:1:1 - found no column "scenario"; expected the column "scenario" in the header line. Fix: add the column. [csv-header-missing]',
    zh: 'data/observations/2026.csv:1:1 - 发现没有“scenario”列；应为含“scenario”一列的表头。修改：补上这一列。 [csv-header-missing]',
  },
  'csv-ragged': {
    ...replaced(REVIEWS, '4,no,none', '4,no'),
    en: 'data/reviews/2026.csv:4:1 - found 15 cells; expected 16 cells, as in the header line. Fix: put texts that hold commas or line breaks in quotes; fill up with empty cells. [csv-ragged]',
    zh: 'data/reviews/2026.csv:4:1 - 发现 15 个单元格；应为与表头一致的 16 个。修改：含逗号或换行的文字要加引号；空缺处留空单元格。 [csv-ragged]',
  },
  'csv-more': {
    ...changed((files) => {
      const rows = Array.from({ length: 203 }, (_, i) => `o-${i},alpha,post,quote,2026-06-01 09:30,,\n`);
      files.set(CONTACTS, `id,vendor,channel,scenario,sent_at,observer,first-reply\n${rows.join('')}`);
    }),
    also: ['channel-unknown'],
    en: 'data/observations/2026.csv:1:1 channel - found more problems of the same kind than are listed: 3 (channel-unknown); expected none. Fix: mend the ones listed, then check again. [csv-more]',
    zh: 'data/observations/2026.csv:1:1 channel - 发现另有 3 处同类问题（channel-unknown）；应为没有同类问题。修改：先改好已列出的，再检查一遍。 [csv-more]',
  },
  number: {
    ...replaced(REVIEWS, ',3,yes,0', ',three,yes,0'),
    at: 'three',
    en: 'data/reviews/2026.csv:6:75 polite - found "three"; expected a plain number such as 4 or 3.5, or an empty cell for unknown. Fix: write digits only. [number]',
    zh: 'data/reviews/2026.csv:6:75 polite - 发现“three”；应为普通数字，如 4 或 3.5（未答留空）。修改：只写数字。 [number]',
  },
  'rating-range': {
    ...replaced(REVIEWS, ',4,no', ',0,no'),
    at: '0',
    en: 'data/reviews/2026.csv:4:64 polite - found 0; expected a value from 1 to 5, or an empty cell for unknown. Fix: check the scale; an unanswered question stays empty. [rating-range]',
    zh: 'data/reviews/2026.csv:4:64 polite - 发现 0；应为 1 至 5 之间的值（未答留空）。修改：核对量程；没有回答的题留空。 [rating-range]',
  },
  duration: {
    ...replaced(REVIEWS, 'no,none', 'no,-5'),
    at: '-5',
    en: 'data/reviews/2026.csv:4:69 waited - found "-5"; expected minutes (0 or more), "none" for never answered, or an empty cell for unknown. Fix: write the minutes as a number. [duration]',
    zh: 'data/reviews/2026.csv:4:69 waited - 发现“-5”；应为分钟数（0 或以上）；一直没有答复写 none，不知道则留空。修改：写成分钟数。 [duration]',
  },
} satisfies Record<keyof typeof TABLES_RULES, Fixture>;
