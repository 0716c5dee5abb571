/** A dispute or a correction, kept in public: `data/cases/<id>.yaml`. */
import * as z from 'zod';
import { criterionRef, date, eitherLanguage, id, line, describe } from './text.ts';

export const CASE_KINDS = ['dispute', 'correction'] as const;
export const CASE_STATES = ['open', 'upheld', 'partly-upheld', 'rejected', 'withdrawn'] as const;

export const caseFile = z.strictObject({
  kind: z
    .enum(CASE_KINDS)
    .meta(
      describe(
        '争议：对评分、评价或判断不服；更正：资料有错',
        'dispute: about a score, a review or a judgement; correction: something in the data is wrong',
      ),
    ),
  vendor: id.meta(describe('服务商文件名', 'Slug of the vendor')),
  about: z
    .union([
      z.strictObject({ criterion: criterionRef }),
      z.strictObject({ review: line(64) }),
      z.strictObject({ field: line(64) }),
    ])
    .meta(describe('关于哪一项指标、哪一条评价或哪一个字段', 'The criterion, review or field that it is about')),
  openedOn: date.meta(describe('提出日期', 'Day it was opened')),
  openedBy: z.enum(['vendor', 'customer', 'editor']).meta(describe('谁提出', 'Who opened it')),
  claim: eitherLanguage(2000).meta(describe('主张', 'What is claimed')),
  state: z.enum(CASE_STATES).meta(describe('处理中，或如何结案', 'Open, or how it ended')),
  closedOn: date.optional().meta(describe('结案日期', 'Day it was closed')),
  outcome: eitherLanguage(2000).optional().meta(describe('结果与理由', 'The outcome and why')),
});

export type CaseFile = z.infer<typeof caseFile>;
