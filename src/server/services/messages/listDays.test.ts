import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { openPostgres } from '#server/storage/drivers/postgres.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { createChatWorld, newOp, type ChatWorld, type ChatWorldOptions } from '#testing/chatWorld.ts';
import { describePostgres } from '#testing/postgres/describePostgres.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** A chat of two in which messages were written after pauses of so many ms; answers seq and time of each. */
async function talk(world: ChatWorld, pauses: readonly number[]) {
  const [a, b] = [await world.person('ana'), await world.person('ben')];
  const ana = chatClient(world, a);
  await ana.open();
  const { chat } = await ana.ask('chat.create', { i: newOp(), kind: chatKind.dm, users: [b] });
  const { c } = chat.h;
  const sent: { s: number; at: number }[] = [];
  for (const pause of pauses) {
    if (pause > 0) await world.clock.advance(pause);
    sent.push(await write(ana, c));
  }
  return { ana, c, sent };
}

async function write(client: ChatClient, c: ChatId): Promise<{ s: number; at: number }> {
  const { items } = await client.ask('message.send', { c, items: [{ i: toCid(randomUUID()), k: 1, b: { x: 'x' } }] });
  const [item] = items;
  if (!item || !('s' in item)) throw new Error('was not sent');
  return { s: item.s, at: item.at };
}

/** The rule in its plainest form: the first message of each day that begins at the time of day of `from`. */
function plain(sent: readonly { s: number; at: number }[], from: number, to: number): [string, number][] {
  const days = new Map<string, number>();
  for (const { s, at } of sent) {
    const begin = from + Math.floor((at - from) / dayMs) * dayMs;
    const name = new Date(begin).toISOString().slice(0, 10);
    if (begin >= from && begin <= to && !days.has(name)) days.set(name, s);
  }
  return [...days];
}

const suite = (options: ChatWorldOptions) => {
  const start = () => createChatWorld(options);

  it('answers UTC days to who asks from a UTC midnight, and days of their own to others', async () => {
    const world = await start();
    const { ana, c, sent } = await talk(world, [0, 5 * hourMs, 8 * hourMs, 9 * hourMs, 30 * hourMs]);
    const midnight = Math.floor(world.clock.now() / dayMs) * dayMs - 10 * dayMs;
    for (const hours of [0, 9, 15, 23.5]) {
      const from = midnight + hours * hourMs;
      const { days } = await ana.ask('history.days', { c, from, to: world.clock.now() });
      expect(days.filter(([, seq]) => seq >= (sent[0]?.s ?? 0))).toEqual(plain(sent, from, world.clock.now()));
    }
    await world.close();
  });

  it('finds the border in a day of hundreds of messages, wherever it lies', async () => {
    const world = await start();
    const { ana, c, sent } = await talk(
      world,
      Array.from({ length: 400 }, () => 180_000),
    );
    const first = sent[0]?.at ?? 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: dayMs - 1 }), async (begin) => {
        const from = Math.floor(first / dayMs) * dayMs - dayMs + begin;
        const { days } = await ana.ask('history.days', { c, from, to: world.clock.now() });
        const mine = new Set(plain(sent, from, world.clock.now()).map(([day, seq]) => `${day} ${seq}`));
        for (const [day, seq] of days.slice(1)) expect(mine).toContain(`${day} ${seq}`);
        expect(days.length).toBe(mine.size);
      }),
      { numRuns: 25 },
    );
    await world.close();
  });
};

describe('days with messages', () => suite({}));
describePostgres('days with messages, on PostgreSQL', (getUrl) =>
  suite({ open: (now) => openPostgres(getUrl(), { now }), patienceMs: 15 }),
);
