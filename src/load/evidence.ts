/**
 * Files of evidence are published as they are, at the site's own address: each must be what its name says, and of a kind that
 * no browser runs. A page or a script among them would act in the name of the site.
 */
import { isUtf8 } from 'node:buffer';
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { evidenceFile } from '../schema/text.ts';

/** How files of each kind begin, in bytes; `undefined` for any. */
const BEGINNINGS: Readonly<Record<string, readonly (number | undefined)[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d],
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpg: [0xff, 0xd8, 0xff],
  webp: [0x52, 0x49, 0x46, 0x46, undefined, undefined, undefined, undefined, 0x57, 0x45, 0x42, 0x50],
};

/** Whether a path is one that evidence may have. */
export function isEvidencePath(path: string): boolean {
  return evidenceFile.safeParse(path).success;
}

/** Whether evidence at this path is text, which is read: personal data in it would be published. */
export function isTextEvidence(path: string): boolean {
  return /\.(?:txt|csv)$/.test(path);
}

/**
 * Whether the file is what its ending says; texts are UTF-8 without NUL.
 * @param path of a file that is there, with one of the endings that evidence may have.
 */
export function isOfItsKind(path: string): boolean {
  const beginning = BEGINNINGS[path.slice(path.lastIndexOf('.') + 1)];
  if (beginning === undefined) {
    const bytes = readFileSync(path);
    return isUtf8(bytes) && !bytes.includes(0);
  }
  const head = Buffer.alloc(beginning.length);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, head.length, 0);
  } finally {
    closeSync(file);
  }
  return beginning.every((byte, i) => byte === undefined || head[i] === byte);
}
