/** Words that sentences about problems take from a table: kinds of values, of measures, of contacts. */
import type { Sentence } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';

interface Words {
  /** In the place of a param that is missing. */
  none: string;
  unknownRule: Sentence;
  tables: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    none: '（无）',
    unknownRule: ['“{found}”', '另一种写法', '参见文档'],
    tables: {
      type: {
        string: '文字',
        number: '数字',
        int: '整数',
        boolean: 'true 或 false',
        object: '一组键和值',
        record: '一组键和值',
        keys: '一组键和值，键为 {list}',
        array: '列表',
        list: '列表，每项一行，以“- ”开头，或写在 [ ] 里',
        null: '空值',
        undefined: '空缺',
        choice: '以下之一：{list}',
        cell: '每行必填的值',
      },
      yaml: {
        quote: '引号没有配对',
        bracket: '括号没有配对，或括号里的内容没有缩进',
        key: '这一行既不是“键: 值”，也不是以“- ”开头的列表项',
        indent: '缩进与同层的其他行不齐',
        colon: '值里又有一个冒号加空格',
        start: '值以 YAML 保留的符号开头',
        escape: '双引号里有无法识别的反斜杠写法',
        comma: '括号里的各项之间少了逗号',
        after: '引号或括号之后还有文字',
      },
      yamlAdvice: {
        quote: '补上另一半引号，前后都用半角引号 "',
        bracket: '补上右括号，前后都用半角括号',
        key: '写成“键: 值”，用半角冒号，冒号后空一格；再看上一行是否写完整',
        indent: '用空格把同一层的键对齐',
        colon: '给整个值加半角引号 "…"',
        start: '给整个值加半角引号 "…"',
        escape: '反斜杠写两遍，或改用单引号',
        comma: '补上半角逗号并空一格',
        after: '把整个值放进同一对引号',
        other: '检查本行和上一行的缩进、冒号与引号',
      },
      blank: { tab: '制表符（Tab）', wide: '全角空格', fixed: '不换行空格' },
      part: {
        facets: 'facets:（逐个要点作答）',
        level: 'level:（等级编号）',
        value: 'value:（数值）',
        any: 'facets:、level: 或 value:（看该指标怎么计量）',
      },
      measure: { checklist: '清单', level: '等级', number: '数值' },
      mean: { geometric: '几何', harmonic: '调和' },
      precision: { month: '年月', day: '年月日', minute: '年月日时分' },
      language: { zh: '中文', en: '英文' },
      contact: {
        web: '完整的 https:// 网址',
        telephone: '电话号码，如 021-12345678 转 8',
        email: '电子邮箱地址',
        text: '文字',
      },
    },
  },
  en: {
    none: '(none)',
    unknownRule: ['"{found}"', 'another form', 'see the documentation'],
    tables: {
      type: {
        string: 'text',
        number: 'a number',
        int: 'a whole number',
        boolean: 'true or false',
        object: 'a block of keys and values',
        record: 'a block of keys and values',
        keys: 'a block with the keys {list}',
        array: 'a list',
        list: 'a list: each entry on a line that begins with "- ", or all in [ ]',
        null: 'nothing',
        undefined: 'nothing',
        choice: 'one of: {list}',
        cell: 'a value in every row',
      },
      yaml: {
        quote: 'a quotation mark that is not closed',
        bracket: 'a bracket that is not closed, or its content not indented',
        key: 'a line that is neither "key: value" nor an entry that begins with "- "',
        indent: 'a line not indented as its neighbours',
        colon: 'a second colon and blank in the value',
        start: 'a value that begins with a character that YAML keeps for itself',
        escape: 'an unknown backslash sequence in double quotes',
        comma: 'no comma between entries in brackets',
        after: 'text after a closing quotation mark or bracket',
      },
      yamlAdvice: {
        quote: 'close the quotation mark; use " on both sides',
        bracket: 'close the bracket',
        key: 'write "key: value" with a blank after the colon, and look whether the line before it is whole',
        indent: 'bring the keys of one level in line, with spaces',
        colon: 'put the whole value in quotes: "…"',
        start: 'put the whole value in quotes: "…"',
        escape: 'double the backslash, or use single quotes',
        comma: 'put in a comma and a blank',
        after: 'put the whole value in one pair of quotes',
        other: 'check indentation, colons and quotes on this line and the one before it',
      },
      blank: { tab: 'tabs', wide: 'full-width blanks', fixed: 'no-break blanks' },
      part: {
        facets: 'facets: (each facet by itself)',
        level: 'level: (the id of a level)',
        value: 'value: (the number)',
        any: 'facets:, level: or value:, as the criterion is measured',
      },
      measure: { checklist: 'a checklist', level: 'levels', number: 'a number' },
      mean: { geometric: 'geometric', harmonic: 'harmonic' },
      precision: { month: 'the month', day: 'the day', minute: 'the minute' },
      language: { zh: 'Chinese', en: 'English' },
      contact: {
        web: 'a full https:// address',
        telephone: 'a telephone number such as 021-12345678 ext 8',
        email: 'an e-mail address',
        text: 'text',
      },
    },
  },
};
