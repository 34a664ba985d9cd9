import { randomUUID } from 'node:crypto';
import type { Delta } from '#protocol/entities/chat.ts';
import { doors } from '#protocol/handshake.ts';
import type { Sender } from './connectSenders.ts';

/** What one round of load saw. */
export interface LoadResult {
  /** Acknowledged messages per second. */
  perSecond: number;
  /** Time from the send to its ack, ms, one per message. */
  latencies: number[];
  /** Messages sent in all; a little more than were counted for the rate, because the last ones are waited for. */
  sent: number;
  /** How many deltas with so many messages arrived, counted once per member. */
  batches: Map<number, number>;
}

/** Deltas may follow their ack; so long is waited for the last ones, ms. */
const drainMs = 5_000;

/**
 * Every client sends one message at a time, the next as soon as the ack is there, for `ms`. Throws when a message is refused or, with `copies`, when not
 * every message arrived that many times.
 */
export async function runLoad(
  senders: readonly Sender[],
  ms: number,
  options: { copies?: number } = {},
): Promise<LoadResult> {
  const latencies: number[] = [];
  const batches = new Map<number, number>();
  let sent = 0;
  let arrived = 0;
  let isOver = false;
  const hear = (deltas: Delta[]): void => {
    for (const { rows = [] } of deltas) {
      arrived += rows.length;
      batches.set(rows.length, (batches.get(rows.length) ?? 0) + 1);
    }
  };
  const sendOn = async (sender: Sender): Promise<void> => {
    while (!isOver) {
      const c = sender.chats[sender.turn % sender.chats.length] as number;
      sender.turn += 1;
      sent += 1;
      const begun = performance.now();
      const item = { i: randomUUID(), k: 1, b: { x: `Message ${sender.turn} of somebody who writes quickly` } };
      const answer: unknown = await sender.socket.emitWithAck(doors.request, 'message.send', { c, items: [item] });
      check(answer);
      if (!isOver) latencies.push(performance.now() - begun);
    }
  };
  for (const { socket } of senders) socket.on(doors.delta, hear);
  const begun = performance.now();
  const sending = senders.map(sendOn);
  await new Promise((done) => setTimeout(done, ms));
  isOver = true;
  const perSecond = (latencies.length * 1_000) / (performance.now() - begun);
  await Promise.all(sending);
  const expected = sent * (options.copies ?? 0);
  for (let waited = 0; arrived < expected && waited < drainMs; waited += 20) {
    await new Promise((done) => setTimeout(done, 20));
  }
  for (const { socket } of senders) socket.off(doors.delta, hear);
  if (arrived !== expected) throw new Error(`${sent} messages arrived ${arrived} times instead of ${expected}`);
  return { perSecond, latencies, sent, batches };
}

function check(answer: unknown): void {
  const { ok, data } = answer as { ok: boolean; data?: { items: { s?: number }[] } };
  if (!ok || data?.items[0]?.s === undefined) throw new Error(`refused: ${JSON.stringify(answer)}`);
}
