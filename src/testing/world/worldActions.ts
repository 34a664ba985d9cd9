import { toMemberId, toOpId, type ChatId } from '#protocol/ids.ts';
import type { LocalMessage } from '#sync/changes.ts';
import { evictPiece } from '#sync/eviction/evictPiece.ts';
import type { World } from './createWorld.ts';
import type { WorldDevice, WorldTab } from './worldDevice.ts';

/** What happens next: one thing that a person, a device, the network or the server does. */
export interface Scene {
  readonly world: World;
  readonly device: WorldDevice;
  readonly tab: WorldTab;
  readonly c: ChatId;
  /** 0 ≤ x < 1 */
  chance(): number;
  pick<T>(list: readonly T[]): T | undefined;
}
type Action = (scene: Scene) => unknown;

const rowsOf = ({ device, c }: Scene): LocalMessage[] => device.store.dump('msgs').filter((row) => row.c === c);
const isMine = ({ device }: Scene, row: LocalMessage): boolean => row.u === Number(device.login.grant.account.id);
const waiting = ({ device, c }: Scene) =>
  device.store.dump('outbox').flatMap(({ action, tried, i }) => {
    return action.t === 'send' && action.c === c ? [{ cid: action.cid, tried, i }] : [];
  });
const op = ({ world }: Scene) => toOpId(world.random.uuid());
const someone = (scene: Scene) => (scene.pick(scene.world.devices) as WorldDevice).login.grant.account.id;

const people: Record<string, Action> = {
  send(scene) {
    const { tab, c, chance } = scene;
    const named = chance() < 0.2 ? { at: [[0, 1, toMemberId(Number(someone(scene)))] as [number, number, never]] } : {};
    const re = chance() < 0.1 ? scene.pick(rowsOf(scene))?.s : undefined;
    const b = { x: `text ${Math.floor(chance() * 1e6)}`, ...(named as object) };
    return tab.commands.sendMessage({ c, b, ...(re === undefined ? {} : { re }) });
  },
  edit(scene) {
    const { tab, c, chance } = scene;
    const entry = chance() < 0.5 ? scene.pick(waiting(scene)) : undefined;
    const row = scene.pick(rowsOf(scene).filter((one) => isMine(scene, one) && one.n !== undefined));
    const b = { x: `edit ${Math.floor(chance() * 1e6)}` };
    if (entry) return tab.commands.editMessage({ c, message: { cid: entry.cid }, b });
    return row && tab.commands.editMessage({ c, message: { s: row.s }, b });
  },
  unsend(scene) {
    const { tab, c, device, chance } = scene;
    const entry = chance() < 0.5 ? scene.pick(waiting(scene)) : undefined;
    const row = scene.pick(rowsOf(scene).filter((one) => isMine(scene, one) && one.n !== undefined));
    if (entry) {
      device.shadow.forget(entry.i);
      return tab.commands.unsendMessage({ c, message: { cid: entry.cid } });
    }
    return row && tab.commands.unsendMessage({ c, message: { s: row.s } });
  },
  react(scene) {
    const { tab, c } = scene;
    const row = scene.pick(rowsOf(scene).filter(({ n }) => n !== undefined));
    return row && tab.commands.setReaction({ c, s: row.s, e: scene.pick(['👍', '❤️', null]) ?? null });
  },
  read(scene) {
    const { tab, c, device } = scene;
    const chat = device.store.dump('chats').find((one) => one.c === c);
    const row = scene.pick(rowsOf(scene));
    // A person reads what is on screen: from the read position on, without a gap.
    const isWhole = chat !== undefined && chat.sync.tailFrom <= chat.me.rs + 1;
    return row && isWhole && tab.commands.markRead({ c, s: row.s });
  },
  settings({ tab, c, chance }) {
    return tab.commands.setChat({ c, set: { notify: Math.floor(chance() * 3), pin: Math.floor(chance() * 2) } });
  },
  show({ world, tab, chance }) {
    const open = world.chats.filter(() => chance() < 0.5);
    tab.line.call({ t: 'view', view: { tab: tab.name, visible: chance() < 0.8, focused: false, open, watch: [] } });
  },
  older(scene) {
    const before = 1 + Math.floor(scene.chance() * (2 + (rowsOf(scene).at(-1)?.s ?? 0)));
    scene.tab.line.call({ t: 'history', id: 'older', c: scene.c, before });
  },
};

