/** Builds of one project follow one another, whatever became of the one before. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeTurn } from '../../src/build/turn.ts';

let work = '';
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'turn-'));
});
afterEach(() => rmSync(work, { recursive: true, force: true }));

describe('the turn of a build', () => {
  it('is waited for while another one has it, and the wait is told once', async () => {
    const events: string[] = [];
    const first = await takeTurn(work);
    const second = takeTurn(work, { waiting: (pid) => void events.push(`waits for ${pid}`) }).then((giveBack) => {
      events.push('second');
      giveBack();
    });
    await expect.poll(() => events.length).toBe(1);
    events.push('first ends');
    first();
    await second;
    expect(events).toEqual([`waits for ${process.pid}`, 'first ends', 'second']);
    expect(readdirSync(work)).toEqual([]);
  });

  it('of a process that is gone is taken over', async () => {
    mkdirSync(join(work, 'building'));
    writeFileSync(join(work, 'building/process'), '999999999');
    (await takeTurn(work))();
    expect(readdirSync(work)).toEqual([]);
  });

  it('that a process of the same number had before is taken over, as in a container that numbers anew', async () => {
    mkdirSync(join(work, 'building'));
    writeFileSync(join(work, 'building/process'), String(process.pid));
    (await takeTurn(work))();
    expect(readdirSync(work)).toEqual([]);
  });

  it('of a process that was killed before it wrote its number is taken over after a while', async () => {
    mkdirSync(join(work, 'building'));
    utimesSync(join(work, 'building'), 1e9, 1e9);
    (await takeTurn(work))();
    expect(readdirSync(work)).toEqual([]);
  });

  it('is no longer waited for when the build that waits is stopped', async () => {
    const giveBack = await takeTurn(work);
    const stop = new AbortController();
    const waiting = takeTurn(work, { signal: stop.signal, waiting: () => stop.abort() });
    await expect(waiting).rejects.toThrow();
    giveBack();
  });
});
