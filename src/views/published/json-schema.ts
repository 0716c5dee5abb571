/** JSON Schemas (draft 2020-12) of what goes into a workspace and of what comes out. */
import * as z from 'zod';
import type { Questionnaire } from '../../schema/questionnaire.ts';
import { apiShapes, type ApiFile } from '../../schema/api.ts';
import type { Dataset } from '../../schema/dataset.ts';
import { absolute } from './addresses.ts';
import { inputShapes, type InputShape } from './input-shapes.ts';
import { apiAbout, apiSchemaPath } from './resources.ts';

/** A JSON Schema document. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schema of an input file by name. Defaults may be left out there. @throws Error when there is no such shape. */
export function inputSchema({ site, questionnaire }: Dataset, name: string): JsonSchema {
  const input = inputShapes.find((i) => i.name === name);
  if (!input) throw new Error(`no input shape ${name}`);
  const { $schema, ...schema } = bareInputSchema(input, questionnaire);
  return { $schema, $id: absolute(site, `/schemas/${name}.schema.json`), ...schema };
}

/** The same without an address. Only the shapes of table rows depend on the questionnaire. */
export function bareInputSchema({ about, shape }: InputShape, questionnaire: Questionnaire): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(shape(questionnaire), { io: 'input' });
  return { $schema, title: `${about.en} / ${about.zh}`, ...schema };
}

/** Schema of an output file. It allows keys that it does not name, since later builds of v1 may add some. */
export function outputSchema({ site }: Dataset, file: ApiFile): JsonSchema {
  const { $schema, ...schema } = outputShape(file);
  const about = apiAbout(file);
  return { $schema, $id: absolute(site, apiSchemaPath(file)), title: `${about.en} / ${about.zh}`, ...schema };
}

/** The bare schema of an output file, without `$id`. */
export function outputShape(file: ApiFile): JsonSchema {
  return z.toJSONSchema(apiShapes[file], {
    io: 'output',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
}
