/** The report of an import, for people and for tools. */
import { importLabels } from '../i18n/labels/import.ts';
import type { Language } from '../schema/text.ts';
import type { SharedDays } from '../validate/rules/reviews.ts';
import type { Tally } from './tally.ts';
import type { NameDiffers } from './vendors.ts';

/** What an import did; in a dry run, what it would do. */
export interface ImportReport {
  mapping: string;
  target: 'reviews' | 'observations' | 'answers';
  encoding: string;
  encodingProblem?: 'encoding-broken' | 'encoding-unsure';
  tally: Tally;
  created: readonly string[];
  kept: readonly string[];
  differing: readonly NameDiffers[];
  carried: number;
  lost: readonly string[];
  sharedDays?: SharedDays;
  dryRun: boolean;
  /** Paths from the workspace's root. */
  written: readonly string[];
  unchanged: number;
  /** Why nothing was written although it was no dry run. */
  refused?: 'nothing' | 'lost' | 'strict';
}

/** Lines for a terminal, the last ended. */
export function reportText(report: ImportReport, language: Language): string {
  const say = importLabels[language];
  const { tally } = report;
  const stop = language === 'zh' ? '；' : '; ';
  const lines = [
    [say.read(tally.read), say.taken(tally.taken), say.skipped(tally.skipped), say.bad(tally.bad)].join(stop),
    ...tally.reasons.map((r) => {
      const examples = r.examples.map((e) => say.line(e.line, e.found));
      if (r.count > r.examples.length) examples.push(say.more);
      const list = examples.join(language === 'zh' ? '、' : ', ');
      const column = r.column === '' ? '' : `${r.column}: `;
      return `  ${r.out === 'error' ? '!' : '-'} ${r.count} × ${column}${say.reasons[r.reason]}${language === 'zh' ? '，' : ', '}${say.lines(list)}`;
    }),
    say.encoding(report.encoding),
  ];
  if (report.encodingProblem !== undefined) {
    lines.push(`  ! ${report.encodingProblem === 'encoding-broken' ? say.brokenBytes : say.unsureEncoding}`);
  }
  lines.push([say.created(report.created.length), say.kept(report.kept.length)].join(stop));
  for (const d of report.differing) lines.push(`  ! ${say.differing(d.slug, d.file, d.rows)}`);
  if (report.carried > 0) lines.push(say.carried(report.carried));
  if (report.sharedDays !== undefined)
    lines.push(`  ! ${say.sharedDays(report.sharedDays.reviews, report.sharedDays.vendors, report.sharedDays.most)}`);
  if (report.refused === 'lost') lines.push(`! ${say.lost(report.lost.length, report.lost.slice(0, 10).join(', '))}`);
  else if (report.refused !== undefined) lines.push(`! ${say[report.refused]}`);
  else if (report.dryRun) lines.push(say.wouldWrite(report.written.length));
  else lines.push([say.wrote(report.written.length), say.same(report.unchanged)].join(stop));
  return `${lines.join('\n')}\n`;
}
