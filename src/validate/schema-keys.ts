/** Which keys a schema knows at a path, for suggesting the one that was meant. */
import type * as z from 'zod';
import type { Path } from '../load/raw.ts';

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
