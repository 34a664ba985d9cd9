import * as z from 'zod/mini';
import { uploadAnswerSchema, type MediaId, type MediaPurpose } from '#protocol/entities/media.ts';
import { readWireError, type Ack } from '#protocol/errors.ts';
import type { Session } from '#sync/ports.ts';

/** How long an upload may stand still, ms. */
const stallMs = 30_000;

/** `onProgress`: share of the bytes that are on their way, 0–1. Never rejects. */
export type UploadPicture = (
  purpose: MediaPurpose,
  picture: Blob,
  onProgress: (share: number) => void,
) => Promise<Ack<MediaId>>;

/** Sends pictures to the server. By XMLHttpRequest: `fetch` does not tell how far it is. A token that is not taken any more is renewed once. */
export function pictureUpload(session: Session): UploadPicture {
  return async (purpose, picture, onProgress) => {
    const attempt = async (fresh: boolean): Promise<Ack<MediaId>> => {
      const token = await session.token({ fresh });
      return token.ok ? send(`/api/upload?for=${purpose}`, token.data.token, picture, onProgress) : token;
    };
    const first = await attempt(false);
    return !first.ok && first.code === 'UNAUTH' ? attempt(true) : first;
  };
}

function send(path: string, token: string, body: Blob, onProgress: (share: number) => void): Promise<Ack<MediaId>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), stallMs);
    };
    const end = (answer: Ack<MediaId>): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    request.open('POST', path);
    request.setRequestHeader('authorization', `Bearer ${token}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      wait();
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener('load', () => end(toAnswer(request.responseText)));
    request.addEventListener('error', () => end({ ok: false, code: 'UNAVAILABLE' }));
    request.addEventListener('abort', () => end({ ok: false, code: 'TIMEOUT' }));
    wait();
    request.send(body);
  });
}

const answerSchema = z.object({ ok: z.literal(true), data: uploadAnswerSchema });

/** What does not fit the contract is not from our server (a proxy's error page). */
function toAnswer(text: string): Ack<MediaId> {
  try {
    const answer: unknown = JSON.parse(text);
    return readWireError(answer) ?? { ok: true, data: answerSchema.parse(answer).data.id };
  } catch {
    // No JSON, or another shape: both mean that there was no usable answer.
    return { ok: false, code: 'UNAVAILABLE' };
  }
}
