/**
 * What customers and observers are asked: `content/questionnaire.yaml`.
 * Questions are answered by reviewers (columns of `data/reviews/*.csv`); items are noted by observers, once for each
 * timed contact (columns of `data/observations/*.csv`). Each names the criteria that it measures.
 */
import * as z from 'zod';
import { bilingual, bilingualProse, criterionRef, date, id, describe } from './text.ts';

/** The word for "yes" and "no" in a CSV cell of a share question. */
export const YES_NO = ['yes', 'no'] as const;

const ratingScale = {
  kind: z.literal('rating'),
  low: z.number().meta(describe('最差值', 'Worst value of the scale')),
  high: z.number().meta(describe('最好值', 'Best value of the scale')),
  anchors: z
    .strictObject({ low: bilingual(60), high: bilingual(60) })
    .optional()
    .meta(describe('两端的含义', 'What the two ends mean')),
};
const shareScale = {
  kind: z.literal('share'),
  good: z.enum(YES_NO).default('yes').meta(describe('哪个回答为好', 'Which answer is the good one')),
};
const durationScale = {
  kind: z.literal('duration'),
  goalposts: id.meta(describe('方法文件中的目标区间编号（分钟）', 'Goalposts in method.yaml, in minutes')),
  window: z
    .number()
    .positive()
    .meta(
      describe(
        '观察时限（分钟）：到时仍无答复记为 none',
        'Minutes after which an unanswered contact is written as none',
      ),
    ),
};

const questionBase = {
  id: id.meta(describe('编号，也是 CSV 列名', 'Id, also the CSV column')),
  text: bilingualProse(300).meta(describe('问题原文', 'The question as asked')),
  short: bilingual(40).meta(describe('图表用短名', 'Short name for charts')),
};

/** A question to a reviewer. */
export const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...questionBase, ...ratingScale, criteria: z.array(criterionRef).min(1) }),
  z.strictObject({ ...questionBase, ...shareScale, criteria: z.array(criterionRef).min(1) }),
  z.strictObject({ ...questionBase, ...durationScale, criteria: z.array(criterionRef).min(1) }),
]);

/**
 * One use of an observed item: which contacts count (all when `channels`/`scenarios` are absent), for which criteria,
 * and for durations which goalposts replace the item's own.
 */
const use = z.strictObject({
  id: id.meta(describe('计量编号，在本问卷内唯一', 'Measure id, unique in the questionnaire')),
  criteria: z.array(criterionRef).min(1),
  channels: z.array(id).min(1).optional(),
  scenarios: z.array(id).min(1).optional(),
  goalposts: id.optional(),
});

/** An item noted by an observer at each timed contact. */
export const item = z.discriminatedUnion('kind', [
  z.strictObject({ ...questionBase, ...ratingScale, uses: z.array(use).min(1) }),
  z.strictObject({ ...questionBase, ...shareScale, uses: z.array(use).min(1) }),
  z.strictObject({ ...questionBase, ...durationScale, uses: z.array(use).min(1) }),
]);

export const namedId = z.strictObject({ id, name: bilingual(60) });

/**
 * A survey wave, or another collection in which many answers come in within days because they were asked for. Its reviews
 * (column `collection` of review files) are exempt from the discount on reviews of one day.
 */
const collection = z.strictObject({
  id: id.meta(describe('编号，写在评价文件的 collection 列', 'Id, written in the column `collection` of review files')),
  name: bilingual(60).meta(describe('收集批次的名称', 'Name of the collection')),
  from: date.meta(describe('第一天', 'First day on which its reviews may be dated')),
  to: date.meta(describe('最后一天（含）', 'Last day, included; not before `from`')),
  note: bilingualProse(300).optional().meta(describe('谁收集、怎样收集', 'Who collected the answers, and how')),
});

export const questionnaire = z.strictObject({
  intro: bilingualProse(600),
  questions: z.array(question).max(40).default([]),
  collections: z
    .array(collection)
    .max(500)
    .default([])
    .meta(
      describe(
        '收集批次：几天内集中收回的问卷等，其评价不按同一天折减',
        'Collections, such as survey waves, whose reviews are not discounted for sharing a day',
      ),
    ),
  observations: z
    .strictObject({
      intro: bilingualProse(600),
      channels: z.array(namedId).min(1),
      scenarios: z.array(namedId).min(1),
      items: z.array(item).min(1).max(20),
    })
    .optional(),
});

export type Question = z.infer<typeof question>;
export type ObservedItem = z.infer<typeof item>;
export type ObservedUse = z.infer<typeof use>;
export type Collection = z.infer<typeof collection>;
export type Questionnaire = z.infer<typeof questionnaire>;
