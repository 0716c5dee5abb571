/** `api/v1/integrity.json`: reviews that look unusual, why, and the scores as they would be without them. */
import * as z from 'zod';
import { method } from '../method.ts';
import { date, id, describe } from '../text.ts';
import { FLAG_REASONS } from '../words.ts';
import { points, share, wholeNumber } from './score.ts';

const place = z.number().int().min(1);

const burst = z.strictObject({
  from: date,
  to: date,
  count: wholeNumber.meta(describe('这几天的评价数', 'Reviews on these days')),
  expected: z
    .number()
    .positive()
    .meta(
      describe('按这一家和市场的节奏应有的条数', "Reviews that the vendor's pace and the market's lead one to expect"),
    ),
  probability: share.meta(
    describe('整段记录里碰巧出现这样一段的机会', 'Chance of any such window in the whole record'),
  ),
});

const gap = z
  .strictObject({
    supplied: share.meta(describe('被评方转交的评价的平均', 'Mean of vendor-supplied reviews')),
    verified: share.meta(describe('合同已核验的评价的平均', 'Mean of verified-contract reviews')),
    suppliedCount: wholeNumber,
    verifiedCount: wholeNumber,
  })
  .meta(
    describe(
      '评分占量程的比例；差距较大时才有',
      'Ratings as shares of their scales; there only when they are far apart',
    ),
  );

export const integrityFile = z.strictObject({
  asOf: z.string(),
  methodology: z.string(),
  rules: method.shape.integrity.meta(describe('标记所用的界限', 'Limits by which rows are flagged')),
  published: wholeNumber.meta(describe('已公布的评价数', 'Published reviews')),
  flagged: wholeNumber.meta(describe('其中被标记的', 'Flagged ones among them')),
  vendors: z
    .array(
      z.strictObject({
        slug: id,
        rows: z
          .array(z.strictObject({ id: z.string(), reasons: z.array(z.enum(FLAG_REASONS)) }))
          .meta(describe('被标记的评价，按编号', 'Flagged reviews, in the order of their ids')),
        bursts: z.array(burst),
        gap: gap.optional(),
        score: points.optional().meta(describe('现在的总分', 'Overall score as it is')),
        without: points
          .optional()
          .meta(
            describe(
              '全市场被标记的评价都不计时的总分',
              'As it would be with all flagged reviews of the market left out',
            ),
          ),
        place: place.optional().meta(describe('现在的位次', 'Place as it is')),
        placeWithout: place
          .optional()
          .meta(describe('同上条件下的位次；不再够格排名时没有', 'Place likewise; absent when there would be none')),
      }),
    )
    .meta(
      describe(
        '有异常的各家，按文件名；不寻常不等于有问题',
        'Vendors with anything unusual, in the order of slugs. Unusual is not proof of anything',
      ),
    ),
});

export type IntegrityFile = z.infer<typeof integrityFile>;
