import { readWireError, type Ack, type ErrorCode, type WireError } from '#protocol/errors.ts';
import type { UploadRow } from '#sync/changes.ts';
import type { Log, Session, Uploads } from '#sync/ports.ts';
import type { LocalBlobs } from './localBlobs.ts';
import { mediaCache } from './mediaCache.ts';
import { toTusMetadata } from './toTusMetadata.ts';

/** Where uploads are made; each has an address below. */
const basePath = '/api/files';
const tusVersion = '1.0.0';
/** How long a file may stand still, ms. */
const stallMs = 30_000;

/** What uploads stand on. */
export interface TusUploadsDeps {
  blobs: LocalBlobs;
  session: Session;
  log: Log;
}

/**
 * Uploads by the tus protocol. Its client finds out how much the server has of a file and sends the rest; making the upload is ours, because it is made again
 * under the same id after every interruption, whichever tab that was in, and the server answers with the one that it has.
 */
export function tusUploads(deps: TusUploadsDeps): Uploads {
  const { blobs, session, log } = deps;
  const quietly = async (what: string, work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.warn('upload.failed', { what, error: String(error) });
    }
  };
  return {
    send(file, onSent) {
      const ending = new AbortController();
      return { done: send(deps, file, onSent, ending.signal), stop: () => ending.abort() };
    },
    cancel: (id) =>
      quietly('cancel', async () => {
        const token = await session.token();
        if (token.ok) await fetch(`${basePath}/${id}`, { method: 'DELETE', headers: headersOf(token.data.token) });
      }),
    settle: (files) =>
      quietly('settle', async () => {
        for (const { id, n } of files) {
          const blob = await blobs.get(id);
          if (blob) await mediaCache.seed(id, blob, n);
        }
        await blobs.drop(files.map(({ id }) => id));
      }),
    drop: (ids) => quietly('drop', () => blobs.drop(ids)),
    sweep: (used) => quietly('sweep', () => blobs.sweep(used)),
  };
}

const headersOf = (token: string): Record<string, string> => ({
  authorization: `Bearer ${token}`,
  'tus-resumable': tusVersion,
});

async function send(
  deps: TusUploadsDeps,
  file: UploadRow,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<Ack<null>> {
  try {
    const blob = await deps.blobs.get(file.id);
    if (!blob) return { ok: false, code: 'NOT_FOUND' };
    const made = await create(deps, file, blob, signal);
    if (!made.ok) return made;
    return await resume(deps, { blob, url: made.data, onSent }, signal);
  } catch (error) {
    if (signal.aborted) return { ok: false, code: 'TIMEOUT' };
    deps.log.debug('upload.broken', { error: String(error) });
    return { ok: false, code: 'UNAVAILABLE' };
  }
}

/** Makes the upload, or finds the one that is there; answers its address. A token that is not taken any more is renewed once. */
async function create(
  { session }: TusUploadsDeps,
  file: UploadRow,
  blob: Blob,
  signal: AbortSignal,
): Promise<Ack<string>> {
  const attempt = async (fresh: boolean): Promise<Ack<string>> => {
    const token = await session.token({ fresh });
    if (!token.ok) return token;
    const headers = {
      ...headersOf(token.data.token),
      'upload-length': String(blob.size),
      'upload-metadata': toTusMetadata(file),
    };
    const response = await fetch(basePath, {
      method: 'POST',
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(stallMs)]),
    });
    const location = response.headers.get('location');
    if (response.ok && location !== null) return { ok: true, data: new URL(location, self.location.href).href };
    return toRefusal(response.status, await response.text());
  };
  const first = await attempt(false);
  return !first.ok && first.code === 'UNAUTH' ? attempt(true) : first;
}

/** What the server says of a refusal; what is not in its own words is a proxy's, and passes. */
function toRefusal(status: number, text: string): Ack<never> {
  const told = readTold(text);
  if (told) return told;
  if (status === 401) return { ok: false, code: 'UNAUTH' };
  return { ok: false, code: status === 413 ? 'TOO_LARGE' : 'UNAVAILABLE' };
}

function readTold(text: string): WireError | undefined {
  try {
    return readWireError(JSON.parse(text));
  } catch {
    // No JSON: only the status says something.
    return undefined;
  }
}

/** Refusals of an upload that is under way, not of its file: another one was quicker, or the server has dropped it. */
const lostCodes: ReadonlySet<ErrorCode> = new Set(['STALE', 'GONE', 'NOT_FOUND']);

interface Resumed {
  blob: Blob;
  url: string;
  onSent: (bytes: number) => void;
}

/** Sends what the server lacks. Ends without progress after a while: a dead line does not always say so. */
async function resume(
  { session }: TusUploadsDeps,
  { blob, url, onSent }: Resumed,
  signal: AbortSignal,
): Promise<Ack<null>> {
  const { Upload, DetailedError } = await import('tus-js-client');
  const { promise, resolve } = Promise.withResolvers<Ack<null>>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => end({ ok: false, code: 'TIMEOUT' }), stallMs);
  };
  const end = (answer: Ack<null>): void => {
    clearTimeout(timer);
    // After a success it does nothing; the server's half stays in any case.
    void upload.abort(false);
    resolve(answer);
  };
  const upload = new Upload(blob, {
    uploadUrl: url,
    // The engine knows when to try again.
    retryDelays: null,
    storeFingerprintForResuming: false,
    removeFingerprintOnSuccess: false,
    async onBeforeRequest(request) {
      const token = await session.token();
      if (token.ok) request.setHeader('authorization', `Bearer ${token.data.token}`);
    },
    onProgress(sent) {
      wait();
      onSent(sent);
    },
    onSuccess: () => end({ ok: true, data: null }),
    onError(error) {
      const response = error instanceof DetailedError ? error.originalResponse : null;
      const refusal = response ? toRefusal(response.getStatus(), response.getBody()) : undefined;
      // Made anew, it goes on where the server is, or begins again.
      const isLost = !refusal || (!refusal.ok && lostCodes.has(refusal.code));
      end(isLost ? { ok: false, code: 'UNAVAILABLE' } : refusal);
    },
  });
  signal.addEventListener('abort', () => end({ ok: false, code: 'TIMEOUT' }));
  wait();
  if (signal.aborted) return { ok: false, code: 'TIMEOUT' };
  upload.start();
  return promise;
}
