import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Ack } from '#protocol/errors.ts';
import type { RequestInput } from '#protocol/requests.ts';
import { chat7, engineWorld, type EngineWorld } from '#testing/engineWorld.ts';
import type { OutboxEntry } from './changes.ts';

let world: EngineWorld;
let kept: RequestInput<'schedule.add'>[];
let answer: () => Ack<{ u: number }>;
beforeEach(async () => {
  world = engineWorld(9);
  kept = [];
  answer = () => ({ ok: true, data: { u: 1 } });
  world.server.intercept = (name, input) => {
    if (name !== 'schedule.add') return undefined;
    kept.push(input as RequestInput<'schedule.add'>);
    return answer() as never;
  };
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const at = 1_900_000_000_000;
const outbox = (): OutboxEntry[] => world.store().dump('outbox');
const schedule = (x: string) => world.tab().commands.scheduleMessage({ c: chat7, b: { x }, re: 1, at });
const sent = (): unknown[] => world.server.rowsOf(7, 2).map((row) => row.b?.['x']);
const goOffline = (): void => {
  world.network.isUp = false;
  world.network.cut();
};
const goOnline = (): void => {
  world.network.isUp = true;
  world.network.cut();
};

describe('a message that is to be sent later', () => {
  it('O24: waits for the network in its own lane, goes to the server once, and leaves with the answer', async () => {
    goOffline();
    await world.tab().commands.saveDraft({ c: chat7, text: 'later', at: undefined });
    const cid = await schedule('later');
    expect(world.store().dump('drafts')).toEqual([]);
    expect(outbox()).toMatchObject([{ i: cid, lane: 'u', state: 'queued', action: { t: 'schedule', at } }]);
    goOnline();
    await world.clock.advance(10_000);
    expect(kept).toEqual([{ c: 7, at, item: { i: cid, k: 1, b: { x: 'later' }, re: 1 }, op: expect.any(String) }]);
    expect(outbox()).toEqual([]);
    expect(sent()).toEqual([]);
  });

  it('O24: is repeated under the same id until there is an answer', async () => {
    answer = () => (kept.length < 3 ? { ok: false, code: 'UNAVAILABLE' } : { ok: true, data: { u: 1 } });
    await schedule('later');
    await world.clock.advance(30_000);
    expect(kept).toHaveLength(3);
    expect(new Set(kept.map(({ item, op }) => `${item.i} ${op}`)).size).toBe(1);
    expect(outbox()).toEqual([]);
  });

  it('O24: which came too late fails, and becomes a message of now by the person’s word, under the same id', async () => {
    answer = () => ({ ok: false, code: 'WINDOW' });
    const cid = await schedule('late');
    await world.clock.advance(1_000);
    const [failed] = outbox();
    expect(failed).toMatchObject({ state: 'failed', err: 'WINDOW' });
    await world.clock.advance(60_000);
    expect([kept.length, sent()]).toEqual([1, []]);
    await world.tab().commands.retryEntry(failed!.id);
    await world.clock.advance(1_000);
    expect(sent()).toEqual(['late']);
    expect(world.server.rowsOf(7, 2)[0]?.i).toBe(cid);
    expect(outbox()).toEqual([]);
  });

  it('O24: which was refused otherwise is tried again as it is, or goes with its files', async () => {
    answer = () => ({ ok: false, code: 'FULL' });
    await schedule('one too many');
    await world.clock.advance(1_000);
    const [failed] = outbox();
    await world.tab().commands.retryEntry(failed!.id);
    await world.clock.advance(1_000);
    expect(kept).toHaveLength(2);
    await world.tab().commands.discardEntry(failed!.id);
    expect(outbox()).toEqual([]);
  });

  it('O24: its files go up first, and hold up nothing else', async () => {
    world.uploads.speed = 1_000;
    const id = 'a'.padEnd(22, '_') as MediaId;
    await world.tab().commands.scheduleMessage({
      ...{ c: chat7, k: messageKind.media, at },
      b: { f: [{ id, t: 'f', z: 5_000, n: 'a.bin' }] },
    });
    await world.tab().commands.sendMessage({ c: chat7, b: { x: 'now' } });
    await world.tab().commands.setPref({ key: 'theme', val: '"dark"' });
    await world.clock.advance(2_000);
    expect(sent()).toEqual(['now']);
    expect(kept).toEqual([]);
    expect(outbox()).toMatchObject([{ action: { t: 'schedule' } }]);
    await world.clock.advance(10_000);
    expect(kept).toMatchObject([{ item: { k: messageKind.media } }]);
    expect(outbox()).toEqual([]);
    expect(world.store().dump('uploads')).toEqual([]);
  });

  it('O24: files that the server has lost go up once more, not twice', async () => {
    answer = () => ({ ok: false, code: 'NOT_FOUND' });
    world.uploads.speed = 1_000;
    const id = 'b'.padEnd(22, '_') as MediaId;
    await world.tab().commands.scheduleMessage({
      ...{ c: chat7, k: messageKind.media, at },
      b: { f: [{ id, t: 'f', z: 1_000, n: 'b.bin' }] },
    });
    await world.clock.advance(60_000);
    expect(kept).toHaveLength(2);
    expect(outbox()).toMatchObject([{ state: 'failed', err: 'NOT_FOUND' }]);
    await world.tab().commands.discardEntry(outbox()[0]!.id);
    await world.clock.advance(10_000);
    expect([outbox(), world.store().dump('uploads')]).toEqual([[], []]);
  });
});
