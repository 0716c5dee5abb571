/** What the submit page and its worker say to each other. */
import type { Language } from '../../i18n/language.ts';
import type { SubmitMarket, SubmitRules, SubmitTold } from '../../schema/submit-files.ts';
import type { Draft } from '../../submit/draft.ts';
import type { Inspected, Inspection } from '../../submit/inspect.ts';
import type { Known } from '../../submit/told.ts';

/** To the worker; an answer carries the same `turn`. */
export type ToWorker =
  | { kind: 'open'; turn: number; rules: SubmitRules; market: SubmitMarket; language: Language }
  | { kind: 'inspect'; turn: number; inspected: Inspected; known: Known }
  | { kind: 'read'; turn: number; text: string; slug: string }
  | { kind: 'join'; turn: number; told: SubmitTold; slug: string }
  | { kind: 'slug'; turn: number; name: string };

/** What was read from a text. */
export type Read = { draft: Draft } | { problems: readonly string[] };

/** From the worker. */
export type FromWorker =
  | { kind: 'opened'; turn: number }
  | { kind: 'inspected'; turn: number; inspection: Inspection }
  | ({ kind: 'read'; turn: number } & Read)
  | { kind: 'joined'; turn: number; known: Known }
  | { kind: 'slug'; turn: number; slug: string };
