import { afterEach, describe, expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { chat7, engineWorld, freshRows, type EngineWorld } from '#testing/engineWorld.ts';
import { cacheVersion } from './cacheVersion.ts';

let world: EngineWorld;
afterEach(() => world.stop());

/** A device that has cached three messages and holds one of its own back, whose rows are then said to be of another shape. */
async function deviceOfVersion(version: number): Promise<void> {
  world = engineWorld();
  await world.clock.advance(1_000);
  for (const text of ['one', 'two', 'three']) world.server.post(7, 2, text);
  await world.clock.advance(1_000);
  world.network.isUp = false;
  world.network.cut();
  await world.tab().commands.sendMessage({ c: chat7, b: { x: 'mine' } });
  await world.tab().commands.saveDraft({ c: toChatId(9), text: 'half a thought', at: undefined });
  await world.store().commit((tx) => tx.put('meta', [{ key: 'cacheVer', val: version }]));
  await world.store().commit((tx) => tx.put('chats', [{ c: chat7, shape: 'of long ago' } as never]));
  await world.store().commit((tx) => tx.put('meta', [{ key: 'deviceId', val: 'd-1' }]));
}

describe('the shape of the cache', () => {
  it('E11: rows of an older shape are dropped and fetched anew; what the person wrote stays, and is sent', async () => {
    await deviceOfVersion(cacheVersion - 1);
    const gen = world
      .store()
      .dump('meta')
      .find(({ key }) => key === 'gen');
    world.network.isUp = true;
    await world.restart();
    await world.clock.advance(10_000);
    const meta = new Map(
      world
        .store()
        .dump('meta')
        .map(({ key, val }) => [key, val]),
    );
    expect([meta.get('cacheVer'), meta.get('deviceId'), meta.get('gen')]).toEqual([cacheVersion, 'd-1', gen?.val]);
    expect(freshRows(world.store()).map((row) => row.b)).toContainEqual({ x: 'mine' });
    expect(world.store().dump('outbox')).toEqual([]);
    expect(world.store().dump('drafts')[0]?.text).toBe('half a thought');
  });

  it('E11: an engine does not write into a database that a later version of the app has taken over, and says so', async () => {
    await deviceOfVersion(cacheVersion + 1);
    const before = world.store().dump('chats');
    world.network.isUp = true;
    await world.restart();
    await world.clock.advance(5_000);
    expect(world.store().dump('chats')).toEqual(before);
    expect(world.store().dump('outbox')).toHaveLength(1);
    const status = world.tab().events.findLast((event) => event.t === 'status');
    expect(status).toMatchObject({ status: { phase: 'blocked', blocked: 'PROTO' } });
  });
});
