/** Asks a person at a terminal, or takes one line after the other from a pipe. */
import { createInterface } from 'node:readline';
import type { Ask } from './collect.ts';

/** Questions go to standard error, so that standard output stays for results. */
export function askTerminal(): { ask: Ask; close: () => void } {
  const reader = createInterface({ input: process.stdin, ...(process.stdin.isTTY ? { output: process.stderr } : {}) });
  const lines = reader[Symbol.asyncIterator]();
  const ask: Ask = async (question) => {
    process.stderr.write(question);
    const { value, done } = (await lines.next()) as { value?: string; done?: boolean };
    return done === true ? undefined : (value ?? '');
  };
  return { ask, close: () => reader.close() };
}
