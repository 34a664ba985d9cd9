import { randomUUID } from 'node:crypto';
import { joinMode } from '#protocol/entities/joinMode.ts';
import { rightBit } from '#protocol/entities/rightBit.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toChatId, toCid, toMemberId } from '#protocol/casts.ts';
import type { RequestInput, RequestName } from '#protocol/requests.ts';
import { readUnit } from '#server/storage/unit.ts';
import { codeOf } from '../chatPeople.ts';
import { newOp, type ChatWorld } from '../chatWorld.ts';
import type { RightName, RightsModel } from './rightsModel.ts';
import { doorOf, messageOf, muteMin, roomOf, type Act, type Wish } from './rightsRules.ts';

/** The real chat behind a model. `seqs`, `codes`, `rooms`: of its messages, links and rooms, in the model's order. */
export interface RealChat {
  world: ChatWorld;
  c: ChatId;
  users: UserId[];
  seqs: number[];
  codes: string[];
  rooms: ChatId[];
}

/** The member id of an account, also of one that only waits; one that nobody has for who never came near. */
const readMid = readUnit(async (tx, { c, user }: { c: ChatId; user: UserId }): Promise<MemberId> => {
  const [row] = await tx.sql<{ mid: number }>(
    `SELECT mid FROM members WHERE chat_id = ? AND user_id = ? UNION ALL SELECT mid FROM join_requests WHERE chat_id = ? AND user_id = ?`,
    [c, user, c, user],
  );
  return toMemberId(row?.mid ?? 7);
});

const toMask = (rights: Iterable<RightName>): number => [...rights].reduce((mask, name) => mask | rightBit[name], 0);

type Input = (real: RealChat, model: RightsModel, wish: Wish, member: MemberId) => Record<string, unknown>;
const onMember: Input = (_real, _model, _wish, member) => ({ member });
const none: Input = () => ({});
const seqOf: Input = ({ seqs }, model, wish) => ({ s: seqs[messageOf(model, wish) ?? 0] ?? 1 });
/** One that nobody has, if there is none. */
const roomIn = ({ rooms }: RealChat, model: RightsModel, wish: Wish): ChatId =>
  rooms[roomOf(model, wish) ?? 0] ?? toChatId(7);
const nameOf = ({ by, pick }: Wish): string => `p${by}n${pick % 3}`;

/** Which request an act is, and what it says beside the chat and its op. */
const requests: Record<
  Exclude<Act, 'send' | 'use' | 'link' | 'room' | 'roomSend' | 'roomRead'>,
  [RequestName, Input]
> = {
  kick: ['chat.kick', (_real, _model, _wish, member) => ({ members: [member] })],
  ban: ['chat.ban', (_real, _model, _wish, member) => ({ member, ban: true })],
  unban: ['chat.ban', (_real, _model, _wish, member) => ({ member, ban: false })],
  mute: ['member.mute', (_real, _model, _wish, member) => ({ member, minutes: muteMin })],
  unmute: ['member.mute', (_real, _model, _wish, member) => ({ member, minutes: 0 })],
  role: ['chat.role', (_real, _model, { role }, member) => ({ member, role })],
  rename: ['chat.meta', (_real, _model, { pick }) => ({ title: `title ${pick % 5}` })],
  settings: ['chat.settings', (_real, _model, { pick }) => ({ set: { ask: `question ${pick % 5}` } })],
  rights: [
    'chat.settings',
    (_real, { tables }, { role, rights }) => ({
      set: { rights: tables.map((table, at) => toMask(at === Math.min(role, 2) ? rights : table)) },
    }),
  ],
  door: ['chat.settings', (_real, model, wish) => ({ set: { join: joinMode[doorOf(model, wish)] } })],
  freeze: ['chat.freeze', (_real, _model, { flag }) => ({ on: flag })],
  pin: ['chat.pin', (...at) => ({ ...seqOf(...at), on: true })],
  unpin: ['chat.pin', (...at) => ({ ...seqOf(...at), on: false })],
  delete: ['message.unsend', seqOf],
  invite: ['chat.invite', ({ users }, _model, { to }) => ({ users: [users[to]] })],
  join: ['community.join', (_real, _model, wish) => ({ nn: nameOf(wish) })],
  withdraw: ['request.withdraw', none],
  decide: ['request.decide', (_real, _model, { flag }, member) => ({ asker: member, accept: flag })],
  queue: ['request.list', none],
  links: ['link.list', none],
  leave: ['chat.leave', (_real, _model, { flag }) => ({ quiet: flag })],
  history: ['history.get', () => ({ before: 1_000_000, limit: 50 })],
  members: ['members.list', () => ({ range: [0, 50] })],
  recently: ['members.left', none],
  log: ['audit.list', none],
  cases: ['report.list', none],
  held: ['held.list', none],
  appeals: ['appeal.list', none],
  report: ['report.create', (...at) => ({ ...onMember(...at), reason: 'spam' })],
  quiet: ['room.update', (real, model, wish) => ({ room: roomIn(real, model, wish), ro: wish.flag })],
  close: ['room.close', (real, model, wish) => ({ room: roomIn(real, model, wish) })],
  name: ['community.profile', (_real, _model, wish) => ({ nn: nameOf(wish) })],
};
const reads: ReadonlySet<Act> = new Set([
  ...(['queue', 'links', 'history', 'members', 'recently', 'log', 'cases', 'held', 'appeals'] as const),
]);

