/** The report as plain text, for a terminal: no markup, and nothing in it that a terminal would obey. */
import type { ImpactReport } from '../schema/impact.ts';
import { HIDDEN_CHARACTERS, type Language } from '../schema/text.ts';
import { reportLines } from './report.ts';
import type { Item, Writer } from './report-words.ts';
import { textWidth } from '../schema/text-width.ts';

/** The whole report; ends with a line feed. */
export function impactText(report: ImpactReport, language: Language): string {
  return [...reportLines(report, PLAIN, language), ''].join('\n');
}

/** Longest text of a stranger that is shown whole. */
const LONGEST = 120;
const HIDDEN = new RegExp(HIDDEN_CHARACTERS.source, 'gu');

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
  heading: (level, text) => [text, (level === 2 ? '=' : '-').repeat(textWidth(text))],
  list: (items) => listed(items, 0),
  table: (heads, rows) => {
    const widths = heads.map((head, c) => Math.max(...[head, ...rows.map((row) => row[c] ?? '')].map(textWidth)));
    const line = (cells: readonly string[]): string =>
      cells
        .map((cell, c) => cell + ' '.repeat((widths[c] ?? 0) - textWidth(cell)))
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
