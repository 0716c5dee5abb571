/** The report as Markdown, for a file or a comment under a pull request. Whatever comes from files is escaped. */
import type { ImpactReport } from '../schema/impact.ts';
import type { Language } from '../schema/text.ts';
import { codeMarkdown, escapeMarkdown } from './escape.ts';
import { reportLines } from './report.ts';
import type { Item, Writer } from './writer.ts';

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