/** The groups' own matters go to the server directly: they need a network, and nobody waits for one here. */
const groups: Record<string, Action> = {
  invite(scene) {
    void scene.world.server.ask(scene.device.login, 'chat.invite', {
      c: scene.c,
      users: [someone(scene)],
      op: op(scene),
    });
  },
  kick(scene) {
    const member = toMemberId(Number(someone(scene)));
    void scene.world.server.ask(scene.device.login, 'chat.kick', { c: scene.c, member, op: op(scene) });
  },
  leave(scene) {
    void scene.world.server.ask(scene.device.login, 'chat.leave', { c: scene.c, op: op(scene) });
  },
  rename(scene) {
    const title = `title ${Math.floor(scene.chance() * 100)}`;
    void scene.world.server.ask(scene.device.login, 'chat.meta', { c: scene.c, title, op: op(scene) });
  },
};

const network: Record<string, Action> = {
  cut: ({ device }) => device.network.cut(false),
  loseAnswers: ({ device }) => device.network.cut(true),
  turn({ device, tab }) {
    device.network.isUp = !device.network.isUp;
    device.network.release();
    tab.surroundings.emit(device.network.isUp ? 'online' : 'offline');
  },
  hold({ device }) {
    device.network.isHeld = !device.network.isHeld;
    device.network.release();
  },
  async steps({ world, chance }) {
    for (let step = 0; step < 12; step += 1) {
      for (const { network: line } of world.devices) if (line.isHeld && line.isUp) line.step(chance());
      await world.clock.settle();
    }
  },
  wait: ({ world, pick }) => world.clock.advance(pick([1, 200, 700, 3_000, 9_000, 40_000]) ?? 1),
};

const browsers: Record<string, Action> = {
  openTab({ device }) {
    if (device.tabs.length < 2) device.openTab();
  },
  killTab: ({ device, tab }) => device.killTab(tab),
  dieAtCommit: ({ device, chance }) =>
    device.dieAtCommit(1 + Math.floor(chance() * 6), chance() < 0.5 ? 'before' : 'after'),
  takeOver({ device }) {
    if (device.tabs.length < 2) device.openTab();
    device.locks.passOn(`sync:${device.login.grant.account.id}`);
  },
  steal({ device, pick }) {
    if (device.tabs.length < 2) device.openTab();
    pick(device.tabs)?.engine.takeOver();
  },
  tellLosers: ({ device }) => device.locks.tellLosers(),
  forget: ({ device, c, chance }) =>
    device.store.commit((tx) => evictPiece(tx, c, chance() < 0.5 ? 'all' : { keep: { least: 3, most: 3, since: 0 } })),
  wake: ({ tab }) => tab.surroundings.emit('wake'),
  jump: ({ device, pick }) => device.jump(pick([-3_600_000, -2_000, 2_000, 3_600_000]) ?? 0),
};

const servers: Record<string, Action> = {
  crash: ({ world }) => world.server.crash(),
  dieInCall: ({ world, chance }) =>
    world.server.plan(chance() < 0.5 ? 'dies before' : 'dies after', 1 + Math.floor(chance() * 8)),
  failCalls: ({ world, chance }) =>
    world.server.plan(
      chance() < 0.5 ? 'fails before' : 'fails after',
      1 + Math.floor(chance() * 4),
      1 + Math.floor(chance() * 6),
    ),
};

const actions = { ...people, ...groups, ...network, ...browsers, ...servers };

/** How often each happens. */
const weights: Record<string, number> = {
  ...{ send: 14, edit: 4, unsend: 3, react: 4, read: 6, settings: 2, show: 3, older: 3 },
  ...{ invite: 5, kick: 3, leave: 1, rename: 1 },
  ...{ cut: 3, loseAnswers: 3, turn: 4, hold: 4, steps: 8, wait: 12 },
  ...{ openTab: 2, killTab: 1, dieAtCommit: 2, takeOver: 2, steal: 2, tellLosers: 2, wake: 1, jump: 1, forget: 3 },
  ...{ crash: 1, dieInCall: 2, failCalls: 2 },
};
const names = Object.entries(weights).flatMap(([name, weight]) => Array.from({ length: weight }, () => name));

/** Lets something happen; answers what, for the story of a failure. */
export async function actAtRandom(world: World): Promise<string> {
  const chance = (): number => world.random.float();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const name = pick(names) as string;
  const device = pick(world.devices) as WorldDevice;
  const tab = pick(device.tabs) as WorldTab;
  const c = pick(world.chats) as ChatId;
  const action = actions[name] as Action;
  const done = Promise.resolve(action({ world, device, tab, c, chance, pick })).catch((error: unknown) => {
    // The tab died under the person's hand.
    if (!/injected fault|is closed/.test(String(error))) throw error;
  });
  await world.clock.settle();
  await done;
  return `${name} ${device.login.handle}/${tab.name} ${c}`;
}
