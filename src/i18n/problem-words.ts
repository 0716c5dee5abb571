/** Words that sentences about problems take from a table: kinds of values, of measures, of contacts. */
import type { Language } from '../schema/text.ts';
import { type Sentence, sentence } from './problem-sentence.ts';

interface Words {
  /** Stands for a param that is not there. */
  none: string;
  unknownRule: Sentence;
  tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    none: '（无）',
    unknownRule: sentence('“{found}”', '另一种写法', '参见文档'),
    tables: {
      type: {
        string: '文字', number: '数字', int: '整数', boolean: 'true 或 false', object: '一组键和值', record: '一组键和值', array: '列表',
        null: '空值', undefined: '空缺', choice: '以下之一：{list}', cell: '每行必填的值',
      },
      measure: { checklist: '清单', level: '等级', number: '数值' },
      precision: { month: '年月', day: '年月日', minute: '年月日时分' },
      contact: { web: '完整的 https:// 网址', telephone: '电话号码，如 021-12345678 转 8', email: '电子邮箱地址', text: '文字' },
    },
  },
  en: {
    none: '(none)',
    unknownRule: sentence('"{found}"', 'another form', 'see the documentation'),
    tables: {
      type: {
        string: 'text', number: 'a number', int: 'a whole number', boolean: 'true or false', object: 'a block of keys and values',
        record: 'a block of keys and values', array: 'a list', null: 'nothing', undefined: 'nothing', choice: 'one of: {list}',
        cell: 'a value in every row',
      },
      measure: { checklist: 'a checklist', level: 'levels', number: 'a number' },
      precision: { month: 'the month', day: 'the day', minute: 'the minute' },
      contact: { web: 'a full https:// address', telephone: 'a telephone number such as 021-12345678 ext 8', email: 'an e-mail address', text: 'text' },
    },
  },
};
