/** Reads and checks a workspace's data, scores it where the method has limits that may bind, and puts what was found into words. */
import { problemLine, problemsJson } from '../validate/problem-text.ts';
import { readReleases } from '../load/releases.ts';
import { readWorkspace } from '../load/workspace.ts';
import { withProse } from '../prose/check.ts';
import type { Dataset } from '../schema/dataset.ts';
import type { Problem } from '../schema/problem.ts';
import type { Language } from '../schema/text.ts';
import { dayNumber } from '../schema/day.ts';
import { bindingLimits } from '../score/limits.ts';
import { scoreMarket } from '../score/market.ts';
import { reviewsBelowMinimum } from '../score/row-weights.ts';
import { limitWarnings, validateWithReleases } from '../validate/workspace.ts';

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
  const lines = problems.map(
    (p) => `${p.severity === 'warning' ? WARNING[language] : ''}${problemLine(p, language)}\n`,
  );
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
  zh: (
    count: number,
    least: number,
  ): string => `说明 有 ${count} 条评价的权重已低于 ${least}（reviews.minimumWeight），不再计入
`,
  en: (
    count: number,
    least: number,
  ): string => `note ${count} ${count === 1 ? 'review is' : 'reviews are'} not counted any more: weight below ${least} (reviews.minimumWeight)
`,
};

const SUMMARY = {
  zh: (passed: boolean, errors: number, warnings: number, counts: Counts | undefined): string => {
    const size =
      counts === undefined ? '' : `（服务商 ${counts.vendors}，评价 ${counts.reviews}，观察 ${counts.observations}）`;
    return `${passed ? '通过' : '未通过'}  数据：${errors} 个错误，${warnings} 个提醒${size}\n`;
  },
  en: (passed: boolean, errors: number, warnings: number, counts: Counts | undefined): string => {
    const size =
      counts === undefined
        ? ''
        : ` (vendors ${counts.vendors}, reviews ${counts.reviews}, observations ${counts.observations})`;
    return `${passed ? 'pass' : 'FAIL'}  data: ${errors} errors, ${warnings} warnings${size}\n`;
  },
};

/** Every problem of a workspace, warnings among them; how much data there is, unless errors keep it from being known. */
async function problemsOf(folder: string): Promise<{ problems: readonly Problem[]; counts: Counts | undefined }> {
  const { dataset, problems } = await checkWorkspace(folder);
  if (dataset === undefined) return { problems, counts: undefined };
  const { vendors, reviews, observations, method, release } = dataset;
  const tooOld = reviewsBelowMinimum(reviews, method, dayNumber(release.asOf));
  const { minimumWeight } = method.reviews;
  return {
    problems,
    counts: {
      vendors: vendors.length,
      reviews: reviews.count,
      observations: observations.count,
      tooOld,
      minimumWeight,
    },
  };
}

/** Everything that is wrong with a workspace: its data, its releases, its texts, and limits of its method that bind. */
export async function checkWorkspace(folder: string): Promise<{ dataset?: Dataset; problems: Problem[] }> {
  const raw = await readWorkspace(folder);
  const { dataset, releases, problems } = validateWithReleases(raw, await readReleases(folder));
  if (dataset === undefined) return withProse(folder, { problems });
  const { method } = dataset;
  // Scoring takes time: only where the method has such a limit at all.
  const limited = method.normalisation === 'zscore' || method.aggregation !== 'arithmetic';
  const limits = limited
    ? limitWarnings(raw, method.version, bindingLimits(dataset, scoreMarket(dataset, { draws: 0 })))
    : [];
  const all = withProse(folder, { known: { dataset, releases }, problems: [...problems, ...limits] });
  return { dataset, problems: all.problems };
}
