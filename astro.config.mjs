/** How the static site is built. The workspace, the output folder and the cache come from the environment. */
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { hengping } from './src/build/integration.ts';

process.env.ASTRO_TELEMETRY_DISABLED = '1';

const workspace = resolve(process.env.HENGPING_WORKSPACE ?? '.');
// One cache for each workspace, so that builds of different ones never read each other's entries.
const cache = createHash('sha256').update(workspace).digest('hex').slice(0, 12);

export default defineConfig({
  outDir: process.env.HENGPING_OUT ?? 'dist',
  cacheDir: `.hengping/astro-${cache}`,
  output: 'static',
  trailingSlash: 'always',
  build: { format: 'directory', concurrency: 4, inlineStylesheets: 'never' },
  image: { service: passthroughImageService() },
  markdown: { syntaxHighlight: false },
  integrations: [mdx(), hengping()],
  devToolbar: { enabled: false },
  vite: {
    // No aliases here; and the workspace may be a clone of a project, with a tsconfig.json that extends what is not installed.
    resolve: { tsconfigPaths: false },
    // The islands are written with Preact.
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // The worker of the submit form is a module like every other script.
    worker: { format: 'es' },
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        // Astro's own marker in MDX modules; it does its work before the bundler sees it.
        onLog: (level, log, report) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : report(level, log)),
      },
    },
  },
});
