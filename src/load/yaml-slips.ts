/**
 * Slips of the pen that break a YAML file: full-width punctuation, no blank after a colon, tabs as indentation. The parser
 * tells what it stumbled over, often lines later; here the likely slips are put right one after the other, and those that
 * help are told instead.
 */
import { isScalar, visit, type Document } from 'yaml';
import { FULL_WIDTH, ODD_BLANKS, PLAIN_OF, shownPlain } from '../schema/full-width.ts';
import type { ReadingRule } from './rules.ts';

/** One slip: line and character counted from 0. */
export interface Slip {
  line: number;
  at: number;
  rule: ReadingRule;
  params: Readonly<Record<string, string | number>>;
}

/** A text with its slips put right, line by line. */
export interface Mended {
  lines: readonly string[];
  slips: readonly Slip[];
}

/** Parses a text; undefined when it is nested too deep for that. */
type Parser = (text: string) => Document.Parsed | undefined;

/** Parses that one file may cost, by its length: about two megabytes of text in all. */
const MOST = { parses: 80, characters: 2_000_000 };

/** Key, then a full-width colon, or a plain one with the value right behind it (but no `https://`). */
const KEY = /^((?: |- )*)([A-Za-z][\w-]*)(：|:(?=[^\s:/]))[ \u3000]*/u;

/** Full-width characters that are tried together, since they come in pairs. */
const KINDS = [/[，、]/gu, /：/gu, /[“”＂]/gu, /[｛｝]/gu, /[【】［］]/gu, /[，、：“”＂｛｝【】［］]/gu];

/** Finds the slips of a text that `parse` finds errors in; none when something else is wrong. */
export function mendSlips(text: string, parse: Parser): Mended {
  let lines: readonly string[] = text.split('\n');
  let left = Math.min(MOST.parses, Math.ceil(MOST.characters / (text.length + 1)));
  const errorsIn = (all: readonly string[]): number => parse(all.join('\n'))?.errors.length ?? Infinity;
  let errors = errorsIn(lines);
  const slips: Slip[] = [];
  /** Keeps line `i` as `fixed` when that leaves fewer errors, or no more and a key at `keyAt`. */
  const kept = (i: number, fixed: string, keyAt?: number): boolean => {
    if (left-- <= 0) return false;
    const tried = lines.with(i, fixed);
    const document = parse(tried.join('\n'));
    const helps =
      document !== undefined &&
      (document.errors.length < errors || (document.errors.length === errors && keyAt !== undefined));
    if (
      !helps ||
      (keyAt !== undefined &&
        !hasKeyAt(
          document,
          lines.slice(0, i).reduce((sum, l) => sum + l.length + 1, keyAt),
        ))
    )
      return false;
    lines = tried;
    errors = document.errors.length;
    return true;
  };

  /** Puts spaces for other blanks at the beginning of lines, all at once, when that helps. */
  function level(): void {
    const spaced = lines.map((line) =>
      line.replace(/^[ \t\u00A0\u3000]+(?=\S)/u, (blanks) =>
        blanks.replace(/[\t\u3000]/gu, '  ').replaceAll('\u00A0', ' '),
      ),
    );
    const indented = lines.flatMap((line, i) => (line === spaced[i] ? [] : [i]));
    const [first] = indented;
    if (first === undefined || errors === 0 || errorsIn(spaced) >= errors) return;
    const at = (lines[first] ?? '').search(ODD_BLANKS);
    slips.push({
      line: first,
      at,
      rule: 'yaml-blank',
      params: { found: blankName(lines[first]?.[at]), lines: indented.length },
    });
    lines = spaced;
    errors = errorsIn(lines);
  }

  level();
  const keyed = lines.flatMap((line, i) => (KEY.test(line) ? [i] : []));
  for (const i of keyed) {
    const line = lines[i] ?? '';
    const [whole = '', before = '', key = '', colon = ''] = KEY.exec(line) ?? [];
    if (!kept(i, `${before}${key}: ${line.slice(whole.length)}`.trimEnd(), before.length)) continue;
    const at = before.length;
    if (colon === ':')
      slips.push({ line: i, at, rule: 'yaml-colon-blank', params: { found: `${key}:…`, write: shownPlain(':', key) } });
    else
      slips.push({
        line: i,
        at: at + key.length,
        rule: 'yaml-full-width',
        params: { found: colon, expected: ':', write: shownPlain(':', key) },
      });
  }

  // A key just mended may be what lets the tabs below it count.
  level();

  const written = lines.flatMap((line, i) =>
    FULL_WIDTH.test(line) && /[[\]{}"｛｝【】［］“”＂]/u.test(line) ? [i] : [],
  );
  for (const i of errors === 0 ? [] : written) {
    if (errors === 0) break;
    const line = lines[i] ?? '';
    const kind = KINDS.find(
      (k) =>
        line.search(k) >= 0 &&
        kept(
          i,
          line.replace(k, (c) => plain(c)),
        ),
    );
    if (kind === undefined) continue;
    const at = line.search(kind);
    const found = line[at] ?? '';
    const key = /([A-Za-z][\w-]*)$/.exec(line.slice(Math.max(0, at - 64), at))?.[1] ?? '';
    slips.push({
      line: i,
      at,
      rule: 'yaml-full-width',
      params: { found, expected: PLAIN_OF[found] ?? '', write: shownPlain(PLAIN_OF[found] ?? '', key) },
    });
  }
  return { lines, slips };
}

function plain(character: string): string {
  const one = PLAIN_OF[character] ?? character;
  return one === ',' || one === ':' ? `${one} ` : one;
}

/** A word of the table `blank`. */
function blankName(character: string | undefined): string {
  return character === '\t' ? 'tab' : character === '\u3000' ? 'wide' : 'fixed';
}

/** Whether a pair of the document has its key at `offset`. */
function hasKeyAt(document: Document.Parsed, offset: number): boolean {
  let found = false;
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.range?.[0] === offset) found = true;
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}
