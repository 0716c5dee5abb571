/** The vocabularies of a directory: `content/directory.yaml`. Vendors pick from these lists by id. */
import * as z from 'zod';
import { bilingual, bilingualProse, id, describe } from './text.ts';

/** Ids that no region may have, because a page at `/rankings/<id>/` would stand where other pages do. */
export const REGIONS_TAKEN: readonly string[] = ['service'];

const entry = z.strictObject({ id, name: bilingual(60), aliases: z.array(z.string().min(1).max(60)).default([]) });

export const directory = z.strictObject({
  vendor: z
    .strictObject({ one: bilingual(40), many: bilingual(40) })
    .meta(describe('这个市场怎么称呼服务商', 'What this market calls a vendor')),
  services: z.array(entry).default([]),
  industries: z.array(entry).default([]),
  languages: z.array(entry).default([]),
  contacts: z
    .array(z.strictObject({ id, name: bilingual(40), kind: z.enum(['web', 'telephone', 'email', 'text']) }))
    .default([])
    .meta(describe('公开联系渠道', 'Public contact channels')),
  regions: z
    .array(z.strictObject({ id, name: bilingual(40), cities: z.array(z.strictObject({ id, name: bilingual(40) })) }))
    .default([]),
  licence: z
    .strictObject({
      name: bilingual(60),
      about: bilingualProse(400),
      states: z.array(
        z.strictObject({
          id,
          name: bilingual(40),
          standing: z.enum(['held', 'exempt', 'unknown']),
          note: bilingual(200),
        }),
      ),
    })
    .optional(),
  priceBases: z.array(entry).default([]).meta(describe('价格口径', 'What a price refers to')),
});

export type Directory = z.infer<typeof directory>;
