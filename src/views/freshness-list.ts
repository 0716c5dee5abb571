/** The freshness report as Markdown. It holds ids, fields and days only, which no file can make mean anything else. */
import { freshnessLabels } from '../i18n/labels/freshness.ts';
import { number } from '../i18n/numbers.ts';
import type { Language } from '../schema/text.ts';
import type { Aged, Freshness } from './freshness.ts';

/** Entries of one list that are told. */
const MOST_TOLD = 100;

/** The whole report; ends with a line feed. */
export function freshnessMarkdown(report: Freshness, language: Language): string {
  const t = freshnessLabels[language];
  const lists = (Object.keys(t.lists) as (keyof typeof t.lists)[]).filter((key) => report[key].length > 0);
  const sections = lists.flatMap((key) => {
    const entries: readonly (Omit<Aged, 'on' | 'days'> & Partial<Aged>)[] = report[key];
    const lines = entries.slice(0, MOST_TOLD).map(({ vendor, what, on, days }) => {
      const when = on === undefined || days === undefined ? '' : ` ${t.since(on, number(days))}`;
      return `- \`${vendor}\`${what === '' ? '' : ` \`${what}\``}${when}`;
    });
    const more = entries.length - MOST_TOLD;
    return ['', `### ${t.count(t.lists[key], number(entries.length))}`, '', ...lines, ...(more > 0 ? [`- ${t.more(number(more))}`] : [])];
  });
  return [`## ${t.title(report.asOf)}`, ...(lists.length === 0 ? ['', t.nothing] : sections), ''].join('\n');
}
