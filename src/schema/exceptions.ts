/** Exceptions that editors make: problems that are none on a closer look. `content/exceptions.yaml`, a list. */
import * as z from 'zod';
import { bilingualProse, date, describe } from './text.ts';

/** Rules that guess from looks, and so can be wrong about an honest file. No other rule knows an exception. */
export const EXCEPTABLE = [
  'name-shared',
  'name-similar',
  'name-look-alike',
  'name-mixed-script',
  'personal-mobile',
  'personal-id-number',
  'personal-bank-card',
  'personal-email',
  'personal-wechat',
] as const;

export const exception = z.strictObject({
  rule: z
    .enum(EXCEPTABLE)
    .meta(describe('规则编号，即报错行末方括号里的词', 'Id of the rule, as in the brackets at the end of the line')),
  path: z
    .string()
    .max(120)
    .regex(/^data\/(?:vendors|cases)\/[a-z0-9-]+\.yaml$/)
    .meta(describe('哪个文件', 'Which file')),
  field: z.string().min(1).max(200).meta(describe('哪个字段，与报错行一致', 'Which field, as in the line')),
  why: bilingualProse(400).meta(describe('为什么不算问题', 'Why it is no problem')),
  on: date.meta(describe('哪天批准', 'Day on which it was made')),
});

export const exceptions = z.array(exception).max(1000);

export type Exceptions = z.infer<typeof exceptions>;
