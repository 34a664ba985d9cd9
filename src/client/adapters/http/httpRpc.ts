import type * as z from 'zod/mini';
import type * as Contract from '#protocol/requests.ts';
import type { Ack } from '#protocol/errors.ts';
import type { Log, Rpc, Session } from '#sync/ports.ts';
import { postJson, type Fetch } from './postJson.ts';

/** Limit of one request unless the caller names one, ms. */
const defaultTimeoutMs = 15_000;

/**
 * Requests over HTTP. An access token that the server does not take any more is renewed once and the request repeated; every request of the wire may be
 * repeated (reads freely, commands by their op or cid).
 */
export function httpRpc(deps: { fetch: Fetch; session: Session; log: Log }): Rpc {
  /** What answers are checked by is no small file, and a screen that shows what the device has needs none of it. Once it is there, a request leaves in the task that asks for it. */
  let contract: Pick<typeof Contract, 'requestsByName'> | undefined;
  return {
    call: async (name, input, options = {}) => {
      // A file that does not come is no network.
      contract ??= await import('#protocol/requests.ts').catch(() => undefined);
      if (!contract) return { ok: false, code: 'UNAVAILABLE' };
      const output = contract.requestsByName.get(name)?.output;
      if (!output) return { ok: false, code: 'BAD' };
      const body = { input, ...(options.epoch === undefined ? {} : { epoch: options.epoch }) };
      const timeoutMs = options.timeoutMs ?? defaultTimeoutMs;
      const ask = async (fresh: boolean): Promise<Ack<unknown>> => {
        const send = (token: string) => postJson(deps.fetch, `/api/rpc/${name}`, body, { timeoutMs, token });
        const atHand = fresh ? undefined : deps.session.tokenAtHand?.();
        if (atHand !== undefined) return send(atHand);
        const token = await deps.session.token({ fresh });
        return token.ok ? send(token.data.token) : token;
      };
      const first = await ask(false);
      const answer = !first.ok && first.code === 'UNAUTH' ? await ask(true) : first;
      return parseAnswer(answer, output, (issues) => deps.log.warn('rpc.badAnswer', { name, issues }));
    },
  };
}

/** The edge where answers are checked: what does not fit the contract counts as a fault of the server. */
function parseAnswer<T>(answer: Ack<unknown>, output: z.ZodMiniType, report: (issues: unknown) => void): Ack<T> {
  if (!answer.ok) return answer;
  const parsed = output.safeParse(answer.data);
  if (parsed.success) return { ok: true, data: parsed.data as T };
  report(parsed.error.issues.slice(0, 3));
  return { ok: false, code: 'INTERNAL' };
}
