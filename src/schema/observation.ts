/** One row of `data/observations/*.csv` is one timed contact. The columns of the questionnaire's items come beside these. */
import * as z from 'zod';
import { personKey, rowId } from './review.ts';
import { id, describe } from './text.ts';

/** Local date and time to the minute, `YYYY-MM-DD HH:MM` (a `T` between is accepted). */
export const MINUTE_STAMP = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[ T](?:[01]\d|2[0-3]):[0-5]\d$/;
const minuteStamp = z.string().regex(MINUTE_STAMP, { error: 'minute-stamp' });

/** The word for "never answered" in a duration cell. */
export const NEVER = 'none';

export const observationColumns = {
  id: rowId.meta(describe('观察编号，全库唯一', 'Observation id, unique in the tree')),
  vendor: id.meta(describe('服务商文件名', 'Slug of the vendor')),
  channel: id.meta(describe('渠道', 'Channel, from the questionnaire')),
  scenario: id.meta(describe('情景', 'Scenario, from the questionnaire')),
  sent_at: minuteStamp.meta(describe('发出时间（当地）', 'When it was sent, local time')),
  observer: personKey.meta(describe('观察员哈希', 'Hash that stands for the observer')),
} as const;

export const OBSERVATION_REQUIRED = ['id', 'vendor', 'channel', 'scenario', 'sent_at'] as const;
export type ObservationColumn = keyof typeof observationColumns;
