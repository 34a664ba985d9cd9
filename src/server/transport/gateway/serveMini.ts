import { createHash } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { mediaIdSchema, pictureSizes } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import { fileKey } from '#server/services/media/fileKey.ts';
import { miniScriptNames } from '#server/services/miniApps/miniScripts.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { commonHeaders, noticePolicy, relayPolicy } from './appPolicies.ts';
import { sendNotice } from './sendNotice.ts';
import type { PageVisit } from './visit.ts';

/** Below this path an app's address is ours. */
export const miniPath = '/__mini/';

/** The page of the frame around an app's page, with its script inside: another trip for that would be felt at each opening. */
const toRelayPage = (script: string) =>
  `<!doctype html><html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover"><title></title><style>html,body{margin:0;height:100%;overflow:hidden;background:transparent}iframe{display:block;width:100%;height:100%;border:0}</style><body><script>${script}</script></body></html>\n`;

/** Answers below `/__mini/`: the frame between messenger and app, the scripts, and the faces of people who showed theirs. */
export async function serveMini(visit: PageVisit, parts: TransportParts): Promise<void> {
  const { request, response, messenger } = visit;
  const url = new URL(request.url ?? '/', 'http://mini.invalid');
  const name = url.pathname.slice(miniPath.length);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const script = miniScriptNames.find((known) => name === `${known}.js`);
  if (isRead && name === 'relay') return sendRelay(visit, parts);
  if (isRead && script) {
    const bytes = await parts.gateway.scripts.get(script);
    const headers = { 'content-security-policy': noticePolicy(messenger), 'cache-control': 'no-cache' };
    if (bytes) return sendText(visit, 'text/javascript; charset=utf-8', bytes, headers);
  }
  if (isRead && name.startsWith('face/')) return sendFace(visit, parts, url);
  return sendNotice(request, response, 'missing', messenger);
}

async function sendRelay(visit: PageVisit, { gateway }: TransportParts): Promise<void> {
  const { request, response, messenger } = visit;
  const bytes = await gateway.scripts.get('relay');
  if (!bytes) return sendNotice(request, response, 'missing', messenger);
  // Whatever the bundler leaves in it, the script ends where we end it.
  const script = Buffer.from(bytes)
    .toString()
    .replaceAll('</script', String.raw`<\/script`);
  const hash = `sha256-${createHash('sha256').update(script).digest('base64')}`;
  const headers = { 'content-security-policy': relayPolicy(messenger, hash), 'cache-control': 'no-store' };
  return sendText(visit, 'text/html; charset=utf-8', Buffer.from(toRelayPage(script)), headers);
}

function sendText({ request, response }: PageVisit, type: string, body: Uint8Array, own: OutgoingHttpHeaders): void {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  const headers = { ...commonHeaders, ...own, 'content-type': type, etag };
  if (request.headers['if-none-match'] === etag && own['cache-control'] === 'no-cache') {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The picture of a person, by an address that is all it takes. */
async function sendFace(visit: PageVisit, { apps, media, context }: TransportParts, url: URL): Promise<void> {
  const { request, response, label, messenger } = visit;
  const id = mediaIdSchema.safeParse(url.pathname.slice(`${miniPath}face/`.length));
  const until = id.success ? readEnd(apps.checkFace, label, id.data, url.searchParams) : undefined;
  const size = Math.max(...pictureSizes) as (typeof pictureSizes)[number];
  const file = id.success && until !== undefined ? await media.store.get(fileKey(id.data, size)) : undefined;
  if (!file || until === undefined) return sendNotice(request, response, 'missing', messenger);
  response.writeHead(200, {
    ...commonHeaders,
    'content-type': 'image/webp',
    'content-length': file.size,
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': `private, max-age=${Math.max(0, Math.floor((until - context.now()) / 1_000))}`,
  });
  if (request.method !== 'HEAD') return pipeline(file.stream, response);
  file.stream.destroy();
  response.end();
  return undefined;
}

/** When an address ends, ms; undefined for one that is not good. */
function readEnd(
  check: TransportParts['apps']['checkFace'],
  label: string,
  id: string,
  query: URLSearchParams,
): number | undefined {
  try {
    return check(label, id, query.get('e') ?? '', query.get('k') ?? '');
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
