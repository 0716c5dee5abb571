/** Faults and lines of the rules in `src/validate/rules/framework.ts`. */
import type { FRAMEWORK_RULES } from '../../../src/validate/rules/framework.ts';
import { edited } from '../../workspaces/tiny.ts';
import { FRAMEWORK, replaced, changed, type Fixture } from './fixture.ts';

export const FRAMEWORK_FIXTURES = {
  'framework-id': {
    ...replaced(FRAMEWORK, 'id: demo\n', 'id: domo\n'),
    at: 'domo',
    en: 'content/frameworks/demo.yaml:1:5 id - found "domo"; expected "demo", the name of the file. Fix: make id and file name the same. [framework-id]',
    zh: 'content/frameworks/demo.yaml:1:5 id - 发现“domo”；应为与文件名相同的“demo”。修改：让编号与文件名一致。 [framework-id]',
  },
  'theme-unknown': {
    ...replaced(FRAMEWORK, 'theme: care', 'theme: cars'),
    at: 'cars',
    also: ['theme-unused'],
    en: 'content/frameworks/demo.yaml:30:12 dimensions.1.theme - found "cars"; expected a theme of this framework: speed, care. Fix: write "care". [theme-unknown]',
    zh: 'content/frameworks/demo.yaml:30:12 dimensions.1.theme - 发现“cars”；应为本框架的主题之一：speed, care。修改：改为“care”。 [theme-unknown]',
  },
  'theme-unused': {
    ...replaced(FRAMEWORK, 'theme: care', 'theme: speed'),
    at: 'care',
    en: 'content/frameworks/demo.yaml:7:11 themes.1.id - found the theme "care", which no dimension belongs to; expected a theme with dimensions. Fix: take it out, or move a dimension to it. [theme-unused]',
    zh: 'content/frameworks/demo.yaml:7:11 themes.1.id - 发现主题“care”下没有维度；应为至少有一个维度的主题。修改：删除该主题，或移入一个维度。 [theme-unused]',
  },
  'overlap-self': {
    ...replaced(FRAMEWORK, 'with: manners', 'with: response'),
    at: 'response',
    also: ['overlap-one-sided'],
    en: 'content/frameworks/demo.yaml:14:17 dimensions.0.overlaps.0.with - found "response", the dimension itself; expected another dimension. Fix: name the other dimension. [overlap-self]',
    zh: 'content/frameworks/demo.yaml:14:17 dimensions.0.overlaps.0.with - 发现“response”就是本维度；应为另一个维度。修改：写上另一个维度。 [overlap-self]',
  },
  'overlap-one-sided': {
    ...changed((files) => {
      edited(
        files,
        FRAMEWORK,
        '    overlaps:\n      - { with: response, note: { zh: 好不等于快, en: Kind is not fast } }\n',
        '',
      );
    }),
    at: 'manners',
    en: 'content/frameworks/demo.yaml:14:17 dimensions.0.overlaps.0.with - found "manners", which does not name response in turn; expected overlaps named on both sides. Fix: add the overlap with response to manners as well. [overlap-one-sided]',
    zh: 'content/frameworks/demo.yaml:14:17 dimensions.0.overlaps.0.with - 发现“manners”一方没有写明与 response 相近；应为双方互相写明的相近关系。修改：在 manners 中也写上与 response 的区别。 [overlap-one-sided]',
  },
  'checklist-empty': {
    ...replaced(
      FRAMEWORK,
      '        evidence: { zh: 客户评价, en: What clients say }\n',
      '        evidence: { zh: 客户评价, en: What clients say }\n        measure: { kind: checklist }\n',
    ),
    at: '{',
    en: 'content/frameworks/demo.yaml:49:18 dimensions.1.criteria.1.measure - found a checklist without facets; expected at least one facet. Fix: add facets, or take out measure. [checklist-empty]',
    zh: 'content/frameworks/demo.yaml:49:18 dimensions.1.criteria.1.measure - 发现没有要点的清单；应为至少一个要点。修改：补上要点，或去掉 measure。 [checklist-empty]',
  },
  'facets-unmeasured': {
    ...replaced(FRAMEWORK, '        measure: { kind: checklist }\n', ''),
    at: '- {',
    also: ['answer-unmeasured'],
    en: 'content/frameworks/demo.yaml:21:11 dimensions.0.criteria.0.facets - found 2 facets that no checklist counts; expected measure: {kind: checklist} beside facets. Fix: add the measure, or take out the facets. [facets-unmeasured]',
    zh: 'content/frameworks/demo.yaml:21:11 dimensions.0.criteria.0.facets - 发现 2 个要点，但没有清单来计量；应为与要点配套的 measure: {kind: checklist}。修改：补上计量方式，或删除要点。 [facets-unmeasured]',
  },
} satisfies Record<keyof typeof FRAMEWORK_RULES, Fixture>;
