import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ServerSignal } from '#protocol/signals.ts';
import { chat7, engineWorld, type EngineWorld } from '#testing/engineWorld.ts';

let world: EngineWorld;
beforeEach(async () => {
  world = engineWorld(3);
  await world.clock.advance(3_000);
});
afterEach(() => world.stop());

const show = async (tab: string, open: (typeof chat7)[]): Promise<void> => {
  world.tab().line.call({ t: 'view', view: { tab, visible: true, focused: true, open, watch: [] } });
  await world.clock.advance(500);
};
const declared = (): number => world.server.calls.filter((call) => call === 'view.set').length;

describe('view', () => {
  it('N8: declares once more what a chat on screen was taken off for', async () => {
    await show('a', [chat7]);
    const before = declared();
    const back: ServerSignal = { name: 'ue', data: { a: 0, u: 1, set: { chats: [world.server.snapshot(7, 1)] } } };
    world.server.push(1, (socket) => socket.signal(back));
    await world.clock.advance(500);
    expect(declared()).toBe(before + 1);
    await show('a', []);
    const hidden = declared();
    world.server.push(1, (socket) => socket.signal(back));
    await world.clock.advance(500);
    expect(declared()).toBe(hidden);
  });

  it('N8: declares it once more also when a declaration is under way: its answer may be of before', async () => {
    await show('a', []);
    const before = declared();
    world.tab().line.call({ t: 'view', view: { tab: 'a', visible: true, focused: true, open: [chat7], watch: [] } });
    await world.clock.advance(150);
    world.network.isHeld = true;
    await world.clock.advance(100);
    // What tells that I am back travels before the answer to the declaration.
    const back: ServerSignal = { name: 'ue', data: { a: 0, u: 1, set: { chats: [world.server.snapshot(7, 1)] } } };
    world.server.push(1, (socket) => socket.signal(back));
    await world.network.step(0);
    await world.network.step(0);
    await world.clock.settle();
    world.network.isHeld = false;
    await world.network.flush();
    await world.clock.advance(1_000);
    expect(declared()).toBe(before + 2);
  });

  it('N9: a further tab that opens a chat on screen is told what the first one was', async () => {
    await show('a', [chat7]);
    const before = declared();
    await show('b', [chat7]);
    expect(declared()).toBe(before + 1);
    // The same view again, or one chat less, tells nothing new.
    await show('b', [chat7]);
    await show('b', []);
    expect(declared()).toBe(before + 1);
  });

  it('N9: after a whole sync over the same connection the view is declared again, because counts may have been lost', async () => {
    await show('a', [chat7]);
    const before = declared();
    world.server.push(1, (socket) => socket.signal({ name: 'resync', data: { scope: 'all', in: 0 } }));
    await world.clock.advance(500);
    expect(declared()).toBe(before + 1);
  });

  it('N12: passes every sign of typing on: the tab knows when the next one is due, also right behind a message', async () => {
    const heard: unknown[] = [];
    world.server.hear = (_socket, name, data) => void heard.push([name, data]);
    world.tab().line.call({ t: 'typing', c: chat7 });
    await world.tab().commands.sendMessage({ c: chat7, b: { x: 'sent' } });
    await world.clock.advance(500);
    world.tab().line.call({ t: 'typing', c: chat7 });
    await world.network.flush();
    expect(heard).toEqual([
      ['typing', { c: chat7 }],
      ['typing', { c: chat7 }],
    ]);
    world.network.cut();
    world.tab().line.call({ t: 'typing', c: chat7 });
    await world.clock.advance(5_000);
    await world.network.flush();
    expect(heard).toHaveLength(2);
  });
});
