/** A copy of the golden workspace in a folder of its own, for tests that change or freeze it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type Copy, copyGolden } from './golden-folder.ts';

export { type Copy, newMethod } from './golden-folder.ts';

/** The copy; it is gone when the test is over. */
export function goldenCopy(): Copy {
  const folder = mkdtempSync(join(tmpdir(), 'golden-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return copyGolden(folder);
}
