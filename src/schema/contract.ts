/** What a customer may ask to have in the contract: `content/contract.yaml`. For the decision sheet; a workspace may do without. */
import * as z from 'zod';
import { bilingual, bilingualProse, criterionRef, id, describe } from './text.ts';

export const clause = z.strictObject({
  id: id.meta(describe('条款编号', 'Id of the clause')),
  criteria: z
    .array(criterionRef)
    .min(1)
    .meta(
      describe(
        '对应哪些指标：弱在这些指标的，先提这条',
        'Criteria that it secures: it is proposed first where these are weak',
      ),
    ),
  name: bilingual(60),
  text: bilingualProse(400).meta(describe('可以直接写进合同的话', 'Words that can go into the contract')),
  level: bilingual(160).optional().meta(describe('可以要求的服务水平', 'Service level to ask for')),
  always: z.boolean().default(false).meta(describe('不论强弱都提', 'Proposed to everybody')),
});

export const contract = z.strictObject({
  intro: bilingualProse(400),
  clauses: z.array(clause).min(1).max(60),
});

export type Clause = z.infer<typeof clause>;
export type Contract = z.infer<typeof contract>;