/** Does in the real chat what somebody wants; answers "ok" or the code of the refusal. `model`: as it is before. */
export async function performWish(real: RealChat, model: RightsModel, wish: Wish): Promise<string> {
  const { world, c, users } = real;
  const user = users[wish.by] as UserId;
  if (wish.act === 'send') return send(real, user, c);
  const room = roomIn(real, model, wish);
  if (wish.act === 'roomSend') return send(real, user, room);
  if (wish.act === 'roomRead') return codeOf(world.ask(user, 'history.get', { c: room, before: 1_000_000, limit: 50 }));
  if (wish.act === 'room') return makeRoom(real, user, wish.flag);
  if (wish.act === 'use') {
    const code = real.codes[wish.pick % Math.max(1, real.codes.length)] ?? 'AAAAAAAAAAAAAAAAAAAAAA';
    return codeOf(world.ask(user, 'link.use', { code, nn: nameOf(wish), op: newOp() }));
  }
  if (wish.act === 'link') {
    const made = world.ask(user, 'link.create', { c, op: newOp() });
    const code = await codeOf(made);
    if (code === 'ok') real.codes.push((await made).link.code);
    return code;
  }
  const member = await world.storage.runUnit(readMid, { c, user: users[wish.to] as UserId });
  const [name, toInput] = requests[wish.act];
  const input = { c, ...toInput(real, model, wish, member), ...(reads.has(wish.act) ? {} : { op: newOp() }) };
  return codeOf(world.ask(user, name, input as RequestInput<typeof name>));
}

async function makeRoom({ world, c, rooms }: RealChat, user: UserId, isQuiet: boolean): Promise<string> {
  const title = `room ${rooms.length}`;
  const made = world.ask(user, 'room.create', { c, title, ...(isQuiet ? { ro: 1 as const } : {}), op: newOp() });
  const code = await codeOf(made);
  if (code === 'ok') rooms.push((await made).room);
  return code;
}

/** In the chat itself or in a room of it. */
async function send({ world, c, seqs }: RealChat, user: UserId, to: ChatId): Promise<string> {
  try {
    const item = { i: toCid(randomUUID()), k: 1 as const, b: { x: `hello ${seqs.length}` } };
    const [answer] = (await world.ask(user, 'message.send', { c: to, items: [item] })).items;
    if (!answer || 'code' in answer) return answer?.code ?? 'nothing';
    if (!('s' in answer)) return 'held';
    if (to === c) seqs.push(answer.s);
    return 'ok';
  } catch (error) {
    return codeOf(Promise.reject(error as Error));
  }
}
