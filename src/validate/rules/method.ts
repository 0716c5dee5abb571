/** Rules of `content/methodology/`: folder name, order of numbers, weights, goalposts, priorities, decisions, and figures computed by a method. */
import type { Rules } from '../../schema/problem.ts';

import type { RawMethod, RawYaml } from '../../load/raw.ts';
import type { InputFile } from '../../schema/dataset.ts';
import type { Framework } from '../../schema/framework.ts';
import { HOLD_OUT_COMMAND, changedSince, fallsShort, type HoldOutFile } from '../../schema/holdout.ts';
import type { Method } from '../../schema/method.ts';
import type { Path } from '../../schema/plain-data.ts';
import type { Questionnaire } from '../../schema/questionnaire.ts';
import type { Release, Site } from '../../schema/site.ts';
import { amongst } from '../nearest.ts';
import type { Report } from '../report.ts';
import type { Checked } from '../shape.ts';
import { type References, uniqueIds, uniqueWords } from './references.ts';

export const METHOD_RULES = {
  'method-folder': {
    severity: 'error',
    en: ['"{found}"', '"{expected}", the name of the folder', 'make version and folder name the same'],
    zh: ['“{found}”', '与文件夹同名的“{expected}”', '让版本号与文件夹名一致'],
  },
  'methodology-unknown': {
    severity: 'error',
    en: ['"{found}"', 'a folder of content/methodology/: {list}', 'write one of these versions'],
    zh: ['“{found}”', 'content/methodology/ 下的版本之一：{list}', '改成其中一个'],
  },
  'weight-missing': {
    severity: 'error',
    en: ['no weight for {expected}', 'a weight for each of them (0 leaves it out of the score)', 'add {expected}'],
    zh: ['缺少权重', '{expected} 的权重（0 表示不计入）', '补上 {expected}'],
  },
  'weights-zero': {
    severity: 'error',
    en: ['weights that are all 0', 'at least one weight above 0', 'give one of them a weight'],
    zh: ['权重全为 0', '至少一个权重大于 0', '给其中一个设权重'],
  },
  'tiers-order': {
    severity: 'error',
    en: ['{found}', 'at most {limit}, what {than} counts: better evidence never counts less', 'lower it'],
    zh: ['{found}', '不超过 {limit} 的值（{than} 的系数；证据越可信，系数越高）', '调低'],
  },
  'range-order': {
    severity: 'error',
    en: ['{found}', 'at most {limit} ({upper})', 'swap or correct the two ends'],
    zh: ['{found}', '不超过 {limit}（{upper}）', '对调或改正两端'],
  },
  'minimum-dimensions': {
    severity: 'error',
    en: ['{found}', 'at most {limit}, the number of dimensions with a weight above 0', 'lower it'],
    zh: ['{found}', '不超过 {limit}，即权重大于 0 的维度数', '调低'],
  },
  'goalposts-unknown': {
    severity: 'error',
    en: [
      '"{found}"',
      'goalposts in content/methodology/{method}/method.yaml: {list}',
      'write one of these, or add the goalposts',
    ],
    zh: [
      '“{found}”',
      'content/methodology/{method}/method.yaml 中的目标区间之一：{list}',
      '改成其中一个，或补上该区间',
    ],
  },
  'goalposts-unused': {
    severity: 'warning',
    en: ['the goalposts "{found}", which nothing uses', 'goalposts that a measure uses', 'take them out'],
    zh: ['目标区间“{found}”没有被用到', '有计量在用的目标区间', '删除'],
  },
  'goalposts-misplaced': {
    severity: 'error',
    en: ['goalposts for a {kind}', 'goalposts for durations only', 'take out the line'],
    zh: ['给 {kind} 设了目标区间', '只用于时长的目标区间', '删除这一行'],
  },
  'points-cut': {
    severity: 'warning',
    en: [
      '{found} of {of} standard scores beyond 0..100, which count as 0 or 100',
      'a spread at which none is cut',
      'write {limit} or less, unless the cut is meant',
    ],
    zh: [
      '{of} 个标准分中有 {found} 个超出 0 至 100，按 0 或 100 计',
      '截不到任何标准分的 spread',
      '改为 {limit} 或更小；有意截断则不必改',
    ],
  },
  'mean-floored': {
    severity: 'warning',
    en: [
      '{found} of {of} scores below 1, which the {kind|mean} mean counts as 1',
      'scores of at least 1, where a geometric or harmonic mean is taken',
      'take the arithmetic mean, or let it be if the floor is meant',
    ],
    zh: [
      '{of} 个得分中有 {found} 个低于 1，在{kind|mean}平均中按 1 计',
      '采用几何或调和平均时，得分不低于 1',
      '改用算术平均（arithmetic）；有意如此则不必改',
    ],
  },
  'decision-missing': {
    severity: 'error',
    en: [
      '"{found}"',
      'the number of a file in content/decisions/: {list}',
      'write the decision record, or take out the number',
    ],
    zh: ['“{found}”', 'content/decisions/ 中的编号之一：{list}', '写出该决定，或去掉编号'],
  },
  'prose-missing': {
    severity: 'warning',
    en: ['no such file', 'the text in both languages', 'write the file'],
    zh: ['没有这个文件', '两种语言都有的文字', '补写该文件'],
  },
  'changes-missing': {
    severity: 'error',
    en: [
      'a published version that does not say what it changes',
      'what changed since {before}, in both languages',
      'write one entry for each change',
    ],
    zh: ['已公布的版本没有说明改了什么', '相对 {before} 的变化，中英文都要', '每处变化写一条'],
  },
  'summary-repeated': {
    severity: 'error',
    en: ['the summary of {before} once more', 'a summary of this version', 'say what this version is'],
    zh: ['照抄 {before} 的摘要', '这一版自己的摘要', '写明这一版是什么'],
  },
  'holdout-stale': {
    severity: 'warning',
    en: [
      'figures of other data or another method ({found} was different)',
      'figures of the present data and method, which the method page prints',
      'compute them again: {command}',
    ],
    zh: ['另一份数据或方法的结果（{found} 已不同）', '与现有数据和方法相符的结果，方法页会照印', '重新计算：{command}'],
  },
  'holdout-narrow': {
    severity: 'warning',
    en: [
      'intervals of overall scores that held {found} % of the time on held-out data, split “{split}” ({low} to {high} %)',
      'about {expected} %, as they claim',
      'look for what the method does not see: a market that changes fast, rows of several kinds in one question, a fallback prior far from the data; until then the method page says that the intervals are too narrow',
    ],
    zh: [
      '留出检验（{split}）中总分的区间只有 {found}% 包含真实水平（{low}% 至 {high}%）',
      '约 {expected}%，即所声称的',
      '查找方法没有看到的原因：市场变化很快、一道题里混有几类记录、缺省值与数据相差很远；查明之前，方法页会写明区间偏窄',
    ],
  },
} as const satisfies Rules;

