/** Reads from a workspace's `content/` what the generator needs. It wants no `data/`: that is what it makes. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import * as z from 'zod';
import { directory } from '../schema/directory.ts';
import { RELEASES_LIST } from '../schema/frozen.ts';
import { framework } from '../schema/framework.ts';
import { method } from '../schema/method.ts';
import { questionnaire } from '../schema/questionnaire.ts';
import { sampleWords } from '../schema/sample.ts';
import { release, site } from '../schema/site.ts';
import type { SampleContext } from './context.ts';

/** The parsed file at `path` in `folder`. Throws an Error that names the file and what is wrong with it. */
function parsed<T>(folder: string, path: string, schema: z.ZodType<T>): T {
  const full = join(folder, path);
  if (!existsSync(full)) throw new Error(`${path} is missing in ${folder}`);
  const document = parseDocument(readFileSync(full, 'utf8'), { version: '1.2', schema: 'core' });
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault !== undefined) throw new Error(`${path}: ${fault.message}`);
  const result = schema.safeParse(document.toJS({ maxAliasCount: 0 }));
  if (!result.success) throw new Error(`${path}\n${z.prettifyError(result.error)}`);
  return result.data;
}

/**
 * Everything that the generator reads of the workspace in `folder`; `data/release.yaml` says the day and the methodology.
 * Throws an Error naming the first file that is missing or wrong.
 */
export function readSampleContext(folder: string): SampleContext {
  const { asOf, methodology } = parsed(folder, 'data/release.yaml', release);
  const frameworks = readdirSync(join(folder, 'content/frameworks'))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  return {
    asOf,
    frameworks: frameworks.map((name) => parsed(folder, `content/frameworks/${name}`, framework)),
    questionnaire: parsed(folder, 'content/questionnaire.yaml', questionnaire),
    directory: parsed(folder, 'content/directory.yaml', directory),
    method: parsed(folder, `content/methodology/${methodology}/method.yaml`, method),
    words: parsed(folder, 'content/sample.yaml', sampleWords),
  };
}

/** Whether a folder may hold fictional data: it has no `content/site.yaml` yet, or one that says `sampleData: true`. */
export function mayHoldSample(folder: string): boolean {
  return !existsSync(join(folder, 'content/site.yaml')) || parsed(folder, 'content/site.yaml', site).sampleData;
}

/** Copies `content/`, `data/release.yaml` and the schemas of its YAML files, so that the other folder becomes a whole workspace. */
export function copyContent(from: string, to: string): void {
  // Releases stay behind, and so does the list of them.
  cpSync(join(from, 'content'), join(to, 'content'), {
    recursive: true,
    filter: (path) => path !== join(from, RELEASES_LIST),
  });
  mkdirSync(join(to, 'data'), { recursive: true });
  cpSync(join(from, 'data/release.yaml'), join(to, 'data/release.yaml'));
  if (existsSync(join(from, 'schemas'))) cpSync(join(from, 'schemas'), join(to, 'schemas'), { recursive: true });
}
