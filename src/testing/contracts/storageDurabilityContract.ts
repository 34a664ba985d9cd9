import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { toCid, toUserId } from '#protocol/casts.ts';
import type { AppendAck } from '#server/storage/units/messages/appendTypes.ts';
import { dumpChat } from './storageDump.ts';
import { checkInvariants } from './storageInvariants.ts';
import { seedChat, type SeededChat } from './storageSeed.ts';
import type { MakeTarget, StorageTarget } from './storageTarget.ts';

const writer = fileURLToPath(new URL('./storageWriter.ts', import.meta.url));

/** What the writing program had said when it was killed: sender by cid, ack by cid. */
interface Promised {
  sent: Map<string, number>;
  acks: Map<string, AppendAck>;
}

/** Lets the writer run until it has printed `lines` lines, then kills it without warning. */
function runWriter(target: StorageTarget, chat: SeededChat, lines: number, promised: Promised): Promise<void> {
  const child = spawn(process.execPath, [writer, JSON.stringify(target.address), JSON.stringify(chat)]);
  let text = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk.toString();
    if (text.split('\n').length > lines) child.kill('SIGKILL');
  });
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`the writer ended by itself: ${errors}`));
      for (const line of text.split('\n').slice(0, -1)) {
        const [mark, first, rest] = line.split(/ (\S+) (.*)/) as [string, string, string];
        if (mark === '>') promised.sent.set(rest, Number(first));
        else promised.acks.set(first, JSON.parse(rest) as AppendAck);
      }
      resolve();
    });
  });
}

/** A process killed in the middle of writing: what it acknowledged is there, and a repeat of what was in doubt is stored once. */
export function storageDurabilityContract(makeTarget: MakeTarget): void {
  it('keeps every acknowledged message when the process is killed, and settles the others by repeating', async () => {
    const target = await makeTarget();
    const first = await target.open();
    const chat = await seedChat(first, chatKind.group, 8);
    await first.close();
    const promised: Promised = { sent: new Map(), acks: new Map() };
    for (const lines of [40, 301, 702]) await runWriter(target, chat, lines, promised);

    const storage = await target.open();
    const stored = await dumpChat(storage, chat.c);
    const bySeq = new Map(
      stored.messages.map((row) => [row.cid, { i: row.cid, s: row.seq, r: row.seq, n: row.n, at: row.created_at }]),
    );
    expect(promised.acks.size).toBeGreaterThan(300);
    for (const [cid, ack] of promised.acks) expect(bySeq.get(cid)).toEqual(ack);
    checkInvariants(stored);

    for (const [cid, userId] of promised.sent) {
      const items = [{ i: toCid(cid), k: 1, b: { x: `text ${cid}` } }];
      const { answers } = await storage.run('appendMessages', {
        c: chat.c,
        requests: [{ userId: toUserId(userId), items }],
      });
      expect(answers[0]?.[0]).toMatchObject(promised.acks.get(cid) ?? { i: cid });
    }
    const settled = await dumpChat(storage, chat.c);
    expect(settled.messages).toHaveLength(promised.sent.size);
    checkInvariants(settled);
    await storage.close();
  });
}
