import * as z from 'zod';
import type { AppApi } from './AppApi.ts';
import { AppApiError } from './AppApiError.ts';

/** Longest time for one answer, ms. */
const patienceMs = 10_000;

const launchSchema = z.object({
  person: z.int(),
  name: z.string().optional(),
  language: z.string().optional(),
  start: z.string().optional(),
});
const problemSchema = z.object({
  title: z.string().optional(),
  detail: z.string().optional(),
  code: z.string().optional(),
});
const madeCardSchema = z.object({ id: z.string().min(1) });
// Some say how often, some say whether.
const cardSchema = z.object({ v: z.int(), shared: z.union([z.boolean(), z.number(), z.array(z.unknown())]) });

/** Where the messenger is, such as `http://127.0.0.1:8787/api/apps/v1`, and what it knows the app by. */
export interface ApiPlace {
  readonly base: string;
  readonly token: string;
}

/** The messenger's API for apps over HTTP. `reach` answers undefined as long as there is no messenger. */
export function httpAppApi(reach: () => ApiPlace | undefined): AppApi {
  const call = async (method: string, path: string, body?: unknown, key?: string): Promise<unknown> => {
    const place = reach();
    if (!place) throw new AppApiError(0, 'the messenger has not started yet');
    const answer = await fetch(`${place.base}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${place.token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      body: body === undefined ? null : JSON.stringify(body),
      signal: AbortSignal.timeout(patienceMs),
    }).catch((error: unknown) => {
      throw new AppApiError(0, `the messenger does not answer: ${String(error)}`);
    });
    const text = await answer.text();
    if (answer.ok) return text === '' ? {} : parseJson(text);
    const problem = problemSchema.safeParse(parseJson(text)).data;
    throw new AppApiError(answer.status, problem?.detail ?? problem?.title ?? `status ${answer.status}`, problem?.code);
  };
  return {
    verify: async (data) => launchSchema.parse(await call('POST', '/initdata', { data }, crypto.randomUUID())),
    async send(message, key) {
      await call('POST', '/messages', message, key);
    },
    createCard: async (person, words, key) =>
      madeCardSchema.parse(await call('POST', '/cards', { person, words }, key)).id,
    async changeCard(card, words, key) {
      await call('PUT', `/cards/${encodeURIComponent(card)}`, { words }, key);
    },
    async getCard(card) {
      try {
        const { v, shared } = cardSchema.parse(await call('GET', `/cards/${encodeURIComponent(card)}`));
        return { v, shared: Array.isArray(shared) ? shared.length > 0 : Boolean(shared) };
      } catch (error) {
        if (error instanceof AppApiError && (error.status === 404 || error.status === 410)) return undefined;
        throw error;
      }
    },
  };
}

/** Text that is no JSON, such as a proxy's page, counts as an empty answer. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error instanceof SyntaxError ? {} : undefined;
  }
}
