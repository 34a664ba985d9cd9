import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { toCid } from '#protocol/casts.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { stickerPacks } from '#domain/stickerPacks.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { createChatWorld, newOp, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

async function start(options: ChatWorldOptions) {
  const world = await createChatWorld(options);
  const [a, b] = [await world.person('ana'), await world.person('ben')];
  const [ana, ben] = [chatClient(world, a), chatClient(world, b)];
  await ana.open();
  await ben.open();
  const { chat } = await ana.ask('chat.create', { i: newOp(), kind: chatKind.dm, users: [b] });
  const { c } = chat.h;
  const send = async (b: { p: string; s: string }) => {
    const item = { i: toCid(randomUUID()), k: messageKind.sticker, b };
    return (await ana.ask('message.send', { c, items: [item] })).items[0];
  };
  return { world, ben, c, send };
}

/** The bodies of the stickers in a chat. */
async function stored(client: ChatClient, c: ChatId): Promise<unknown[]> {
  const { rows } = await client.ask('history.get', { c, after: 0, limit: 50 });
  return rows.filter(({ k }) => k === messageKind.sticker).map(({ b }) => b);
}

const suite = (options: ChatWorldOptions) => {
  it('are taken as they are, and lists of chats get which one it is', async () => {
    const { world, ben, c, send } = await start(options);
    for (const s of stickerPacks.tika) {
      const sent = await send({ p: 'tika', s });
      expect(sent).toHaveProperty('s');
    }
    await ben.open();
    expect(await stored(ben, c)).toEqual(stickerPacks.tika.map((s) => ({ p: 'tika', s })));
    expect(ben.chats.get(c)?.chat.head.l).toMatchObject({ k: messageKind.sticker, b: { p: 'tika', s: 'coffee' } });
    await world.close();
  });

  it('that stand in no pack are refused, and nothing is stored of them', async () => {
    const { world, ben, c, send } = await start(options);
    const wrong = [
      { p: 'tika', s: 'nobody' },
      { p: 'tika', s: 'length' },
      { p: 'other', s: 'love' },
      { p: 'constructor', s: 'name' },
    ];
    for (const b of wrong) expect(await send(b)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await stored(ben, c)).toEqual([]);
    await world.close();
  });

  it('with anything else in the body, or names that are none, are no message', async () => {
    const { world, send } = await start(options);
    for (const b of [
      { p: 'tika', s: 'love', x: 'words' },
      { p: 'Tika', s: 'love' },
      { p: '__proto__', s: 'love' },
      { p: 'tika', s: '' },
    ])
      await expect(send(b)).rejects.toThrow();
    await world.close();
  });
};

describe('stickers on SQLite', () => suite({}));
describePostgres('stickers on PostgreSQL', (getUrl) =>
  suite({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 }),
);
