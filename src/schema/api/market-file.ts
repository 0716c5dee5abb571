/** `api/v1/market.json`: what pages say of the market as a whole, and of the lists of places and services. */
import * as z from 'zod';
import { id, describe } from '../text.ts';
import { points, wholeNumber } from './score.ts';

const place = z.number().int().min(1);

export const marketFile = z.strictObject({
  asOf: z.string(),
  methodology: z.string(),
  ranked: wholeNumber.meta(describe('参与排名的家数', 'Ranked vendors')),
  typicalPlaces: wholeNumber
    .optional()
    .meta(
      describe(
        '一半的参与排名者，位次能确定到多少名以内',
        'Half of the ranked have a place known to within this many places',
      ),
    ),
  scores: z
    .record(z.string(), z.strictObject({ vendors: wholeNumber, median: points }))
    .meta(
      describe(
        'overall、框架、框架/维度 > 参与排名者得分的中位数',
        '`overall`, <framework> or <framework>/<dimension> > median score of the ranked',
      ),
    ),
  facets: z
    .record(z.string(), z.strictObject({ met: wholeNumber, partly: wholeNumber, of: wholeNumber }))
    .meta(
      describe(
        '框架/指标/要点 > 参评者中做到、部分做到的家数，以及适用的家数',
        '<framework>/<criterion>/<facet> > how many participants meet it or partly do, of those to whom it applies',
      ),
    ),
  contacts: z
    .array(
      z.strictObject({
        item: id,
        channel: id,
        contacts: wholeNumber,
        median: z
          .number()
          .nonnegative()
          .nullable()
          .meta(
            describe(
              '中位分钟数，取整；多数从未答复时为 null',
              'Median minutes, whole; null when most were never answered',
            ),
          ),
      }),
    )
    .meta(describe('各渠道计时联系的全市场中位数', 'Timed contacts of the whole market by channel')),
  lists: z
    .array(
      z.strictObject({
        path: z.string(),
        vendors: z.array(z.strictObject({ slug: id, low: place, high: place, group: place })),
      }),
    )
    .meta(
      describe(
        '各地区、各服务页面上的次序：位次和组别只在其中比较',
        'The pages of places and services in their order: places and groups among those listed',
      ),
    ),
});

export type MarketFile = z.infer<typeof marketFile>;
