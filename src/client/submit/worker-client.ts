/** The worker as the page uses it: opened once with the published rules and market, then asked one thing at a time. */
import type { Language } from '../../i18n/language.ts';
import type { Receipt } from '../../schema/api.ts';
import type { SubmitMarket, SubmitRules, SubmitTold } from '../../schema/submit-files.ts';
import type { Draft } from '../../submit/draft.ts';
import type { Inspected, Inspection } from '../../submit/inspect.ts';
import { isReportedOn, type Reported, reportedInReceipt } from '../../submit/reported.ts';
import { fetchJson, fetchText, NotFound, withinLimit } from '../fetch-once.ts';

/** To the worker; an answer carries the same `turn`. */
export type ToWorker = { turn: number } & Request;
type Request =
  | { kind: 'open'; rules: SubmitRules; market: SubmitMarket; language: Language }
  | { kind: 'inspect'; inspected: Inspected; known: Reported }
  | { kind: 'read'; text: string; slug: string }
  | { kind: 'join'; reports: SubmitTold; slug: string }
  | { kind: 'slug'; name: string };

/** What was read from a text. */
export type Read = { draft: Draft } | { problems: readonly string[] };

/** What the worker answers to each kind of request. */
interface Answers {
  open: object;
  inspect: { inspection: Inspection };
  read: Read;
  join: { known: Reported };
  slug: { slug: string };
}

/** From the worker. */
export type FromWorker = { turn: number } & Answers[keyof Answers];

/** The opened worker and what it was opened with. */
export interface WorkerClient {
  rules: SubmitRules;
  market: SubmitMarket;
  inspect(inspected: Inspected, known: Reported): Promise<Inspection>;
  /** What is known of a vendor that was not scored so far; undefined when nobody has reported anything about it. */
  join(slug: string): Promise<Reported | undefined>;
  read(text: string, slug: string): Promise<Read>;
  slug(name: string): Promise<string>;
}

/** Fetches what the form needs and opens the worker. Rejects when a file cannot be fetched. */
export async function openWorker(language: Language): Promise<WorkerClient> {
  const [rules, market] = await Promise.all([
    fetchJson<SubmitRules>('/submit/rules.json'),
    fetchJson<SubmitMarket>('/submit/market.json'),
  ]);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: FromWorker) => void>();
  let turns = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    waiting.get(data.turn)?.(data);
    waiting.delete(data.turn);
  });
  const ask = <R extends Request>(request: R): Promise<Answers[R['kind']]> =>
    new Promise((resolve, reject) => {
      const turn = ++turns;
      waiting.set(turn, (answer) => resolve(answer as Answers[R['kind']]));
      worker.addEventListener('error', () => reject(new Error('the worker failed')), { once: true });
      worker.postMessage({ ...request, turn } satisfies ToWorker);
    });
  // The worker's own script is a request too.
  await withinLimit(ask({ kind: 'open', rules, market, language })).catch((fault: unknown) => {
    worker.terminate();
    throw fault;
  });
  return {
    rules,
    market,
    inspect: async (inspected, known) => (await ask({ kind: 'inspect', inspected, known })).inspection,
    join: async (slug) => {
      const reports = await fetchJson<SubmitTold>('/submit/told.json');
      return isReportedOn(reports, slug) ? (await ask({ kind: 'join', reports, slug })).known : undefined;
    },
    read: (text, slug) => ask({ kind: 'read', text, slug }),
    slug: async (name) => (await ask({ kind: 'slug', name })).slug,
  };
}

/** The published file of a vendor; undefined when there is none of this slug. Rejects when it cannot be fetched. */
export async function publishedText(slug: string): Promise<string | undefined> {
  try {
    return await fetchText(`/data/vendors/${slug}.yaml`);
  } catch (fault) {
    if (fault instanceof NotFound) return undefined;
    throw fault;
  }
}

/** What others have reported about a vendor so far. Rejects when its receipt cannot be fetched. */
export async function reportedByOthers(slug: string): Promise<Reported> {
  return reportedInReceipt(await fetchJson<Pick<Receipt, 'measures' | 'overlap'>>(`/api/v1/vendors/${slug}.json`));
}
