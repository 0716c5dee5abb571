/** Running the checks of the code: silent when all is well, everything shown when not. */
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type Checker, runChecker, startCheckers } from '../../src/command/checkers.ts';

const project = mkdtempSync(join(tmpdir(), 'checkers-'));
afterAll(() => rmSync(project, { recursive: true }));

mkdirSync(join(project, 'node_modules/.bin'), { recursive: true });
for (const [name, script] of [['good', 'echo all is well'], ['bad', 'echo "no: $1"; echo why >&2; exit 3']]) {
  writeFileSync(join(project, 'node_modules/.bin', name ?? ''), `#!/bin/sh\n${script ?? ''}\n`);
  chmodSync(join(project, 'node_modules/.bin', name ?? ''), 0o755);
}

const checker = (program: string): Checker => ({ name: { zh: '样例', en: 'sample' }, command: [program, 'x'] });

describe('the checkers', () => {
  it('run beside each other', async () => {
    // Each makes a file of its own name and waits for that of the other: one after the other, the first would give up.
    const meet = (other: string): string => `touch "${project}/$1"; for i in $(seq 100); do [ -e "${project}/${other}" ] && exit 0; sleep 0.1; done; exit 1`;
    for (const [name, other] of [['left', 'right'], ['right', 'left']] as const) {
      writeFileSync(join(project, 'node_modules/.bin', name), `#!/bin/sh\n${meet(other)}\n`);
      chmodSync(join(project, 'node_modules/.bin', name), 0o755);
    }
    const both = (['left', 'right'] as const).map((name): Checker => ({ name: { zh: name, en: name }, command: [name, name] }));
    const results = await Promise.all(startCheckers(both, project));
    expect(results.map((r) => r.passed)).toEqual([true, true]);
  });
});

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
