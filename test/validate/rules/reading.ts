/** Faults and lines of the rules in `src/load/rules.ts`. */
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import type { READING_RULES } from '../../../src/load/rules.ts';
import { BETA, GAMMA, REVIEWS, replaced, type Fixture } from './fixture.ts';
import { MAP, VENDOR, UNREADABLE, onDisk, added, mapped } from './fixture-on-disk.ts';

export const READING_FIXTURES = {
  'file-missing': {
    ...onDisk((folder) => rmSync(join(folder, 'content/directory.yaml'))),
    en: 'content/directory.yaml:1:1 - found no such file; expected a file here: every workspace needs it. Fix: add the file. [file-missing]',
    zh: 'content/directory.yaml:1:1 - 发现没有这个文件；应为工作区必备的文件。修改：补上该文件。 [file-missing]',
  },
  'path-missing': {
    ...mapped('target: reviews', 'target: reviews'),
    harm: (folder) => rmSync(join(folder, MAP)),
    en: 'data/imports/tea.yaml:1:1 - found no such file or folder; expected the path given with the command to exist. Fix: check the path: it is what the command was told, and nothing is there. [path-missing]',
    zh: 'data/imports/tea.yaml:1:1 - 发现没有这个文件或文件夹；应为命令中给出的路径确实存在。修改：核对路径：命令中写的就是它，但那里没有。 [path-missing]',
  },
  'file-name': {
    ...added('data/vendors/Two Words.yaml', VENDOR),
    en: 'data/vendors/Two Words.yaml:1:1 - found the name "Two Words.yaml"; expected lower-case letters and digits in words joined by hyphens, at most 64 characters (<id>.yaml). Fix: rename the file. [file-name]',
    zh: 'data/vendors/Two Words.yaml:1:1 - 发现文件名“Two Words.yaml”；应为由小写字母、数字和连字符组成，不超过 64 个字符（<id>.yaml）。修改：给文件改名。 [file-name]',
  },
  'file-reserved': {
    ...added('data/vendors/con.yaml', VENDOR),
    en: 'data/vendors/con.yaml:1:1 - found the name "con.yaml"; expected a name that no file system or address of the site uses already. Fix: choose another name. [file-reserved]',
    zh: 'data/vendors/con.yaml:1:1 - 发现文件名“con.yaml”；应为未被操作系统或网站地址占用的名称。修改：换一个名称。 [file-reserved]',
  },
  'file-unexpected': {
    ...added('data/vendors/other.yml', VENDOR),
    en: 'data/vendors/other.yml:1:1 - found a file or folder that nothing reads; expected data/vendors/<id>.yaml. Fix: rename or move it, or take it out. [file-unexpected]',
    zh: 'data/vendors/other.yml:1:1 - 发现程序不会读取的文件或文件夹；应为 data/vendors/<id>.yaml。修改：改名、移走或删除。 [file-unexpected]',
  },
  'file-link': {
    ...onDisk((folder) =>
      symlinkSync(join(folder, 'data/vendors/gamma.yaml'), join(folder, 'data/vendors/linked.yaml')),
    ),
    en: 'data/vendors/linked.yaml:1:1 - found a symbolic link; expected a plain file or folder. Fix: put the file itself here. [file-link]',
    zh: 'data/vendors/linked.yaml:1:1 - 发现符号链接；应为普通文件或文件夹。修改：把文件本身放在这里。 [file-link]',
  },
  'file-hidden': {
    ...added('data/vendors/.gitattributes', '*.yaml -diff\n'),
    en: 'data/vendors/.gitattributes:1:1 - found a hidden file or folder; expected no name in data/ that begins with a dot: git obeys some of them and would change or hide other files. Fix: take it out. [file-hidden]',
    zh: 'data/vendors/.gitattributes:1:1 - 发现隐藏的文件或文件夹；应为 data/ 中不以点开头的名称：git 会服从其中一些，从而改写或隐藏别的文件。修改：删除它。 [file-hidden]',
  },
  'file-size': {
    ...added('data/vendors/large.yaml', `# ${'x'.repeat(65 * 1024)}\n${VENDOR}`),
    en: 'data/vendors/large.yaml:1:1 - found 66598 bytes; expected at most 65536 bytes. Fix: shorten the texts, or split the file. [file-size]',
    zh: 'data/vendors/large.yaml:1:1 - 发现 66598 字节；应为不超过 65536 字节。修改：精简文字，或拆成几个文件。 [file-size]',
  },
  'file-unreadable': {
    ...added(`data/vendors/${UNREADABLE}`, VENDOR),
    en: 'data/vendors/unreadable.yaml:1:1 - found a file that cannot be read (EACCES); expected a readable file. Fix: check its permissions. [file-unreadable]',
    zh: 'data/vendors/unreadable.yaml:1:1 - 发现文件无法读取（EACCES）；应为可以读取的文件。修改：检查文件权限。 [file-unreadable]',
  },
  'file-content': {
    ...added('data/evidence/alpha/page.pdf', '<script>alert(1)</script>'),
    en: 'data/evidence/alpha/page.pdf:1:1 - found a file that is not what its name says; expected a pdf file (texts in UTF-8). Fix: save it in that format, or give it the right ending. [file-content]',
    zh: 'data/evidence/alpha/page.pdf:1:1 - 发现文件内容与扩展名不符；应为 pdf 文件（文本用 UTF-8）。修改：另存为这种格式，或改成正确的扩展名。 [file-content]',
  },
  'file-more': {
    ...replaced(
      GAMMA,
      'status: listed',
      `status: listed\n${Array.from({ length: 101 }, (_, i) => `other${i}: 1`).join('\n')}`,
    ),
    also: ['unknown-key'],
    en: 'data/vendors/gamma.yaml:1:1 - found more problems in this file than are listed: 1; expected none. Fix: mend the ones listed, then check again. [file-more]',
    zh: 'data/vendors/gamma.yaml:1:1 - 发现这个文件里另有 1 处问题；应为没有问题。修改：先改好已列出的，再检查一遍。 [file-more]',
  },
  'encoding-broken': {
    ...added(
      'data/vendors/other.yaml',
      Buffer.concat([Buffer.from(`# ${'注释'.repeat(10)}`), Buffer.from([0xff, 0x0a]), Buffer.from(VENDOR)]),
    ),
    en: 'data/vendors/other.yaml:1:1 - found bytes that mean nothing in utf-8; expected text in one encoding throughout. Fix: save the file again as UTF-8 from the program that it came from. [encoding-broken]',
    zh: 'data/vendors/other.yaml:1:1 - 发现按 utf-8 无法解读的字节；应为编码一致的文字。修改：在原来的软件里重新另存为 UTF-8。 [encoding-broken]',
  },
  'encoding-unsure': {
    ...added(
      'data/reviews/other.csv',
      iconv.encode(
        'id,vendor,reviewed_on,source,reviewer,text,moderation\nr-9,alpha,2026-06-01,organic,00000000000000ff,très gentil à Genève,published\n',
        'windows-1252',
      ),
    ),
    en: 'data/reviews/other.csv:1:1 - found text in an unknown encoding (perhaps windows-1252); expected UTF-8, UTF-16 or GB18030. Fix: save the file as UTF-8. [encoding-unsure]',
    zh: 'data/reviews/other.csv:1:1 - 发现无法确定的编码（可能是 windows-1252）；应为 UTF-8、UTF-16 或 GB18030。修改：另存为 UTF-8。 [encoding-unsure]',
  },
  'encoding-yaml': {
    ...added('data/vendors/other.yaml', iconv.encode('name: { zh: 云杉财税咨询 }\nstatus: listed\n', 'gb18030')),
    en: 'data/vendors/other.yaml:1:1 - found text in gb18030; expected UTF-8: YAML files are always UTF-8. Fix: save the file as UTF-8. [encoding-yaml]',
    zh: 'data/vendors/other.yaml:1:1 - 发现编码 gb18030；应为 UTF-8（YAML 文件一律用 UTF-8）。修改：另存为 UTF-8。 [encoding-yaml]',
  },
  'yaml-syntax': {
    ...replaced(BETA, 'status: participating', 'status: "participating'),
    en: 'data/vendors/beta.yaml:2:9 - found text that is not valid YAML (a quotation mark that is not closed); expected valid YAML. Fix: close the quotation mark; use " on both sides. [yaml-syntax]',
    zh: 'data/vendors/beta.yaml:2:9 - 发现不合 YAML 语法的内容（引号没有配对）；应为合法的 YAML。修改：补上另一半引号，前后都用半角引号 "。 [yaml-syntax]',
  },
  'yaml-full-width': {
    ...replaced(GAMMA, 'status: listed', 'status：listed'),
    at: '：',
    en: 'data/vendors/gamma.yaml:2:7 - found the full-width character ：; expected the plain character :. Fix: write status: …. [yaml-full-width]',
    zh: 'data/vendors/gamma.yaml:2:7 - 发现全角符号 ：；应为半角符号 :。修改：写成 status: …。 [yaml-full-width]',
  },
  'yaml-colon-blank': {
    ...replaced(GAMMA, 'status: listed', 'status:listed'),
    at: 'status:listed',
    en: 'data/vendors/gamma.yaml:2:1 - found no blank after a colon (status:…); expected a colon, a blank, then the value. Fix: write status: …. [yaml-colon-blank]',
    zh: 'data/vendors/gamma.yaml:2:1 - 发现冒号后没有空格（status:…）；应为冒号，然后空一格再写值。修改：写成 status: …。 [yaml-colon-blank]',
  },
  'yaml-blank': {
    ...replaced(GAMMA, 'name: { en: Gamma }', 'name:\n\tzh: 丙\n\ten: Gamma'),
    at: '\tzh',
    en: 'data/vendors/gamma.yaml:2:1 - found indentation by tabs (lines so written: 2); expected indentation by spaces, two for each level. Fix: replace tabs at the beginning of lines by spaces. [yaml-blank]',
    zh: 'data/vendors/gamma.yaml:2:1 - 发现用制表符（Tab）缩进（2 行）；应为用半角空格缩进，每层两个。修改：把行首的制表符（Tab）都换成半角空格。 [yaml-blank]',
  },
  'yaml-duplicate-key': {
    ...replaced(GAMMA, 'status: listed', 'status: listed\nstatus: listed'),
    at: 'status',
    en: 'data/vendors/gamma.yaml:3:1 - found the same key twice in one block; expected every key once. Fix: keep one of the two. [yaml-duplicate-key]',
    zh: 'data/vendors/gamma.yaml:3:1 - 发现同一层里重复的键；应为不重复的键。修改：保留其中一个。 [yaml-duplicate-key]',
  },
  'yaml-alias': {
    ...replaced(GAMMA, '{ en: Gamma }', '&n { en: Gamma }\nabout: *n'),
    at: '*n',
    en: 'data/vendors/gamma.yaml:2:8 - found an alias (*n); expected plain values without anchors and aliases. Fix: write the value out. [yaml-alias]',
    zh: 'data/vendors/gamma.yaml:2:8 - 发现别名引用（*n）；应为直接写出的值，不用锚点和别名。修改：把值完整写出来。 [yaml-alias]',
  },
  'yaml-tag': {
    ...replaced(GAMMA, 'listed', '!secret listed'),
    at: '!secret',
    en: 'data/vendors/gamma.yaml:2:9 - found a tag (!secret); expected plain values without tags. Fix: take away the tag (the word that begins with !); put the text in quotes. [yaml-tag]',
    zh: 'data/vendors/gamma.yaml:2:9 - 发现标签（!secret）；应为不带标签的普通值。修改：去掉以 ! 开头的标签，文字请加引号。 [yaml-tag]',
  },
  'yaml-documents': {
    ...replaced(GAMMA, 'status: listed', 'status: listed\n---\na: 1'),
    at: '---',
    en: 'data/vendors/gamma.yaml:3:1 - found several documents; expected one document in one file. Fix: take out the line ---. [yaml-documents]',
    zh: 'data/vendors/gamma.yaml:3:1 - 发现多个文档；应为单个文档。修改：删除 --- 那一行。 [yaml-documents]',
  },
  'yaml-directive': {
    ...replaced(GAMMA, 'name:', '%YAML 1.1\n---\nname:'),
    at: '%YAML',
    en: 'data/vendors/gamma.yaml:1:1 - found a directive (%YAML); expected plain YAML 1.2 without directives. Fix: take out the line that begins with %. [yaml-directive]',
    zh: 'data/vendors/gamma.yaml:1:1 - 发现指令（%YAML）；应为不带指令的 YAML 1.2。修改：删除以 % 开头的那一行。 [yaml-directive]',
  },
  'yaml-depth': {
    ...replaced(GAMMA, 'status: listed', `status: ${'['.repeat(30)}${']'.repeat(30)}`),
    at: '[',
    en: 'data/vendors/gamma.yaml:2:32 - found lists and blocks nested more than 24 deep; expected at most 24 levels. Fix: write it flatter. [yaml-depth]',
    zh: 'data/vendors/gamma.yaml:2:32 - 发现嵌套超过 24 层；应为最多 24 层。修改：减少嵌套。 [yaml-depth]',
  },
  'yaml-key': {
    ...replaced(GAMMA, 'status: listed', 'status: listed\n? [a]\n: 1'),
    at: '[a]',
    en: 'data/vendors/gamma.yaml:3:3 - found a key that is not plain text; expected a plain word as key. Fix: write a plain word before the colon. [yaml-key]',
    zh: 'data/vendors/gamma.yaml:3:3 - 发现不是普通文字的键；应为普通单词作键。修改：冒号前改成普通单词。 [yaml-key]',
  },
  'yaml-number': {
    ...replaced(GAMMA, 'status: listed', 'status: listed\ncreditCode: 911100000000000010'),
    at: '911100000000000010',
    en: 'data/vendors/gamma.yaml:3:13 - found the number 911100000000000010, which has more digits than a number can keep; expected text for codes and numbers this long. Fix: put it in quotes: "911100000000000010". [yaml-number]',
    zh: 'data/vendors/gamma.yaml:3:13 - 发现数字 911100000000000010，位数过多会丢失精度；应为文字（这么长的编号要加引号）。修改：加上引号："911100000000000010"。 [yaml-number]',
  },
  'csv-quote': {
    ...replaced(REVIEWS, 'Fine,en', '"Fi"ne",en'),
    en: 'data/reviews/2026.csv:6:1 - found a quotation mark that is not closed, or text after the closing one; expected quoted cells: "…", with every " inside them doubled. Fix: close or double the quotation mark. [csv-quote]',
    zh: 'data/reviews/2026.csv:6:1 - 发现引号没有配对，或后引号之后还有文字；应为成对的引号："…"，其中的引号写两遍。修改：补上或写两遍引号。 [csv-quote]',
  },
  'csv-nul': {
    ...replaced(REVIEWS, 'Fine', 'Fi\0ne'),
    also: ['hidden-characters'],
    en: 'data/reviews/2026.csv:6:1 - found a NUL character; expected text. Fix: save the file again as CSV in UTF-8. [csv-nul]',
    zh: 'data/reviews/2026.csv:6:1 - 发现空字符（NUL）；应为文字。修改：重新另存为 UTF-8 编码的 CSV。 [csv-nul]',
  },
  'csv-record': {
    ...replaced(REVIEWS, 'Fine', `"${'x'.repeat(1_100_000)}`),
    en: 'data/reviews/2026.csv:6:1 - found a record of more than a million characters; expected shorter records; most likely a quotation mark is not closed. Fix: close the quotation mark. [csv-record]',
    zh: 'data/reviews/2026.csv:6:1 - 发现一条记录超过一百万个字符；应为较短的记录（多半是引号没有配对）。修改：补上缺少的引号。 [csv-record]',
  },
} satisfies Record<keyof typeof READING_RULES, Fixture>;
