import { PassThrough, type Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#protocol/errors.ts';
import { setBodyDeadline } from './bodyDeadline.ts';
import { httpStatus } from './httpStatus.ts';

/** Time the body of an upload may take, ms: 10 MB over a slow line. */
export const uploadMs = 120_000;

/**
 * Makes room for routes whose body is the bytes of a file: at most `maxBytes`, all of them within `ms`. What is larger is refused with 413, what is later with TIMEOUT, both by
 * the error handler of `app`. Whoever may not upload is best refused in a route's `onRequest`: then nothing has been read.
 */
export async function registerRawUploads(
  app: FastifyInstance,
  maxBytes: number,
  addRoutes: (scope: FastifyInstance) => void,
  ms = uploadMs,
): Promise<void> {
  await app.register(async (scope) => {
    // The type that a client claims means nothing: whatever comes is bytes.
    scope.removeAllContentTypeParsers();
    const options = { parseAs: 'buffer', bodyLimit: maxBytes } as const;
    scope.addContentTypeParser('*', options, (_request, body, done) => done(null, body));
    scope.addHook('preParsing', (request, reply, body, done) =>
      done(null, inTime(request, reply, body as Readable, ms)),
    );
    addRoutes(scope);
  });
}

/** The bytes that came; empty without a body. */
export const readBytes = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0));

/** The same body, until it is late. It is broken off beside the request, not by ending the request: an answer still has to leave by that connection. */
function inTime(request: FastifyRequest, reply: FastifyReply, body: Readable, ms: number): Readable {
  const checked = new PassThrough();
  setBodyDeadline(request.raw, ms, () => {
    // The rest that may still come belongs to no other request.
    reply.header('connection', 'close');
    checked.destroy(new SlowUpload());
  });
  body.on('error', (error) => checked.destroy(error));
  // Who was refused already reads no further, and still may hang up: an error that nobody hears would end the process.
  checked.on('error', () => undefined);
  return body.pipe(checked);
}

class SlowUpload extends AppError {
  /** The framework would take it for a fault of the form. */
  readonly statusCode = httpStatus.TIMEOUT;
  constructor() {
    super('TIMEOUT', { message: 'the upload took too long' });
  }
}
