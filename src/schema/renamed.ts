/** Vendors whose file was renamed: `data/renamed.yaml`. Old addresses lead to the new ones for good. */
import * as z from 'zod';
import { date, id, describe } from './text.ts';

export const renamed = z
  .array(
    z.strictObject({
      from: id.meta(
        describe(
          '以前的文件名，不带 .yaml；不再给别家用',
          'Former file name without .yaml; never given to another vendor',
        ),
      ),
      to: id.meta(describe('现在的文件名，不带 .yaml', 'Present file name without .yaml')),
      on: date.meta(describe('改名的日期', 'Day of the change')),
    }),
  )
  .max(2000);

export type Renamed = z.infer<typeof renamed>;
