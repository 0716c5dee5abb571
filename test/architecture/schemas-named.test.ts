import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { inputShapes } from '../../src/views/api/input-shapes.ts';
import { inputSchema } from '../../src/views/api/json-schema.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';

/** A file that a vendor wrote by hand may leave the line out. */
const ROOT = sampleFolder();
let dataset: Dataset;
beforeAll(async () => {
  ({ dataset } = await runPipeline(ROOT));
});

/** The schema of a file, by its path. The words of the sample generator are no part of a workspace. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^content\/site\.yaml$/, 'site'],
  [/^content\/directory\.yaml$/, 'directory'],
  [/^content\/contract\.yaml$/, 'contract'],
  [/^content\/questionnaire\.yaml$/, 'questionnaire'],
  [/^content\/frameworks\//, 'framework'],
  [/^content\/methodology\//, 'method'],
  [/^data\/release\.yaml$/, 'release'],
  [/^data\/vendors\//, 'vendor'],
  [/^data\/cases\//, 'case'],
  [/^data\/imports\//, 'mapping'],
];

describe('the YAML files of the repository’s content and sample', () => {
  it('name the published schema of their kind in their first line', () => {
    const files = globSync('{content,data}/**/*.yaml', { cwd: ROOT }).filter((path) => path !== 'content/sample.yaml' && !path.startsWith('data/releases/')).sort();
    expect(files.length).toBeGreaterThan(50);
    const wrong = files.filter((path) => {
      const name = KINDS.find(([pattern]) => pattern.test(path))?.[1] ?? '';
      const id = inputShapes.some((shape) => shape.name === name) ? inputSchema(dataset, name)['$id'] : undefined;
      return readFileSync(join(ROOT, path), 'utf8').split('\n', 1)[0] !== `# yaml-language-server: $schema=${String(id)}`;
    });
    expect(wrong).toEqual([]);
  });
});

describe('the schemas of what people write', () => {
  it.each(inputShapes.map((shape) => shape.name))('%s is titled and described in English and in Chinese', (name) => {
    const schema = inputSchema(dataset, name);
    const said: string[] = [String(schema['title'])];
    const look = (value: unknown): void => {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, inner] of Object.entries(value)) {
        if (key === 'description' && typeof inner === 'string') said.push(inner);
        else look(inner);
      }
    };
    look(schema);
    expect(said.filter((text) => !/^[^/]*[a-z].* \/ .*\p{Script=Han}/u.test(text))).toEqual([]);
  });

  it('describe every field of a vendor file', () => {
    const bare: string[] = [];
    const properties = inputSchema(dataset, 'vendor')['properties'] as Record<string, { description?: string }>;
    for (const [key, { description }] of Object.entries(properties)) if (description === undefined) bare.push(key);
    expect(bare).toEqual([]);
  });
});
