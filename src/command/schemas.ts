/** The JSON Schemas beside a workspace, by which editors check and complete its YAML files without any network. */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleWords } from '../schema/sample.ts';
import { NO_QUESTIONS } from '../validate/editorial.ts';
import { type InputShape, inputShapes } from '../views/published/input-shapes.ts';
import { bareInputSchema } from '../views/published/json-schema.ts';

/** Folder of the schemas, beside `content/` and `data/`. */
export const SCHEMAS = 'schemas';

/** Shapes of rows of tables and of a frozen release: no YAML. */
const NO_YAML: readonly string[] = ['review', 'observation', 'coding', 'frozen-release'];

const SAMPLE: InputShape = {
  name: 'sample',
  about: { zh: 'content/sample.yaml：示例数据的用语', en: 'content/sample.yaml: the words of the sample data' },
  shape: () => sampleWords,
};

/** The text of each schema by its file name. They name no address, so that they are the same for every site. */
export function schemaFiles(): ReadonlyMap<string, string> {
  const shapes = [...inputShapes.filter((shape) => !NO_YAML.includes(shape.name)), SAMPLE];
  return new Map(
    shapes.map((shape) => [
      `${shape.name}.schema.json`,
      `${JSON.stringify(bareInputSchema(shape, NO_QUESTIONS), null, 2)}\n`,
    ]),
  );
}

/** Schemas in `folder` that are missing, one too many, or other than generated; from the root of the workspace, sorted. */
export function schemasDiffering(folder: string): string[] {
  const files = schemaFiles();
  const own = join(folder, SCHEMAS);
  const there = existsSync(own) ? readdirSync(own) : [];
  const names = [...new Set([...files.keys(), ...there])].sort();
  return names
    .filter((name) => !there.includes(name) || readFileSync(join(own, name), 'utf8') !== files.get(name))
    .map((name) => `${SCHEMAS}/${name}`);
}

/** Writes the schemas into `folder` and takes out those that are none any more. @returns how many there are. */
export function writeSchemas(folder: string): number {
  for (const path of schemasDiffering(folder)) rmSync(join(folder, path), { force: true });
  mkdirSync(join(folder, SCHEMAS), { recursive: true });
  const files = schemaFiles();
  for (const [name, text] of files) writeFileSync(join(folder, SCHEMAS, name), text);
  return files.size;
}
