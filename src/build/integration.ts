/** What this project adds to Astro: builds only as a part of `npm run build`, and a development server that follows the workspace. */
import { renameSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { languageOf } from '../command/arguments.ts';
import { checkWorkspace } from '../command/data-report.ts';
import { commandLabels } from '../i18n/labels/command.ts';
import { problemLine } from '../validate/problem-text.ts';
import { keepWorkspace, workspaceFolder } from '../pipeline.ts';
import { WorkspaceProblems } from '../schema/problem.ts';
import { RENDERER, STYLES } from './renderer.ts';

/** Astro's development server, as it is handed to an integration. */
type Server = Parameters<NonNullable<AstroIntegration['hooks']['astro:server:setup']>>[0]['server'];

/** Set for the development server: the language in which problems are shown. */
export const DEV_LANGUAGE = 'HENGPING_LANG';

/** Time in milliseconds without a further change after which the workspace is read again: an editor may write a file in parts. */
const SETTLED = 100;

/** The integration for `astro.config.mjs`. */
export function hengping(): AstroIntegration {
  let outDir: URL | undefined;
  let pages: Parameters<NonNullable<AstroIntegration['hooks']['astro:build:setup']>>[0]['pages'] | undefined;
  return {
    name: 'hengping',
    hooks: {
      'astro:config:setup': ({ command, updateConfig }) => {
        if (command !== 'build') return;
        // Astro alone makes pages without the search index and without verification.
        if (process.env[RENDERER] === undefined)
          throw new Error(`${commandLabels.zh.bareAstro}\n${commandLabels.en.bareAstro}`);
        // Everything is bundled into the page renderer, so that the output folder may lie anywhere. Not in development:
        // packages in CommonJS cannot be evaluated there.
        updateConfig({ vite: { environments: { prerender: { resolve: { noExternal: true } } } } });
      },
      'astro:config:done': ({ config }) => {
        outDir = config.outDir;
      },
      'astro:build:setup': (options) => {
        pages = options.pages;
      },
      'astro:build:start': ({ setPrerenderer }) => {
        // Astro bundles the pages; processes of this project render them (`render-step.ts`).
        setPrerenderer({
          name: 'hengping',
          getStaticPaths: () => Promise.resolve([]),
          render: () => Promise.reject(new Error('pages are rendered by other processes')),

          teardown: async () => {
            const server = process.env[RENDERER] ?? '';
            renameSync(new URL('.prerender/', outDir), server);
            writeFileSync(
              join(server, STYLES),
              JSON.stringify(
                [...(pages ?? [])].map(([key, { route, component, styles }]) => [
                  key,
                  { route: { route: route.route }, component, styles },
                ]),
              ),
            );
          },
        });
      },
      'astro:server:setup': ({ server, refreshContent }) =>
        followWorkspace(server, () => refreshContent?.({}) ?? Promise.resolve()),
    },
  };
}

/**
 * Reads the workspace again whenever a file of it has changed and reloads open pages; while it has errors every page fails
 * with them, which Astro shows in its overlay.
 * @param refresh loads the content collections again.
 */
async function followWorkspace(server: Server, refresh: () => Promise<void>): Promise<void> {
  const folders = ['content', 'data'].map((name) => join(workspaceFolder(), name) + sep);
  const source = join(server.config.root, 'src') + sep;
  let sound = await checkAndKeep();

  const update = async (): Promise<void> => {
    sound = await checkAndKeep();
    // Astro keeps the list of each route's pages until it is told that content has changed.
    for (const name of ['ssr', 'prerender']) server.environments[name]?.hot.send('astro:content-changed', {});
    if (sound) await refresh();
    server.environments['client']?.hot.send({ type: 'full-reload', path: '*' });
  };

  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  server.watcher.add(folders);
  server.watcher.on('all', (_event, path) => {
    // A change of the program may change what is made of the workspace; Astro reloads pages by itself then.
    if (path.startsWith(source) && sound) keepWorkspace(undefined);
    if (!folders.some((folder) => path.startsWith(folder))) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      last = last.then(update).catch((error: unknown) => server.config.logger.error(String(error)));
    }, SETTLED);
  });
}

/** The errors that were printed last; empty when there were none. */
let printed = '';

/** Checks the workspace, prints its errors, and lets pages read it anew, or fail with the errors. @returns whether there are none. */
async function checkAndKeep(): Promise<boolean> {
  const language = languageOf(process.env[DEV_LANGUAGE], process.env);
  const errors = (await checkWorkspace(workspaceFolder())).problems.filter((problem) => problem.severity === 'error');
  if (errors.length === 0) {
    printed = '';
    keepWorkspace(undefined);
    return true;
  }
  const error = new WorkspaceProblems(errors);
  error.message = errors.map((problem) => problemLine(problem, language)).join('\n');
  // Astro prints the stack too, which would only lead into this program.
  error.stack = error.name;
  // One change may come in several events; the same lines again would say nothing new.
  if (error.message !== printed)
    process.stderr.write(`${error.message}\n${commandLabels[language].problems(errors.length)}\n`);
  printed = error.message;
  const faulty = Promise.reject(error);
  // Somebody may ask for it much later, or nobody.
  faulty.catch(() => undefined);
  keepWorkspace(faulty);
  return false;
}
