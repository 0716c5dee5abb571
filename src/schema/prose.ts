/** What stands at the head of texts: of guides, policies and methodology (MDX), and of decision records. */
import * as z from 'zod';

/** The head of `content/{guides,policies,methodology}/<slug>/<language>.mdx`. */
export const proseHead = z.strictObject({
  title: z.string().min(1),
  description: z.string().min(1),
  /** Place in the list of its kind; ties go by slug. */
  order: z.number().default(100),
});

/** The head of a decision record, `content/decisions/NNNN-title.md`. */
export const decisionHead = z.strictObject({
  title_zh: z.string().min(1),
  title_en: z.string().min(1),
  date: z.iso.date('date'),
  status: z.enum(['proposed', 'accepted', 'superseded', 'rejected']),
});

/** Headings that begin a decision record's part in each language. */
export const DECISION_PARTS = { zh: '中文', en: 'English' } as const;
