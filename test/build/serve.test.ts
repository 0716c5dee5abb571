import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { serveSite } from '../../src/build/serve.ts';

const folder = mkdtempSync(join(tmpdir(), 'serve-'));
writeFileSync(join(folder, 'index.html'), `<!doctype html><title>home</title>${'x'.repeat(4000)}`);
writeFileSync(join(folder, '404.html'), '<!doctype html><title>missing</title>');
writeFileSync(join(folder, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
writeFileSync(join(folder, '_redirects'), '/vendors/old/ /sub/ 301\n');
mkdirSync(join(folder, 'sub'));
writeFileSync(join(folder, 'sub/index.html'), 'sub');
const { server, address } = await serveSite(folder, 0);
afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true });
});

describe('the local server', () => {
  it('compresses, says the charset, and sends the headers of the host', async () => {
    const response = await fetch(address, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect(response.headers.get('content-type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('finds the index of a folder', async () => {
    expect(await (await fetch(`${address}sub/`)).text()).toBe('sub');
  });

  it('answers what is not there with the 404 page and status', async () => {
    const response = await fetch(`${address}nothing/here`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('missing');
  });

  it('leads from an old address to the new one as _redirects says', async () => {
    const response = await fetch(`${address}vendors/old/?a=1`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/sub/']);
  });

  it('never leaves its folder', async () => {
    expect((await fetch(`${address}..%2f..%2fetc/passwd`)).status).toBe(404);
  });

  it('says when a port is taken', async () => {
    await expect(serveSite(folder, Number(new URL(address).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
