/**
 * What proves a rule: a small fault in a workspace that is sound without it, and the lines that a contributor then reads. A fault
 * is either in the tiny workspace in memory, or, for what texts in memory cannot break, in a workspace on disk.
 */
import type { Problem } from '../../../src/schema/problem.ts';
import { edited, tinyWith, tinyWorkspace } from '../../workspaces/tiny.ts';

/** The lines in both languages; they say the file, the place, the field and the rule. Hashes are written `<sha256>`. */
interface Lines {
  en: string;
  zh: string;
}

export interface InMemory extends Lines {
  files: Map<string, string>;
  /** Text that the place of the problem begins with; absent for a problem of a whole line or file. */
  at?: string;
  /** Rules that the same fault breaks too, sorted, where it cannot be made alone. */
  also?: readonly string[];
}

export interface OnDisk extends Lines {
  /** Makes the sound workspace in an empty folder. */
  make: (folder: string) => Promise<void> | void;
  /** Breaks it. */
  harm: (folder: string) => void;
  /** All problems of it. */
  problems: (folder: string) => Promise<readonly Problem[]>;
}

export type Fixture = InMemory | OnDisk;

export const FRAMEWORK = 'content/frameworks/demo.yaml';
export const METHOD = 'content/methodology/2026.1/method.yaml';
export const QUESTIONS = 'content/questionnaire.yaml';
export const RELEASE = 'data/release.yaml';
export const ALPHA = 'data/vendors/alpha.yaml';
export const BETA = 'data/vendors/beta.yaml';
export const GAMMA = 'data/vendors/gamma.yaml';
export const REVIEWS = 'data/reviews/2026.csv';
export const CONTACTS = 'data/observations/2026.csv';

/** The tiny workspace with another text in the place of one of a file. */
export function replaced(path: string, from: string, to: string): Pick<InMemory, 'files'> {
  return { files: tinyWith(path, from, to) };
}

/** The tiny workspace after changes of any kind. */
export function changed(change: (files: Map<string, string>) => void): Pick<InMemory, 'files'> {
  const files = tinyWorkspace();
  change(files);
  return { files };
}

/** Declares the collection spring-wave, and says of the last review (2026-06-04) that it is of collection `id`. */
export function inCollection(id: string, from: string, to: string): Pick<InMemory, 'files'> {
  return changed((files) => {
    edited(
      files,
      QUESTIONS,
      'observations:\n',
      `collections: [{ id: spring-wave, name: { zh: 春季问卷, en: Spring survey }, from: ${from}, to: ${to} }]\nobservations:\n`,
    );
    edited(files, REVIEWS, ',source,', ',source,collection,');
    for (const source of ['verified-contract', 'organic', 'invited', 'vendor-supplied'])
      edited(files, REVIEWS, `,${source},`, `,${source},${source === 'vendor-supplied' ? id : ''},`);
  });
}
