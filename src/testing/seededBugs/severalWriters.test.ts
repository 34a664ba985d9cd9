import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import type { LocalStorage } from '#server/storage/openedStorage.ts';
import { dumpChat } from '#testing/contracts/storageDump.ts';
import { checkInvariants } from '#testing/contracts/storageInvariants.ts';
import { seedChat } from '#testing/contracts/storageSeed.ts';
import { createDatabase } from '#testing/postgres/createDatabase.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const rounds = 60;

/** What SQLite, with its one writer, cannot show. */
describePostgres('several writers of one chat', (getUrl) => {
  const open = async (): Promise<LocalStorage[]> => {
    const url = await createDatabase(getUrl());
    const first = await openPostgres(url);
    return [first, await openPostgres(url), await openPostgres(url)];
  };
  const item = () => ({ i: toCid(randomUUID()), k: 1 as const, b: { x: 'text' } });

  it('a reader that follows the revs misses nothing', { timeout: 60_000 }, async () => {
    const nodes = await open();
    const [reader, ...writers] = nodes as [LocalStorage, ...LocalStorage[]];
    const { c, users } = await seedChat(reader, chatKind.group, 3);
    const seen = new Set<string>();
    let since = 0;
    let isOver = false;
    const follow = async (): Promise<void> => {
      const change = await reader.run('loadChange', { c, since });
      for (const { i } of change?.delta.rows ?? []) seen.add(i);
      since = Math.max(since, change?.delta.b ?? 0);
    };
    const following = (async () => {
      while (!isOver) await follow();
      await follow();
    })();
    const write = async (storage: LocalStorage, at: number): Promise<void> => {
      const [userId] = users.slice(at);
      for (let round = 0; round < rounds; round += 1)
        await storage.run('appendMessages', { c, requests: [{ userId: userId as never, items: [item()] }] });
    };
    await Promise.all(writers.map(write));
    isOver = true;
    await following;
    const dump = await dumpChat(reader, c);
    expect(dump.messages.filter(({ cid }) => !seen.has(cid))).toEqual([]);
    checkInvariants(dump);
    await Promise.all(nodes.map((node) => node.close()));
  });

  it('a read position counts what was sent while it waited', { timeout: 60_000 }, async () => {
    const nodes = await open();
    const [first, sender, reader] = nodes as [LocalStorage, LocalStorage, LocalStorage];
    const { c, users } = await seedChat(first, chatKind.group, 3);
    const [userId, other] = users as [never, never];
    for (let round = 0; round < rounds; round += 1) {
      const sent = await first.run('appendMessages', { c, requests: [{ userId: other, items: [item()] }] });
      const s = lastOf(sent.answers);
      await Promise.all([
        sender.run('appendMessages', { c, requests: [{ userId, items: [item(), item()] }] }),
        reader.run('flushReads', [{ c: c as ChatId, userId, s }]),
        sender.run('appendMessages', { c, requests: [{ userId, items: [item()] }] }),
      ]);
      checkInvariants(await dumpChat(first, c));
    }
    await Promise.all(nodes.map((node) => node.close()));
  });
});

const lastOf = (answers: readonly (readonly object[])[]): number => {
  const answer = answers.at(-1)?.at(-1) as { s?: number } | undefined;
  return answer?.s ?? 0;
};
