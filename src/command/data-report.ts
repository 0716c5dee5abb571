/** Reads and checks a workspace's data and puts what was found into words. */
import { problemLine, problemsJson } from '../i18n/problems.ts';
import { readReleases } from '../load/releases.ts';
import { readWorkspace } from '../load/workspace.ts';
import { type Problem, WorkspaceProblems } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';
import { daysSinceEpoch } from '../score/days.ts';
import { reviewsBelowMinimum } from '../score/row-weights.ts';
import { validateWithReleases } from '../validate/releases.ts';

export interface DataReport {
  passed: boolean;
  /** Lines for a person, the last a summary; or JSON. Ends with a line feed. */
  output: string;
}

/** @param json gives the problems as JSON instead of lines. */
export async function dataReport(folder: string, language: Language, json: boolean): Promise<DataReport> {
  const { problems, counts } = await problemsOf(folder);
  const errors = problems.filter((p) => p.severity === 'error').length;
  const passed = errors === 0;
  if (json) return { passed, output: problemsJson(problems) };
  const lines = problems.map((p) => `${p.severity === 'warning' ? WARNING[language] : ''}${problemLine(p, language)}\n`);
  if (counts !== undefined && counts.tooOld > 0) lines.push(TOO_OLD[language](counts.tooOld, counts.minimumWeight));
  return { passed, output: lines.join('') + SUMMARY[language](passed, errors, problems.length - errors, counts) };
}

const WARNING = { zh: '提醒 ', en: 'warning ' };

interface Counts {
  vendors: number;
  reviews: number;
  observations: number;
  /** Published reviews whose weight is below the method's `minimumWeight`. */
  tooOld: number;
  minimumWeight: number;
}

const TOO_OLD = {
  zh: (count: number, least: number): string => `说明 有 ${count} 条评价的权重已低于 ${least}（reviews.minimumWeight），不再计入
`,
  en: (count: number, least: number): string => `note ${count} ${count === 1 ? 'review is' : 'reviews are'} not counted any more: weight below ${least} (reviews.minimumWeight)
`,
};

const SUMMARY = {
  zh: (passed: boolean, errors: number, warnings: number, counts: Counts | undefined): string => {
    const size = counts === undefined ? '' : `（服务商 ${counts.vendors}，评价 ${counts.reviews}，观察 ${counts.observations}）`;
    return `${passed ? '通过' : '未通过'}  数据：${errors} 个错误，${warnings} 个提醒${size}\n`;
  },
  en: (passed: boolean, errors: number, warnings: number, counts: Counts | undefined): string => {
    const size = counts === undefined ? '' : ` (vendors ${counts.vendors}, reviews ${counts.reviews}, observations ${counts.observations})`;
    return `${passed ? 'pass' : 'FAIL'}  data: ${errors} errors, ${warnings} warnings${size}\n`;
  },
};

async function problemsOf(folder: string): Promise<{ problems: readonly Problem[]; counts: Counts | undefined }> {
  try {
    const { dataset, warnings } = validateWithReleases(await readWorkspace(folder), await readReleases(folder));
    const { vendors, reviews, observations, method, release } = dataset;
    const tooOld = reviewsBelowMinimum(reviews, method, daysSinceEpoch(release.asOf));
    const { minimumWeight } = method.reviews;
    return { problems: warnings, counts: { vendors: vendors.length, reviews: reviews.count, observations: observations.count, tooOld, minimumWeight } };
  } catch (error) {
    if (error instanceof WorkspaceProblems) return { problems: error.problems, counts: undefined };
    throw error;
  }
}
