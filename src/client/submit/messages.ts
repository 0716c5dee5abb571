/** What the submit page and its worker say to each other. */
import type { Language } from '../../i18n/language.ts';
import type { SubmitMarket, SubmitRules } from '../../schema/submit-files.ts';
import type { Draft } from '../../submit/draft.ts';
import type { Inspected, Inspection } from '../../submit/inspect.ts';
import type { ToldById } from '../../submit/standing.ts';

/** To the worker; an answer carries the same `turn`. */
export type ToWorker =
  | { kind: 'open'; rules: SubmitRules; market: SubmitMarket; language: Language }
  | { kind: 'inspect'; turn: number; inspected: Inspected; told: ToldById }
  | { kind: 'read'; turn: number; text: string; slug: string }
  | { kind: 'slug'; turn: number; name: string };

/** What was read from a text. */
export type Read = { draft: Draft } | { problems: readonly string[] };

/** From the worker. */
export type FromWorker =
  | { kind: 'inspected'; turn: number; inspection: Inspection }
  | ({ kind: 'read'; turn: number } & Read)
  | { kind: 'slug'; turn: number; slug: string };
