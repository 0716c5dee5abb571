/** Faults and lines of the rules in `src/validate/rules/questionnaire.ts`. */
import type { QUESTIONNAIRE_RULES } from '../../../src/validate/rules/questionnaire.ts';
import { edited } from '../../workspaces/tiny.ts';
import { QUESTIONS, REVIEWS, CONTACTS, replaced, changed, type Fixture } from './fixture.ts';

export const QUESTIONNAIRE_FIXTURES = {
  'column-clash': {
    ...changed((files) => {
      edited(files, QUESTIONS, 'id: polite\n', 'id: language\n');
      edited(files, REVIEWS, ',polite,', ',note,');
    }),
    at: 'language',
    also: ['csv-header-unknown', 'number'],
    en: 'content/questionnaire.yaml:3:9 questions.0.id - found "language", which is a fixed column; expected an id other than: id, vendor, reviewed_on, experienced_in, source, collection, relationship, incentive, reviewer, text, language, consent, moderation, moderation_reason. Fix: give the question another id. [column-clash]',
    zh: 'content/questionnaire.yaml:3:9 questions.0.id - 发现“language”，这是固定列的名称；应为不同于以下各列的编号：id, vendor, reviewed_on, experienced_in, source, collection, relationship, incentive, reviewer, text, language, consent, moderation, moderation_reason。修改：给问题换一个编号。 [column-clash]',
  },
  'channel-unknown': {
    ...replaced(CONTACTS, 'alpha,mail', 'alpha,mall'),
    at: 'mall',
    en: 'data/observations/2026.csv:3:11 channel - found "mall"; expected a channel in content/questionnaire.yaml: call, mail. Fix: write "call". [channel-unknown]',
    zh: 'data/observations/2026.csv:3:11 channel - 发现“mall”；应为 content/questionnaire.yaml 中的渠道之一：call, mail。修改：改为“call”。 [channel-unknown]',
  },
  'scenario-unknown': {
    ...replaced(CONTACTS, 'beta,call,quote', 'beta,call,quotes'),
    at: 'quotes',
    en: 'data/observations/2026.csv:4:15 scenario - found "quotes"; expected a scenario in content/questionnaire.yaml: quote. Fix: write "quote". [scenario-unknown]',
    zh: 'data/observations/2026.csv:4:15 scenario - 发现“quotes”；应为 content/questionnaire.yaml 中的情景之一：quote。修改：改为“quote”。 [scenario-unknown]',
  },
  'rating-flat': {
    ...replaced(QUESTIONS, 'low: 1\n    high: 5', 'low: 5\n    high: 5'),
    at: '5',
    also: ['rating-range'],
    en: 'content/questionnaire.yaml:6:11 questions.0.high - found 5, the same as low; expected a best value that differs from the worst. Fix: correct the scale. [rating-flat]',
    zh: 'content/questionnaire.yaml:6:11 questions.0.high - 发现 5，与 low 相同；应为与最差值不同的最好值。修改：改正量程。 [rating-flat]',
  },
} satisfies Record<keyof typeof QUESTIONNAIRE_RULES, Fixture>;
