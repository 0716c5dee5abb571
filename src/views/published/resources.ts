/** Every file that the site makes for programs, and what each is about. */
import type { FrozenRelease } from '../../schema/frozen.ts';
import type { Bilingual } from '../../schema/text.ts';
import { apiShapes, type ApiFile } from '../../schema/api.ts';
import { inputShapes } from './input-shapes.ts';

export interface Resource {
  /** Path from the site's root; `{slug}` stands for any vendor. */
  path: string;
  format: 'json' | 'csv' | 'json-schema' | 'openapi' | 'atom' | 'yaml' | 'svg';
  /** Path of the JSON Schema that describes it. */
  schema?: string;
  about: Bilingual;
}

/** The CSV tables, by file name. */
export const CSV_TABLES = {
  vendors: { zh: '服务商一览，一行一家', en: 'One row for each vendor, with its overall score and rank' },
  scores: { zh: '各服务商各维度的得分', en: 'One row for each vendor and dimension, with its score' },
  reviews: {
    zh: '已发布的评价，以及已撤下评价的编号和原因',
    en: 'Published reviews, and for withheld ones their id and the reason',
  },
  observations: { zh: '计时观察', en: 'Timed contacts' },
  criteria: { zh: '全部指标及其权重', en: 'Every criterion with its weights' },
} as const satisfies Record<string, Bilingual>;

export type CsvTable = keyof typeof CSV_TABLES;

const API: Readonly<Record<ApiFile, Bilingual>> = {
  index: {
    zh: '本次生成的说明：日期、方法版本、输入文件哈希、资源清单',
    en: 'What was built: date, method version, hashes of the inputs, list of files',
  },
  frameworks: {
    zh: '评价框架：维度、指标、要点、计量方式和权重',
    en: 'Frameworks: dimensions, criteria, facets, measures and weights',
  },
  methodology: {
    zh: '当前评价方法的全部参数，以及历次版本',
    en: 'Every parameter of the current method, and the list of versions',
  },
  questionnaire: { zh: '问卷：评价题和观察项', en: 'The questions put to reviewers and the items noted by observers' },
  vendors: { zh: '全部服务商的总分、名次和证据覆盖', en: 'Every vendor with its score, rank and coverage' },
  market: {
    zh: '市场整体的数字：得分和等待时间的中位数、各要点做到的家数、各地区和各服务的排名',
    en: 'Figures of the market as a whole: medians of scores and of waiting, how many meet each facet, the rankings of places and services',
  },
  sensitivity: { zh: '名次在其他权重和算法之下的变动', en: 'How far places move under other weights and methods' },
  integrity: {
    zh: '看起来不寻常的评价、原因，以及去掉后的分数',
    en: 'Reviews that look unusual, why, and the scores without them',
  },
  freshness: {
    zh: '过期、过旧、缺失或等着处理的内容',
    en: 'What has expired, grown old, is missing or waits for an editor',
  },
  vendor: {
    zh: '单家服务商的计分凭据，可据此重算每个分数',
    en: 'The receipt of one vendor, from which every score can be computed again',
  },
};

/** Path of an API file; the receipt's holds `{slug}`. */
export function apiPath(file: ApiFile): string {
  return file === 'vendor' ? '/api/v1/vendors/{slug}.json' : `/api/v1/${file}.json`;
}

/** Path of the JSON Schema of an API file. */
export function apiSchemaPath(file: ApiFile): string {
  return `/schemas/api/${file}.schema.json`;
}

/** What an API file is about. */
export function apiAbout(file: ApiFile): Bilingual {
  return API[file];
}

/** The API files in the order of their list. */
export const API_FILES = Object.keys(apiShapes) as ApiFile[];

/** All resources, in a fixed order. @param releases the first one first. */
export function resources(releases: readonly Pick<FrozenRelease, 'id' | 'asOf' | 'methodology'>[] = []): Resource[] {
  return [
    ...API_FILES.map((file): Resource => ({
      path: apiPath(file),
      format: 'json',
      schema: apiSchemaPath(file),
      about: API[file],
    })),
    {
      path: '/api/v1/openapi.json',
      format: 'openapi',
      about: { zh: '本接口的 OpenAPI 3.1 描述', en: 'OpenAPI 3.1 description of the JSON and CSV files' },
    },
    ...Object.entries(CSV_TABLES).map(([name, about]): Resource => ({
      path: `/data/${name}.csv`,
      format: 'csv',
      about,
    })),
    ...releases.map(({ id, asOf, methodology }): Resource => ({
      path: `/data/releases/${id}.json`,
      format: 'json',
      schema: '/schemas/frozen-release.schema.json',
      about: {
        zh: `发布 ${id}：数据截至 ${asOf}，方法 ${methodology}`,
        en: `Release ${id}: data as of ${asOf}, method ${methodology}`,
      },
    })),
    ...API_FILES.map((file): Resource => ({
      path: apiSchemaPath(file),
      format: 'json-schema',
      about: { zh: `接口文件 ${file} 的格式`, en: `Shape of the API file ${file}` },
    })),
    ...inputShapes.map(({ name, about }): Resource => ({
      path: `/schemas/${name}.schema.json`,
      format: 'json-schema',
      about,
    })),
    {
      path: '/data/vendors/{slug}.yaml',
      format: 'yaml',
      schema: '/schemas/vendor.schema.json',
      about: { zh: '单家服务商的资料文件，与仓库中的相同', en: 'The file of one vendor, as it lies in the repository' },
    },
    {
      path: '/badges/{slug}.svg',
      format: 'svg',
      about: { zh: '单家服务商的徽章（中文）', en: 'Badge of one vendor in Chinese' },
    },
    {
      path: '/en/badges/{slug}.svg',
      format: 'svg',
      about: { zh: '单家服务商的徽章（英文）', en: 'Badge of one vendor in English' },
    },
    { path: '/feed.xml', format: 'atom', about: { zh: '更新订阅（中文）', en: 'Feed of updates in Chinese' } },
    { path: '/en/feed.xml', format: 'atom', about: { zh: '更新订阅（英文）', en: 'Feed of updates in English' } },
    {
      path: '/releases/feed.xml',
      format: 'atom',
      about: { zh: '发布与位次变动（中文）', en: 'Feed of releases and of changes in rank in Chinese' },
    },
    {
      path: '/en/releases/feed.xml',
      format: 'atom',
      about: { zh: '发布与位次变动（英文）', en: 'Feed of releases and of changes in rank in English' },
    },
  ];
}
