import { evictChat } from '#sync/eviction/evictChats.ts';
import type { WriteTx } from '#sync/ports.ts';
import { between, type Action, type Scene } from './scene.ts';

const tabsMax = 3;

function openSecond({ device }: Scene): void {
  if (device.tabs.length < 2) device.openTab();
}

/** What becomes of tabs and devices. */
export const browserActions = {
  tabOpen({ device }) {
    if (device.tabs.length < tabsMax) device.openTab();
  },
  tabClose: ({ device, tab }) => device.closeTab(tab),
  tabCrash: ({ device, tab }) => device.killTab(tab),
  tabFreeze: ({ tab }) => tab.freeze(),
  tabThaw: ({ device }) => device.tabs.forEach((tab) => tab.thaw()),
  dieAtCommit: (scene) =>
    scene.device.planCommit(between(scene, 1, 6), scene.chance() < 0.5 ? 'dies before' : 'dies after'),
  quotaError: (scene) => scene.device.planCommit(between(scene, 1, 6), 'refuses'),
  /** The lead passes on although its holder runs, or is frozen and will thaw. */
  zombieLeader(scene) {
    const { device, chance } = scene;
    openSecond(scene);
    const leader = device.tabs.find(({ engine }) => engine.isLeading());
    if (chance() < 0.5) leader?.freeze();
    device.locks.passOn(`sync:${device.login.user}`);
  },
  steal(scene) {
    openSecond(scene);
    scene.pick(scene.device.tabs)?.engine.takeOver();
  },
  tellLosers: ({ device }) => device.locks.tellLosers(),
  wake: ({ tab }) => tab.surroundings.emit('wake'),
  clockJump: ({ device, pick }) => device.jump(pick([-3_600_000, -2_000, 2_000, 3_600_000]) ?? 0),
  /** Old messages are forgotten, as somebody's wish or for want of room. */
  evict(scene) {
    const { device, c, chance } = scene;
    const commit = async <T>(work: (tx: WriteTx) => Promise<T>): Promise<T> => (await device.store.commit(work)).result;
    return evictChat({ read: device.store.read, commit }, c, chance() < 0.5 ? 'all' : { rows: between(scene, 1, 8) });
  },
  badRow: ({ device }) => device.spoilRow(),
} satisfies Record<string, Action>;
