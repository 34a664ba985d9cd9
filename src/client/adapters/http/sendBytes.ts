import * as z from 'zod/mini';
import { readWireError, type Ack } from '#protocol/errors.ts';
import type { Session } from '#sync/ports.ts';

/** How long an upload may stand still, ms. */
const stallMs = 30_000;

/** What is sent where, and what the answer holds. `onProgress`: share of the bytes that are on their way, 0–1. */
export interface BytesToSend<Data> {
  path: string;
  body: Blob;
  data: z.ZodMiniType<Data>;
  onProgress: (share: number) => void;
}

/** Sends a file to the server. By XMLHttpRequest: `fetch` does not tell how far it is. A token that is not taken any more is renewed once. Never rejects. */
export async function sendBytes<Data>(session: Session, input: BytesToSend<Data>): Promise<Ack<Data>> {
  const attempt = async (fresh: boolean): Promise<Ack<Data>> => {
    const token = await session.token({ fresh });
    return token.ok ? send(token.data.token, input) : token;
  };
  const first = await attempt(false);
  return !first.ok && first.code === 'UNAUTH' ? attempt(true) : first;
}

function send<Data>(token: string, { path, body, data, onProgress }: BytesToSend<Data>): Promise<Ack<Data>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => request.abort(), stallMs);
    };
    const end = (answer: Ack<Data>): void => {
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
    request.addEventListener('load', () => end(toAnswer(request.responseText, data)));
    request.addEventListener('error', () => end({ ok: false, code: 'UNAVAILABLE' }));
    request.addEventListener('abort', () => end({ ok: false, code: 'TIMEOUT' }));
    wait();
    request.send(body);
  });
}

/** What does not fit the contract is not from our server (a proxy's error page). */
function toAnswer<Data>(text: string, data: z.ZodMiniType<Data>): Ack<Data> {
  try {
    const answer: unknown = JSON.parse(text);
    return readWireError(answer) ?? { ok: true, data: z.object({ ok: z.literal(true), data }).parse(answer).data };
  } catch {
    // No JSON, or another shape: both mean that there was no usable answer.
    return { ok: false, code: 'UNAVAILABLE' };
  }
}
