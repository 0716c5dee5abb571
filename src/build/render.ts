/** Renders all pages and files of a site in several processes, each of which asks for another group of pages when it has made one. */
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { deserialize } from 'node:v8';
import { type LinksFound, addLinks, noLinks } from './links.ts';
import { FIRST } from './page-groups.ts';
import type { SearchCopies } from './search-index.ts';
import { type StepOptions, heapOptions, runStep } from './step.ts';
import type { VerifiedPart } from './verify.ts';

/** What the build says to a process that renders. */
export type ToWorker = { kind: 'group'; name: string } | { kind: 'finish' };

/** What such a process says: which groups there are (the same in all of them), and which one it has made. */
export type FromWorker =
  { kind: 'ready'; groups: readonly { name: string; vendors: number }[] } | { kind: 'made'; name: string };

/** What a process leaves when it has finished. */
export interface Rendered {
  links: LinksFound;
  copies: SearchCopies;
  verified: VerifiedPart | undefined;
}

export interface RenderOptions extends StepOptions {
  /** The scored workspace, as `writeSite` has written it. */
  state: string;
  /** The bundled pages. */
  server: string;
  /** Folder of the site. */
  out: string;
  /** Folder to work in. */
  work: string;
  /** The workspace, for what is published as it lies there. */
  workspace: string;
  /** How many vendors the workspace has, roughly. */
  vendors: number;
  /** The part of the site that is rendered; all of it when undefined. */
  shard: { number: number; of: number } | undefined;
}

/** What all processes have found. */
export interface AllRendered {
  links: LinksFound;
  copies: SearchCopies;
  verified: VerifiedPart[];
}

/** Renders the site. @throws BuildFailed with what a process printed that failed. */
export async function renderSite(options: RenderOptions): Promise<AllRendered> {
  mkdirSync(join(options.work, 'copies'), { recursive: true });
  const queue = new Queue(options.shard);
  const numbers = Array.from({ length: processes(options.vendors) }, (_, i) => i);
  const files = await Promise.all(numbers.map((n) => renderPart(n, queue, options)));
  const all = noPages();
  for (const file of files) {
    const { verified, ...part } = deserialize(readFileSync(file)) as Rendered;
    rmSync(file);
    addRendered(all, { ...part, verified: verified === undefined ? [] : [verified] });
  }
  return all;
}

/** Nothing rendered yet. */
export function noPages(): AllRendered {
  return { links: noLinks(), copies: new Map(), verified: [] };
}

/** Adds what others have rendered of the same site. */
export function addRendered(into: AllRendered, { links, copies, verified }: AllRendered): void {
  addLinks(into.links, links);
  for (const [language, bytes] of copies) into.copies.set(language, (into.copies.get(language) ?? 0) + bytes);
  into.verified.push(...verified);
}

/** Bytes of memory that a process takes, without vendors and for each of them. */
const MEMORY = { base: 350e6, vendor: 100e3 };

/** Vendors up to which a second process costs more time than it saves. */
const FEW = 100;

/** How many processes render: one for each core, as far as the memory reaches. */
function processes(vendors: number): number {
  if (vendors <= FEW) return 1;
  const fit = Math.floor((totalmem() * 0.7) / (MEMORY.base + MEMORY.vendor * vendors));
  return Math.max(1, Math.min(availableParallelism(), fit));
}

async function renderPart(number: number, queue: Queue, options: RenderOptions): Promise<string> {
  const result = join(options.work, `rendered-${number}`);
  await runStep(
    `render-${number}`,
    join(import.meta.dirname, 'render-step.ts'),
    [options.state, options.server, options.out, join(options.work, 'copies'), result],
    options,
    {
      env: { NODE_ENV: 'production', HENGPING_WORKSPACE: options.workspace },
      node: heapOptions(options.vendors),
      onStart: (child) => queue.serve(child),
    },
  );
  return result;
}

/** Groups of pages that wait for a process. Vendors wait until the files are there by which they are verified. */
class Queue {
  #waiting: { name: string; vendors: number }[] | undefined;
  #filesThere = false;
  readonly #shard: RenderOptions['shard'];
  /** Processes that wait for the files. */
  readonly #idle = new Set<ChildProcess>();

  constructor(shard: RenderOptions['shard']) {
    this.#shard = shard;
  }

  serve(child: ChildProcess): void {
    child.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') this.#waiting ??= ofShard(message.groups, this.#shard);
      else if (message.name === FIRST) this.#filesThere = true;
      this.#next(child);
      if (!this.#filesThere) return;
      for (const other of this.#idle) this.#next(other);
    });
  }

  #next(child: ChildProcess): void {
    this.#idle.delete(child);
    const waiting = this.#waiting ?? [];
    const at = waiting.findIndex(({ vendors }) => this.#filesThere || vendors === 0);
    const [group] = at < 0 ? [] : waiting.splice(at, 1);
    if (group !== undefined) tell(child, { kind: 'group', name: group.name });
    else if (waiting.length === 0) tell(child, { kind: 'finish' });
    else this.#idle.add(child);
  }
}

/** The groups that a part of the site has. The first group is in every part: vendors are verified by its files. */
function ofShard<G extends { name: string }>(groups: readonly G[], shard: RenderOptions['shard']): G[] {
  return groups.filter(({ name }, i) => shard === undefined || name === FIRST || i % shard.of === shard.number - 1);
}

/** Sends a message to a process; one that is gone is reported by whoever waits for its end. */
function tell(child: ChildProcess, message: ToWorker): void {
  if (child.connected) child.send(message, () => undefined);
}
