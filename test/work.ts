/**
 * Work of a piece of code as a number that is the same on every machine and under every load: how often V8 entered each block
 * of it (precise coverage), and how many characters the methods of texts and regular expressions went over. Squared cost within
 * a single match of a regular expression is not seen: `architecture/regular-expressions.test.ts` looks for that. Import this
 * file before those that hold the code.
 */
import { Session, type Profiler } from 'node:inspector';

// Started once, before the code under test is compiled, and never ended: what is compiled without it is not counted by blocks.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** How often blocks were entered since the last call. */
function blocksEntered(): number {
  let blocks = 0;
  session.post(
    'Profiler.takePreciseCoverage',
    (error: Error | null, { result }: Profiler.TakePreciseCoverageReturnType) => {
      if (error !== null) throw error;
      for (const script of result)
        for (const { ranges } of script.functions) for (const { count } of ranges) blocks += count;
    },
  );
  return blocks;
}

/** Work of `run`, in blocks and characters. */
export function work(run: () => void): number {
  const characters = countCharacters();
  blocksEntered();
  try {
    run();
  } finally {
    characters.stop();
  }
  return blocksEntered() + characters.count();
}

/** How the work of `run` grows when its input doubles from `size`: 2 when it is linear, 4 when it is squared. */
export function growth<T>(make: (size: number) => T, run: (input: T) => void, size: number): number {
  const [warm, once, twice] = [make(100), make(size), make(size * 2)];
  // What is made once and kept is no part of the growth.
  run(warm);
  return work(() => run(twice)) / work(() => run(once));
}

function countCharacters(): { count: () => number; stop: () => void } {
  let count = 0;
  const restore: (() => void)[] = [];
  type Any = (this: unknown, ...args: unknown[]) => unknown;
  const wrap = (
    owner: object,
    name: string,
    cost: (self: never, args: readonly unknown[], result: unknown, before: number) => number,
  ): void => {
    const original = (owner as Record<string, Any>)[name];
    const wrapped: Any = function (this: unknown, ...args) {
      const before = this instanceof RegExp ? this.lastIndex : 0;
      const result = original.apply(this, args);
      count += cost(this as never, args, result, before);
      return result;
    };
    Object.defineProperty(owner, name, { value: wrapped, configurable: true, writable: true });
    restore.push(() => Object.defineProperty(owner, name, { value: original, configurable: true, writable: true }));
  };
  for (const name of ['replace', 'replaceAll', 'split'])
    wrap(String.prototype, name, (self: string, [pattern]) => (pattern instanceof RegExp ? 0 : self.length));
  for (const name of ['normalize', 'trim', 'toLowerCase']) wrap(String.prototype, name, (self: string) => self.length);
  // V8 copies parts of less than 13 characters and only points to longer ones.
  for (const name of ['slice', 'substring'])
    wrap(String.prototype, name, (_: string, __, result) => Math.min(13, (result as string).length));
  wrap(
    String.prototype,
    'indexOf',
    (self: string, [, from], result) => ((result as number) < 0 ? self.length : (result as number)) - Number(from ?? 0),
  );
  wrap(Array.prototype, 'join', (_: unknown[], __, result) => (result as string).length);
  wrap(RegExp.prototype, 'exec', (self: RegExp, [text], result, before) => {
    const found = result as RegExpExecArray | null;
    if (self.sticky || self.source.startsWith('^')) return found?.[0].length ?? 1;
    return found === null ? String(text).length - before : found.index + found[0].length - before;
  });
  return { count: () => count, stop: () => restore.forEach((undo) => undo()) };
}
