/** The steps of a mapping, compiled: each takes a text that is not empty and gives a cell or a reason. */
import type { Step } from '../schema/mapping-step.ts';
import { personalData, replacePersonalData } from '../validate/personal-data.ts';
import { anyDateReader } from './date-format.ts';
import { fallBack } from './left-out.ts';
import type { Made } from './left-out.ts';
import { writeMoment } from './moment.ts';
import { numberReader, PLAIN_NUMBER, rounded, writeNumber } from './number-text.ts';
import { cutText, plainText } from './plain-text.ts';
import { lettersOf, slugOf, wordsOf } from '../load/slug.ts';

/** What the outside world lends: hashing, and the secrets that a mapping names. */
export interface Tools {
  /** SHA-256 of the UTF-8 text, 64 lower-case hexadecimal digits. */
  sha256: (text: string) => string;
  /** Value of the named secret. Throws when it is not set. */
  secret: (name: string) => string;
}

type Work = (text: string) => Made;

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

/** Slugs remember whose they are: two names that only look alike in ASCII (same pinyin) must not become one vendor in silence. */
function slugStep(): Work {
  const owners = new Map<string, string>();
  const made = new Map<string, Made>();
  const work: Work = (text) => {
    const slug = slugOf(text);
    if (slug === '') return { out: 'error', reason: 'slug-empty', found: text };
    const letters = lettersOf(text);
    const owner = owners.get(slug) ?? letters;
    owners.set(slug, owner);
    return owner === letters ? slug : { out: 'error', reason: 'slug-clash', found: text };
  };
  // Few names stand in many rows, and pinyin takes its time.
  return (text) => {
    const before = made.get(text);
    if (before !== undefined) return before;
    const now = work(text);
    made.set(text, now);
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
