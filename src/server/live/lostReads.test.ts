import { afterEach, describe, expect, it } from 'vitest';
import { chatKind } from '#protocol/entities/chatKind.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { chatClient, type ChatClient } from '#testing/chatClient.ts';
import { createChatWorld, newOp, type ChatWorld } from '#testing/chatWorld.ts';
import type { Bus } from './bus.ts';
import { InProcessBus } from './inProcessBus.ts';

let world: ChatWorld;
afterEach(() => world.close());

/** A line that can lose everything, and tell so. */
function brokenLine(bus: Bus) {
  const gaps: (() => void)[] = [];
  const line = {
    isBroken: false,
    tellGap: () => gaps.forEach((tell) => tell()),
    bus: {
      ...bus,
      publish: (message: Parameters<Bus['publish']>[0]) => void (line.isBroken || bus.publish(message)),
      onGap: (listener: () => void) => void gaps.push(listener),
    },
  };
  return line;
}

async function twoNodes() {
  const hub = new InProcessBus();
  const lines = [brokenLine(hub.connect()), brokenLine(hub.connect())] as const;
  world = await createChatWorld({ nodes: 2, buses: lines.map(({ bus }) => bus) });
  for (const { live } of world.nodes) live.start();
  const [ana, ben] = [await world.person('ana'), await world.person('ben')];
  return { lines, ana, ben };
}

async function open(user: UserId, node: number): Promise<ChatClient> {
  const client = chatClient(world, user, node);
  await client.open();
  return client;
}

const makeChat = async (
  kind: typeof chatKind.dm | typeof chatKind.group,
  host: UserId,
  guest: UserId,
): Promise<ChatId> => {
  const title = kind === chatKind.group ? { title: 'group' } : {};
  const made = await world.ask(host, 'chat.create', { i: newOp(), kind, users: [guest], ...title });
  return made.chat.h.c;
};

function signals<Name extends ServerSignal['name']>(client: ChatClient, name: Name) {
  return client.packets.flatMap((packet) =>
    packet.t === 'signal' && packet.signal.name === name
      ? [packet.signal.data as Extract<ServerSignal, { name: Name }>['data']]
      : [],
  );
}

describe('read positions whose announcement was lost', () => {
  it('of the other person of a 1:1 chat are told to whoever opens the chat', async () => {
    const { ana, ben } = await twoNodes();
    const c = await makeChat(chatKind.dm, ana, ben);
    const { items } = await world.ask(ana, 'message.send', {
      c,
      items: [{ i: newOp() as never, k: 1, b: { x: 'hi' } }],
    });
    const { s } = items[0] as { s: number };
    // Nobody of ana is connected while ben reads.
    await world.ask(ben, 'read.mark', { items: [[c, s]] });
    const client = await open(ana, 0);
    expect(signals(client, 'pr')).toEqual([]);
    await client.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
    expect(signals(client, 'pr')).toMatchObject([{ c, u: ben, rs: s }]);
  });

  it('of the other person of a 1:1 chat are told to viewers within half a minute', async () => {
    const { ana, ben, lines } = await twoNodes();
    const c = await makeChat(chatKind.dm, ana, ben);
    const { items } = await world.ask(ana, 'message.send', {
      c,
      items: [{ i: newOp() as never, k: 1, b: { x: 'hi' } }],
    });
    const { s } = items[0] as { s: number };
    const client = await open(ana, 0);
    await client.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
    lines[1].isBroken = true;
    await world.ask(ben, 'read.mark', { items: [[c, s]] }, { node: 1 });
    await world.wait(31_000);
    expect(signals(client, 'pr').at(-1)).toMatchObject({ c, rs: s });
  });

  it('reach the counts of a group that somebody looks at within a minute', async () => {
    const { ana, ben, lines } = await twoNodes();
    const c = await makeChat(chatKind.group, ana, ben);
    const { items } = await world.ask(ana, 'message.send', {
      c,
      items: [{ i: newOp() as never, k: 1, b: { x: 'hi' } }],
    });
    const { s } = items[0] as { s: number };
    const client = await open(ana, 0);
    const { rc } = await client.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
    expect(rc).toEqual([[c, [[s, 0]]]]);
    lines[1].isBroken = true;
    await world.ask(ben, 'read.mark', { items: [[c, s]] }, { node: 1 });
    await world.wait(61_500);
    expect(signals(client, 'rc').at(-1)).toMatchObject({ c, steps: [[s, 1]] });
  });

  it('make people ask for their own rows when the line says that it may have lost something', async () => {
    const { ana, ben, lines } = await twoNodes();
    const c = await makeChat(chatKind.group, ana, ben);
    const client = await open(ana, 0);
    await client.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
    lines[1].isBroken = true;
    lines[0].tellGap();
    await world.clock.settle();
    expect(signals(client, 'resync')).toEqual([{ scope: 'me', in: 10_000 }]);
  });

  it('are told no later because the clock of the server was set back', async () => {
    const { ana, ben } = await twoNodes();
    const c = await makeChat(chatKind.group, ana, ben);
    const client = await open(ana, 0);
    await client.ask('view.set', { v: 1, open: [c], pres: [], vis: 1 });
    await world.ask(ana, 'message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x: '1' } }] });
    await world.wait(100);
    const before = signals(client, 'rc').length;
    expect(before).toBe(1);
    world.clock.jump(-3_600_000);
    await world.ask(ben, 'message.send', { c, items: [{ i: newOp() as never, k: 1, b: { x: '2' } }], rs: 2 });
    await world.wait(1_500);
    expect(signals(client, 'rc').length).toBeGreaterThan(before);
  });
});
