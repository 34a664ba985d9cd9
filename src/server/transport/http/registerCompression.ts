import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, createGzip, gzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';

/** Below this many bytes a gzip frame saves less than it costs. */
const worthwhile = 1_024;
// Level 5 is within 3 % of the best for JSON at a third of its time.
const options = { level: 5, memLevel: constants.Z_DEFAULT_MEMLEVEL };
const gzipText = promisify<string, typeof options, Buffer>(gzip);
const textTypes = /^(?:text\/|application\/(?:json|javascript|manifest\+json)|image\/svg)/;

/** Compresses texts with gzip where the asker understands it. The socket is never compressed: there it would cost memory per connection. */
export function registerCompression(app: FastifyInstance): void {
  app.addHook('onSend', async (request, reply, payload) => {
    const type = String(reply.getHeader('content-type') ?? '');
    if (!textTypes.test(type) || reply.hasHeader('content-encoding') || request.method === 'HEAD') return payload;
    // Ranges and "not modified" speak about the bytes as they are on disk.
    if (reply.statusCode === 206 || reply.statusCode === 304) return payload;
    reply.header('vary', 'accept-encoding');
    if (!/\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))) return payload;
    if (typeof payload === 'string' && payload.length >= worthwhile) {
      reply.header('content-encoding', 'gzip').removeHeader('content-length');
      return gzipText(payload, options);
    }
    if (payload instanceof Readable) {
      reply.header('content-encoding', 'gzip').removeHeader('content-length');
      const out = createGzip(options);
      payload.on('error', (error) => out.destroy(error));
      return payload.pipe(out);
    }
    return payload;
  });
}