/** What every version must keep, also one that is long past. */
export function checkMethod(
  checked: Checked<Method>,
  raw: RawMethod,
  decisions: ReadonlySet<string>,
  asOf: string | undefined,
  report: Report,
): void {
  const { status, published } = checked.data;
  if (status === 'published' && asOf !== undefined && published > asOf)
    report.yaml(checked.file, ['published'], 'future-date', { limit: asOf });
  folderRule(checked, report);
  orderRule(checked, report);
  decisionRule(checked, decisions, report);
  for (const language of ['zh', 'en']) {
    if (!raw.prose.includes(language)) {
      const path = raw.file.path.replace(/method\.yaml$/, `${language}.mdx`);
      report.add({ path, line: 0, column: 0, field: '', rule: 'prose-missing' });
    }
  }
}

function folderRule({ file, data }: Checked<Method>, report: Report): void {
  if (data.version !== file.name) report.yaml(file, ['version'], 'method-folder', { expected: file.name });
}

/** Better evidence never counts less, and no range ends before it begins. */
function orderRule({ file, data }: Checked<Method>, report: Report): void {
  const { observed, documented, declared } = data.facts.tiers;
  if (documented > observed)
    report.yaml(file, ['facts', 'tiers', 'documented'], 'tiers-order', { than: 'observed', limit: observed });
  if (declared > documented)
    report.yaml(file, ['facts', 'tiers', 'declared'], 'tiers-order', { than: 'documented', limit: documented });
  const { kMin, kMax } = data.reviews.shrinkage;
  if (kMin !== undefined && kMax !== undefined && kMin > kMax)
    report.yaml(file, ['reviews', 'shrinkage', 'kMin'], 'range-order', { limit: kMax, upper: 'kMax' });
  const { low, high } = data.sensitivity.weightFactor;
  if (low > high)
    report.yaml(file, ['sensitivity', 'weightFactor', 'low'], 'range-order', { limit: high, upper: 'high' });
}

/**
 * A version says what it changes since the one before it, in words of its own. Drafts need not yet.
 * @param methods oldest first.
 */
