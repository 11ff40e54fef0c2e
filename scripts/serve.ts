/**
 * Serves an export as a plain static host would: under any base path, compressed,
 * with 404.html for what does not exist.
 */
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compression from 'compression';
import sirv from 'sirv';

export interface Hosted {
  server: Server;
  /** Where the site stands, with a slash at the end. */
  address: string;
}

/**
 * @param folder the export
 * @param basePath empty, or like /courses/ml
 * @param port 0 picks a free one
 * @param quality of brotli, 0 to 11: low answers at once, 9 is what a good host has ready
 * @throws Error when the port is taken
 */
export async function serve(
  folder: string,
  basePath: string,
  port: number,
  quality = 4,
): Promise<Hosted> {
  const notFound = readFileSync(join(folder, '404.html'));
  const immutable = `${basePath}/_next/static/`;
  const files = sirv(folder, {
    etag: true,
    setHeaders: (response, path) => {
      if ((basePath + path).startsWith(immutable)) {
        response.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
      }
    },
  });
  const compress = compression({
    brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: quality } },
  }) as unknown as (q: unknown, s: unknown, next: () => void) => void;

  const server = createServer((request, response) => {
    const missing = () => {
      response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(notFound);
    };
    const url = request.url ?? '/';
    if (url === basePath) {
      response.writeHead(301, { Location: `${basePath}/` });
      return response.end();
    }
    if (!url.startsWith(`${basePath}/`)) return missing();
    request.url = url.slice(basePath.length);
    compress(request, response, () => files(request, response, missing));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, resolve);
  });
  const bound = server.address();
  const actual = typeof bound === 'object' && bound ? bound.port : port;
  return { server, address: `http://localhost:${actual}${basePath}/` };
}
