/**
 * What is well-formed in a file whose shape is wrong somewhere: so that a rule about one part tells what is wrong there at
 * once, and not only when all other parts have been put right.
 */
import type * as z from 'zod';
import type { Path, RawYaml } from '../load/raw.ts';
import type { AllowedByKey } from './privacy.ts';
import type { Report } from './report.ts';
import { checkShape, type Checked } from './shape.ts';

/** A file with its data, some of which may stand for parts that are wrong. */
export interface Parts<T> extends Checked<T> {
  /** Keys of the file that are wrong, wholly or in some of their entries; rules that need all of one leave it alone. */
  faulty: ReadonlySet<keyof T>;
}

export interface PartsForm<T> {
  /** What stands for required keys that are wrong. */
  instead: Partial<T>;
  /** Keys with entries under keys of their own: only a wrong entry is left out, that many keys below the root. */
  entries?: Readonly<Partial<Record<keyof T, number>>>;
  /** See `checkShape`. */
  publicDigits?: AllowedByKey;
}

/**
 * Reports every fault of a file's shape.
 * @returns the data, or as much of it as is well-formed; undefined when nothing is.
 */
export function checkParts<T extends object>(
  schema: z.ZodType<T>,
  file: RawYaml,
  form: PartsForm<T>,
  report: Report,
): Parts<T> | undefined {
  const whole = checkShape(schema, file, report, form.publicDigits);
  if (whole !== undefined) return { ...whole, faulty: new Set() };
  const value: unknown = file.value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const faulty = new Set<keyof T>();
  const left = structuredClone(value) as Record<string, unknown>;
  for (const { path, unknown } of faultyPaths(schema, value)) {
    const key = path[0] as string | undefined;
    if (unknown.length > 0 && path.length === 0) for (const name of unknown) delete left[name];
    if (key === undefined) continue;
    faulty.add(key as keyof T);
    const depth = form.entries?.[key as keyof T];
    if (depth === undefined || path.length < depth) delete left[key];
    else without(left, path.slice(0, depth));
  }
  for (const key of faulty)
    if (!Object.hasOwn(left, key) && Object.hasOwn(form.instead, key)) left[key as string] = form.instead[key];
  const again = schema.safeParse(left);
  return again.success ? { file, data: again.data, faulty } : undefined;
}

function faultyPaths(schema: z.ZodType, value: unknown): { path: Path; unknown: readonly string[] }[] {
  const { error } = schema.safeParse(value);
  return (error?.issues ?? []).map((issue) => ({
    path: issue.path.map((step) => (typeof step === 'number' ? step : String(step))),
    unknown: issue.code === 'unrecognized_keys' ? issue.keys : [],
  }));
}

/** Deletes what stands at a path of keys; nothing when it is gone already. */
function without(map: Record<string, unknown>, path: Path): void {
  let here: unknown = map;
  for (const step of path.slice(0, -1))
    here = typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined;
  if (typeof here === 'object' && here !== null)
    delete (here as Record<string | number, unknown>)[path.at(-1) as string | number];
}
