/** `api/v1/methodology.json`: the method that the scores are made by, whole, and every version there has been. */
import * as z from 'zod';
import { holdOutFile } from '../holdout.ts';
import { method } from '../method.ts';
import { describe } from '../text.ts';
import { pages } from './frameworks-file.ts';

export const methodologyFile = z.strictObject({
  current: z.string().meta(describe('本次计算用的版本', 'Version that the scores are made by')),
  method: method.meta(describe('该版本的全部权重与参数', 'Every weight and parameter of that version')),
  versions: z
    .array(
      method
        .pick({ version: true, status: true, published: true, summary: true, changes: true, decisions: true })
        .extend({ pages }),
    )
    .meta(describe('全部版本，由旧到新', 'Every version, oldest first')),
  holdOut: holdOutFile
    .extend({
      stale: z.boolean().meta(describe('数据或方法在计算之后有变', 'Data or method changed after it was computed')),
    })
    .optional()
    .meta(
      describe(
        '区间在留出数据上的覆盖率；没有计算过则没有',
        'How often intervals hold on held-out data; absent when it was not computed',
      ),
    ),
});

export type MethodologyFile = z.infer<typeof methodologyFile>;
