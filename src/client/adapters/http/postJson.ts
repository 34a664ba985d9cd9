import { readWireError, type Ack } from '#protocol/errors.ts';

/** The part of `fetch` that is used, so that tests can stand in for the network. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/**
 * One POST with a JSON body, answered as an `Ack` whose data is not checked yet. Never rejects: without a network, or with an answer that is not from our
 * server (a proxy's error page), it is UNAVAILABLE; without an answer in time TIMEOUT.
 */
export async function postJson(
  fetch: Fetch,
  path: string,
  body: unknown,
  options: { timeoutMs: number; token?: string },
): Promise<Ack<unknown>> {
  const timeout = AbortSignal.timeout(options.timeoutMs);
  try {
    const response = await fetch(path, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(options.token === undefined ? {} : { authorization: `Bearer ${options.token}` }),
      },
      body: JSON.stringify(body),
      credentials: 'same-origin',
      cache: 'no-store',
      signal: timeout,
    });
    return toAck(await response.json(), response);
  } catch {
    // fetch and json fail with a dozen names for one fact: there was no usable answer.
    return { ok: false, code: timeout.aborted ? 'TIMEOUT' : 'UNAVAILABLE' };
  }
}

/** What an answer of our server says; anything else is no answer. `retry` may stand in a header. */
function toAck(answer: unknown, response: Response): Ack<unknown> {
  const refusal = readWireError(answer);
  if (refusal) return refusal.retry === undefined ? withRetryAfter(refusal, response) : refusal;
  const isOk =
    typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === true && 'data' in answer;
  if (isOk && response.ok) return { ok: true, data: answer.data };
  return { ok: false, code: response.status === 401 ? 'UNAUTH' : 'UNAVAILABLE' };
}

/** The header speaks seconds. */
function withRetryAfter(refusal: Ack<never> & { ok: false }, response: Response): Ack<never> {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? { ...refusal, retry: seconds * 1000 } : refusal;
}
