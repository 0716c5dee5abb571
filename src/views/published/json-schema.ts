/** JSON Schema and OpenAPI 3.1 descriptions of the published files. */
import * as z from 'zod';
import type { Questionnaire } from '../../schema/questionnaire.ts';
import { apiShapes, type ApiFile } from '../../schema/api.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { absolute } from './addresses.ts';
import { inputShapes, type InputShape } from './input-shapes.ts';
import { apiAbout, apiSchemaPath, API_FILES, apiPath, CSV_TABLES } from './resources.ts';
import type { Bilingual } from '../../schema/text.ts';

/** A JSON Schema document. */
type JsonSchema = Readonly<Record<string, unknown>>;

/** Schema of an input file by name. Defaults may be left out there. @throws Error when there is no such shape. */
export function inputSchema({ site, questionnaire }: Dataset, name: string): JsonSchema {
  const input = inputShapes.find((i) => i.name === name);
  if (!input) throw new Error(`no input shape ${name}`);
  const { $schema, ...schema } = bareInputSchema(input, questionnaire);
  return { $schema, $id: absolute(site, `/schemas/${name}.schema.json`), ...schema };
}

/** The same without an address. Only the shapes of table rows depend on the questionnaire. */
export function bareInputSchema({ about, shape }: InputShape, questionnaire: Questionnaire): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(shape(questionnaire), {
    io: 'input',
    override: ({ jsonSchema }) => joinDescription(jsonSchema),
  });
  return { $schema, title: `${about.en} / ${about.zh}`, ...schema };
}

/** Schema of an output file. It allows keys that it does not name, since later builds of v1 may add some. */
export function outputSchema({ site }: Dataset, file: ApiFile): JsonSchema {
  const { $schema, ...schema } = outputShape(file);
  const about = apiAbout(file);
  return { $schema, $id: absolute(site, apiSchemaPath(file)), title: `${about.en} / ${about.zh}`, ...schema };
}

/** The bare schema of an output file, without `$id`. */
function outputShape(file: ApiFile): JsonSchema {
  return z.toJSONSchema(apiShapes[file], {
    io: 'output',
    override: ({ jsonSchema }) => {
      joinDescription(jsonSchema);
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
}

/** Puts the two languages of a description (see `describe`) into the one that JSON Schema has, English first. */
function joinDescription(schema: Record<string, unknown>): void {
  const { zh, en } = schema;
  if (typeof zh !== 'string' || typeof en !== 'string') return;
  const entries = Object.entries(schema);
  for (const [key] of entries) delete schema[key];
  // The keys keep their order.
  for (const [key, value] of entries) {
    if (key === 'zh' || key === 'description') schema['description'] = `${en} / ${zh}`;
    else if (key !== 'en') schema[key] = value;
  }
}

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
