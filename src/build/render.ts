/** Renders the pages with Astro. */
import { resolve } from 'node:path';
import { PLAIN_FILES_APART } from '../pipeline.ts';
import { type StepOptions, commandOf, heapOptions, runStep } from './step.ts';

export interface RenderOptions extends StepOptions {
  /** Folder of the Astro project. */
  root: string;
  workspace: string;
  out: string;
  /** How many vendors the workspace has, roughly. */
  vendors: number;
  /** Leaves the plain files to `writePlainFiles`. */
  plainFilesApart: boolean;
}

/** Runs Astro alone on the project in `root`. @throws BuildFailed with what it printed. */
export async function renderPages(options: RenderOptions): Promise<void> {
  const env = {
    // Pages leave out the content security policy in development, whatever the shell that builds them is set to.
    NODE_ENV: 'production',
    HENGPING_WORKSPACE: resolve(options.workspace),
    HENGPING_OUT: options.out,
    ASTRO_TELEMETRY_DISABLED: '1',
    ...(options.plainFilesApart ? { [PLAIN_FILES_APART]: '1' } : {}),
  };
  await runStep('astro', commandOf('astro'), ['build', '--root', options.root], options, {
    env,
    node: heapOptions(options.vendors),
  });
}
