import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { bundlePathSchema } from '#protocol/entities/miniApps.ts';
import type { ByteRange } from '#server/services/byteRange.ts';
import type { BundleStore } from '#server/services/miniApps/bundleStore.ts';
import { readRange } from '#server/transport/readRange.ts';
import { appPolicy, commonHeaders } from './appPolicies.ts';
import { isCompressible, packBundleFile, pickCoding, type BundleCoding } from './bundleCoding.ts';
import { contentTypeOf } from './contentTypeOf.ts';
import { isRewritten, rewriteScript } from './rewriteScript.ts';
import { sendNotice } from './sendNotice.ts';
import type { PageVisit } from './visit.ts';

/** Which pages an app has. */
interface BundleSource {
  readonly bundle: string;
  readonly entry: string;
}

/** What of a request decides about the form of the answer. */
interface Asked {
  readonly method?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

/** Answers with a file of an uploaded bundle. Addresses without an ending belong to the app's own router, so they get its first page. */
export async function serveBundle(visit: PageVisit, bundles: BundleStore, source: BundleSource): Promise<void> {
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
  const found = await findFile(bundles, source, raw, (path, size) => planAnswer(request, source, path, size));
  if (!found) return sendNotice(request, response, 'missing', messenger);
  const { plan, size, stream } = found;
  response.writeHead(plan.status, { ...headersOf(visit), ...plan.headers });
  if (plan.status === 304 || plan.status === 416 || request.method === 'HEAD') {
    stream.destroy();
    response.end();
    return undefined;
  }
  const steps = [
    ...(plan.isRewritten ? [rewriteScript()] : []),
    ...(plan.coding ? [packBundleFile(plan.coding, size)] : []),
  ];
  return pipeline([stream, ...steps, response]);
}

/** How a file is answered with. */
interface Plan {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: OutgoingHttpHeaders;
  readonly isRewritten: boolean;
  readonly coding?: BundleCoding | undefined;
  /** absent: the whole file */
  readonly part?: ByteRange | undefined;
}

function planAnswer({ method, headers }: Asked, { bundle, entry }: BundleSource, path: string, size: number): Plan {
  const type = contentTypeOf(path);
  const common = { 'content-type': type, ...(isCompressible(type) ? { vary: 'accept-encoding' } : {}) };
  // Each form of a file has a name of its own: bytes of one are never bytes of another.
  const tagOf = (form: string): string => `"${bundle}${path === entry ? '-entry' : ''}${form}"`;
  const plain = tagOf('');
  // What is rewritten on its way has other bytes than the file, so parts are made of other files only. A part is one of the plain form.
  const mayCut = !isRewritten(type);
  const isPartWanted = mayCut && method === 'GET' && (headers['if-range'] ?? plain) === plain;
  const range = isPartWanted ? readRange(headers.range, size) : undefined;
  const coding = range === undefined ? pickCoding(headers['accept-encoding'], type, size) : undefined;
  const etag = coding ? tagOf(`-${coding}`) : plain;
  const named = { ...common, etag, ...(mayCut && !coding ? { 'accept-ranges': 'bytes' } : {}) };
  const plan = { isRewritten: !mayCut, coding };
  if (isKnown(headers['if-none-match'], etag)) return { ...plan, status: 304, headers: named };
  if (range === 'none')
    return { ...plan, status: 416, headers: { ...named, 'content-range': `bytes */${size}`, 'content-length': 0 } };
  if (range) {
    const { first, last } = range;
    const place = { 'content-length': last - first + 1, 'content-range': `bytes ${first}-${last}/${size}` };
    return { ...plan, status: 206, headers: { ...named, ...place }, part: range };
  }
  const length = coding ? { 'content-encoding': coding } : mayCut ? { 'content-length': size } : {};
  return { ...plan, status: 200, headers: { ...named, ...length } };
}

/** Whether a form is among those that the asker has. A proxy on the way may have called it a weak one. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);

// Asked for anew each time: a version that was taken back, or an app that was closed, must not live on in caches.
const headersOf = ({ manifest, messenger }: PageVisit) => ({
  ...commonHeaders,
  'content-security-policy': appPolicy(manifest, messenger),
  'cache-control': 'no-cache',
});

/** The first file that an address can mean, opened as `toPlan` says. */
async function findFile(
  bundles: BundleStore,
  { bundle, entry }: BundleSource,
  raw: string,
  toPlan: (path: string, size: number) => Plan,
): Promise<{ plan: Plan; size: number; stream: Readable } | undefined> {
  const path = toPath(raw);
  if (path === undefined) return undefined;
  const tries = [path, ...(path === '' || path.endsWith('/') ? [`${path}index.html`] : [])];
  // The last part of a path without a dot is no file: the app's own router knows it.
  if (!(path.split('/').at(-1) ?? '').includes('.')) tries.push(entry);
  if (path === '') tries.unshift(entry);
  for (const one of tries) {
    if (one === '' || one.split('/').includes('') || !bundlePathSchema.safeParse(one).success) continue;
    let plan: Plan | undefined;
    const file = await bundles.get(bundle, one, (size) => (plan = toPlan(one, size)).part);
    if (file) return { ...file, plan: plan ?? toPlan(one, file.size) };
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
