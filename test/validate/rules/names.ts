/** Faults and lines of the rules in `src/validate/rules/names.ts`. */
import type { NAMES_RULES } from '../../../src/validate/rules/names.ts';
import { GAMMA, replaced, changed, type Fixture } from './fixture.ts';

export const NAMES_FIXTURES = {
  'name-shared': {
    ...replaced(GAMMA, 'Gamma', 'ＡＬＰＨＡ'),
    at: 'ＡＬＰＨＡ',
    en: 'data/vendors/gamma.yaml:1:13 name.en - found "ＡＬＰＨＡ", the name of alpha too; expected names that people can tell apart. Fix: add the city or the legal name, unless both firms do have this name. [name-shared]',
    zh: 'data/vendors/gamma.yaml:1:13 name.en - 发现“ＡＬＰＨＡ”，与 alpha 同名；应为能让人分清的名称。修改：加上城市或法定名称；若两家确实同名可保留。 [name-shared]',
  },
  'name-similar': {
    ...replaced(GAMMA, 'Gamma', 'Aipha'),
    at: 'Aipha',
    en: 'data/vendors/gamma.yaml:1:13 name.en - found "Aipha", easily mistaken for alpha; expected names that people can tell apart. Fix: check the spelling. [name-similar]',
    zh: 'data/vendors/gamma.yaml:1:13 name.en - 发现“Aipha”，容易与 alpha 混淆；应为能让人分清的名称。修改：核对写法。 [name-similar]',
  },
  'name-look-alike': {
    ...replaced(GAMMA, 'Gamma', 'А1рһа'),
    at: 'А1рһа',
    en: 'data/vendors/gamma.yaml:1:13 name.en - found "А1рһа", which looks the same as alpha but is written with other characters; expected a name that nobody can mistake for another vendor. Fix: write it with ordinary letters of one alphabet. [name-look-alike]',
    zh: 'data/vendors/gamma.yaml:1:13 name.en - 发现“А1рһа”，看上去与 alpha 一样，但用了不同的字符；应为不会被误认成别家的名称。修改：用同一种文字的普通字母书写。 [name-look-alike]',
  },
  'name-mixed-script': {
    ...replaced(GAMMA, 'Gamma', 'Gаmma'),
    at: 'Gаmma',
    en: 'data/vendors/gamma.yaml:1:13 name.en - found "Gаmma", a word of letters from several alphabets; expected letters of one alphabet in one word. Fix: type the word anew. [name-mixed-script]',
    zh: 'data/vendors/gamma.yaml:1:13 name.en - 发现“Gаmma”，一个词里混用了几种字母；应为一个词只用一种字母。修改：重新输入这个词。 [name-mixed-script]',
  },
  'name-wordless': {
    ...replaced(GAMMA, 'Gamma', '★★★'),
    at: '★★★',
    en: 'data/vendors/gamma.yaml:1:13 name.en - found "★★★", a name without a letter or digit; expected a name that can be read out and looked for. Fix: write the name in letters. [name-wordless]',
    zh: 'data/vendors/gamma.yaml:1:13 name.en - 发现名称“★★★”里没有文字或数字；应为读得出、搜得到的名称。修改：用文字写出名称。 [name-wordless]',
  },
  'renamed-in-use': {
    ...changed((files) => files.set('data/renamed.yaml', '- { from: gamma, to: alpha, on: 2026-01-01 }\n')),
    at: 'gamma',
    en: 'data/renamed.yaml:1:11 0.from - found "gamma", which is the name of a file in data/vendors/; expected a former name that nothing has any more. Fix: take this entry out, or give the vendor file another name. [renamed-in-use]',
    zh: 'data/renamed.yaml:1:11 0.from - 发现“gamma”，而 data/vendors/ 中有这个文件；应为已经没有文件使用的原名。修改：删除这一条，或给服务商文件另起名。 [renamed-in-use]',
  },
} satisfies Record<keyof typeof NAMES_RULES, Fixture>;
