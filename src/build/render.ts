/** Renders the pages with Astro. */
import { resolve } from 'node:path';
import { PLAIN_FILES_APART } from '../pipeline.ts';
import { type StepOptions, runStep } from './step.ts';

export interface RenderOptions extends StepOptions {
  /** Folder of the Astro project. */
  root: string;
  workspace: string;
  out: string;
  /** Leaves the plain files to `writePlainFiles`. */
  plainFilesApart: boolean;
}

/** MiB for young objects: most of those of a page die with it, if there is room for all until then. */
const NURSERY = 64;

/** Runs Astro alone on the project in `root`. @throws BuildFailed with what it printed. */
export async function renderPages(options: RenderOptions): Promise<void> {
  const env = {
    ...process.env,
    HENGPING_WORKSPACE: resolve(options.workspace),
    HENGPING_OUT: options.out,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(options.plainFilesApart ? { [PLAIN_FILES_APART]: '1' } : {}),
  };
  await runStep('astro', ['build', '--root', options.root], options, env, [`--max-semi-space-size=${NURSERY}`]);
}
