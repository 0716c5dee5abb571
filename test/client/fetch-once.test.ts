/** Requests of the pages' scripts: each ends, with an answer or with an error, and after an error it can be made again. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { TIME_LIMIT, fetchJson, fetchText, once, withinLimit } from '../../src/client/fetch-once.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What became of a promise after the time limit. */
async function afterLimit(promise: Promise<unknown>): Promise<unknown> {
  let outcome: unknown = 'still waiting';
  promise.then(
    (value) => (outcome = value),
    (fault: unknown) => (outcome = String(fault)),
  );
  await vi.advanceTimersByTimeAsync(TIME_LIMIT);
  return outcome;
}

it('a request without an answer is given up at the time limit, and the connection with it', async () => {
  let given: AbortSignal | undefined;
  vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => {
    given = signal;
    return new Promise(() => undefined);
  });
  expect(await afterLimit(fetchJson('/a.json'))).toContain('no answer within 30 s');
  expect(given?.aborted).toBe(true);
});

it('a body that never ends is given up too', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(new ReadableStream())));
  expect(await afterLimit(fetchText('/a.yaml'))).toContain('no answer within 30 s');
});

it('an answer in time is handed over, and leaves no timer behind', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ a: 1 })));
  expect(await fetchJson('/a.json')).toEqual({ a: 1 });
  expect(await withinLimit(Promise.resolve('module'))).toBe('module');
  expect(vi.getTimerCount()).toBe(0);
});

it('a missing file is an error with its address', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
  await expect(fetchJson('/a.json')).rejects.toThrow('/a.json: 404');
});

it('what was loaded is loaded once, and what failed is loaded again when it is asked for again', async () => {
  let calls = 0;
  const load = once(() => (++calls === 1 ? Promise.reject(new Error('down')) : Promise.resolve(calls)));
  await expect(load()).rejects.toThrow('down');
  expect([await load(), await load()]).toEqual([2, 2]);
});
