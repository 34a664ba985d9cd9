import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#protocol/errors.ts';
import { openFile, type OpenedFile } from '#server/services/media/openFile.ts';
import { readRange } from '#server/transport/readRange.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';

type FileRequest = FastifyRequest<{ Params: { id: string }; Querystring: Record<string, unknown> }>;

/** What a page may show in place. Everything else is only ever saved. */
const shown: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/webp',
  'video/mp4',
  'video/webm',
  'video/quicktime',
  'audio/mp4',
  'audio/webm',
  'audio/ogg',
  'audio/mpeg',
  'audio/wav',
]);

/** Answers with a copy of a file, or a part of one, if the person its address names may read it at this moment. Throws as `openFile` does. */
export async function sendFile(
  parts: TransportParts,
  request: FileRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { u, s, e, k, d } = request.query;
  const { context, tools, media } = parts;
  const address = {
    id: request.params.id,
    user: text(u),
    size: s === undefined ? 'o' : text(s),
    day: text(e),
    seal: text(k),
  };
  const file = await openFile({ storage: context.storage, urls: tools.mediaUrls }, address);
  const range = readRange(request.headers.range, file.bytes);
  reply.headers(headersOf(file, d !== undefined, context.now()));
  if (range === 'none')
    return reply.code(416).header('content-range', `bytes */${file.bytes}`).header('cache-control', 'no-store').send();
  const length = range ? range.last - range.first + 1 : file.bytes;
  reply.code(range ? 206 : 200).header('content-length', length);
  if (range) reply.header('content-range', `bytes ${range.first}-${range.last}/${file.bytes}`);
  if (request.method === 'HEAD') return reply.send();
  const found = await media.store.get(file.key, range);
  if (!found) throw new AppError('UNAVAILABLE', { message: 'the file is not in the store' });
  return reply.send(found.stream);
}

function headersOf({ type, t, name, until }: OpenedFile, isDownload: boolean, now: number): Record<string, string> {
  // Whole seconds, rounded down: the address must not outlive its end in a cache.
  const seconds = Math.floor((until - now) / 1_000);
  const isShown = t !== 'f' && shown.has(type) && !isDownload;
  return {
    'content-type': type,
    'accept-ranges': 'bytes',
    'cache-control': `private, immutable, max-age=${seconds}`,
    'content-disposition': isShown
      ? 'inline'
      : `attachment; filename="file"; filename*=UTF-8''${toExtended(name ?? 'file')}`,
    'content-security-policy': "default-src 'none'; sandbox",
  };
}

/** RFC 8187: what a header may carry of a name in any script. Half characters are none. */
const toExtended = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 100) : '');
