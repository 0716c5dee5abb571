/** `api/v1/openapi.json`: OpenAPI 3.1 description of the JSON and CSV files. */
import type { Dataset } from '../../schema/dataset.ts';
import type { ApiFile } from '../../schema/api.ts';
import type { Bilingual } from '../../schema/text.ts';
import { absolute } from './addresses.ts';
import { outputShape } from './json-schema.ts';
import { API_FILES, apiAbout, apiPath, CSV_TABLES } from './resources.ts';

type Json = Readonly<Record<string, unknown>>;

/** The whole description. All files are static, so every operation is a GET without parameters but the slug. */
export function openApi({ site }: Dataset): Json {
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: `${site.name.en} / ${site.name.zh}`,
      description: `${site.description.en}\n\n${site.description.zh}`,
      version: '1',
      contact: { name: site.name.en, url: site.repository ?? site.url, email: site.contact },
    },
    servers: [{ url: absolute(site, '') }],
    paths: Object.fromEntries([
      ...API_FILES.map((file) => [apiPath(file), { get: apiOperation(file) }] as const),
      ...Object.entries(CSV_TABLES).map(
        ([name, about]) => [`/data/${name}.csv`, { get: csvOperation(name, about) }] as const,
      ),
    ]),
    components: { schemas: Object.fromEntries(API_FILES.map((file) => [capital(file), bare(file)])) },
  };
}

function csvOperation(name: string, { zh, en }: Bilingual): Json {
  const found = { description: 'UTF-8 with byte order mark', content: { 'text/csv': { schema: { type: 'string' } } } };
  return { operationId: `get${capital(name)}Csv`, summary: `${en} / ${zh}`, responses: { 200: found } };
}

function apiOperation(file: ApiFile): Json {
  const { zh, en } = apiAbout(file);
  const schema = { $ref: `#/components/schemas/${capital(file)}` };
  const found = { description: `${en} / ${zh}`, content: { 'application/json': { schema } } };
  const slug = {
    name: 'slug',
    in: 'path',
    required: true,
    description: 'Slug of the vendor / 服务商文件名',
    schema: { type: 'string' },
  };
  return {
    operationId: `get${capital(file)}`,
    summary: `${en} / ${zh}`,
    ...(file === 'vendor' ? { parameters: [slug] } : {}),
    responses: {
      200: found,
      ...(file === 'vendor' ? { 404: { description: 'No such vendor / 没有这家服务商' } } : {}),
    },
  };
}

function bare(file: ApiFile): Json {
  const { $schema: _schema, ...schema } = outputShape(file);
  return schema;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
