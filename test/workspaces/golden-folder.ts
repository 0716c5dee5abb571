/** The golden workspace copied into a folder, to be changed and frozen there. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const GOLDEN = resolve(import.meta.dirname, 'golden');

export interface Copy {
  folder: string;
  read: (path: string) => string;
  write: (path: string, text: string) => void;
  /** Replaces the first `was`. @throws Error when it is not there. */
  edit: (path: string, was: string, is: string) => void;
}

/** Copies it into `folder`. */
export function copyGolden(folder: string): Copy {
  cpSync(GOLDEN, folder, { recursive: true });
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  const edit = (path: string, was: string, is: string): void => {
    const text = read(path);
    if (!text.includes(was)) throw new Error(`${path} does not hold ${was}`);
    write(path, text.replace(was, is));
  };
  return { folder, read, write, edit };
}

/** Makes version 2026.2 of the method, as of a month later, in which promise weighs 65 and answer 35. */
export function newMethod({ folder, edit }: Copy): void {
  cpSync(join(folder, 'content/methodology/2026.1'), join(folder, 'content/methodology/2026.2'), { recursive: true });
  const method = 'content/methodology/2026.2/method.yaml';
  edit(method, "version: '2026.1'", "version: '2026.2'");
  edit(method, "zh: 测试用。, en: 'For tests.'", "zh: 测试用，第二版。, en: 'For tests, the second.'");
  edit(method, 'frameworks:', 'changes:\n  - { zh: 承诺更要紧。, en: Promises matter more. }\nframeworks:');
  edit(method, 'promise: { weight: 60 }', 'promise: { weight: 65 }');
  edit(method, 'answer: { weight: 40 }', 'answer: { weight: 35 }');
  edit('data/release.yaml', '2026-06-30', '2026-07-31');
  edit('data/release.yaml', '2026.1', '2026.2');
}
