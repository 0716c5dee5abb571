/**
 * The small shapes that every other schema is made of: safe text, ids, dates, links, bilingual text.
 * All are checks without transforms, so that each can be published as JSON Schema.
 */
import * as z from 'zod';

/**
 * Characters that can hide or reorder what a person reads: C0/C1 controls (tab and line feed excepted),
 * soft hyphen, zero-width characters, bidirectional controls, byte order marks, interlinear anchors, tag characters,
 * variation selectors of the supplementary plane, and lone surrogates.
 */
export const HIDDEN_CHARACTERS =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u2028-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E01EF}]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;

const INVISIBLE = new RegExp(`[\\n\\t]|${HIDDEN_CHARACTERS.source}`, 'gu');

/**
 * `text` on one line with nothing hidden: control, bidirectional, zero-width and other invisible characters as `\u{…}`,
 * line feeds and tabs as `\n` and `\t`, at most `longest` UTF-16 units before an ellipsis.
 */
export function printable(text: string, longest = 80): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.replace(INVISIBLE, (character) => {
    if (character === '\n') return '\\n';
    if (character === '\t') return '\\t';
    return `\\u{${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}}`;
  });
}

/** More marks on one character than any script needs: they spill over the lines around them. */
const STACKED_MARKS = /\p{Mn}{5}/u;

/** Something to see: no text is of blanks alone, the blank of the braille patterns among them. */
export const VISIBLE = /[^\s\u2800\p{M}]/u;

/** A description of a schema in both languages, for its metadata. */
export function describe(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** The description that `describe` gave a schema itself; undefined without one. */
export function descriptionOf(schema: z.core.$ZodType): Bilingual | undefined {
  const { zh, en } = z.globalRegistry.get(schema) ?? {};
  return typeof zh === 'string' && typeof en === 'string' ? { zh, en } : undefined;
}

/** One line of plain text, 1..`max` UTF-16 units, without hidden characters or surrounding blanks. */
export function line(max = 200) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((s) => !HIDDEN_CHARACTERS.test(s) && !/[\n\t]/.test(s), { error: 'hidden-characters', abort: true })
    .refine((s) => !STACKED_MARKS.test(s), { error: 'stacked-marks', abort: true })
    .refine((s) => s === '' || VISIBLE.test(s), { error: 'blank-text', abort: true })
    .refine((s) => s.trim() === s, { error: 'surrounding-blanks' });
}

/** Plain text of several lines, 1..`max` UTF-16 units, without hidden characters. */
export function prose(max = 2000) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((s) => !HIDDEN_CHARACTERS.test(s), { error: 'hidden-characters', abort: true })
    .refine((s) => !STACKED_MARKS.test(s), { error: 'stacked-marks', abort: true })
    .refine((s) => s === '' || VISIBLE.test(s), { error: 'blank-text' });
}

/** The same line in both languages; both are required. For what editors write. */
export function bilingual(max = 200) {
  return z.strictObject({ zh: line(max), en: line(max) });
}

/** The same prose in both languages; both are required. For what editors write. */
export function bilingualProse(max = 2000) {
  return z.strictObject({ zh: prose(max), en: prose(max) });
}

/** Text in at least one of the two languages. For what vendors write, who may have only one. */
export function eitherLanguage(max = 500) {
  return inEither(prose(max));
}

/** One line in at least one of the two languages: names. */
export function eitherLine(max = 80) {
  return inEither(line(max));
}

function inEither(text: z.ZodString) {
  return z
    .strictObject({ zh: text.optional(), en: text.optional() })
    .refine((t) => t.zh !== undefined || t.en !== undefined, { error: 'no-language' });
}

/** Names that Windows keeps for devices: many ids become names of files and folders of the site. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * Kebab-case English identifier: `a-z0-9` words joined by single hyphens, 1..64 characters. Not `constructor`: every object of
 * JavaScript has something of that name, so that a look-up by id would find it where nothing was written.
 */
export const id = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'kebab-case' })
  .refine((s) => s !== 'constructor', { error: 'id-reserved' })
  .refine((s) => !DEVICES.test(s), { error: 'id-reserved' });

/** `<framework>/<criterion>`: names one criterion in the whole workspace (criterion ids are unique in a framework). */
export const criterionRef = z
  .string()
  .max(129)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'criterion-ref' });

/** Calendar date `YYYY-MM-DD` that exists. */
export const date = z.iso.date();

/** Calendar month `YYYY-MM`. */
export const month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, { error: 'month' });

/** Absolute https address without credentials, at most 500 characters, whose host has a dot and no blanks. */
export const httpsAddress = z.string().max(500).refine(isSafeHttpsAddress, { error: 'https-address' });

/** Whether `s` is an absolute https address with a dotted host, no credentials, no control or blank characters. */
export function isSafeHttpsAddress(s: string): boolean {
  if (!s.startsWith('https://') || /[\s<>"'`\\^{|}]/.test(s) || HIDDEN_CHARACTERS.test(s)) return false;
  let url: URL;
  try {
    url = new URL(s);
  } catch {
    return false;
  }
  return url.username === '' && url.password === '' && /\.[a-z0-9-]{2,}$/i.test(url.hostname);
}

/** A file inside the repository's `data/evidence/`, as a relative path of plain names; none that Windows keeps for devices. */
export const evidenceFile = z
  .string()
  .max(200)
  .regex(
    /^data\/evidence\/(?!(?:.*\/)?(?:con|prn|aux|nul|com\d|lpt\d)[/.])(?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.(?:pdf|png|jpg|webp|txt|csv)$/,
    {
      error: 'evidence-file',
    },
  );

/** Text in both languages. */
export type Bilingual = { zh: string; en: string };
/** Text in one language or both. */
export type EitherLanguage = { zh?: string | undefined; en?: string | undefined };
/** The site's languages; the first is the default and lives at `/`. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
