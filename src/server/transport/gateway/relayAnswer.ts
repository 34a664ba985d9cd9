import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { pipeline, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createZstdDecompress } from 'node:zlib';
import { answerHeaders } from './answerHeaders.ts';
import { meterBytes } from './meterBytes.ts';
import type { Notice } from './noticeTexts.ts';
import type { ProxyTools } from './proxyTools.ts';
import { isRewritten, rewriteScript } from './rewriteScript.ts';
import type { PageVisit } from './visit.ts';

/** Encodings that can be opened to be rewritten. */
const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
  zstd: createZstdDecompress,
};

/** Passes an upstream's answer on as it streams, within its limits, and with the official script's address rewritten where pages and scripts may name it. */
export function relayAnswer(
  visit: PageVisit,
  upstream: URL,
  answer: IncomingMessage,
  tools: ProxyTools,
  fail: (notice: Notice, why: string) => void,
): void {
  const { request, response, label } = visit;
  const { limits } = tools;
  // Whoever asked has just left, and nobody has been told yet: there is nothing to pipe into, and trying would throw.
  if (response.destroyed) return void answer.destroy();
  const status = answer.statusCode ?? 502;
  if (Number(answer.headers['content-length'] ?? 0) > limits.answerMax)
    return fail('broken', 'the answer is too large');
  const { headers, steps } = rewriting(status, answer.headers, answerHeaders(answer.headers, visit, upstream));
  const release = tools.pipes.hold(label, () => response.destroy());
  response.once('close', release);
  response.writeHead(status, headers);
  // An answer to a question about itself has no body, whatever its headers say.
  if (request.method === 'HEAD') answer.resume();
  // The headers of a stream go out at once: its first event may come much later.
  if (headers['content-length'] === undefined) response.flushHeaders();
  pipeline([answer, ...steps, meterBytes(limits.answerMax, limits.idleMs), response], (error) => {
    if (error && !response.writableFinished) fail('broken', error.message);
  });
}

function rewriting(
  status: number,
  { 'content-type': type, 'content-encoding': encoding = 'identity' }: IncomingMessage['headers'],
  headers: OutgoingHttpHeaders,
): { headers: OutgoingHttpHeaders; steps: Transform[] } {
  const decoder = decoders[encoding.toLowerCase()];
  // A part of a file cannot be rewritten: its numbers speak of the bytes as they are there.
  if (!isRewritten(type) || status === 206 || (encoding !== 'identity' && !decoder)) return { headers, steps: [] };
  const {
    'content-length': _length,
    'content-encoding': _encoding,
    'accept-ranges': _ranges,
    digest: _digest,
    'content-digest': _contentDigest,
    'repr-digest': _reprDigest,
    'content-md5': _md5,
    ...kept
  } = headers;
  return { headers: kept, steps: [...(decoder ? [decoder()] : []), rewriteScript()] };
}
