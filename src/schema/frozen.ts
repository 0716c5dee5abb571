/**
 * A frozen release: `data/releases/<id>/release.json`. Scores as they were published, small enough to keep for good. Beside
 * it lie byte copies of the method, the frameworks and the questionnaire that made them, and SHA256SUMS over all of these.
 */
import * as z from 'zod';
import { VENDOR_STATUSES, creditCode } from './vendor.ts';
import { bilingual, date, eitherLanguage, id, describe } from './text.ts';

/** Files of a release that are not copies. */
export const RELEASE_FILE = 'release.json';
export const SUMS_FILE = 'SHA256SUMS';
/**
 * List of all releases outside of their folder, `<sha256>  data/releases/<id>/SHA256SUMS`, oldest first; `sha256sum --check`
 * reads it. A release that is taken out, or rewritten together with all its hashes, contradicts it.
 */
export const RELEASES_LIST = 'content/RELEASES.sha256';
/** Copy of the method. */
export const METHOD_COPY = 'method.yaml';
/** Copy of the questionnaire, where the workspace has one. */
export const QUESTIONNAIRE_COPY = 'questionnaire.yaml';

/** 64 lower-case hexadecimal digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** Points 0..100, to six decimals: finer than anything shown, coarser than what differs between machines. */
const points = z.number().min(0).max(100);
const share = z.number().min(0).max(1);
const place = z.number().int().min(1);
/** Absent scores in a row of scores. */
const pointsOrNone = points.nullable();

export const frozenVendor = z.strictObject({
  slug: id,
  name: eitherLanguage(80).meta(describe('冻结时的名称', 'Name at that time')),
  creditCode: creditCode.optional().meta(describe('统一社会信用代码', 'Unified social credit code')),
  status: z.enum(VENDOR_STATUSES),
  overall: z.strictObject({ score: points, low: points, high: points }).optional(),
  rank: z.strictObject({ place, low: place, high: place, group: place }).optional(),
  frameworks: z.array(pointsOrNone).optional().meta(describe('按 frameworks 的顺序', 'In the order of `frameworks`')),
  dimensions: z
    .array(z.array(pointsOrNone))
    .optional()
    .meta(describe('各框架各维度，按 frameworks 的顺序', 'Dimensions of each framework, in the order of `frameworks`')),
});

export const frozenRelease = z.strictObject({
  format: z.literal(1),
  id: id.meta(describe('与文件夹同名', 'The same as the folder name')),
  number: z.number().int().min(1).meta(describe('第几次发布，从 1 起', '1 for the first release, then 2, 3 and so on')),
  previous: sha256
    .optional()
    .meta(describe('上一次发布的 SHA256SUMS 的哈希', "SHA-256 of the former release's SHA256SUMS")),
  asOf: date,
  methodology: z.string().regex(/^\d{4}\.\d{1,3}$/, { error: 'method-version' }),
  sampleData: z.boolean(),
  interval: share.meta(describe('区间的覆盖率', 'Coverage of the intervals')),
  frameworks: z.array(
    z.strictObject({
      id,
      name: bilingual(80),
      short: bilingual(20),
      weight: share.meta(describe('占总分的份额', 'Share of the overall score')),
      dimensions: z.array(z.strictObject({ id, name: bilingual(80), weight: share })),
    }),
  ),
  vendors: z.array(frozenVendor).meta(describe('按文件名排序', 'In the order of slugs')),
  inputs: z.array(z.strictObject({ path: z.string().min(1).max(300), bytes: z.number().int().nonnegative(), sha256 })),
});

export type FrozenVendor = z.infer<typeof frozenVendor>;
export type FrozenRelease = z.infer<typeof frozenRelease>;
