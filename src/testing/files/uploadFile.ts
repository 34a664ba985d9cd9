import { randomBytes } from 'node:crypto';
import { request as httpRequest, type ClientRequest } from 'node:http';
import type { MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import type { Ack } from '#protocol/errors.ts';

/** A request of an upload. `body`: bytes of this request. */
export interface TusRequest {
  readonly token: string;
  readonly method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE';
  readonly id?: string;
  readonly headers?: Record<string, string>;
  readonly body?: BodyInit;
  readonly signal?: AbortSignal;
}

/** What was answered. `code`: of a refusal. `offset`: bytes that have come. */
export interface TusAnswer {
  readonly status: number;
  readonly code: string | undefined;
  readonly offset: number | undefined;
  readonly headers: Headers;
}

export const newMediaId = (): MediaId => toMediaId(randomBytes(16).toString('base64url'));

/** One request of the tus protocol. `origin`: of the server, without a slash behind. */
export async function askTus(
  origin: string,
  { token, method, id, headers, body, signal }: TusRequest,
): Promise<TusAnswer> {
  const response = await fetch(`${origin}/api/files${id === undefined ? '' : `/${id}`}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      ...(body === undefined ? {} : { 'content-type': 'application/offset+octet-stream' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body, duplex: 'half' }),
    ...(signal ? { signal } : {}),
  } as RequestInit);
  const text = await response.text();
  const ack = text.startsWith('{') ? (JSON.parse(text) as Ack<never>) : undefined;
  const offset = response.headers.get('upload-offset');
  return {
    status: response.status,
    code: ack && !ack.ok ? ack.code : undefined,
    offset: offset === null ? undefined : Number(offset),
    headers: response.headers,
  };
}

/** `Upload-Metadata` of these values. */
export const metadataOf = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** What is to be announced. */
export interface Announcement {
  readonly token: string;
  readonly id: string;
  readonly t: MediaType;
  readonly length: number;
  readonly name?: string;
}

/** Announces an upload. */
export const announce = (origin: string, { token, id, t, length, name = 'file' }: Announcement): Promise<TusAnswer> =>
  askTus(origin, {
    token,
    method: 'POST',
    headers: { 'upload-length': String(length), 'upload-metadata': metadataOf({ id, t, n: name }) },
  });

/** Sends bytes from an offset on. */
export const sendBytes = (
  origin: string,
  {
    token,
    id,
    offset,
    bytes,
    headers = {},
  }: { token: string; id: string; offset: number; bytes: Uint8Array; headers?: Record<string, string> },
): Promise<TusAnswer> =>
  askTus(origin, {
    token,
    method: 'PATCH',
    id,
    headers: { 'upload-offset': String(offset), ...headers },
    body: bytes as BodyInit,
  });

/**
 * Begins to send the rest of a file from an offset on and leaves the bytes to the caller, who may let it die: `ended` resolves when nothing more comes, with the status, or undefined where the line broke. `length`: bytes that it promises.
 */
export function beginPatch(
  origin: string,
  { token, id, offset, length }: { token: string; id: string; offset: number; length: number },
): { request: ClientRequest; ended: Promise<number | undefined> } {
  const { promise: ended, resolve } = Promise.withResolvers<number | undefined>();
  const broken = (): void => resolve(undefined);
  const request = httpRequest(`${origin}/api/files/${id}`, {
    method: 'PATCH',
    headers: {
      authorization: `Bearer ${token}`,
      'tus-resumable': '1.0.0',
      'upload-offset': offset,
      'content-type': 'application/offset+octet-stream',
      'content-length': length,
    },
  });
  request.on('response', (response) =>
    response
      .resume()
      .on('end', () => resolve(response.statusCode))
      .on('error', broken),
  );
  request.on('error', broken);
  return { request, ended };
}

/** Uploads a file in two requests. Answers its id, or the code of the refusal. */
export async function uploadFile(
  origin: string,
  {
    token,
    t,
    bytes,
    name,
    id = newMediaId(),
  }: { token: string; t: MediaType; bytes: Uint8Array; name?: string; id?: MediaId },
): Promise<{ id: MediaId; code: string | undefined; status: number }> {
  const begun = await announce(origin, { token, id, t, length: bytes.length, ...(name === undefined ? {} : { name }) });
  if (begun.status !== 201) return { id, code: begun.code, status: begun.status };
  const { code, status } = await sendBytes(origin, { token, id, offset: 0, bytes });
  return { id, code, status };
}
