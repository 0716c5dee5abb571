/** What the single settings of a method are called, wherever two methods are held side by side. */
import * as z from 'zod';
import { type Changed, changesBetween } from './plain-data.ts';
import { type Method, method } from './method.ts';
import { type Bilingual, descriptionOf } from './text.ts';

/** What speaks about a version; no score follows from it. */
const NOTES = /^(?:version|status|published|summary|changes|decisions)(?:\.|$)|\.why(?:\.|$)/;

/** Settings whose values differ, by dotted path, in the order of the older method, then what is new; notes left out. */
export function changedSettings(was: Method, is: Method): Changed[] {
  return changesBetween(was, is).filter(({ path }) => !NOTES.test(path));
}

/** The description that the schema of method.yaml gives a path, or the nearest part of it that has one; undefined without. */
export function settingMeaning(path: string): Bilingual | undefined {
  let here: z.core.$ZodType | undefined = method;
  let found: Bilingual | undefined;
  for (const step of path.split('.')) {
    here = here && inside(here, step);
    found = (here && descriptionOf(here)) ?? found;
  }
  return found;
}

/** The shape of one part of a map, through defaults and what may be left out. */
function inside(shape: z.core.$ZodType, step: string): z.core.$ZodType | undefined {
  if (shape instanceof z.ZodDefault || shape instanceof z.ZodOptional) return inside(shape.unwrap(), step);
  if (shape instanceof z.ZodObject)
    return Object.hasOwn(shape.shape, step) ? (shape.shape[step] as z.core.$ZodType | undefined) : undefined;
  return shape instanceof z.ZodRecord ? shape.valueType : undefined;
}
