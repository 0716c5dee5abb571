/** Faults and lines of the rules in `src/validate/rules/reviews.ts`. */
import type { REVIEWS_RULES } from '../../../src/validate/rules/reviews.ts';
import { edited } from '../../workspaces/tiny.ts';
import { METHOD, REVIEWS, changed, inCollection, type Fixture } from './fixture.ts';

export const REVIEWS_FIXTURES = {
  'collection-unknown': {
    ...inCollection('spring-wawe', '2026-05-01', '2026-06-10'),
    at: 'spring-wawe',
    en: 'data/reviews/2026.csv:6:38 collection - found "spring-wawe"; expected a collection in content/questionnaire.yaml: spring-wave; or an empty cell. Fix: write "spring-wave". [collection-unknown]',
    zh: 'data/reviews/2026.csv:6:38 collection - 发现“spring-wawe”；应为 content/questionnaire.yaml 中的收集批次之一：spring-wave；也可留空。修改：改为“spring-wave”。 [collection-unknown]',
  },
  'collection-period': {
    ...inCollection('spring-wave', '2026-05-01', '2026-06-03'),
    at: '2026-06-04',
    en: 'data/reviews/2026.csv:6:10 reviewed_on - found 2026-06-04; expected a day of collection spring-wave, 2026-05-01 to 2026-06-03. Fix: check the day, leave the column collection empty, or correct the period in content/questionnaire.yaml. [collection-period]',
    zh: 'data/reviews/2026.csv:6:10 reviewed_on - 发现 2026-06-04；应为收集批次 spring-wave 的日期，2026-05-01 至 2026-06-03。修改：核对日期，或把 collection 列留空，或改正 content/questionnaire.yaml 中的起止日期。 [collection-period]',
  },
  'days-discounted': {
    ...changed((files) => {
      edited(files, METHOD, 'dayShare: 0.2', 'dayCorrelation: 0.1');
      const sameDay = Array.from(
        { length: 20 },
        (_, i) => `r-${i + 10},beta,2026-06-05,,organic,,,${String(i).padStart(16, '0')},,,,published,,4,no,none\n`,
      );
      files.set(REVIEWS, `${files.get(REVIEWS) ?? ''}${sameDay.join('')}`);
    }),
    en: 'data/reviews/2026.csv:7:1 reviewed_on - found 20 reviews that share a day with others of the same vendor (vendors: 1) and count as at most 7; expected reviews of different days. Fix: if they were collected by one survey, declare a collection in content/questionnaire.yaml and name it in the column collection; if the true days are known, write them; else nothing need be done. [days-discounted]',
    zh: 'data/reviews/2026.csv:7:1 reviewed_on - 发现 20 条评价（1 家）与同一家的其他评价日期相同，至多算 7 条；应为日期各不相同的评价。修改：如果是同一次问卷收回的，请在 content/questionnaire.yaml 申明收集批次，并写在 collection 列；知道真实日期的，请写真实日期；否则不必改动。 [days-discounted]',
  },
} satisfies Record<keyof typeof REVIEWS_RULES, Fixture>;
