/** The fingerprints of a release's files, as `sha256sum --check SHA256SUMS` reads them. */
import { createHash } from 'node:crypto';

/** SHA-256 of bytes or UTF-8 text, in lower-case hexadecimal. */
export function sha256Of(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** One line for each file, in the order of their paths. */
export function sumsText(files: ReadonlyMap<string, Uint8Array | string>): string {
  const paths = [...files.keys()].sort();
  return paths.map((path) => `${sha256Of(files.get(path) ?? '')}  ${path}\n`).join('');
}
