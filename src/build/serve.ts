/** Serves a built site as a static host would: compressed, with its `_headers`, its `_redirects` and its 404 page. */
import { existsSync, readFileSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import compression from 'compression';
import serveStatic from 'serve-static';
import { headersOf, parseHeaders, parseRedirects } from './headers.ts';

/**
 * Starts serving `folder` on 127.0.0.1; port 0 takes any free one.
 * @returns the server and its address, such as `http://127.0.0.1:4321/`.
 * @throws the listening error, such as EADDRINUSE.
 */
export async function serveSite(folder: string, port: number): Promise<{ server: Server; address: string }> {
  const rulesFile = join(folder, '_headers');
  const rules = existsSync(rulesFile) ? parseHeaders(readFileSync(rulesFile, 'utf8')) : [];
  const redirectsFile = join(folder, '_redirects');
  const redirects = parseRedirects(existsSync(redirectsFile) ? readFileSync(redirectsFile, 'utf8') : '');
  // Dot files are served as the host does: `.well-known` is one.
  const files = serveStatic(folder, { dotfiles: 'allow' });
  // A part of a file is cut from its plain bytes, so it is sent as it is.
  const compress = compression({
    filter: (request, response) => request.headers.range === undefined && compression.filter(request, response),
  });
  const missing = readFileSync(join(folder, '404.html'));
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    for (const [name, value] of headersOf(rules, path)) response.setHeader(name, value);
    const moved = redirects.get(path);
    if (moved !== undefined) {
      response.writeHead(301, { Location: moved }).end();
      return;
    }
    // The compressor wants Express's types, of which it uses what node:http has.
    compress(request as never, response as never, () =>
      files(request, response, (fault) => {
        response.statusCode = fault?.status ?? 404;
        // Where the fault has headers they say what the request should have been, such as the length of the file.
        for (const [name, value] of Object.entries(fault?.['headers'] ?? {})) response.setHeader(name, String(value));
        response.setHeader('Content-Type', 'text/html; charset=utf-8');
        response.end(response.statusCode === 404 ? missing : undefined);
      }),
    );
  });
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', done);
  });
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}
