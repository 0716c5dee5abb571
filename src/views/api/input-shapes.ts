/** The shapes of everything that editors, vendors and collectors write, for publication as JSON Schema. */
import type * as z from 'zod';
import { caseFile } from '../../schema/case.ts';
import { directory } from '../../schema/directory.ts';
import { framework } from '../../schema/framework.ts';
import { mapping } from '../../schema/mapping.ts';
import { method } from '../../schema/method.ts';
import { questionnaire, type Questionnaire } from '../../schema/questionnaire.ts';
import { release, site } from '../../schema/site.ts';
import { vendor } from '../../schema/vendor.ts';
import type { Bilingual } from '../../schema/text.ts';
import { observationRow, reviewRow } from './row-shapes.ts';

export interface InputShape {
  /** File name of the schema, without `.schema.json`. */
  name: string;
  about: Bilingual;
  /** The shape; that of table rows depends on the questionnaire. */
  shape: (questionnaire: Questionnaire) => z.ZodType;
}

/** All of them, in the order in which a workspace is read. */
export const inputShapes: readonly InputShape[] = [
  { name: 'site', about: { zh: 'content/site.yaml：站点名称、地址与标志', en: 'content/site.yaml: name, address and flags of the site' }, shape: () => site },
  { name: 'release', about: { zh: 'data/release.yaml：以哪天、哪版方法计算', en: 'data/release.yaml: the day and the method of the build' }, shape: () => release },
  { name: 'directory', about: { zh: 'content/directory.yaml：名录用语与选项', en: 'content/directory.yaml: the vocabularies of the directory' }, shape: () => directory },
  { name: 'framework', about: { zh: 'content/frameworks/<编号>.yaml：一个评价框架', en: 'content/frameworks/<id>.yaml: one framework' }, shape: () => framework },
  { name: 'questionnaire', about: { zh: 'content/questionnaire.yaml：问卷', en: 'content/questionnaire.yaml: the questionnaire' }, shape: () => questionnaire },
  { name: 'method', about: { zh: 'content/methodology/<版本>/method.yaml：权重与参数', en: 'content/methodology/<version>/method.yaml: weights and parameters' }, shape: () => method },
  { name: 'vendor', about: { zh: 'data/vendors/<文件名>.yaml：一家服务商', en: 'data/vendors/<slug>.yaml: one vendor' }, shape: () => vendor },
  { name: 'case', about: { zh: 'data/cases/<编号>.yaml：一项争议或更正', en: 'data/cases/<id>.yaml: a dispute or a correction' }, shape: () => caseFile },
  { name: 'mapping', about: { zh: 'data/imports/<编号>.yaml：外部表格的导入对照', en: 'data/imports/<id>.yaml: how a foreign table is imported' }, shape: () => mapping },
  { name: 'review', about: { zh: 'data/reviews/*.csv 的一行：一条评价', en: 'One row of data/reviews/*.csv: a review' }, shape: reviewRow },
  { name: 'observation', about: { zh: 'data/observations/*.csv 的一行：一次计时观察', en: 'One row of data/observations/*.csv: a timed contact' }, shape: observationRow },
];
