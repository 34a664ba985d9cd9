import { Server } from '@tus/server';
import { invariant } from '#base/invariant.ts';
import type { Ack, ErrorCode } from '#protocol/errors.ts';
import type { Finisher } from '#server/services/media/uploads/createFinisher.ts';
import { httpStatus } from '#server/transport/httpStatus.ts';
import { toAnswer } from '#server/transport/serveRequest.ts';
import type { TransportParts } from '#server/transport/transportOptions.ts';
import { uploadCalls, type UploadCall } from './uploadCall.ts';
import { UploadStore } from './uploadStore.ts';

/** Where uploads live; the id of one follows. */
export const filesPath = '/api/files';

/** What the library itself refuses, in the words of the messenger. STALE: the client and the server are not at the same byte, or its bytes did not arrive as they were sent; HEAD tells where to go on. */
const codes: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD',
  403: 'BAD',
  404: 'NOT_FOUND',
  409: 'STALE',
  410: 'GONE',
  412: 'BAD',
  413: 'TOO_LARGE',
  415: 'BAD',
  423: 'BUSY',
  460: 'STALE',
};

/** The tus side of uploads: offsets, locks, bytes. Who may do what was decided before. */
export function createUploadServer(parts: TransportParts, finisher: Finisher): Server {
  const call = (): UploadCall => {
    const current = uploadCalls.getStore();
    invariant(current, 'the library works only within a call');
    return current;
  };
  return new Server({
    path: filesPath,
    datastore: new UploadStore(parts.media.uploads),
    relativeLocation: true,
    namingFunction: () => call().id,
    getFileIdFromRequest: () => call().id,
    // Pages of other origins are not answered at all.
    allowedOrigins: () => false,
    async onUploadFinish() {
      const { id, owner } = call();
      await finisher.finish(id, owner);
      return {};
    },
    onResponseError(_request, error) {
      const { status, ack } = toRefusal(parts, error);
      return { status_code: status, body: JSON.stringify(ack) };
    },
  });
}

/** The library throws values with a status, everybody else errors of the messenger. */
function toRefusal(
  parts: TransportParts,
  error: Error | { status_code: number; body: string },
): { status: number; ack: Ack<never> } {
  const status = 'status_code' in error ? error.status_code : 0;
  const code = codes[status];
  if (code) return { status, ack: { ok: false, code, msg: 'body' in error ? error.body.trim() : code } };
  const ack = toAnswer(parts, error, 'files');
  return { status: ack.ok ? 500 : httpStatus[ack.code], ack };
}
