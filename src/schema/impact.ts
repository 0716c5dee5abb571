/**
 * What a change does to the results: the report of `npm run impact`. The shape is checked when a report is read back, since
 * one made from a stranger's change is only data until then; lengths are bounded for the same reason.
 */
import * as z from 'zod';
import { VENDOR_STATUSES } from './vendor.ts';
import { date, eitherLanguage, id } from './text.ts';

/** Most vendors that a report may hold. */
const MOST_VENDORS = 100_000;
/** Largest weight share, place, count or setting; keeps numbers printable. */
const number = z.number().min(-1e12).max(1e12);
const points = z.number().min(-100.000_001).max(100.000_001);
const place = z.number().int().min(1).max(MOST_VENDORS);
const count = z.number().int().nonnegative().max(1e9);
const text = z.string().max(500);

/** Where a vendor stands; `score` is absent when nothing measures it, `rank` when it is not ranked. */
export const impactStanding = z.strictObject({
  status: z.enum(VENDOR_STATUSES),
  score: points.optional(),
  low: points.optional(),
  high: points.optional(),
  rank: z.strictObject({ place, low: place, high: place, group: place }).optional(),
});

/** A criterion that moved a score, with the points of the overall score by which it did. */
export const impactCause = z.strictObject({
  framework: id,
  criterion: id,
  name: z.strictObject({ zh: text, en: text }),
  points,
  /** Share of the overall score that it makes up, 0..1. */
  weight: z.strictObject({ from: number, to: number }),
  /** Its own points; absent where it did not count. */
  score: z.strictObject({ from: points.optional(), to: points.optional() }),
});

/** One of the two parts of a change: the points that it makes, its largest causes, and what all other criteria add to them. */
export const impactPart = z.strictObject({ points, causes: z.array(impactCause).max(10), rest: points });

const named = z.strictObject({ slug: id, name: eitherLanguage(80) });

export const impactVendor = z.strictObject({
  ...named.shape,
  from: impactStanding,
  /** The old data by the new method. */
  between: impactStanding,
  to: impactStanding,
  /** Absent unless it has a score before and after. */
  points: points.optional(),
  method: impactPart.optional(),
  data: impactPart.optional(),
});

const side = z.strictObject({
  /** What the caller called it. */
  label: z.string().max(200),
  /** Commit of a git revision. */
  commit: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/).optional(),
  asOf: date,
  methodology: z.string().regex(/^\d{4}\.\d{1,3}$/),
  vendors: count,
  ranked: count,
});

export const impactReport = z.strictObject({
  format: z.literal('hengping-impact-1'),
  base: side,
  head: side,
  /** Whether the code that scores also differs between the two; both were scored by the code at hand. */
  codeDiffers: z.boolean(),
  order: z.strictObject({
    /** Vendors ranked before and after. */
    compared: count,
    /** Kendall's tau-b of their scores; absent when they cannot be ordered. */
    tau: z.number().min(-1.000_001).max(1.000_001).optional(),
    /** How many of them stand in another group. */
    crossed: count,
  }),
  /** Method versions that were published and now say something else under the same number. */
  publishedChanged: z.array(z.string().regex(/^\d{4}\.\d{1,3}$/)).max(1000),
  /** Settings of the method in use that differ; weights with the name of what they weigh. */
  settings: z.array(z.strictObject({ path: text, name: z.strictObject({ zh: text, en: text }).optional(), from: text.optional(), to: text.optional() })).max(2000),
  files: z.array(z.strictObject({ path: text, change: z.enum(['added', 'changed', 'removed']) })).max(MOST_VENDORS),
  entered: z.array(z.strictObject({ ...named.shape, to: impactStanding })).max(MOST_VENDORS),
  left: z.array(z.strictObject({ ...named.shape, from: impactStanding })).max(MOST_VENDORS),
  changed: z.array(impactVendor).max(MOST_VENDORS),
  unchanged: count,
});

export type ImpactStanding = z.infer<typeof impactStanding>;
export type ImpactCause = z.infer<typeof impactCause>;
export type ImpactPart = z.infer<typeof impactPart>;
export type ImpactVendor = z.infer<typeof impactVendor>;
export type ImpactSide = z.infer<typeof side>;
export type ImpactReport = z.infer<typeof impactReport>;
