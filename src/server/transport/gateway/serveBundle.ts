import { pipeline } from 'node:stream/promises';
import { bundlePathSchema } from '#protocol/entities/miniApps.ts';
import type { BundleStore } from '#server/services/miniApps/bundleStore.ts';
import { appPolicy, commonHeaders } from './appPolicies.ts';
import { contentTypeOf } from './contentTypeOf.ts';
import { isRewritten, rewriteScript } from './rewriteScript.ts';
import { sendNotice } from './sendNotice.ts';
import type { PageVisit } from './visit.ts';

/** Answers with a file of an uploaded bundle. Addresses without an ending belong to the app's own router, so they get its first page. */
export async function serveBundle(
  visit: PageVisit,
  bundles: BundleStore,
  source: { readonly bundle: string; readonly entry: string },
): Promise<void> {
  const { request, response, messenger } = visit;
  if (request.method !== 'GET' && request.method !== 'HEAD') return sendNotice(request, response, 'missing', messenger);
  const [raw = '/', query] = (request.url ?? '/').split('?', 2);
  if (raw === '/' && source.entry.includes('/')) {
    // What the first page names relative to itself must be found there.
    const place = `/${source.entry.split('/').map(encodeURIComponent).join('/')}`;
    response.writeHead(302, { ...headersOf(visit), location: query === undefined ? place : `${place}?${query}` });
    response.end();
    return undefined;
  }
  const found = await findFile(bundles, source, raw);
  if (!found) return sendNotice(request, response, 'missing', messenger);
  const { path, file } = found;
  const type = contentTypeOf(path);
  const etag = `"${source.bundle}${path === source.entry ? '-entry' : ''}"`;
  const headers = { ...headersOf(visit), 'content-type': type, etag };
  const isKnown = request.headers['if-none-match']?.split(/\s*,\s*/).includes(etag) === true;
  if (isKnown || request.method === 'HEAD') {
    file.stream.destroy();
    response.writeHead(isKnown ? 304 : 200, headers).end();
    return undefined;
  }
  if (isRewritten(type)) {
    response.writeHead(200, headers);
    return pipeline(file.stream, rewriteScript(), response);
  }
  response.writeHead(200, { ...headers, 'content-length': file.size });
  return pipeline(file.stream, response);
}

// Asked for anew each time: a version that was taken back, or an app that was closed, must not live on in caches.
const headersOf = ({ manifest, messenger }: PageVisit) => ({
  ...commonHeaders,
  'content-security-policy': appPolicy(manifest, messenger),
  'cache-control': 'no-cache',
});

async function findFile(bundles: BundleStore, { bundle, entry }: { bundle: string; entry: string }, raw: string) {
  const path = toPath(raw);
  if (path === undefined) return undefined;
  const tries = [path, ...(path === '' || path.endsWith('/') ? [`${path}index.html`] : [])];
  // The last part of a path without a dot is no file: the app's own router knows it.
  if (!(path.split('/').at(-1) ?? '').includes('.')) tries.push(entry);
  if (path === '') tries.unshift(entry);
  for (const one of tries) {
    if (one === '' || one.split('/').includes('') || !bundlePathSchema.safeParse(one).success) continue;
    const file = await bundles.get(bundle, one);
    if (file) return { path: one, file };
  }
  return undefined;
}

/** Undefined: no path at all. */
function toPath(raw: string): string | undefined {
  if (!raw.startsWith('/')) return undefined;
  try {
    return decodeURIComponent(raw.slice(1));
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
