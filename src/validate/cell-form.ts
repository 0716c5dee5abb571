/** Forms of cells as plain patterns, taken from the schemas: a schema call for each of millions of cells would cost too much. */
import * as z from 'zod';

/** The pattern of a string schema that has exactly one. @throws when it has none. */
export function patternOf(schema: z.ZodType<string>): RegExp {
  const { pattern } = z.toJSONSchema(schema);
  if (pattern === undefined) throw new Error('the schema has no pattern');
  return new RegExp(pattern);
}
