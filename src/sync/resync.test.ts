import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { engineWorld, freshRows, type EngineWorld } from '#testing/engineWorld.ts';

const auditMs = 10 * 60_000;

let world: EngineWorld;
beforeEach(async () => {
  world = engineWorld(22);
  world.server.post(7, 2, 'first');
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const syncs = (): number => world.server.calls.filter((call) => call === 'sync.open').length;
const newest = (): unknown => freshRows(world.store()).at(-1)?.b?.['x'];

describe('the last net', () => {
  it('N6: what was lost without a trace is found after ten minutes at most, on the same connection', async () => {
    world.server.isMute = true;
    world.server.post(7, 2, 'told to nobody');
    world.server.isMute = false;
    await world.clock.advance(auditMs - 10_000);
    expect([syncs(), newest()]).toEqual([1, 'first']);
    await world.clock.advance(10_000);
    expect([syncs(), newest()]).toEqual([2, 'told to nobody']);
    expect(world.network.accepted()).toBe(1);
    await world.clock.advance(auditMs * 3);
    expect(syncs()).toBe(5);
  });

  it('N6: a whole sync that fails ends the connection, and the next one begins with it', async () => {
    let refusals = 1;
    world.server.intercept = (name) =>
      name === 'sync.open' && refusals-- > 0 ? { ok: false, code: 'INTERNAL' } : undefined;
    world.server.isMute = true;
    world.server.post(7, 2, 'told to nobody');
    world.server.isMute = false;
    await world.clock.advance(auditMs + 10_000);
    expect([world.network.accepted(), newest()]).toEqual([2, 'told to nobody']);
  });

  it('N6: several wishes for it at one time are one, and an engine without a connection asks nothing', async () => {
    const wish = { name: 'resync', data: { scope: 'all', in: 5_000 } } as const;
    for (let index = 0; index < 4; index += 1) world.server.push(1, (socket) => socket.signal(wish));
    await world.clock.advance(6_000);
    expect(syncs()).toBe(2);
    world.network.isUp = false;
    world.network.cut();
    await world.clock.advance(auditMs * 2);
    expect(syncs()).toBe(2);
  });
});
