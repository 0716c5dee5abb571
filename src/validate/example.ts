/** How a value that stands alone would be written under the right key: the example in the sentence about a wrong type. */
import type * as z from 'zod';
import type { Path } from '../load/raw.ts';
import { personalData } from './personal-data.ts';
import { definition, schemasAt } from './schema-keys.ts';

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
  const fits = keys.map((key) => ({ key, fit: text === undefined ? 0 : fit(shape[key] as z.ZodType, key, text) }));
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a));
  const owner = best.fit > 0 ? best.key : undefined;
  const needed = keys.filter((key) => !(shape[key] as z.ZodType).safeParse(undefined).success);
  const written = keys.filter((key) => key === owner || needed.includes(key));
  // Of many keys, none of them needed, any might have been meant.
  if (written.length === 0 || written.length > 5 || (needed.length === 0 && keys.length > 2))
    return { fit: best.fit, text: undefined };
  const parts = written.map(
    (key) => `${key}: ${key === owner && text !== undefined ? shown(text) : placeholder(shape[key] as z.ZodType)}`,
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
