import { afterEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { ThreadNews } from '#protocol/entities/chat.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import type { Bus } from './bus.ts';
import { InProcessBus } from './inProcessBus.ts';

let world: ChatWorld;
afterEach(() => world.close());

/** Two nodes, and a line between them that can lose everything without a word, as a process that dies before it tells. */
async function twoNodes() {
  const hub = new InProcessBus();
  const state = { isBroken: false };
  const buses = [hub.connect(), hub.connect()].map((bus): Bus => ({
    ...bus,
    publish: (message) => void (state.isBroken || bus.publish(message)),
  }));
  world = await createChatWorld({ nodes: 2, buses });
  for (const { live } of world.nodes) live.start();
  return { state, ana: await world.person('ana'), ben: await world.person('ben') };
}

async function open(user: UserId, node: number): Promise<ChatClient> {
  const client = chatClient(world, user, node);
  await client.open();
  return client;
}
const say = async (user: UserId, c: ChatId, x: string): Promise<number> => {
  const { items } = await world.ask(user, 'message.send', { c, items: [{ i: toCid(newOp()), k: 1, b: { x } }] });
  return (items[0] as { s: number }).s;
};
const toldTo = ({ packets }: ChatClient): ThreadNews[] =>
  packets.flatMap((packet) =>
    packet.t === 'signal' && packet.signal.name === 'rooms' ? (packet.signal.data.threads ?? []) : [],
  );

describe('news of a thread that nobody told', () => {
  it('H2: are found within half a minute, and told once', async () => {
    const { state, ana, ben } = await twoNodes();
    const made = await world.ask(ana, 'chat.create', {
      i: newOp(),
      kind: chatKind.group,
      users: [ben],
      title: 'group',
    });
    const { c } = made.chat.h;
    const s = await say(ana, c, 'where to?');
    const client = await open(ben, 1);
    state.isBroken = true;
    const { thread } = await world.ask(ana, 'thread.start', { c, s, op: newOp() });
    await say(ana, thread.c, 'to the sea');
    await world.wait(5_000);
    expect(toldTo(client)).toEqual([]);
    await world.wait(30_000);
    expect(toldTo(client)).toMatchObject([{ c: thread.c, n: 1, f: [ana] }]);
    await world.wait(120_000);
    expect(toldTo(client)).toHaveLength(1);
    expect(world.failures).toEqual([]);
  });

  it('H2: are found too where the reply is hidden from the other person', async () => {
    const { state, ana, ben } = await twoNodes();
    const made = await world.ask(ana, 'chat.create', { i: newOp(), kind: chatKind.dm, users: [ben] });
    const { c } = made.chat.h;
    const s = await say(ana, c, 'where to?');
    const { thread } = await world.ask(ben, 'thread.start', { c, s, op: newOp() });
    await world.ask(ana, 'contact.set', { user: ben, state: contactState.blocked, op: newOp() });
    const client = await open(ben, 1);
    // Longer than a thread counts as just written in by what both see.
    await world.wait(600_000);
    const before = toldTo(client).length;
    state.isBroken = true;
    await say(ben, thread.c, 'to the sea');
    const at = world.clock.now();
    await world.wait(40_000);
    expect(toldTo(client).slice(before)).toMatchObject([{ c: thread.c, n: 1 }]);
    expect(Math.abs((toldTo(client).at(-1)?.b ?? 0) - at)).toBeLessThan(5_000);
    expect(world.failures).toEqual([]);
  });
});

describe('a thread on a node that has not heard who was taken out of its chat', () => {
  it('H8: is silent for him from then on, whatever is said, changed or hung on there, and goes on for the others', async () => {
    const { state, ana, ben } = await twoNodes();
    const eva = await world.person('eva');
    const group = { kind: chatKind.group, users: [ben, eva], title: 'group' };
    const { c } = (await world.ask(ana, 'chat.create', { i: newOp(), ...group })).chat.h;
    const s = await say(ana, c, 'where to?');
    const { thread } = await world.ask(ana, 'thread.start', { c, s, op: newOp() });
    const first = await say(ana, thread.c, 'to the sea');
    const [out, stays] = [await open(ben, 1), await open(eva, 1)];
    for (const client of [out, stays]) await client.show([c, thread.c]);
    const shown = ({ seen }: ChatClient) => seen.flatMap((one) => (one.c === thread.c ? [one.row.b?.['x']] : []));
    await say(ana, thread.c, 'or to the hills');
    expect(shown(out)).toEqual(['or to the hills']);
    await world.wait(5_000);
    out.packets.length = 0;
    state.isBroken = true;
    await world.ask(ana, 'chat.kick', { c, members: [ben], op: newOp() });
    state.isBroken = false;
    await world.ask(ana, 'message.edit', { c: thread.c, s: first, b: { x: 'to the lake' }, op: newOp() });
    await world.ask(eva, 'message.react', { c: thread.c, s: first, e: '👍', op: newOp() });
    await say(ana, thread.c, 'not a word to ben');
    await world.wait(5_000);
    const heard = out.packets.flatMap((packet) => (packet.t === 'delta' ? packet.deltas.map((delta) => delta.c) : []));
    expect(heard).not.toContain(thread.c);
    expect(toldTo(out)).toEqual([]);
    expect(shown(stays)).toEqual(['or to the hills', 'to the lake', 'not a word to ben']);
    expect(toldTo(stays).at(-1)).toMatchObject({ c: thread.c, n: 3 });
    expect(world.failures).toEqual([]);
  });
});
