/** The freshness report as Markdown. It holds ids, fields, paths, numbers and days only, which no file can make mean anything else. */
import { freshnessLabels } from '../../i18n/labels/freshness.ts';
import { number } from '../../i18n/numbers.ts';
import type { Language } from '../../schema/text.ts';
import type { Due, Freshness } from './freshness.ts';

/** Entries of one list that are told. */
const MOST_TOLD = 100;

/** The whole report; ends with a line feed. */
export function freshnessMarkdown({ asOf, lists }: Freshness, language: Language): string {
  const t = freshnessLabels[language];
  const filled = lists.filter(({ entries }) => entries.length > 0);
  const sections = filled.flatMap(({ kind, entries }) => {
    const more = entries.length - MOST_TOLD;
    const lines = entries.slice(0, MOST_TOLD).map((due) => `- ${line(due, language)}`);
    return [
      '',
      `### ${t.count(t.lists[kind], number(entries.length))}`,
      '',
      ...lines,
      ...(more > 0 ? [`- ${t.more(number(more))}`] : []),
    ];
  });
  return [`## ${t.titleOn(asOf)}`, ...(filled.length === 0 ? ['', t.nothing] : sections), ''].join('\n');
}

function line({ vendor, what, on, days, count }: Due, language: Language): string {
  const t = freshnessLabels[language];
  return [
    ...[vendor, what].filter((word) => word !== undefined && word !== '').map((word) => `\`${word}\``),
    ...(count === undefined ? [] : [t.rows(number(count))]),
    ...(on === undefined || days === undefined ? [] : [t.since(on, number(days))]),
  ].join(' ');
}
