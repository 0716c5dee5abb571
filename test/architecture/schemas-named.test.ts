import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runPipeline } from '../../src/pipeline.ts';
import type { Dataset } from '../../src/schema/dataset.ts';
import { inputShapes } from '../../src/views/published/input-shapes.ts';
import { inputSchema } from '../../src/views/published/json-schema.ts';
import { sampleFolder } from '../workspaces/sample-folder.ts';

const PROJECT = join(import.meta.dirname, '../..');
/** A file that a vendor wrote by hand may leave the line out. */
const ROOT = sampleFolder();
let dataset: Dataset;
beforeAll(async () => {
  ({ dataset } = await runPipeline(ROOT));
});

/** The schema of a file, by its path in the workspace. */
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^content\/([a-z]+)\.yaml$/, '$1'],
  [/^content\/frameworks\//, 'framework'],
  [/^content\/methodology\//, 'method'],
  [/^data\/(release|renamed)\.yaml$/, '$1'],
  [/^data\/vendors\//, 'vendor'],
  [/^data\/cases\//, 'case'],
  [/^data\/imports\//, 'mapping'],
];

/** Deeper than any `up`, so that relative paths do not depend on where the tests run. */
const INSIDE = '/deep/enough/for/any';

describe('the YAML files of the repository’s content, of the sample and of the test workspaces', () => {
  it.each([
    ['content and sample', ROOT, 50, '.'],
    ['content and sample as committed', PROJECT, 5, '.'],
    ...['golden', 'skytrax-lounge', 'ny-auto-complaints', 'it-incident-sla'].map(
      (name): [string, string, number, string] => [name, join(PROJECT, 'test/workspaces', name), 5, '../../..'],
    ),
  ])(
    'name the schema of their kind in their first line, by a path that needs no network: %s',
    (_, folder, least, up) => {
      const files = globSync('{content,data}/**/*.yaml', { cwd: folder })
        .filter((path) => !path.startsWith('data/releases/'))
        .sort();
      expect(files.length).toBeGreaterThan(least);
      const wrong = files.filter((path) => {
        const [pattern, kind] = KINDS.find(([one]) => one.test(path)) ?? [/./, ''];
        const name = kind === '$1' ? (pattern.exec(path)?.[1] ?? '') : kind;
        const line = `# yaml-language-server: $schema=${posix.relative(posix.join(INSIDE, posix.dirname(path)), posix.join(INSIDE, up, 'schemas', `${name}.schema.json`))}`;
        return (
          !existsSync(join(PROJECT, 'schemas', `${name}.schema.json`)) ||
          readFileSync(join(folder, path), 'utf8').split('\n', 1)[0] !== line
        );
      });
      expect(wrong).toEqual([]);
    },
  );
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
