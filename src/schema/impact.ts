/**
 * What a change does to the results: the report of `npm run impact`. The shape is checked when a report is read back, since
 * one made from a stranger's change is only data until then; lengths are bounded for the same reason.
 */
import * as z from 'zod';
import { VENDOR_STATUSES } from './vendor.ts';
import { date, eitherLanguage, id } from './text.ts';

/** Most vendors that a report may hold. */
const MOST_VENDORS = 100_000;
/** Most parts that a change may have, and causes that are told of each. */
const MOST_PARTS = 500;
/** Largest weight share, place, count or setting; keeps numbers printable. */
const number = z.number().min(-1e12).max(1e12);
const points = z.number().min(-100.000_001).max(100.000_001);
/** Points of a part of a change: parts that work against each other may be larger than any score. */
const effect = z.number().min(-1e6).max(1e6);
const place = z.number().int().min(1).max(MOST_VENDORS);
const count = z.number().int().nonnegative().max(1e9);
const text = z.string().max(500);
const name = z.strictObject({ zh: text, en: text });

/**
 * The parts of a change, in the order in which they are put into force one after the other: what is asked, the weights from
 * the outside inwards, how answers become points, how rows become an estimate, how all is put together, who is ranked and how
 * sure that is; then the date, and last the data.
 */
export const PART_KINDS = [
  'asked',
  'framework-weights',
  'dimension-weights',
  'criterion-weights',
  'facts-share',
  'tiers',
  'answers',
  'goalposts',
  'reviews',
  'observations',
  'shrinkage',
  'aggregation',
  'normalisation',
  'coverage',
  'uncertainty',
  'other',
  'date',
  'data',
] as const;

/** The three that a part may belong to. */
export const SIDES = ['method', 'date', 'data'] as const;

/** Where a vendor stands; `score` is absent when nothing measures it, `rank` when it is not ranked. */
export const impactStanding = z.strictObject({
  status: z.enum(VENDOR_STATUSES),
  score: points.optional(),
  low: points.optional(),
  high: points.optional(),
  rank: z.strictObject({ place, low: place, high: place, group: place }).optional(),
});

/** What moved a score, with the points of the overall score by which it did: those of its weight and those of its own score. */
export const impactCause = z.strictObject({
  /** `<framework>`, `<framework>/<dimension>` or `<framework>/<criterion>`, as the part tells its causes. */
  key: z
    .string()
    .max(129)
    .regex(/^[a-z0-9]+(?:[-/][a-z0-9]+)*$/),
  name,
  points: effect,
  /** Share of the overall score that it makes up, 0..1, and what the change of that share makes. */
  weight: z.strictObject({ from: number, to: number, points: effect }),
  /** Its own points, absent where it did not count, and what their change makes. */
  score: z.strictObject({ from: points.optional(), to: points.optional(), points: effect }),
});

/** What one part of the change does to one vendor. */
export const impactStep = z.strictObject({
  /** Index into `parts`. */
  part: z.number().int().nonnegative().max(MOST_PARTS),
  points: effect,
  /** The vendor's overall score in the middle of the step: what a cause is weaker or stronger than. */
  overall: points.optional(),
  causes: z.array(impactCause).max(10),
  /** How many other causes there are, and what they and whatever no single cause explains add up to. */
  others: count,
  rest: effect,
  /** Group before and after, absent where it is not ranked; only where this part changes it. */
  group: z.strictObject({ from: place.optional(), to: place.optional() }).optional(),
});

/** What something does to all vendors that are ranked before and after. */
const moves = z.strictObject({
  /** Mean and largest absolute change of their scores, in points. */
  mean: number,
  most: number,
  /** Vendors, in both workspaces, whose group it changes, or that it gives or costs a rank. */
  groups: count,
});

export const impactPart = z.strictObject({
  kind: z.enum(PART_KINDS),
  /** The framework whose weights they are. */
  framework: id.optional(),
  name: name.optional(),
  /** What its causes are. */
  unit: z.enum(['framework', 'dimension', 'criterion']),
  ...moves.shape,
});

const named = z.strictObject({ slug: id, name: eitherLanguage(80) });

export const impactVendor = z.strictObject({
  ...named.shape,
  from: impactStanding,
  to: impactStanding,
  /** Absent unless it has a score before and after. */
  points: points.optional(),
  /** What makes up `points`, in the order of `parts`; those that do nothing to it are left out. */
  steps: z.array(impactStep).max(MOST_PARTS),
});

const side = z.strictObject({
  /** What the caller called it. */
  label: z.string().max(200),
  /** Commit of a git revision. */
  commit: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .optional(),
  asOf: date,
  methodology: z.string().regex(/^\d{4}\.\d{1,3}$/),
  vendors: count,
  ranked: count,
});

/** Whether anything of one side was changed, and what that does. */
const sideMoves = z.strictObject({ changed: z.boolean(), ...moves.shape });

export const impactReport = z.strictObject({
  format: z.literal('hengping-impact-2'),
  base: side,
  head: side,
  /** Whether the code that scores also differs between the two; both were scored by the code at hand. */
  codeDiffers: z.boolean(),
  /** What the code of the base makes of the data of the base, compared with the code at hand; absent when it is the same or does not run. */
  code: z
    .strictObject({
      /** Vendors with another score. */
      scores: count,
      /** Largest difference of a score, in points. */
      most: z.number().min(0).max(100.000_001),
      /** Vendors in another group. */
      groups: count,
    })
    .optional(),
  order: z.strictObject({
    /** Vendors ranked before and after. */
    compared: count,
    /** Kendall's tau-b of their scores; absent when they cannot be ordered. */
    tau: z.number().min(-1.000_001).max(1.000_001).optional(),
    /** How many of them stand in another group. */
    crossed: count,
  }),
  sides: z.strictObject({ method: sideMoves, date: sideMoves, data: sideMoves }),
  /** In the order in which they are put into force. */
  parts: z.array(impactPart).max(MOST_PARTS),
  /** Method versions that were published and now say something else under the same number. */
  publishedChanged: z.array(z.string().regex(/^\d{4}\.\d{1,3}$/)).max(1000),
  /** Settings of the method in use that differ; weights with the name of what they weigh, others with what they mean. */
  settings: z
    .array(
      z.strictObject({
        path: text,
        name: name.optional(),
        meaning: name.optional(),
        from: text.optional(),
        to: text.optional(),
      }),
    )
    .max(2000),
  files: z.array(z.strictObject({ path: text, change: z.enum(['added', 'changed', 'removed']) })).max(MOST_VENDORS),
  entered: z.array(z.strictObject({ ...named.shape, to: impactStanding })).max(MOST_VENDORS),
  left: z.array(z.strictObject({ ...named.shape, from: impactStanding })).max(MOST_VENDORS),
  changed: z.array(impactVendor).max(MOST_VENDORS),
  unchanged: count,
});

export type PartKind = (typeof PART_KINDS)[number];
export type ImpactSideName = (typeof SIDES)[number];
export type ImpactStanding = z.infer<typeof impactStanding>;
export type ImpactCause = z.infer<typeof impactCause>;
export type ImpactStep = z.infer<typeof impactStep>;
export type ImpactPart = z.infer<typeof impactPart>;
export type ImpactMoves = z.infer<typeof moves>;
export type ImpactVendor = z.infer<typeof impactVendor>;
export type ImpactSide = z.infer<typeof side>;
export type ImpactReport = z.infer<typeof impactReport>;
