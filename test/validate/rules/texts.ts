/** Faults and lines of the rules in `src/validate/rules/texts.ts`. */
import type { TEXTS_RULES } from '../../../src/validate/rules/texts.ts';
import { type Fixture } from './fixture.ts';
import { GUIDE, DECISION, inTexts, rewrite } from './fixture-on-disk.ts';

export const TEXTS_FIXTURES = {
  'decision-part': {
    ...inTexts((folder) => rewrite(folder, DECISION, '## English', '## Englisch')),
    en: 'content/decisions/0001-first.md:1:1 - found no part in the language English; expected a part in both languages, this one under the heading "## English". Fix: write the part, or correct its heading. [decision-part]',
    zh: 'content/decisions/0001-first.md:1:1 - 发现缺少英文部分；应为两种语言各一部分，这一部分的标题为“## English”。修改：补写该部分，或改正标题。 [decision-part]',
  },
  'mdx-syntax': {
    ...inTexts((folder) => rewrite(folder, GUIDE, 'first.', '<b>first.')),
    en: 'content/guides/start/en.mdx:6:34 - found text that is not valid MDX (Expected a closing tag for `<b>` before the end of `paragraph`); expected valid MDX: every tag closed, and { and < only where MDX means them. Fix: correct the tag or the braces; put a literal character in backticks. [mdx-syntax]',
    zh: 'content/guides/start/en.mdx:6:34 - 发现不合 MDX 语法的内容（Expected a closing tag for `<b>` before the end of `paragraph`）；应为合法的 MDX：标签成对，{ 和 < 只用于 MDX 语法。修改：修正标签或花括号；要写出这些字符本身，放进反引号。 [mdx-syntax]',
  },
  'link-broken': {
    ...inTexts((folder) => rewrite(folder, GUIDE, '/en/rankings/', '/en/ranking/')),
    en: 'content/guides/start/en.mdx:6:5 - found a link to /en/ranking/; expected a page or file of the site, with the heading that the link names. Fix: write "/en/rankings/". [link-broken]',
    zh: 'content/guides/start/en.mdx:6:5 - 发现指向 /en/ranking/ 的链接；应为站内存在的页面或文件，链接里写明的标题也要存在。修改：改为“/en/rankings/”。 [link-broken]',
  },
  'prose-count': {
    ...inTexts((folder) => rewrite(folder, GUIDE, 'first.', 'first, by seven dimensions.')),
    en: 'content/guides/start/en.mdx:6:44 - found "seven dimensions"; expected 2. Fix: write <Count of="…" /> in place of the number, or another wording. [prose-count]',
    zh: 'content/guides/start/en.mdx:6:44 - 发现“seven dimensions”；应为 2。修改：改用 <Count of="…" />，或换一种说法。 [prose-count]',
  },
  'text-count': {
    ...inTexts((folder) => rewrite(folder, 'content/questionnaire.yaml', 'intro: { zh: ', 'intro: { zh: 共九题。')),
    en: 'content/questionnaire.yaml:2:14 intro.zh - found "九题"; expected 2. Fix: write the right number, or leave the number out. [text-count]',
    zh: 'content/questionnaire.yaml:2:14 intro.zh - 发现“九题”；应为 2。修改：改成正确的数，或不写数。 [text-count]',
  },
} satisfies Record<keyof typeof TEXTS_RULES, Fixture>;
