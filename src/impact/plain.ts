/** The report as plain text, for a terminal: no markup, and nothing in it that a terminal would obey. */
import type { ImpactReport } from '../schema/impact.ts';
import { HIDDEN_CHARACTERS, type Language } from '../schema/text.ts';
import { reportLines } from './report.ts';
import type { Item, Writer } from './report-words.ts';

/** The whole report; ends with a line feed. */
export function impactText(report: ImpactReport, language: Language): string {
  return [...reportLines(report, PLAIN, language), ''].join('\n');
}

/** Longest text of a stranger that is shown whole. */
const LONGEST = 120;
const HIDDEN = new RegExp(HIDDEN_CHARACTERS.source, 'gu');
/** Characters that take two columns of a terminal. */
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;

/** `text` on one line without control, bidirectional, zero-width and other hidden characters, shortened. */
export function plainText(text: string): string {
  const shown = text
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .replace(HIDDEN, '')
    .trim();
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST).replace(HIDDEN, '')}…` : shown;
}

const PLAIN: Writer = {
  foreign: plainText,
  code: plainText,
  strong: (text) => text,
  heading: (level, text) => [text, (level === 2 ? '=' : '-').repeat(width(text))],
  list: (items) => listed(items, 0),
  table: (heads, rows) => {
    const widths = heads.map((head, c) => Math.max(...[head, ...rows.map((row) => row[c] ?? '')].map(width)));
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, c) => cell + ' '.repeat((widths[c] ?? 0) - width(cell)))
        .join('  ')
        .trimEnd();
    return [line(heads), line(widths.map((w) => '-'.repeat(w))), ...rows.map(line)];
  },
  fold: (summary, lines) => [summary, '', ...lines],
};

function listed(items: readonly Item[], depth: number): string[] {
  return items.flatMap(({ text, items: inner = [] }) => [
    `${'   '.repeat(depth)} - ${text}`,
    ...listed(inner, depth + 1),
  ]);
}

/** Columns of a terminal. */
function width(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}
