/** The worker seen from the page: opened once with the published rules and market, asked one thing at a time. */
import type { Language } from '../../i18n/language.ts';
import type { Receipt } from '../../schema/api.ts';
import type { SubmitMarket, SubmitRules, SubmitTold } from '../../schema/submit-files.ts';
import type { Inspected, Inspection } from '../../submit/inspect.ts';
import { isToldOf, type Known, knownFromReceipt } from '../../submit/told.ts';
import { fetchJson, fetchText, NotFound, withinLimit } from '../fetch-once.ts';
import type { FromWorker, Read, ToWorker } from './messages.ts';

/** The opened worker and what it was opened with. */
export interface Bench {
  rules: SubmitRules;
  market: SubmitMarket;
  inspect(inspected: Inspected, known: Known): Promise<Inspection>;
  /** What is known of a vendor that was not scored so far; undefined when nobody has told anything about it. */
  join(slug: string): Promise<Known | undefined>;
  read(text: string, slug: string): Promise<Read>;
  slug(name: string): Promise<string>;
}

/** Fetches what the form needs and opens the worker. Rejects when a file cannot be fetched. */
export async function openBench(language: Language): Promise<Bench> {
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
  const ask = <K extends FromWorker['kind']>(
    _kind: K,
    make: (turn: number) => ToWorker,
  ): Promise<Extract<FromWorker, { kind: K }>> =>
    new Promise((resolve, reject) => {
      const turn = ++turns;
      waiting.set(turn, (answer) => resolve(answer as Extract<FromWorker, { kind: K }>));
      worker.addEventListener('error', () => reject(new Error('the worker failed')), { once: true });
      worker.postMessage(make(turn));
    });
  // The worker's own script is a request too.
  await withinLimit(ask('opened', (turn) => ({ kind: 'open', turn, rules, market, language }))).catch(
    (fault: unknown) => {
      worker.terminate();
      throw fault;
    },
  );
  return {
    rules,
    market,
    inspect: (inspected, known) =>
      ask('inspected', (turn) => ({ kind: 'inspect', turn, inspected, known })).then((answer) => answer.inspection),
    join: async (slug) => {
      const told = await fetchJson<SubmitTold>('/submit/told.json');
      return isToldOf(told, slug)
        ? (await ask('joined', (turn) => ({ kind: 'join', turn, told, slug }))).known
        : undefined;
    },
    read: (text, slug) => ask('read', (turn) => ({ kind: 'read', turn, text, slug })),
    slug: (name) => ask('slug', (turn) => ({ kind: 'slug', turn, name })).then((answer) => answer.slug),
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

/** What others have told about a vendor so far. Rejects when its receipt cannot be fetched. */
export async function publishedTold(slug: string): Promise<Known> {
  return knownFromReceipt(await fetchJson<Pick<Receipt, 'measures' | 'overlap'>>(`/api/v1/vendors/${slug}.json`));
}
