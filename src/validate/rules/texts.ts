/** Rules of texts: guides, policies, methodology (MDX) and decision records. `src/prose` checks them. */
import type { Rules } from '../../schema/problem.ts';

export const TEXTS_RULES = {
  'decision-part': {
    severity: 'warning',
    en: [
      'no part in the language {expected|language}',
      'a part in both languages, this one under the heading "## {heading}"',
      'write the part, or correct its heading',
    ],
    zh: ['缺少{expected|language}部分', '两种语言各一部分，这一部分的标题为“## {heading}”', '补写该部分，或改正标题'],
  },
  'mdx-syntax': {
    severity: 'error',
    en: [
      'text that is not valid MDX ({message})',
      'valid MDX: every tag closed, and { and < only where MDX means them',
      'correct the tag or the braces; put a literal character in backticks',
    ],
    zh: [
      '不合 MDX 语法的内容（{message}）',
      '合法的 MDX：标签成对，{ 和 < 只用于 MDX 语法',
      '修正标签或花括号；要写出这些字符本身，放进反引号',
    ],
  },
  'link-broken': {
    severity: 'error',
    en: [
      'a link to {found}',
      'a page or file of the site, with the heading that the link names',
      'correct the link, or take it out',
    ],
    zh: ['指向 {found} 的链接', '站内存在的页面或文件，链接里写明的标题也要存在', '修正或删除链接'],
  },
  'prose-count': {
    severity: 'warning',
    en: ['"{found}"', '{expected}', 'write <Count of="…" /> in place of the number, or another wording'],
    zh: ['“{found}”', '{expected}', '改用 <Count of="…" />，或换一种说法'],
  },
  'text-count': {
    severity: 'error',
    en: ['"{found}"', '{expected}', 'write the right number, or leave the number out'],
    zh: ['“{found}”', '{expected}', '改成正确的数，或不写数'],
  },
} as const satisfies Rules;
