import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { verifyLaunch } from './verifyLaunch.mjs';

const folder = join(import.meta.dirname, 'public');
const port = Number(process.env.PORT ?? 5180);
const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** The part of the app that only a server can do: here it says whom the messenger vouches for. */
function answerApi(request, response) {
  const launch = verifyLaunch(String(request.headers['x-launch-data'] ?? ''), process.env.APP_TOKEN ?? '');
  response.writeHead(launch ? 200 : 401, { 'content-type': 'application/json' });
  response.end(JSON.stringify(launch ? JSON.parse(launch.user ?? '{}') : { error: 'not signed by the messenger' }));
}

const server = createServer(async (request, response) => {
  // Parsing takes dots out of the path, so nothing outside of the folder has a name here.
  const { pathname } = new URL(request.url ?? '/', 'http://here');
  if (pathname === '/api/me') return answerApi(request, response);
  const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const body = await readFile(path).catch(() => undefined);
  response.writeHead(body ? 200 : 404, { 'content-type': types[extname(path)] ?? 'application/octet-stream' });
  response.end(body ?? 'Not found');
});
server.listen(port, '127.0.0.1', () => console.info(`http://localhost:${port}`));
