/** The steps of a mapping, compiled: each takes a text that is not empty and gives a cell or a reason. */
import { lettersOf, slugOf, wordsOf } from '../load/slug.ts';
import type { Step } from '../schema/mapping-step.ts';
import { personalData, replacePersonalData } from '../validate/personal-data.ts';
import { anyDateReader, writeMoment } from './dates.ts';
import { cutText, plainText } from './plain-text.ts';
import { fallBack, type CellOutcome } from './tally.ts';

/** What the caller provides, so that the steps stay pure: hashing, and the secrets that a mapping names. */
export interface Tools {
  /** SHA-256 of the UTF-8 text, 64 lower-case hexadecimal digits. */
  sha256: (text: string) => string;
  /** Value of the named secret. Throws when it is not set. */
  secret: (name: string) => string;
}

type Work = (text: string) => CellOutcome;

/** Compiles one step. */
export function compileStep(step: Step, tools: Tools): Work {
  switch (step.do) {
    case 'trim':
      return (text) => text.replace(/\s+/gu, ' ').trim();
    case 'plain-text':
      return (text) => plainText(text, step.lines);
    case 'redact':
      return redacted;
    case 'cut':
      return (text) => cutText(text, step.max);
    case 'lower':
      return (text) => text.toLowerCase();
    case 'words':
      return wordsOf;
    case 'slug':
      return slugStep();
    case 'affix':
      return (text) => step.before + text + step.after;
    case 'table':
      return tableStep(step);
    case 'has':
      return (text) =>
        text.split(step.separator).some((part) => part.trim() === step.item) ? step.then : step.otherwise;
    case 'number':
      return numberStep(step);
    case 'scale':
      return scaleStep(step);
    case 'date': {
      const read = anyDateReader(step.formats);
      return (text) => {
        const moment = read(text);
        const written = moment === undefined ? undefined : writeMoment(moment, step.to);
        return written ?? fallBack(step.otherwise, 'not-date', text);
      };
    }
    case 'hash': {
      const salt = step.secret === undefined ? step.salt : `${step.salt}\u0000${tools.secret(step.secret)}`;
      return (text) => {
        // All telephone numbers there are can be tried against a salt that everyone can read. A long text that holds one cannot.
        const guessable =
          step.secret === undefined
            ? personalData(text).find(({ found }) => found.length * 2 >= text.trim().length)
            : undefined;
        return guessable === undefined
          ? tools.sha256(`${salt}\u0000${text}`).slice(0, step.digits)
          : { out: 'error', reason: 'guessable', found: guessable.rule };
      };
    }
  }
}

/** Two names that only look alike in ASCII (same pinyin) must not become one vendor: a slug belongs to its first name. */
function slugStep(): Work {
  const owners = new Map<string, string>();
  const known = new Map<string, CellOutcome>();
  const work: Work = (text) => {
    const slug = slugOf(text);
    if (slug === '') return { out: 'error', reason: 'slug-empty', found: text };
    const letters = lettersOf(text);
    const owner = owners.get(slug) ?? letters;
    owners.set(slug, owner);
    return owner === letters ? slug : { out: 'error', reason: 'slug-clash', found: text };
  };
  // Few names are repeated in many rows, and pinyin is slow.
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const now = work(text);
    known.set(text, now);
    return now;
  };
}

/** A text without the personal data that it holds; everything else in it stays as it is. */
function redacted(text: string): string {
  return replacePersonalData(text, () => '[***]');
}

function tableStep(step: Extract<Step, { do: 'table' }>): Work {
  const key = (text: string) => (step.ignoreCase ? text.toLowerCase() : text);
  const table = new Map(Object.entries(step.values).map(([from, to]) => [key(from), String(to)]));
  return (text) => {
    const found = table.get(key(text));
    if (found !== undefined) return found;
    return step.otherwise === 'keep' ? text : fallBack(step.otherwise, 'not-in-table', text);
  };
}

function numberStep(step: Extract<Step, { do: 'number' }>): Work {
  const read = numberReader(step);
  return (text) => {
    const number = read(text);
    if (number === undefined) return fallBack(step.otherwise, 'not-number', text);
    const value = number * step.times;
    if (value < (step.least ?? -Infinity) || value > (step.most ?? Infinity))
      return fallBack(step.otherwise, 'out-of-range', text);
    return writeNumber(value);
  };
}

/** y = to0 + (x - from0) (to1 - to0) / (from1 - from0); `notRated` values are unknown, never the worst mark. */
function scaleStep(step: Extract<Step, { do: 'scale' }>): Work {
  const read = numberReader(PLAIN_NUMBER);
  const [from0, from1] = step.from;
  const [to0, to1] = step.to;
  const low = Math.min(from0, from1);
  const high = Math.max(from0, from1);
  return (text) => {
    const x = read(text);
    if (x === undefined) return fallBack(step.outside, 'not-number', text);
    if (step.notRated.includes(x)) return '';
    if (x < low || x > high) return fallBack(step.outside, 'out-of-scale', text);
    return writeNumber(rounded(to0 + ((x - from0) * (to1 - to0)) / (from1 - from0), step.decimals));
  };
}

/** How a foreign file writes numbers. */
interface NumberStyle {
  decimal: '.' | ',';
  group: ',' | '.' | ' ' | "'" | 'none';
  /** Texts taken away before reading, such as a currency sign. */
  remove: readonly string[];
}

export const PLAIN_NUMBER: NumberStyle = { decimal: '.', group: 'none', remove: [] };

const escaped = (s: string) => s.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * Compiles a reader of numbers. Full-width digits and signs are read as their usual forms. Groups must be of three digits, so
 * that `1,5` is not read as fifteen. Gives undefined for anything that is not one finite number.
 */
export function numberReader(style: NumberStyle): (text: string) => number | undefined {
  const decimal = escaped(style.decimal);
  const grouped =
    style.group === 'none' || style.group === style.decimal ? '' : `\\d{1,3}(?:${escaped(style.group)}\\d{3})+|`;
  const pattern = new RegExp(`^[+-]?(?:(?:${grouped}\\d+)(?:${decimal}\\d*)?|${decimal}\\d+)(?:[eE][+-]?\\d{1,3})?$`);
  return (text) => {
    let bare = text.normalize('NFKC');
    for (const removed of style.remove) bare = bare.replaceAll(removed.normalize('NFKC'), '');
    bare = bare.trim().replace(/\u2212/g, '-');
    if (!pattern.test(bare)) return undefined;
    if (style.group !== 'none') bare = bare.replaceAll(style.group, '');
    const value = Number(style.decimal === ',' ? bare.replace(',', '.') : bare);
    return Number.isFinite(value) ? value : undefined;
  };
}

/** Rounds half away from zero to `decimals` places, without the noise of binary fractions (1.005 to 2 places is 1.01). */
export function rounded(value: number, decimals: number): number {
  const shifted = Number(`${Math.abs(value).toPrecision(15)}e${decimals}`);
  if (!Number.isFinite(shifted)) return value;
  return Math.sign(value) * Number(`${Math.round(shifted)}e-${decimals}`);
}

/** Writes a number without exponent and without trailing zeros, to at most 12 places. */
export function writeNumber(value: number): string {
  const text = rounded(value, 12)
    .toFixed(12)
    .replace(/\.?0+$/, '');
  return text === '-0' ? '0' : text;
}
