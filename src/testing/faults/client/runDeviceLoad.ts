import type { ChatId, UserId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import type { MessageRef } from '#sync/commands.ts';
import { reactionTo } from '#protocol/errors.ts';
import type { Pace } from './createPace.ts';
import type { Device } from './startDevice.ts';

/** More than this in the outbox, and a person stops writing. */
const waitingMax = 40;
const ownMax = 20;
const batchMax = 8;
const emojis = ['👍', '❤️', '😂', null];

interface Actor {
  device: Device;
  random: () => number;
  /** own messages that may still be changed, oldest first */
  own: { c: ChatId; cid: MessageRef }[];
  count: number;
}

type Deed = (actor: Actor) => Promise<unknown> | void;

/** What people do and how often, as weights. */
const deeds: [weight: number, deed: Deed][] = [
  [40, (actor) => send(actor)],
  [14, sendSeveral],
  [8, edit],
  [4, unsend],
  [12, react],
  [14, read],
  [3, look],
  [3, scrollUp],
  [2, changeGuests],
];
const weightSum = deeds.reduce((sum, [weight]) => sum + weight, 0);

/** Lets a device do one thing after the other until the pace says that it is enough. */
export async function runDeviceLoad(device: Device, pace: Pace, random: () => number): Promise<void> {
  const actor: Actor = { device, random, own: [], count: 0 };
  look(actor);
  while (await pace.turn(random)) {
    if (device.recorder.waiting() > waitingMax) await read(actor);
    else await choose(actor)(actor);
  }
}

function choose({ random }: Actor): Deed {
  let at = random() * weightSum;
  for (const [weight, deed] of deeds) {
    at -= weight;
    if (at < 0) return deed;
  }
  return look;
}

const pick = <T>(random: () => number, items: readonly T[]): T | undefined =>
  items[Math.floor(random() * items.length)];

async function send(actor: Actor, into = pick(actor.random, actor.device.spec.writes)): Promise<void> {
  if (!into) return;
  const { c, others } = into;
  const { device, random, own } = actor;
  actor.count += 1;
  const named = random() < 0.15 ? pick(random, others) : undefined;
  const text = `device ${device.spec.d} says ${actor.count}${random() < 0.05 ? ` ${'x'.repeat(1_500)}` : ''}`;
  const b = named === undefined ? { x: text } : { x: `@you ${text}`, at: [[0, 4, named] as [number, number, never]] };
  const cid = await device.commands.sendMessage({ c, b });
  own.push({ c, cid: { cid } });
  if (own.length > ownMax) own.shift();
}

async function sendSeveral(actor: Actor): Promise<void> {
  const into = pick(actor.random, actor.device.spec.writes);
  const count = 2 + Math.floor(actor.random() * (batchMax - 1));
  await Promise.all(Array.from({ length: count }, () => send(actor, into)));
}

async function edit(actor: Actor): Promise<void> {
  const mine = pick(actor.random, actor.own);
  actor.count += 1;
  const b = { x: `device ${actor.device.spec.d} corrects ${actor.count}` };
  if (mine) await actor.device.commands.editMessage({ c: mine.c, message: mine.cid, b });
}

async function unsend(actor: Actor): Promise<void> {
  const mine = pick(actor.random, actor.own);
  if (!mine) return;
  actor.own = actor.own.filter((one) => one !== mine);
  await actor.device.commands.unsendMessage({ c: mine.c, message: mine.cid });
}

async function react({ device, random }: Actor): Promise<void> {
  const c = pick(random, device.spec.writes)?.c;
  const row = c === undefined ? undefined : pick(random, device.recorder.recent(c));
  const e = pick(random, emojis);
  if (c !== undefined && row?.n !== undefined && row.del === undefined && e !== undefined)
    await device.commands.setReaction({ c, s: row.s, e });
}

async function read({ device, random }: Actor): Promise<void> {
  const { reads, writes } = device.spec;
  const c = pick(random, [...reads, ...writes.map((chat) => chat.c)]);
  const newest = c === undefined ? undefined : device.recorder.recent(c).at(-1);
  if (c !== undefined && newest) await device.commands.markRead({ c, s: newest.s });
}

/** Opens one or two chats in place of those that were open. */
function look({ device, random }: Actor): void {
  const { reads, writes } = device.spec;
  const all = [...reads, ...writes.map(({ c }) => c)];
  const open = [pick(random, all), pick(random, all)].filter((c) => c !== undefined);
  device.line.call({
    t: 'view',
    view: { tab: 'tab', visible: true, focused: true, open: [...new Set(open)], watch: [] },
  });
}

function scrollUp({ device, random }: Actor): void {
  const c = pick(random, device.spec.writes)?.c;
  const oldest = c === undefined ? undefined : device.recorder.recent(c)[0];
  if (c !== undefined && oldest)
    device.line.call({ t: 'history', id: crypto.randomUUID(), c, before: Math.ceil(random() * oldest.s) });
}

/** Removes a guest of a group, or brings everybody back who is not in. */
async function changeGuests({ device, random }: Actor): Promise<void> {
  const group = pick(random, device.spec.guests);
  const guest = group ? pick(random, group.users) : undefined;
  if (!group || guest === undefined) return;
  if (random() < 0.5) await askOnce(device, group.c, { f: 'invite', users: group.users });
  else await askOnce(device, group.c, { f: 'kick', member: guest });
}

type Wish = { f: 'invite'; users: UserId[] } | { f: 'kick'; member: UserId };

async function askOnce({ rpc, recorder, spec: { d } }: Device, c: ChatId, wish: Wish): Promise<void> {
  const op = toOpId(crypto.randomUUID());
  const about = { d, f: wish.f, id: op as string, c };
  recorder.note({ e: 'invoke', t: Date.now(), ...about });
  const ack =
    wish.f === 'invite'
      ? await rpc.call('chat.invite', { c, users: wish.users, op })
      : await rpc.call('chat.kick', { c, members: [wish.member as never], op });
  const t = Date.now();
  if (ack.ok) recorder.note({ e: 'ok', t, ...about, r: ack.data.r });
  else recorder.note({ e: reactionTo(ack.code) === 'never' ? 'fail' : 'info', t, ...about, code: ack.code });
}
