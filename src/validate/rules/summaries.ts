/** `data/summaries/*.json`: sums over reviews, each vendor's in one place and all by the rules of the workspace. */
import type { RawYaml } from '../../load/raw.ts';
import type { ReviewTable, Summarised } from '../../schema/dataset.ts';
import type { Method } from '../../schema/method.ts';
import type { Rules } from '../../schema/problem.ts';
import type { Questionnaire } from '../../schema/questionnaire.ts';
import type { Release } from '../../schema/site.ts';
import { SUMMARISE_COMMAND, type VendorSums, outdatedSums, summariesFile } from '../../schema/summaries.ts';
import type { Report } from '../report.ts';
import { checkShape } from '../shape.ts';

export const SUMMARIES_RULES = {
  'summaries-stale': {
    severity: 'error',
    en: [
      'sums over reviews for another {field} ({found})',
      '{expected}, as the workspace has it',
      'summarise the reviews again: {command}',
    ],
    zh: ['评价汇总所依据的 {field} 不同（{found}）', '与工作区一致：{expected}', '重新汇总评价：{command}'],
  },
  'summaries-twice': {
    severity: 'error',
    en: [
      'reviews of "{found}" both here and in {other}',
      'all reviews of a vendor in one place, since sums of parts do not know of each other',
      'summarise all of its reviews together, or leave them all as rows',
    ],
    zh: [
      '“{found}”的评价既在这里，也在 {other}',
      '一家服务商的评价全部在一处，因为分开算的和互不知情',
      '把它的评价一起汇总，或全部保留为逐条的表',
    ],
  },
  'summaries-question': {
    severity: 'error',
    en: ['sums for "{found}"', 'questions of content/questionnaire.yaml', 'summarise the reviews again: {command}'],
    zh: ['“{found}”的汇总', 'content/questionnaire.yaml 中的题目', '重新汇总评价：{command}'],
  },
} as const satisfies Rules;

/**
 * Reads all of them; undefined when there are none.
 * @param editorial what they must fit; nothing is compared while it is faulty.
 */
export function readSummaries(
  files: readonly RawYaml[],
  slugs: readonly string[],
  reviews: ReviewTable,
  editorial: { release?: Release | undefined; method?: Method | undefined; questionnaire?: Questionnaire | undefined },
  report: Report,
): Summarised | undefined {
  const { release, method, questionnaire } = editorial;
  const byVendor = new Map<number, VendorSums>();
  const foundIn = new Map<number, string>();
  const indexes = new Map(slugs.map((slug, v) => [slug, v]));
  const questions = questionnaire && new Set(questionnaire.questions.map((q) => q.id));
  const withRows = new Set(files.length === 0 ? [] : reviews.vendor);
  let computedFrom: Summarised['computedFrom'] | undefined;
  for (const raw of files) {
    const checked = checkShape(summariesFile, raw, report);
    if (checked === undefined) continue;
    const { file, data } = checked;
    const changed =
      release && method && questionnaire && outdatedSums(data.computedFrom, { release, method, questionnaire });
    if (changed)
      report.yaml(file, ['computedFrom'], 'summaries-stale', {
        field: changed.path,
        found: changed.was ?? '-',
        expected: changed.is ?? '-',
        command: SUMMARISE_COMMAND,
      });
    computedFrom ??= data.computedFrom;
    for (const [slug, sums] of Object.entries(data.vendors)) {
      const at = ['vendors', slug];
      const v = indexes.get(slug);
      if (v === undefined) {
        report.yaml(file, at, 'vendor-unknown', { found: slug }, 'key');
        continue;
      }
      const other = foundIn.get(v) ?? (withRows.has(v) ? 'data/reviews' : undefined);
      if (other !== undefined) report.yaml(file, at, 'summaries-twice', { found: slug, other }, 'key');
      const asked = [...Object.keys(sums.measures), ...sums.pairs.flatMap(([a, b]) => [a, b])];
      const foreign = questions && asked.find((id) => !questions.has(id));
      if (foreign !== undefined)
        report.yaml(file, at, 'summaries-question', { found: foreign, command: SUMMARISE_COMMAND }, 'key');
      foundIn.set(v, file.path);
      byVendor.set(v, sums);
    }
  }
  return computedFrom && { computedFrom, byVendor };
}
