import { randomUUID } from 'node:crypto';
import { doors } from '#protocol/handshake.ts';
import type { Sender } from '#bench/server/connectSenders.ts';

/** A text that carries its own time of sending. */
export const stampedText = (): string =>
  `A message of about the usual length in a busy place @${performance.timeOrigin + performance.now()}@`;

/** Sends `perSecond` messages a second for `ms`, whoever waits for what; answers how many were acknowledged. Throws when one is refused. */
export async function sendAt(senders: readonly Sender[], perSecond: number, ms: number): Promise<number> {
  const sending: Promise<void>[] = [];
  await paced(perSecond, ms, (index) => {
    const sender = senders[index % senders.length] as Sender;
    const item = { i: randomUUID(), k: 1, b: { x: stampedText() } };
    const input = { c: sender.chats[0], items: [item] };
    sending.push(sender.socket.emitWithAck(doors.request, 'message.send', input).then(check));
  });
  await Promise.all(sending);
  return sending.length;
}

/** Calls `work` so many times a second for `ms`, catching up after a pause of the process. */
export async function paced(perSecond: number, ms: number, work: (index: number) => void): Promise<void> {
  const begun = performance.now();
  const count = Math.round((perSecond * ms) / 1_000);
  for (let index = 0; index < count; index += 1) {
    const wait = begun + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await new Promise((done) => setTimeout(done, wait));
    work(index);
  }
}

function check(answer: unknown): void {
  const { ok, data } = answer as { ok: boolean; data?: { items: { s?: number }[] } };
  if (!ok || data?.items[0]?.s === undefined) throw new Error(`refused: ${JSON.stringify(answer)}`);
}