export function successionRule(methods: readonly Checked<Method>[], report: Report): void {
  const finished = methods.filter((m) => m.data.status !== 'draft');
  finished.forEach(({ file, data }, i) => {
    const before = finished[i - 1]?.data;
    if (before === undefined) return;
    if (data.changes.length === 0) report.yaml(file, ['changes'], 'changes-missing', { before: before.version });
    for (const language of ['zh', 'en'] as const) {
      if (data.summary[language] === before.summary[language])
        report.yaml(file, ['summary', language], 'summary-repeated', { before: before.version });
    }
  });
}

function decisionRule(checked: Checked<Method>, decisions: ReadonlySet<string>, report: Report): void {
  uniqueWords(checked, ['decisions'], checked.data.decisions, report);
  for (const [i, number] of checked.data.decisions.entries()) {
    if (!decisions.has(number))
      report.yaml(checked.file, ['decisions', i], 'decision-missing', amongst(number, decisions));
  }
}

type FrameworkWeight = Method['frameworks'][string];
type DimensionWeight = FrameworkWeight['dimensions'][string];

export function weightRule(checked: Checked<Method>, known: References, report: Report): void {
  const { file, data } = checked;
  for (const id of known.frameworks.keys()) {
    if (!Object.hasOwn(data.frameworks, id))
      report.yaml(file, ['frameworks'], 'weight-missing', { found: '', expected: id });
  }
  for (const [id, weights] of Object.entries(data.frameworks)) {
    if (!known.frameworks.has(id))
      report.yaml(file, ['frameworks', id], 'framework-unknown', amongst(id, known.frameworks.keys()), 'key');
    const framework = known.frameworks.get(id)?.framework;
    if (framework !== undefined) frameworkRule(checked, framework, weights, report);
  }
  if (sum(Object.values(data.frameworks)) === 0) report.yaml(file, ['frameworks'], 'weights-zero', { found: 0 });
}

function frameworkRule(checked: Checked<Method>, framework: Framework, weights: FrameworkWeight, report: Report): void {
  const { file } = checked;
  const at = ['frameworks', framework.id, 'dimensions'];
  const dimensions = new Map(framework.dimensions.map((d) => [d.id, d]));
  for (const id of dimensions.keys()) {
    if (!Object.hasOwn(weights.dimensions, id)) report.yaml(file, at, 'weight-missing', { found: '', expected: id });
  }
  for (const [id, dimensionWeight] of Object.entries(weights.dimensions)) {
    const dimension = dimensions.get(id);
    if (dimension === undefined) {
      report.yaml(
        file,
        [...at, id],
        'dimension-unknown',
        { ...amongst(id, dimensions.keys()), framework: framework.id },
        'key',
      );
      continue;
    }
    criteriaRule(
      checked,
      [...at, id],
      dimension.criteria.map((c) => c.id),
      dimensionWeight,
      report,
    );
  }
  if (sum(Object.values(weights.dimensions)) === 0) report.yaml(file, at, 'weights-zero', { found: 0 });
  weights.anyOf.forEach((id, i) => {
    if (!dimensions.has(id))
      report.yaml(file, ['frameworks', framework.id, 'anyOf', i], 'dimension-unknown', {
        ...amongst(id, dimensions.keys()),
        framework: framework.id,
      });
  });
  const counted = Object.values(weights.dimensions).filter((d) => d.weight > 0).length;
  if (weights.minimumDimensions > counted) {
    report.yaml(file, ['frameworks', framework.id, 'minimumDimensions'], 'minimum-dimensions', { limit: counted });
  }
}

function criteriaRule(
  checked: Checked<Method>,
  at: readonly string[],
  ids: readonly string[],
  weights: DimensionWeight,
  report: Report,
): void {
  for (const id of Object.keys(weights.criteria)) {
    if (!ids.includes(id))
      report.yaml(
        checked.file,
        [...at, 'criteria', id],
        'criterion-unknown',
        { ...amongst(id, ids), framework: at[1] },
        'key',
      );
  }
  if (ids.every((id) => Object.hasOwn(weights.criteria, id) && weights.criteria[id] === 0))
    report.yaml(checked.file, [...at, 'criteria'], 'weights-zero', { found: 0 });
}

function sum(weights: readonly { weight: number }[]): number {
  return weights.reduce((total, { weight }) => total + weight, 0);
}

interface Naming {
  file: RawYaml;
  at: Path;
  id: string;
}

