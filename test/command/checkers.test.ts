/** Running the checks of the code: silent when all is well, everything shown when not. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Checker, runChecker } from '../../src/command/checkers.ts';

const project = mkdtempSync(join(tmpdir(), 'checkers-'));
afterAll(() => rmSync(project, { recursive: true }));

mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
for (const [name, script] of [['good', 'echo all is well'], ['bad', 'echo "no: $1"; echo why >&2; exit 3']]) {
  writeFileSync(join(project, 'node_modules/.bin', name ?? ''), `#!/bin/sh\n${script ?? ''}\n`);
  chmodSync(join(project, 'node_modules/.bin', name ?? ''), 0o755);
}

const checker = (program: string): Checker => ({ name: { zh: '样例', en: 'sample' }, command: [program, 'x'] });

describe('a checker', () => {
  it('that passes gives one line', async () => {
    expect(await runChecker(checker('good'), project)).toEqual({ passed: true, summary: { zh: '通过  样例：good x', en: 'pass  sample: good x' }, output: '' });
  });

  it('that fails gives all that it wrote', async () => {
    expect(await runChecker(checker('bad'), project)).toEqual({ passed: false, summary: { zh: '未通过  样例：bad x', en: 'FAIL  sample: bad x' }, output: 'no: x\nwhy\n' });
  });

  it('that is not there fails too', async () => {
    const result = await runChecker(checker('absent'), project);
    expect(result.passed).toBe(false);
    expect(result.output).toContain('ENOENT');
  });
});
