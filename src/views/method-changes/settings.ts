/** Which parameters of two methods differ, each with what it means. Weights have a table of their own. */
import * as z from 'zod';
import { type Method, method } from '../../schema/method.ts';
import type { Language } from '../../schema/text.ts';
import { type Changed, changesBetween } from './flat.ts';

/** A parameter that differs. */
export interface SettingChange extends Changed {
  /** What the parameter means, in the words of the published schema; undefined where its name must do. */
  meaning: string | undefined;
}

/** What speaks about a version; no score follows from it. */
const NOTES = /^(?:version|status|published|summary|changes|decisions)(?:\.|$)|\.why(?:\.|$)/;
const WEIGHTS = /^frameworks\.[^.]+\.(?:weight$|dimensions\.)/;

/** Parameters whose values differ, in the order of the older method, then what is new. */
export function settingChanges(was: Method, is: Method, language: Language): SettingChange[] {
  return changesBetween(was, is)
    .filter(({ path }) => !NOTES.test(path) && !WEIGHTS.test(path))
    .map((change) => ({ ...change, meaning: meaningOf(change.path, language) }));
}

/** The description that the schema of method.yaml gives a path, or the nearest part of it that has one. */
function meaningOf(path: string, language: Language): string | undefined {
  let here: z.core.$ZodType | undefined = method;
  let found: string | undefined;
  for (const step of path.split('.')) {
    here = here && inside(here, step);
    const description: unknown = here && z.globalRegistry.get(here as z.ZodType)?.description;
    if (typeof description === 'string') found = description;
  }
  if (found === undefined) return undefined;
  // `said` writes both languages as "English / 中文".
  const cut = found.indexOf(' / ');
  return cut < 0 ? found : language === 'en' ? found.slice(0, cut) : found.slice(cut + 3);
}

/** The shape of one part of a map, through defaults and what may be left out. */
function inside(shape: z.core.$ZodType, step: string): z.core.$ZodType | undefined {
  if (shape instanceof z.ZodDefault || shape instanceof z.ZodOptional) return inside(shape.unwrap(), step);
  if (shape instanceof z.ZodObject) return shape.shape[step] as z.core.$ZodType | undefined;
  return shape instanceof z.ZodRecord ? shape.valueType : undefined;
}
