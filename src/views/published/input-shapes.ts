/** Shapes of what people write, files and rows of tables, for JSON Schema. */
import * as z from 'zod';
import { caseFile } from '../../schema/case.ts';
import { contract } from '../../schema/contract.ts';
import { directory } from '../../schema/directory.ts';
import { exceptions } from '../../schema/exceptions.ts';
import { framework } from '../../schema/framework.ts';
import { frozenRelease } from '../../schema/frozen.ts';
import { holdOutFile } from '../../schema/holdout.ts';
import { mapping } from '../../schema/mapping.ts';
import { method } from '../../schema/method.ts';
import {
  questionnaire,
  type Questionnaire,
  YES_NO,
  type ObservedItem,
  type Question,
} from '../../schema/questionnaire.ts';
import { renamed } from '../../schema/renamed.ts';
import { release, site } from '../../schema/site.ts';
import { vendor } from '../../schema/vendor.ts';
import type { Bilingual } from '../../schema/text.ts';
import { codingColumns } from '../../schema/coding.ts';
import { NEVER, OBSERVATION_REQUIRED, observationColumns } from '../../schema/observation.ts';
import { REVIEW_REQUIRED, reviewColumns } from '../../schema/review.ts';

export interface InputShape {
  /** File name of the schema, without `.schema.json`. */
  name: string;
  about: Bilingual;
  /** The shape; that of table rows depends on the questionnaire. */
  shape: (questionnaire: Questionnaire) => z.ZodType;
}

/** One person's finding on one fact, as its cells. */
const codingRow: z.ZodType = z.strictObject({ ...codingColumns, facet: codingColumns.facet.optional() });

type ShapeOf = InputShape['shape'];

function input(name: string, zh: string, en: string, shape: z.ZodType | ShapeOf): InputShape {
  return { name, about: { zh, en }, shape: typeof shape === 'function' ? (shape as ShapeOf) : () => shape };
}

/** All of them, in the order in which a workspace is read. */
export const inputShapes: readonly InputShape[] = [
  input(
    'site',
    'content/site.yaml：站点名称、地址与标志',
    'content/site.yaml: name, address and flags of the site',
    site,
  ),
  input(
    'release',
    'data/release.yaml：以哪天、哪版方法计算',
    'data/release.yaml: the day and the method of the build',
    release,
  ),
  input(
    'directory',
    'content/directory.yaml：名录用语与选项',
    'content/directory.yaml: the vocabularies of the directory',
    directory,
  ),
  input(
    'exceptions',
    'content/exceptions.yaml：经编辑核实、不算问题的例外',
    'content/exceptions.yaml: problems that are none on a closer look',
    exceptions,
  ),
  input(
    'framework',
    'content/frameworks/<编号>.yaml：一个评价框架',
    'content/frameworks/<id>.yaml: one framework',
    framework,
  ),
  input(
    'questionnaire',
    'content/questionnaire.yaml：问卷',
    'content/questionnaire.yaml: the questionnaire',
    questionnaire,
  ),
  input(
    'contract',
    'content/contract.yaml：可写进合同的条款',
    'content/contract.yaml: clauses for the contract',
    contract,
  ),
  input(
    'method',
    'content/methodology/<版本>/method.yaml：权重与参数',
    'content/methodology/<version>/method.yaml: weights and parameters',
    method,
  ),
  input('vendor', 'data/vendors/<文件名>.yaml：一家服务商', 'data/vendors/<slug>.yaml: one vendor', vendor),
  input(
    'renamed',
    'data/renamed.yaml：改过文件名的服务商',
    'data/renamed.yaml: vendors whose file was renamed',
    renamed,
  ),
  input('case', 'data/cases/<编号>.yaml：一项争议或更正', 'data/cases/<id>.yaml: a dispute or a correction', caseFile),
  input(
    'frozen-release',
    'data/releases/<编号>/release.json：一次冻结的结果',
    'data/releases/<id>/release.json: the results of one release',
    frozenRelease,
  ),
  input(
    'holdout',
    'data/holdout.json：区间在留出数据上的覆盖率',
    'data/holdout.json: how often intervals hold on held-out data',
    holdOutFile,
  ),
  input(
    'mapping',
    'data/imports/<编号>.yaml：外部表格的导入对照',
    'data/imports/<id>.yaml: how a foreign table is imported',
    mapping,
  ),
  input('review', 'data/reviews/*.csv 的一行：一条评价', 'One row of data/reviews/*.csv: a review', reviewRow),
  input(
    'observation',
    'data/observations/*.csv 的一行：一次计时观察',
    'One row of data/observations/*.csv: a timed contact',
    observationRow,
  ),
  input(
    'coding',
    'data/codings/*.csv 的一行：一个人对一条事实的核查',
    'One row of data/codings/*.csv: what one person made of one fact',
    codingRow,
  ),
];

/** A review as its cells: text, as a CSV reader gives them; empty cells are left out. */
function reviewRow(questionnaire: Questionnaire): z.ZodType {
  return row(reviewColumns, REVIEW_REQUIRED, questionnaire.questions);
}

/** A timed contact as its cells. */
function observationRow(questionnaire: Questionnaire): z.ZodType {
  return row(observationColumns, OBSERVATION_REQUIRED, questionnaire.observations?.items ?? []);
}

function row(
  fixed: Readonly<Record<string, z.ZodType>>,
  required: readonly string[],
  asked: readonly (Question | ObservedItem)[],
): z.ZodType {
  const columns = Object.entries(fixed).map(
    ([name, shape]) => [name, required.includes(name) ? shape : shape.optional()] as const,
  );
  return z.strictObject({
    ...Object.fromEntries(columns),
    ...Object.fromEntries(asked.map((a) => [a.id, cell(a).optional()] as const)),
  });
}

function cell(asked: Question | ObservedItem): z.ZodType {
  const { zh, en } = asked.text;
  if (asked.kind === 'share') return z.enum(YES_NO).meta({ description: `${en} / ${zh}` });
  if (asked.kind === 'rating') {
    const range = `${asked.low}..${asked.high}`;
    return z
      .string()
      .regex(/^-?\d+(?:\.\d+)?$/)
      .meta({ description: `${en} (${range}) / ${zh}（${range}）` });
  }
  return z
    .union([z.string().regex(/^\d+(?:\.\d+)?$/), z.literal(NEVER)])
    .meta({ description: `${en} (minutes, or \`${NEVER}\`) / ${zh}（分钟数，或 ${NEVER}）` });
}