/** @param complete whether all frameworks and the questionnaire could be read; else unused goalposts cannot be told. */
export function goalpostRule(
  method: Checked<Method>,
  frameworks: readonly Checked<Framework>[],
  questionnaire: Checked<Questionnaire> | undefined,
  complete: boolean,
  report: Report,
): void {
  const known = Object.keys(method.data.goalposts);
  const namings = [
    ...frameworks.flatMap(inFramework),
    ...(questionnaire === undefined ? [] : inQuestionnaire(questionnaire)),
  ];
  for (const { file, at, id } of namings) {
    if (!known.includes(id))
      report.yaml(file, at, 'goalposts-unknown', { ...amongst(id, known), method: method.data.version });
  }
  const used = new Set(namings.map((n) => n.id));
  for (const id of complete ? known : []) {
    if (!used.has(id)) report.yaml(method.file, ['goalposts', id], 'goalposts-unused', { found: id }, 'key');
  }
}

function inFramework({ file, data }: Checked<Framework>): Naming[] {
  return data.dimensions.flatMap((dimension, d) =>
    dimension.criteria.flatMap(({ measure }, c) => {
      const at = ['dimensions', d, 'criteria', c, 'measure', 'goalposts'];
      return measure?.kind === 'number' ? [{ file, at, id: measure.goalposts }] : [];
    }),
  );
}

function inQuestionnaire({ file, data }: Checked<Questionnaire>): Naming[] {
  const questions = data.questions.flatMap((q, i) =>
    q.kind === 'duration' ? [{ file, at: ['questions', i, 'goalposts'], id: q.goalposts }] : [],
  );
  const items = (data.observations?.items ?? []).flatMap((item, i) => {
    const at = ['observations', 'items', i];
    const own = item.kind === 'duration' ? [{ file, at: [...at, 'goalposts'], id: item.goalposts }] : [];
    const uses = item.uses.flatMap((use, u) =>
      use.goalposts === undefined ? [] : [{ file, at: [...at, 'uses', u, 'goalposts'], id: use.goalposts }],
    );
    return [...own, ...uses];
  });
  return [...questions, ...items];
}

export function priorityRule(checked: Checked<Site>, known: References, report: Report): void {
  const { priorities } = checked.data;
  uniqueIds(checked, ['priorities'], priorities, report);
  for (const [i, { weigh }] of priorities.entries()) {
    for (const key of Object.keys(weigh)) {
      const at = ['priorities', i, 'weigh', key];
      const [framework = '', dimension] = key.split('/');
      if (!known.frameworks.has(framework)) {
        report.yaml(checked.file, at, 'framework-unknown', amongst(framework, known.frameworks.keys()), 'key');
        continue;
      }
      const dimensions = known.frameworks.get(framework)?.framework.dimensions.map((d) => d.id);
      if (dimension === undefined || dimensions === undefined || dimensions.includes(dimension)) continue;
      report.yaml(checked.file, at, 'dimension-unknown', { ...amongst(dimension, dimensions), framework }, 'key');
    }
  }
}

/** As `score/limits.ts` counts them. */
export interface LimitCounts {
  cut?: { count: number; of: number; spread: number };
  floored?: { count: number; of: number; mean: 'geometric' | 'harmonic' };
}

/** Warns at the places in a method that set limits which change figures; how many they change, only scoring knows. */
export function limitRule(file: RawYaml, { cut, floored }: LimitCounts, report: Report): void {
  if (cut !== undefined && cut.count > 0) {
    // Rounded down, so that what is advised cuts nothing.
    const digits = 10 ** (1 - Math.floor(Math.log10(cut.spread)));
    report.yaml(file, ['withinMarket', 'spread'], 'points-cut', {
      found: cut.count,
      of: cut.of,
      limit: Math.floor(cut.spread * digits) / digits,
    });
  }
  if (floored !== undefined && floored.count > 0)
    report.yaml(file, ['aggregation'], 'mean-floored', { found: floored.count, of: floored.of, kind: floored.mean });
}

/** Warns where hold-out figures are of other data or another method than those of today, or show intervals that hold far less often than they claim. */
export function holdOutRule(
  { file, data }: Checked<HoldOutFile>,
  release: Release,
  inputs: readonly InputFile[],
  report: Report,
): void {
  const changed = changedSince(data, release, inputs);
  if (changed !== undefined)
    report.yaml(file, ['computedFrom'], 'holdout-stale', { found: changed, command: HOLD_OUT_COMMAND });
  const percent = (share: number): string => String(Math.round(100 * share));
  data.splits.forEach(({ split, overall }, i) => {
    if (overall === undefined || !fallsShort(overall, data.interval)) return;
    report.yaml(file, ['splits', i, 'overall'], 'holdout-narrow', {
      split,
      found: percent(overall.coverage),
      low: percent(overall.low),
      high: percent(overall.high),
      expected: percent(data.interval),
    });
  });
}
