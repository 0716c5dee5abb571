/** Reads zod schemas: which keys one knows at a path, and how a value would be written there, for suggestions in sentences. */
import type * as z from 'zod';
import type { Path } from '../schema/plain-data.ts';
import { personalData } from './personal-data.ts';

/** What we read of a zod schema's definition; which parts are there depends on its type. */
interface Definition {
  type: string;
  shape?: Readonly<Record<string, z.ZodType>>;
  element?: z.ZodType;
  innerType?: z.ZodType;
  valueType?: z.ZodType;
  options?: readonly z.ZodType[];
  /** Of text: its form, and what else is asked of it. */
  format?: string;
  checks?: readonly { _zod: { def: { check: string } } }[];
  /** Of a literal. */
  values?: readonly unknown[];
}

/** Keys of the object (or of any object of the union) at `at`; none where keys are free. */
export function keysAt(schema: z.ZodType, at: Path): string[] {
  return [...new Set(schemasAt(schema, at).flatMap((s) => Object.keys(definition(s).shape ?? {})))];
}

/** How far a path leads: the first step that the schema does not know, with the keys that it knows there; undefined when all are known. */
export function firstUnknown(schema: z.ZodType, at: Path): { step: string; keys: string[] } | undefined {
  const i = at.findIndex((_, i) => schemasAt(schema, at.slice(0, i + 1)).length === 0);
  return i < 0 ? undefined : { step: String(at[i]), keys: keysAt(schema, at.slice(0, i)) };
}

/** Every schema that a value at `at` may follow; wrappers and unions are taken apart. */
export function schemasAt(schema: z.ZodType, at: Path): z.ZodType[] {
  const { innerType, options, element, valueType, shape } = definition(schema);
  if (innerType !== undefined) return schemasAt(innerType, at);
  if (options !== undefined) return options.flatMap((option) => schemasAt(option, at));
  const [step, ...rest] = at;
  if (step === undefined) return [schema];
  const key = String(step);
  const next = (shape !== undefined && Object.hasOwn(shape, key) ? shape[key] : undefined) ?? element ?? valueType;
  return next === undefined ? [] : schemasAt(next, rest);
}

/** What a schema is made of. */
export function definition(schema: z.ZodType): Definition {
  return (schema as unknown as { _zod: { def: Definition } })._zod.def;
}

/** Longest value that is repeated in an example. */
const LONGEST = 40;

/**
 * `{ zh: … }`, `{ on: 2026-10-20, reason: { zh: … } }` or `[a, b]`, with `value` in its place where it is known; undefined
 * where the schema has nothing to show.
 */
export function exampleAt(schema: z.ZodType, at: Path, value: unknown): string | undefined {
  // Where nothing but text stands in a whole file, it is no value of one key.
  const text = typeof value === 'string' && at.length > 0 ? value : undefined;
  const ways = schemasAt(schema, at).flatMap((one) => {
    const { element, shape } = definition(one);
    if (element !== undefined) return [{ fit: 0, text: listOf(element, text) }];
    return shape === undefined ? [] : [blockOf(shape, text)];
  });
  return ways.sort((a, b) => b.fit - a.fit)[0]?.text;
}

function listOf(element: z.ZodType, text: string | undefined): string | undefined {
  const { shape } = definition(plainSchema(element));
  if (shape !== undefined) {
    const entry = blockOf(shape, text).text;
    return entry === undefined ? undefined : `[${entry}]`;
  }
  if (text === undefined) return undefined;
  const parts = text
    .split(/[,，、]\s*|(?:^|\s)-(?=\S)/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.every((part) => element.safeParse(part).success) ? `[${parts.map(shown).join(', ')}]` : '[…, …]';
}

/** A block with its required keys, and the value under the key that it fits best. */
function blockOf(
  shape: Readonly<Record<string, z.ZodType>>,
  text: string | undefined,
): { fit: number; text: string | undefined } {
  const keys = Object.keys(shape);
  const fits = keys.map((key) => ({ key, fit: text === undefined ? 0 : fit(shape[key], key, text) }));
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a));
  const owner = best.fit > 0 ? best.key : undefined;
  const needed = keys.filter((key) => !shape[key].safeParse(undefined).success);
  const written = keys.filter((key) => key === owner || needed.includes(key));
  // Of many keys, none of them needed, any might have been meant.
  if (written.length === 0 || written.length > 5 || (needed.length === 0 && keys.length > 2))
    return { fit: best.fit, text: undefined };
  const parts = written.map(
    (key) => `${key}: ${key === owner && text !== undefined ? shown(text) : placeholder(shape[key])}`,
  );
  return { fit: best.fit, text: `{ ${parts.join(', ')} }` };
}

/** 0 where the text cannot stand; more for a form of its own (a date, an id) than for any text, and for the right language. */
function fit(schema: z.ZodType, key: string, text: string): number {
  if (!schema.safeParse(text).success) return 0;
  const { checks, format, values } = definition(plainSchema(schema));
  const ofForm =
    values !== undefined ||
    format !== undefined ||
    (checks ?? []).some((check) => check._zod.def.check === 'string_format');
  const chinese = /\p{Script=Han}/u.test(text);
  return (ofForm ? 4 : 1) + Number(key === (chinese ? 'zh' : 'en'));
}

function placeholder(schema: z.ZodType): string {
  const { shape } = definition(plainSchema(schema));
  const first = Object.keys(shape ?? {})[0];
  return first === undefined ? '…' : `{ ${first}: … }`;
}

function plainSchema(schema: z.ZodType): z.ZodType {
  const { innerType } = definition(schema);
  return innerType === undefined ? schema : plainSchema(innerType);
}

/** The text as it may stand in a flow map; an ellipsis where it is long or nobody else's business. */
function shown(text: string): string {
  if (text.length > LONGEST || personalData(text).length > 0) return '…';
  return /[,{}[\]:#"'&*!|>%@`\n]|^[-? ]|\s$/.test(text) ? JSON.stringify(text) : text;
}
