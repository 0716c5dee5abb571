/** How often intervals hold on data that the scores have not seen: `data/holdout.json`, written by `npm run bench -- holdout --write`. */
import * as z from 'zod';
import type { InputFile } from './dataset.ts';
import { sha256 } from './frozen.ts';
import type { Release } from './site.ts';
import { date, id, describe } from './text.ts';

/** Where the figures lie in a workspace, and the command that computes them. */
export const HOLD_OUT_FILE = 'data/holdout.json';
export const HOLD_OUT_COMMAND = 'npm run bench -- holdout --write';

const share = z.number().min(0).max(1);
const count = z.number().int().nonnegative();

const calibration = z.strictObject({
  vendors: z.number().int().min(2).meta(describe('两半都有评价或观察的服务商数', 'Vendors with rows in both halves')),
  coverage: share.meta(
    describe(
      '区间包含真实水平的比例，已扣除另一半自身的误差',
      'Share of intervals that hold the true level, corrected for the noise of the held-out half',
    ),
  ),
  low: share.meta(describe('该比例的 90% 区间（服务商重抽）', '90 % interval of that share (vendors redrawn)')),
  high: share,
  width: z
    .number()
    .nonnegative()
    .meta(
      describe(
        '区间的平均宽度：总分为分；各题为取平均的尺度（时长为分钟数的自然对数）',
        'Mean width of the intervals: points for the overall score, else the scale that is averaged (natural logarithm of minutes for durations)',
      ),
    ),
});

export const holdOutFile = z.strictObject({
  format: z.literal(1),
  computedFrom: z.strictObject({
    asOf: date,
    methodology: z.string().regex(/^\d{4}\.\d{1,3}$/, { error: 'method-version' }),
    inputs: z
      .array(z.strictObject({ path: z.string().min(1).max(300), sha256 }))
      .meta(
        describe(
          '方法、框架、问卷、评价和观察各文件的哈希',
          'Hashes of the files of the method, frameworks, questionnaire, reviews and observations',
        ),
      ),
  }),
  interval: share.meta(describe('区间声称的覆盖率', 'Coverage that the intervals claim')),
  repeats: z.number().int().min(1).meta(describe('随机分半的次数', 'Number of random splits')),
  splits: z.array(
    z.strictObject({
      split: z.enum(['random', 'time']),
      overall: calibration
        .optional()
        .meta(
          describe('总分中由评价和观察构成的部分', 'The part of the overall score that reviews and contacts make up'),
        ),
      measures: z.array(
        calibration.extend({
          id,
          shift: z
            .number()
            .optional()
            .meta(
              describe(
                '按时间分半：整个市场移动了多少分，已扣除；正数为变好',
                'Split in time: points by which the whole market moved, taken off; above 0 is better',
              ),
            ),
        }),
      ),
      pairs: z
        .strictObject({
          sure: count.meta(describe('判为确定领先的成对比较', 'Pairs called surely ordered')),
          reversed: count.meta(describe('其中被另一半推翻的', 'Of these, reversed by the held-out half')),
          expected: z
            .number()
            .nonnegative()
            .meta(describe('按声称的误差应被推翻的', 'How many should be, by the stated uncertainty')),
        })
        .optional(),
    }),
  ),
});

export type HoldOutFile = z.infer<typeof holdOutFile>;

/** How far below its claim a coverage may lie; short of more than this, a workspace is warned and the method page says so. */
const TOLERATED = 0.05;

/** Whether a coverage is surely and by more than `TOLERATED` less than claimed: by the upper end of its own interval. */
export function fallsShort({ high }: { high: number }, claimed: number): boolean {
  return high < claimed - TOLERATED;
}

/** The inputs that hold-out figures depend on: the method and what it asks, reviews and contacts. Vendors' own files are not among them. */
export function holdOutInputs(
  inputs: readonly InputFile[],
  methodology: string,
): HoldOutFile['computedFrom']['inputs'] {
  const method = `content/methodology/${methodology}/method.yaml`;
  const counts = (path: string): boolean =>
    path === method ||
    path === 'content/questionnaire.yaml' ||
    /^(content\/frameworks|data\/reviews|data\/observations)\//.test(path);
  return inputs.flatMap(({ path, sha256: hash }) => (counts(path) ? [{ path, sha256: hash }] : []));
}

/** What is no longer as it was when the figures were computed: a path, or a day or version; undefined when all is the same. */
export function changedSince(
  { computedFrom }: HoldOutFile,
  release: Release,
  inputs: readonly InputFile[],
): string | undefined {
  if (computedFrom.methodology !== release.methodology) return `methodology ${computedFrom.methodology}`;
  if (computedFrom.asOf !== release.asOf) return `asOf ${computedFrom.asOf}`;
  const now = new Map(holdOutInputs(inputs, release.methodology).map((own) => [own.path, own.sha256]));
  const then = new Map(computedFrom.inputs.map((own) => [own.path, own.sha256]));
  return [...new Set([...now.keys(), ...then.keys()])].sort().find((path) => now.get(path) !== then.get(path));
}
