/**
 * The typed face of what editors write. Data collections are filled by the same load and validation as everything else, so
 * a faulty workspace stops the build here with every problem listed; pages take their models from the pipeline. Vendors are
 * no collection: Astro would write all of them into its store, bundle that and parse it again, which at 10,000 vendors takes
 * longer than reading them and gigabytes.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { defineCollection } from 'astro:content';
import { glob, type Loader } from 'astro/loaders';
import { parse } from 'yaml';
import { awaitFile, COLLECTED } from './build/collected.ts';
import { workspace, workspaceFolder } from './pipeline.ts';
import { framework } from './schema/framework.ts';
import { method } from './schema/method.ts';
import { DECISION_PARTS, decisionHead, proseHead } from './schema/prose.ts';
import type { Dataset } from './schema/dataset.ts';

/** What collections hold of the validated dataset. */
type Collected = Pick<Dataset, 'frameworks' | 'methods'>;

/**
 * The validated dataset. A build hands over what another of its processes has read and checked. The development server goes on
 * when there is none, so that the problems are shown and can be mended; collections then stay as they are.
 */
async function soundDataset(): Promise<Collected | undefined> {
  const handed = process.env[COLLECTED];
  if (handed !== undefined) return JSON.parse(await awaitFile(handed)) as Collected;
  try {
    return (await workspace()).dataset;
  } catch {
    return undefined;
  }
}

/** Entries of a collection out of the validated dataset. */
function fromDataset(
  name: string,
  entries: (dataset: Collected) => readonly (readonly [id: string, data: object])[],
): Loader {
  return {
    name,
    load: async ({ store, generateDigest }) => {
      const dataset = await soundDataset();
      if (dataset === undefined) return;
      store.clear();
      for (const [id, data] of entries(dataset)) {
        const record = data as Record<string, unknown>;
        store.set({ id, data: record, digest: generateDigest(record) });
      }
    },
  };
}

/** MDX files `<slug>/<language>.mdx` of a folder of the workspace; a workspace may do without the folder. */
function prose(folder: string): Loader {
  const base = join(workspaceFolder(), 'content', folder);
  const files = glob({
    base: pathToFileURL(`${base}/`),
    pattern: '*/{zh,en}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  });
  return {
    name: 'prose',
    load: async ({ watcher: _watcher, ...context }) => {
      if ((await soundDataset()) === undefined) return;
      if (existsSync(base)) await files.load(context);
      else context.store.clear();
    },
  };
}

/**
 * Decision records `content/decisions/NNNN-title.md`, an entry `NNNN/<language>` for each language that a record has a part
 * in, under the heading `## 中文` or `## English`.
 */
function decisions(): Loader {
  const base = join(workspaceFolder(), 'content', 'decisions');
  return {
    name: 'decisions',
    load: async ({ store, renderMarkdown, parseData }) => {
      if ((await soundDataset()) === undefined) return;
      store.clear();
      const files = existsSync(base)
        ? readdirSync(base)
            .filter((name) => /^\d{4}-.*\.mdx?$/.test(name))
            .sort()
        : [];
      for (const file of files) {
        const [, front = '', text = ''] =
          /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(readFileSync(join(base, file), 'utf8')) ?? [];
        const written: unknown = parse(front, { maxAliasCount: 0, schema: 'failsafe' });
        for (const [language, heading] of Object.entries(DECISION_PARTS)) {
          const body = text
            .split(/^## /m)
            .find((part) => part.startsWith(`${heading}\n`))
            ?.slice(heading.length)
            .trim();
          if (body === undefined) continue;
          const id = `${file.slice(0, 4)}/${language}`;
          const data = await parseData({ id, data: written as Record<string, unknown>, filePath: join(base, file) });
          store.set({ id, data, body, rendered: await renderMarkdown(body) });
        }
      }
    },
  };
}

export const collections = {
  frameworks: defineCollection({
    loader: fromDataset('frameworks', (d) => d.frameworks.map((f) => [f.id, f])),
    schema: framework,
  }),
  methods: defineCollection({
    loader: fromDataset('methods', (d) => d.methods.map((m) => [m.version, m.method])),
    schema: method,
  }),
  methodology: defineCollection({ loader: prose('methodology'), schema: proseHead }),
  guides: defineCollection({ loader: prose('guides'), schema: proseHead }),
  policies: defineCollection({ loader: prose('policies'), schema: proseHead }),
  decisions: defineCollection({ loader: decisions(), schema: decisionHead }),
};
