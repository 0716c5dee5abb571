/** Rules of ids, references and order that hold in any file, and what the rest of a workspace may refer to. */
import type { Rules } from '../../schema/problem.ts';

import type { CaseFile } from '../../schema/case.ts';
import type { ReviewTable } from '../../schema/dataset.ts';
import type { Directory } from '../../schema/directory.ts';
import type { Criterion, Framework } from '../../schema/framework.ts';
import type { Path } from '../../schema/plain-data.ts';
import type { VendorFile } from '../../schema/vendor.ts';
import { amongst } from '../nearest.ts';
import type { Params, Report } from '../report.ts';
import type { RuleId } from '../rules.ts';
import type { Checked } from '../shape.ts';

export const REFERENCES_RULES = {
  'duplicate-id': {
    severity: 'error',
    en: ['"{found}" a second time', 'every id once', 'give one of the two another id'],
    zh: ['“{found}”重复出现', '不重复的编号', '给其中一个换编号'],
  },
  'duplicate-entry': {
    severity: 'error',
    en: ['"{found}" a second time', 'every entry once', 'take out one of the two'],
    zh: ['“{found}”重复出现', '不重复的条目', '删除其中一个'],
  },
  'future-date': {
    severity: 'error',
    en: [
      '{found}',
      'nothing later than {limit}, the day that the data are as of',
      'check the date; if it is right, leave it: an editor moves asOf in data/release.yaml before this is merged',
    ],
    zh: [
      '{found}',
      '不晚于 {limit}（数据截至的日期）',
      '核对日期；日期没写错就不用改，编辑合并之前会先把 data/release.yaml 的 asOf 往后移',
    ],
  },
  'date-order': {
    severity: 'error',
    en: ['{found}', 'not later than {other} ({limit})', 'check both dates'],
    zh: ['{found}', '不晚于 {other}（{limit}）', '核对两个日期'],
  },
  'framework-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a framework in content/frameworks/: {list}', 'write the id of a framework'],
    zh: ['“{found}”', 'content/frameworks/ 中的框架之一：{list}', '改成框架编号'],
  },
  'dimension-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a dimension in content/frameworks/{framework}.yaml: {list}', 'write the id of a dimension'],
    zh: ['“{found}”', 'content/frameworks/{framework}.yaml 中的维度之一：{list}', '改成维度编号'],
  },
  'criterion-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a criterion in content/frameworks/{framework}.yaml: {list}', 'write the id of a criterion'],
    zh: ['“{found}”', 'content/frameworks/{framework}.yaml 中的指标之一：{list}', '改成指标编号'],
  },
  'vendor-unknown': {
    severity: 'error',
    en: [
      '"{found}"',
      'a vendor, by the name of its file in data/vendors/ without .yaml',
      'correct the name, or add the vendor file',
    ],
    zh: ['“{found}”', '服务商文件名（data/vendors/ 下，不带 .yaml）', '改正名称，或补上服务商文件'],
  },
  'review-unknown': {
    severity: 'error',
    en: ['"{found}"', 'the id of a review in data/reviews/', 'copy the id from the CSV'],
    zh: ['“{found}”', 'data/reviews/ 中的评价编号', '从 CSV 中复制编号'],
  },
  'review-of-another': {
    severity: 'error',
    en: ['"{found}", a review of {other}', 'a review of this vendor', 'copy the right id from the CSV'],
    zh: ['“{found}”，它是对 {other} 的评价', '对本服务商的评价', '从 CSV 中复制正确的编号'],
  },
} as const satisfies Rules;

/** A framework with its criteria by id. */
export interface FrameworkIndex {
  framework: Framework;
  criteria: ReadonlyMap<string, Criterion>;
}

/** What the rest of a workspace may refer to. Where a part is faulty, references to it are not judged. */
export interface References {
  /** The day that counts as today; undefined when the release is faulty. */
  asOf: string | undefined;
  /** Undefined when faulty. */
  directory: Directory | undefined;
  /** By id; undefined for one whose file is faulty. */
  frameworks: ReadonlyMap<string, FrameworkIndex | undefined>;
  /** Slugs, faulty files included. */
  vendors: ReadonlySet<string>;
  /** Paths of evidence files. */
  evidence: ReadonlySet<string>;
}

/** A framework with what rules look up in it. */
export function indexOf(framework: Framework): FrameworkIndex {
  const criteria = new Map(framework.dimensions.flatMap((d) => d.criteria).map((c) => [c.id, c]));
  return { framework, criteria };
}

/** What is wrong with `framework/criterion`; nothing when it exists or its framework cannot be judged. */
export function criterionFault(ref: string, known: References): { rule: RuleId; params: Params } | undefined {
  const [frameworkId = '', criterionId = ''] = ref.split('/');
  if (!known.frameworks.has(frameworkId))
    return { rule: 'framework-unknown', params: amongst(frameworkId, known.frameworks.keys()) };
  const index = known.frameworks.get(frameworkId);
  if (index === undefined || index.criteria.has(criterionId)) return undefined;
  return {
    rule: 'criterion-unknown',
    params: { ...amongst(criterionId, index.criteria.keys()), framework: frameworkId },
  };
}

/**
 * Reports the second and every later entry with the same id.
 * @param at path of the list.
 */
export function uniqueIds(
  checked: Checked<unknown>,
  at: Path,
  entries: readonly { id: string }[],
  report: Report,
): void {
  const seen = new Set<string>();
  for (const [i, { id }] of entries.entries()) {
    if (seen.has(id)) report.yaml(checked.file, [...at, i, 'id'], 'duplicate-id', { found: id });
    seen.add(id);
  }
}

/**
 * Reports the second and every later of equal words in a list of words.
 * @param at path of the list.
 */
export function uniqueWords(checked: Checked<unknown>, at: Path, words: readonly string[], report: Report): void {
  if (words.length < 2) return;
  const seen = new Set<string>();
  for (const [i, word] of words.entries()) {
    if (seen.has(word)) report.yaml(checked.file, [...at, i], 'duplicate-entry', { found: word });
    seen.add(word);
  }
}

/** Slug of the vendor and day of the review, in days since 1970-01-01, by review id. */
export type ReviewOwners = ReadonlyMap<string, { vendor: string; day: number }>;

/**
 * Which vendor each review belongs to and of which day it is, for those reviews that replies and cases refer to. One pass over
 * the reviews, and none when nothing refers to any.
 */
export function reviewOwners(
  reviews: ReviewTable,
  slugs: readonly string[],
  vendors: readonly Checked<VendorFile>[],
  cases: readonly Checked<CaseFile>[],
): ReviewOwners {
  const wanted = new Set<string>();
  for (const { data } of vendors) for (const { to } of data.replies) if ('review' in to) wanted.add(to.review);
  for (const { data } of cases) if ('review' in data.about) wanted.add(data.about.review);
  const owners = new Map<string, { vendor: string; day: number }>();
  if (wanted.size === 0) return owners;
  for (let i = 0; i < reviews.count; i++) {
    const id = reviews.id[i] ?? '';
    if (wanted.has(id)) owners.set(id, { vendor: slugs[reviews.vendor[i] ?? -1] ?? '', day: reviews.day[i] });
  }
  return owners;
}
