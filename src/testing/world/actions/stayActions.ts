import { memberRole, memberState } from '#protocol/entities/memberState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toOpId } from '#protocol/casts.ts';
import type { WorldDevice } from '#testing/world/worldDevice.ts';
import { between, membersOf, type Action, type Scene, type SceneMember } from './scene.ts';

/** Somebody who may bring people in and throw them out, and the device of somebody else. */
interface Stay {
  readonly c: ChatId;
  readonly host: WorldDevice['login'];
  readonly guest: WorldDevice;
  readonly member: SceneMember;
}

/** Undefined where nobody is in the group that could do it, or nobody else ever was. */
async function stayIn(scene: Scene): Promise<Stay | undefined> {
  const { world, pick } = scene;
  const c = world.groups.includes(scene.c) ? scene.c : (pick(world.groups) as ChatId);
  const members = await membersOf(scene, c);
  const owner = members.find(({ role, state }) => role === memberRole.owner && state === memberState.joined);
  const host = world.devices.find(({ login }) => Number(login.user) === owner?.user_id)?.login;
  const guest = pick(world.devices.filter(({ login }) => login.user !== host?.user));
  const member = members.find(({ user_id: id }) => id === Number(guest?.login.user));
  return host && guest && member && { c, host, guest, member };
}

const kick = ({ world, uuid }: Scene, { c, host, member }: Stay): Promise<unknown> =>
  world.server.ask(host, 'chat.kick', { c, members: [member.mid], op: toOpId(uuid()) });
const invite = ({ world, uuid }: Scene, { c, host, guest }: Stay): Promise<unknown> =>
  world.server.ask(host, 'chat.invite', { c, users: [guest.login.user], op: toOpId(uuid()) });

/** The lines of the device break, and what is said on new ones goes only step by step. */
async function connectSlowly({ world }: Scene, { network }: WorldDevice): Promise<void> {
  network.cut(false);
  network.isHeld = true;
  await world.clock.advance(3_000);
}

/** So many messages on these lines. */
async function stepOn({ world, chance }: Scene, { network }: WorldDevice, count: number): Promise<void> {
  for (let step = 0; step < count; step += 1) {
    network.step(chance());
    await world.clock.settle();
  }
}

/** People go and are back at once, while others, or they themselves, have not heard of it. */
export const stayActions = {
  async outAndIn(scene) {
    const stay = await stayIn(scene);
    if (stay) void kick(scene, stay).then(() => invite(scene, stay));
  },
  async inAndOut(scene) {
    const stay = await stayIn(scene);
    if (stay) void invite(scene, stay).then(() => kick(scene, stay));
  },
  /** The word that he is out was sent to a device that is told right after that he is in. */
  async outAndInWhileConnecting(scene) {
    const stay = await stayIn(scene);
    if (!stay) return;
    await connectSlowly(scene, stay.guest);
    await stepOn(scene, stay.guest, between(scene, 0, 3));
    void kick(scene, stay).then(() => invite(scene, stay));
    await scene.world.clock.settle();
    await stepOn(scene, stay.guest, between(scene, 0, 6));
    stay.guest.network.isHeld = false;
    stay.guest.network.release();
  },
  /** Of the community, by oneself. */
  leaveAndJoin({ world, device, uuid }) {
    const { login } = device;
    const c = world.community;
    const join = { c, nn: login.handle, op: toOpId(uuid()) };
    void world.server
      .ask(login, 'chat.leave', { c, op: toOpId(uuid()) })
      .then(() => world.server.ask(login, 'community.join', join));
  },
  connectLate: (scene) => connectSlowly(scene, scene.device),
  /** Nodes hear of each other's changes late, and in another order. */
  newsLate: ({ world }) => void (world.server.bus.delayMs = 400),
} satisfies Record<string, Action>;
