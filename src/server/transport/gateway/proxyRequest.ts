import type { ClientRequest, IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import type { Notice } from './noticeTexts.ts';
import type { ProxyTools } from './proxyTools.ts';
import { relayAnswer } from './relayAnswer.ts';
import { sendNotice } from './sendNotice.ts';
import { upstreamHeaders, viaGateway } from './upstreamHeaders.ts';
import type { PageVisit } from './visit.ts';

/** Answers of these kinds are never rewritten, so they may come packed. */
const packable = new Set(['image', 'font', 'audio', 'video', 'track', 'style', 'manifest', 'empty']);

/** Passes a request on to an app's own server, and its answer back, both as they stream. `upstream`: its origin counts, the path is the request's. */
export function proxyRequest(visit: PageVisit, upstream: URL, address: string, tools: ProxyTools): void {
  const { request, response, label, messenger, origin } = visit;
  const { limits } = tools;
  const fail = (notice: Notice, why: string) => {
    sent?.destroy();
    if (response.destroyed || response.writableEnded) return;
    if (notice !== 'large') tools.note(label, why);
    // Half an answer must not look like a whole one.
    if (response.headersSent) response.destroy();
    else sendNotice(request, response, notice, messenger, notice === 'large' ? { connection: 'close' } : {});
  };
  let sent: ClientRequest | undefined;
  if ((request.headers.via ?? '').includes(viaGateway)) return fail('broken', 'it leads back here');
  if (Number(request.headers['content-length'] ?? 0) > limits.requestMax) return fail('large', '');
  const timer = setTimeout(() => fail('slow', 'no answer in time'), limits.firstByteMs);
  response.once('close', () => {
    clearTimeout(timer);
    sent?.destroy();
  });
  const start = (isAgain: boolean) => {
    const canReuse = !hasBody(request) && !isAgain && (request.method === 'GET' || request.method === 'HEAD');
    const path = request.url ?? '/';
    const headers = headersFor(request, upstreamHeaders(request.headers, { origin, upstream, address }));
    const open = tools.door.open(upstream, { method: request.method ?? 'GET', path, headers, canReuse });
    sent = open;
    open.on('response', (answer) => {
      clearTimeout(timer);
      relayAnswer(visit, upstream, answer, tools, fail);
    });
    open.on('error', (error: NodeJS.ErrnoException) => {
      // A connection that waited may have been closed at this very moment; it did nothing yet.
      if (open.reusedSocket && error.code === 'ECONNRESET' && !response.headersSent) return attempt(() => start(true));
      return fail('broken', error.message);
    });
    if (hasBody(request)) sendBody(request, open, limits.requestMax, timer, fail);
    else open.end();
  };
  const attempt = (step: () => void) => {
    try {
      step();
    } catch (error) {
      fail('broken', error instanceof Error ? error.message : String(error));
    }
  };
  attempt(() => start(false));
}

const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

function headersFor(request: IncomingMessage, headers: OutgoingHttpHeaders): OutgoingHttpHeaders {
  const { 'sec-fetch-dest': wanted = '', 'transfer-encoding': chunked } = request.headers;
  return {
    ...headers,
    ...(packable.has(String(wanted)) ? {} : { 'accept-encoding': 'identity' }),
    // Said again for this connection: for some methods Node would send the body without a frame around it.
    ...(chunked === undefined ? {} : { 'transfer-encoding': 'chunked' }),
  };
}

/** Sends a body on as it comes. By hand, because a pipeline that breaks would take the connection with it on which the answer is due. */
function sendBody(
  request: IncomingMessage,
  sent: ClientRequest,
  max: number,
  timer: NodeJS.Timeout,
  fail: (notice: Notice, why: string) => void,
): void {
  let size = 0;
  request.on('data', (part: Buffer) => {
    size += part.length;
    if (size > max) return fail('large', '');
    if (sent.destroyed) return;
    // The upstream's time begins when it has everything.
    timer.refresh();
    if (sent.write(part)) return;
    request.pause();
    sent.once('drain', () => request.resume());
  });
  sent.once('close', () => request.resume());
  request.once('end', () => sent.end());
}
