import type { Fetch } from '#client/adapters/http/postJson.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import type { SessionGrant } from '#protocol/session.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { startClient, type Client } from './startClient.ts';

/** One message's place as the server told it to its sender. */
export type SentAck = Extract<RequestOutput<'message.send'>['items'][number], { s: number }>;

/** A client on a store in memory, with what the server told it. */
export interface NodeClient extends Client {
  readonly store: MemoryLocalStore;
  /** every positive answer to a message, repeats included, in order of arrival */
  readonly acks: readonly SentAck[];
}

/** Starts the client of somebody who has entered. Its access token outlives the test, so it never asks for another. */
export function startNodeClient(origin: string, grant: SessionGrant): NodeClient {
  const acks: SentAck[] = [];
  const store = memoryLocalStore();
  const client = startClient({
    origin,
    fetch: fetchFrom(origin),
    session: {
      userId: grant.account.id,
      deviceId: grant.deviceId,
      token: async () => ({ ok: true, data: { token: grant.token, exp: grant.exp } }),
    },
    store,
    log: { debug: () => undefined, warn: () => undefined },
    onAnswer(name, _input, ack) {
      if (name === 'message.send' && ack.ok)
        acks.push(...(ack.data as RequestOutput<'message.send'>).items.filter((item) => 's' in item));
    },
  });
  client.start();
  return { ...client, store, acks };
}

const fetchFrom =
  (origin: string): Fetch =>
  (path, init) =>
    fetch(`${origin}${path}`, init);
