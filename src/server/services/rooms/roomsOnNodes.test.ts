import { describe, expect, it } from 'vitest';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { MemberId } from '#protocol/ids.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import type { Bus } from '#server/live/bus.ts';
import { InProcessBus } from '#server/live/inProcessBus.ts';
import { chatClient } from '#testing/chatClient.ts';
import { connectPeople, perform, say, type ChatPerson } from '#testing/chatPeople.ts';
import { createChatWorld, newOp } from '#testing/chatWorld.ts';

/** A line that loses what the test wants lost. */
const lossy = (bus: Bus, state: { isDown: boolean }): Bus => ({
  ...bus,
  publish: (message) => {
    if (!state.isDown) bus.publish(message);
  },
});

/** Ana and a room of hers on one node, Ben and Cem on the other. */
async function start() {
  const hub = new InProcessBus();
  const line = { isDown: false };
  const world = await createChatWorld({ nodes: 2, buses: [lossy(hub.connect(), line), lossy(hub.connect(), line)] });
  for (const { live } of world.nodes) live.start();
  const [ana] = (await connectPeople(world, ['ana'])) as [ChatPerson];
  const made = { op: newOp(), title: 'Film Pelan', nn: 'Owner', set: { join: joinMode.open } };
  const { c } = (await perform(ana, 'community.create', made)).chat.h;
  const { room } = await perform(ana, 'room.create', { c, title: 'Lenses', op: newOp() });
  const far: ChatPerson[] = [];
  for (const name of ['ben', 'cem']) {
    const id = await world.person(name);
    const client = chatClient(world, id, 1);
    await client.open();
    far.push({ id, client, world });
    await perform(far.at(-1) as ChatPerson, 'community.join', { c, nn: name, op: newOp() });
  }
  const [ben, cem] = far as [ChatPerson, ChatPerson];
  return { world, line, ana, ben, cem, c, room };
}
const midOf = ({ client }: ChatPerson, c: number): MemberId =>
  [...client.chats.values()].find(({ chat }) => chat.c === c)?.chat.me.mid as MemberId;
const newsOf = ({ client }: ChatPerson) =>
  client.packets
    .flatMap((packet) => (packet.t === 'signal' ? [packet.signal] : []))
    .filter((signal): signal is ServerSignal & { name: 'rooms' } => signal.name === 'rooms')
    .flatMap(({ data }) => data.news ?? [])
    .map(([, rev]) => rev);
const heard = ({ client }: ChatPerson): string => JSON.stringify(client.packets);

describe('rooms on two nodes', () => {
  it('bring their messages to who shows them, and news to who does not', async () => {
    const { world, ana, ben, cem, room } = await start();
    await ben.client.show([room]);
    await say(ana, room, 'over the line');
    await world.wait(4_000);
    expect(heard(ben)).toContain('over the line');
    expect(heard(cem)).not.toContain('over the line');
    expect(newsOf(cem)).toEqual([2]);
    await world.close();
  });

  it('tell what a lost line kept back after a while, once', async () => {
    const { world, line, ana, ben, cem, room } = await start();
    await ben.client.show([room]);
    await world.wait(40_000);
    const before = newsOf(cem).length;
    line.isDown = true;
    await say(ana, room, 'lost on the way');
    await world.wait(2_500);
    // Who shows the room is healed by the rev of its head.
    expect(heard(ben)).toContain('lost on the way');
    await world.wait(80_000);
    expect(newsOf(cem).slice(before)).toEqual([2]);
    await world.close();
  });

  it('let nobody listen on who was removed, also where the line lost his removal', async () => {
    const { world, line, ana, ben, cem, c, room } = await start();
    await ben.client.show([room]);
    await cem.client.show([room]);
    await perform(ana, 'chat.kick', { c, members: [midOf(ben, c)], op: newOp() });
    await say(ana, room, 'without Ben');
    await world.wait(4_000);
    expect(heard(cem)).toContain('without Ben');
    expect(heard(ben)).not.toContain('without Ben');
    line.isDown = true;
    await perform(ana, 'chat.kick', { c, members: [midOf(cem, c)], op: newOp() });
    await world.wait(11_000);
    line.isDown = false;
    await say(ana, room, 'without Cem');
    await world.wait(4_000);
    expect(heard(cem)).not.toContain('without Cem');
    expect(world.failures).toEqual([]);
    await world.close();
  });
});
