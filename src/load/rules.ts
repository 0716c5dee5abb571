/** Rules of files as they lie in a folder: which are there, their encoding, and whether YAML and CSV can be read at all. */
import type { Rules } from '../schema/problem.ts';

export const READING_RULES = {
  'file-missing': {
    severity: 'error',
    en: ['no such file', 'a file here: every workspace needs it', 'add the file'],
    zh: ['没有这个文件', '工作区必备的文件', '补上该文件'],
  },
  'path-missing': {
    severity: 'error',
    en: [
      'no such file or folder',
      'the path given with the command to exist',
      'check the path: it is what the command was told, and nothing is there',
    ],
    zh: ['没有这个文件或文件夹', '命令中给出的路径确实存在', '核对路径：命令中写的就是它，但那里没有'],
  },
  'file-name': {
    severity: 'error',
    en: [
      'the name "{found}"',
      'lower-case letters and digits in words joined by hyphens, at most 64 characters ({expected})',
      'rename the file',
    ],
    zh: ['文件名“{found}”', '由小写字母、数字和连字符组成，不超过 64 个字符（{expected}）', '给文件改名'],
  },
  'file-reserved': {
    severity: 'error',
    en: ['the name "{found}"', 'a name that no file system or address of the site uses already', 'choose another name'],
    zh: ['文件名“{found}”', '未被操作系统或网站地址占用的名称', '换一个名称'],
  },
  'file-unexpected': {
    severity: 'error',
    en: ['a file or folder that nothing reads', '{expected}', 'rename or move it, or take it out'],
    zh: ['程序不会读取的文件或文件夹', '{expected}', '改名、移走或删除'],
  },
  'file-link': {
    severity: 'error',
    en: ['a symbolic link', 'a plain file or folder', 'put the file itself here'],
    zh: ['符号链接', '普通文件或文件夹', '把文件本身放在这里'],
  },
  'file-hidden': {
    severity: 'error',
    en: [
      'a hidden file or folder',
      'no name in data/ that begins with a dot: git obeys some of them and would change or hide other files',
      'take it out',
    ],
    zh: ['隐藏的文件或文件夹', 'data/ 中不以点开头的名称：git 会服从其中一些，从而改写或隐藏别的文件', '删除它'],
  },
  'file-size': {
    severity: 'error',
    en: ['{found} bytes', 'at most {limit} bytes', 'shorten the texts, or split the file'],
    zh: ['{found} 字节', '不超过 {limit} 字节', '精简文字，或拆成几个文件'],
  },
  'file-unreadable': {
    severity: 'error',
    en: ['a file that cannot be read ({found})', 'a readable file', 'check its permissions'],
    zh: ['文件无法读取（{found}）', '可以读取的文件', '检查文件权限'],
  },
  'file-content': {
    severity: 'error',
    en: [
      'a file that is not what its name says',
      'a {expected} file (texts in UTF-8)',
      'save it in that format, or give it the right ending',
    ],
    zh: ['文件内容与扩展名不符', '{expected} 文件（文本用 UTF-8）', '另存为这种格式，或改成正确的扩展名'],
  },
  'file-more': {
    severity: 'error',
    en: ['more problems in this file than are listed: {found}', 'none', 'mend the ones listed, then check again'],
    zh: ['这个文件里另有 {found} 处问题', '没有问题', '先改好已列出的，再检查一遍'],
  },
  'encoding-broken': {
    severity: 'error',
    en: [
      'bytes that mean nothing in {found}',
      'text in one encoding throughout',
      'save the file again as UTF-8 from the program that it came from',
    ],
    zh: ['按 {found} 无法解读的字节', '编码一致的文字', '在原来的软件里重新另存为 UTF-8'],
  },
  'encoding-unsure': {
    severity: 'error',
    en: ['text in an unknown encoding (perhaps {found})', 'UTF-8, UTF-16 or GB18030', 'save the file as UTF-8'],
    zh: ['无法确定的编码（可能是 {found}）', 'UTF-8、UTF-16 或 GB18030', '另存为 UTF-8'],
  },
  'encoding-yaml': {
    severity: 'error',
    en: ['text in {found}', 'UTF-8: YAML files are always UTF-8', 'save the file as UTF-8'],
    zh: ['编码 {found}', 'UTF-8（YAML 文件一律用 UTF-8）', '另存为 UTF-8'],
  },
  'yaml-syntax': {
    severity: 'error',
    en: ['text that is not valid YAML ({reason|yaml})', 'valid YAML', '{advice|yamlAdvice}'],
    zh: ['不合 YAML 语法的内容（{reason|yaml}）', '合法的 YAML', '{advice|yamlAdvice}'],
  },
  'yaml-full-width': {
    severity: 'error',
    en: ['the full-width character {found}', 'the plain character {expected}', 'write {write}'],
    zh: ['全角符号 {found}', '半角符号 {expected}', '写成 {write}'],
  },
  'yaml-colon-blank': {
    severity: 'error',
    en: ['no blank after a colon ({found})', 'a colon, a blank, then the value', 'write {write}'],
    zh: ['冒号后没有空格（{found}）', '冒号，然后空一格再写值', '写成 {write}'],
  },
  'yaml-blank': {
    severity: 'error',
    en: [
      'indentation by {found|blank} (lines so written: {lines})',
      'indentation by spaces, two for each level',
      'replace {found|blank} at the beginning of lines by spaces',
    ],
    zh: ['用{found|blank}缩进（{lines} 行）', '用半角空格缩进，每层两个', '把行首的{found|blank}都换成半角空格'],
  },
  'yaml-duplicate-key': {
    severity: 'error',
    en: ['the same key twice in one block', 'every key once', 'keep one of the two'],
    zh: ['同一层里重复的键', '不重复的键', '保留其中一个'],
  },
  'yaml-alias': {
    severity: 'error',
    en: ['an alias ({found})', 'plain values without anchors and aliases', 'write the value out'],
    zh: ['别名引用（{found}）', '直接写出的值，不用锚点和别名', '把值完整写出来'],
  },
  'yaml-tag': {
    severity: 'error',
    en: [
      'a tag ({message})',
      'plain values without tags',
      'take away the tag (the word that begins with !); put the text in quotes',
    ],
    zh: ['标签（{message}）', '不带标签的普通值', '去掉以 ! 开头的标签，文字请加引号'],
  },
  'yaml-documents': {
    severity: 'error',
    en: ['several documents', 'one document in one file', 'take out the line ---'],
    zh: ['多个文档', '单个文档', '删除 --- 那一行'],
  },
  'yaml-directive': {
    severity: 'error',
    en: ['a directive ({message})', 'plain YAML 1.2 without directives', 'take out the line that begins with %'],
    zh: ['指令（{message}）', '不带指令的 YAML 1.2', '删除以 % 开头的那一行'],
  },
  'yaml-depth': {
    severity: 'error',
    en: ['lists and blocks nested more than {limit} deep', 'at most {limit} levels', 'write it flatter'],
    zh: ['嵌套超过 {limit} 层', '最多 {limit} 层', '减少嵌套'],
  },
  'yaml-key': {
    severity: 'error',
    en: ['a key that is not plain text', 'a plain word as key', 'write a plain word before the colon'],
    zh: ['不是普通文字的键', '普通单词作键', '冒号前改成普通单词'],
  },
  'yaml-number': {
    severity: 'error',
    en: [
      'the number {found}, which has more digits than a number can keep',
      'text for codes and numbers this long',
      'put it in quotes: "{found}"',
    ],
    zh: ['数字 {found}，位数过多会丢失精度', '文字（这么长的编号要加引号）', '加上引号："{found}"'],
  },
  'csv-quote': {
    severity: 'error',
    en: [
      'a quotation mark that is not closed, or text after the closing one',
      'quoted cells: "…", with every " inside them doubled',
      'close or double the quotation mark',
    ],
    zh: ['引号没有配对，或后引号之后还有文字', '成对的引号："…"，其中的引号写两遍', '补上或写两遍引号'],
  },
  'csv-nul': {
    severity: 'error',
    en: ['a NUL character', 'text', 'save the file again as CSV in UTF-8'],
    zh: ['空字符（NUL）', '文字', '重新另存为 UTF-8 编码的 CSV'],
  },
  'csv-record': {
    severity: 'error',
    en: [
      'a record of more than a million characters',
      'shorter records; most likely a quotation mark is not closed',
      'close the quotation mark',
    ],
    zh: ['一条记录超过一百万个字符', '较短的记录（多半是引号没有配对）', '补上缺少的引号'],
  },
} as const satisfies Rules;

/** Id of a rule that reading reports. */
export type ReadingRule = keyof typeof READING_RULES;
