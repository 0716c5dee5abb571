/** A dispute or a correction, kept in public: `data/cases/<id>.yaml`. */
import * as z from 'zod';
import { criterionRef, date, eitherLanguage, id, line, said } from './text.ts';

export const caseFile = z.strictObject({
  kind: z.enum(['dispute', 'correction']),
  vendor: id,
  about: z.union([
    z.strictObject({ criterion: criterionRef }),
    z.strictObject({ review: line(64) }),
    z.strictObject({ field: line(64) }),
  ]),
  openedOn: date,
  openedBy: z.enum(['vendor', 'customer', 'editor']),
  claim: eitherLanguage(2000).meta(said('主张', 'What is claimed')),
  state: z.enum(['open', 'upheld', 'partly-upheld', 'rejected', 'withdrawn']),
  closedOn: date.optional(),
  outcome: eitherLanguage(2000).optional(),
});

export type CaseFile = z.infer<typeof caseFile>;
