/** The report as Markdown, for a file or a comment under a pull request. Whatever comes from files is escaped. */
import { printable } from '../schema/text.ts';
import type { ImpactReport } from '../schema/impact.ts';
import type { Language } from '../schema/text.ts';
import type { Item, Writer } from './report-words.ts';
import { reportLines } from './report.ts';

/** The whole report; ends with a line feed. */
export function impactMarkdown(report: ImpactReport, language: Language): string {
  return [...reportLines(report, MARKDOWN, language), ''].join('\n');
}

const MARKDOWN: Writer = {
  foreign: escapeMarkdown,
  code: codeMarkdown,
  strong: (text) => `**${text}**`,
  heading: (level, text) => [`${'#'.repeat(level)} ${text}`],
  list: (items) => listed(items, 0),
  table: (heads, rows) => [row(heads), row(heads.map(() => '---')), ...rows.map(row)],
  fold: (summary, lines) => [`<details><summary>${summary}</summary>`, '', ...lines, '', '</details>'],
};

function listed(items: readonly Item[], depth: number): string[] {
  return items.flatMap(({ text, items: inner = [] }) => [
    `${'  '.repeat(depth)}- ${text}`,
    ...listed(inner, depth + 1),
  ]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

/** Longest text that is shown whole. */
const LONGEST = 120;

/**
 * `text` of unknown origin on one line as plain characters, harmless in Markdown that a repository host shows: hidden ones made visible; every sign that can start markup (emphasis, code, links,
 * images, HTML, tables, formulas, addresses) as a numeric character reference; at the beginning also those that start a
 * list or heading. `@` and `#` become their full-width forms, since hosts look for mentions and issue numbers after the
 * references have been read; for the same reason the hyphen of a ticket's number (`GH-1`) becomes one that no host looks for.
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replace(/[\r\n]+/g, ' ').trimStart(), LONGEST)
    .replace(/@/g, '＠')
    .replace(/#/g, '＃')
    .replace(/(?<=[a-z])-(?=\d)/gi, '\u2011')
    .replace(/[&<>|`*_~[\]\\{}$:!^]|^[-+=]|(?<=^\d{1,9})[.)]|(?<=www)\./gi, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** A path or id as code; text that is neither is escaped instead. */
export function codeMarkdown(text: string): string {
  return /^[\w./-]{1,200}$/.test(text) ? `\`${text}\`` : escapeMarkdown(text);
}
