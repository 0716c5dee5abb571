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
mkdirSync(join(folder, '.well-known'));
writeFileSync(join(folder, '.well-known/security.txt'), 'Contact: nobody');
writeFileSync(join(folder, 'ten.txt'), '0123456789');
writeFileSync(join(folder, 'none.txt'), '');
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
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
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

  it('redirects the address of a folder to the one that ends in a slash, as the host does', async () => {
    const response = await fetch(`${address}sub`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([301, '/sub/']);
  });

  it('serves files below .well-known', async () => {
    expect(await (await fetch(`${address}.well-known/security.txt`)).text()).toBe('Contact: nobody');
  });

  it('says when a port is taken', async () => {
    await expect(serveSite(folder, Number(new URL(address).port))).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});

describe('a request for a part of a file', () => {
  const part = async (path: string, range: string): Promise<unknown[]> => {
    const response = await fetch(`${address}${path}`, { headers: { range } });
    return [response.status, response.headers.get('content-range'), await response.text()];
  };

  // RFC 9110, 14.1.2 and 14.2: both ends are counted, `-N` means the last N bytes, a form that is not understood is ignored.
  it.each([
    ['bytes=0-3', 'bytes 0-3/10', '0123'],
    ['bytes=0-0', 'bytes 0-0/10', '0'],
    ['bytes=3-', 'bytes 3-9/10', '3456789'],
    ['bytes=-3', 'bytes 7-9/10', '789'],
    ['bytes=8-99', 'bytes 8-9/10', '89'],
    ['bytes=0-99999999999999999999', 'bytes 0-9/10', '0123456789'],
  ])('gets that part: %s', async (range, contentRange, text) => {
    expect(await part('ten.txt', range)).toEqual([206, contentRange, text]);
  });

  it.each([
    'bytes=5-2',
    'bytes=10-',
    'bytes=99-100',
    'bytes=99999999999999999999-',
    'bytes=9007199254740993-9007199254740995',
  ])('beyond the end or backwards gets 416 with the length of the file: %s', async (range) => {
    expect(await part('ten.txt', range)).toEqual([416, 'bytes */10', '']);
  });

  it('of an empty file gets 416', async () => {
    expect(await part('none.txt', 'bytes=0-')).toEqual([416, 'bytes */0', '']);
  });

  it.each(['pages=1-2', 'bytes', 'nonsense'])(
    'in a form that the server does not know gets the whole file: %s',
    async (range) => {
      expect(await part('ten.txt', range)).toEqual([200, null, '0123456789']);
    },
  );

  it('that is odd in any way leaves the server running', async () => {
    for (const range of [
      'bytes=',
      'bytes=-0',
      'bytes=a-b',
      'bytes=-1-2',
      'bytes=5--9',
      'bytes=0-1-2',
      'bytes=1e9-2',
      'bytes=0-1,3-4',
      'bytes=,',
      'bytes=0-1;',
    ]) {
      for (const path of ['ten.txt', 'none.txt', '', 'sub/', 'nothing/here'])
        expect((await part(path, range))[0], `${path} ${range}`).toBeLessThan(500);
    }
    expect((await fetch(address)).status).toBe(200);
  });
});
