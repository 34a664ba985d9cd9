import type { ChatId } from '#protocol/ids.ts';
import { seededRandom } from '#testing/fakeTab.ts';
import { actPlaces } from './actPlaces.ts';
import { actRich } from './actRich.ts';
import { actStays } from './actStays.ts';
import { browserActions } from './actions/browserActions.ts';
import { communityActions } from './actions/communityActions.ts';
import { groupActions } from './actions/groupActions.ts';
import { networkActions } from './actions/networkActions.ts';
import { peopleActions } from './actions/peopleActions.ts';
import type { Action } from './actions/scene.ts';
import { serverActions } from './actions/serverActions.ts';
import type { World } from './createWorld.ts';
import type { WorldDevice } from './worldDevice.ts';
import type { WorldTab } from './worldTab.ts';

const actions = {
  ...{ ...peopleActions, ...groupActions, ...communityActions },
  ...{ ...networkActions, ...browserActions, ...serverActions },
};
type ActionName = keyof typeof actions;

/** How often each happens. */
const weights: Record<ActionName, number> = {
  ...{ send: 24, sendBatch: 4, edit: 8, unsend: 6, react: 8, read: 14, mute: 2, settings: 3, markUnread: 2 },
  ...{ openChat: 8, closeChat: 3, scrollUp: 6, jumpTo: 2, changeUnderPage: 5, block: 1, unblock: 2 },
  ...{ invite: 12, kick: 6, leave: 2, rename: 2 },
  ...{ join: 10, throwOut: 5, goAway: 2, renameSelf: 3, lookAtCommunity: 3, nextDays: 2 },
  ...{ dropConnection: 5, loseAnswers: 6, goOffline: 4, online: 6, halfOpen: 3, delayAcks: 5, duplicateRequest: 4 },
  ...{ slowConsumer: 6, fullLine: 4, steps: 14, advance: 30 },
  ...{ tabOpen: 4, tabClose: 2, tabCrash: 2, tabFreeze: 3, tabThaw: 4, dieAtCommit: 4, quotaError: 2 },
  ...{ zombieLeader: 4, steal: 3, tellLosers: 4, wake: 2, clockJump: 2, badRow: 2, evict: 4 },
  ...{ killNode: 3, restartNode: 3, killBeforeCommit: 2, killAfterCommit: 2, killBeforePublish: 2, failCalls: 2 },
  ...{ inDoubtCommit: 2, dbDown: 1, dbSlow: 4, loseBus: 3, busReorder: 3, serverClockJump: 1, newGen: 1 },
};
const names = (Object.entries(weights) as [ActionName, number][]).flatMap(([name, weight]) =>
  Array.from({ length: weight }, () => name),
);

/**
 * Lets step `index` of the world's story happen; answers what it was, for the story of a failure. Each step draws its own chance, so that a story from which
 * steps were taken away still tells the others.
 */
export async function actStep(world: World, index: number): Promise<string> {
  const random = seededRandom(Math.imul(world.seed, 1_000_003) ^ Math.imul(index + 1, 0x9e3779b1), world.clock);
  const chance = (): number => random.float();
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const name = pick(names) as ActionName;
  const device = pick(world.devices) as WorldDevice;
  const tab = pick(device.tabs) as WorldTab;
  // As many scenes of groups as if there were no community, which has actions of its own.
  const c = pick([...world.chats, ...world.groups]) as ChatId;
  const action: Action = actions[name];
  const scene = { world, device, tab, c, chance, pick, uuid: () => random.uuid() };
  await perform(world, action(scene));
  let further = '';
  for (const [isToldOf, act] of [
    [world.isRich, actRich],
    [world.hasThreads, actPlaces],
    [world.isRestless, actStays],
  ] as const) {
    if (!isToldOf) continue;
    // The tab may have ended in this step: its person goes on in another one.
    const left = device.tabs.includes(tab) ? tab : (device.tabs[0] as WorldTab);
    await perform(
      world,
      act({ world, device, tab: left, c }, index).then((what) => void (further += what)),
    );
  }
  return `${index} ${name}${further} ${device.login.handle}${world.devices.indexOf(device)}/${tab.name} ${c}`;
}

async function perform(world: World, act: unknown): Promise<void> {
  const done = Promise.resolve(act).catch((error: unknown) => {
    // The tab died under the person's hand, or its disk was full.
    if (!/injected fault|is closed/.test(String(error))) throw error;
  });
  await world.clock.settle();
  await done;
}
