/** The layout itself: one-way arrows between the rooms, no drawers without a name, bilingual labels. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cruise = (paths: string[]): { status: number | null; output: string } => {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const run = spawnSync(process.execPath, [bin, '--config', join(root, '.dependency-cruiser.cjs'), ...paths], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status: run.status, output: run.stdout + run.stderr };
};

describe('the rooms of src/', () => {
  it('have no arrow that the house does not allow', () => {
    const { status, output } = cruise(['src', 'scripts']);
    expect(output).not.toMatch(/error /);
    expect(status).toBe(0);
  });

  it('are all known to the import rules', () => {
    const config = readFileSync(join(root, '.dependency-cruiser.cjs'), 'utf8');
    const rooms = readdirSync(join(root, 'src'), { withFileTypes: true })
      .filter((e) => e.isDirectory())
      .map((e) => e.name);
    const free = ['pages', 'build', 'command', 'bench', 'styles'];
    expect(rooms.filter((room) => !free.includes(room) && !new RegExp(`^  ${room}: \\[`, 'm').test(config))).toEqual(
      [],
    );
  });
});

describe('the npm scripts', () => {
  const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> })
    .scripts;

  it('are at most a dozen', () => {
    expect(Object.keys(scripts).length).toBeLessThanOrEqual(13);
  });

  it.each(Object.keys(scripts))('%s explains itself in both languages', (name) => {
    const file = scripts[name].replace('node ', '');
    const help = execFileSync(process.execPath, [join(root, file), '--help'], { cwd: root, encoding: 'utf8' });
    expect(help).toMatch(/\p{Script=Han}/u);
    expect(help).toMatch(/--\w+/);
    expect(help).toMatch(/[A-Z][a-z]+ .*[a-z]/);
  });
});
