import { toOpId } from '#protocol/casts.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from '#sync/changes.ts';
import { addTo } from '#testing/world/wishes.ts';
import { browserActions } from './browserActions.ts';
import { fileActions } from './fileActions.ts';
import { peopleActions } from './peopleActions.ts';
import { privateActions } from './privateActions.ts';
import { between, rowsOf, type Action, type Scene } from './scene.ts';

const threadsHere = ({ device }: Scene): LocalChat[] =>
  device.store.dump('chats').filter(({ meta }) => meta.root !== undefined);

/** The same scene in some thread of this device; undefined where it has none. One on screen is taken more often. */
function inThread(scene: Scene): (Scene & { thread: LocalChat }) | undefined {
  const threads = threadsHere(scene);
  const open = scene.device.views().flatMap((view) => view.open);
  const shown = threads.filter(({ c }) => open.includes(c));
  const thread = scene.pick(shown.length > 0 && scene.chance() < 0.5 ? shown : threads);
  return thread && { ...scene, thread, c: thread.c };
}

const within =
  (act: Action): Action =>
  (scene) => {
    const inner = inThread(scene);
    return inner && act(inner);
  };

/** The same scene in a room, where the community has one, in some of its cases. */
function somewhere(scene: Scene): Scene {
  const { room, community } = scene.world;
  return room !== undefined && scene.c === community && scene.chance() < 0.4 ? { ...scene, c: room } : scene;
}

/** As the client opens it: one that is known is shown; otherwise the server is asked, and the answer is a chat here at once. Nobody waits for it. */
function openThread(scene: Scene): unknown {
  const { device, tab, c, uuid } = scene;
  const row = scene.pick(rowsOf(scene).filter(({ n }) => n !== undefined));
  if (!row) return undefined;
  const chats = device.store.dump('chats');
  const known = chats.find(({ meta }) => meta.root?.c === c && meta.root.s === row.s);
  if (known) return peopleActions.openChat({ ...scene, c: known.c });
  const isShown = scene.chance() < 0.7;
  const parent = chats.find((chat) => chat.c === c)?.meta.parent ?? c;
  const begun = tab.rpc.call('thread.start', { c, s: row.s, op: toOpId(uuid()) });
  void begun
    .then(async (answer) => {
      if (!answer.ok || !device.tabs.includes(tab)) return;
      await tab.commands.takeThread({ parent, news: answer.data.thread });
      if (isShown && device.tabs.includes(tab)) peopleActions.openChat({ ...scene, c: answer.data.thread.c });
    })
    .catch((error: unknown) => {
      // The tab died under the person's hand, or its disk was full.
      if (!/injected fault|is closed/.test(String(error))) device.broken.push(`thread: ${String(error)}`);
    });
  return undefined;
}

const setThread = (scene: Scene, set: object): unknown => scene.tab.commands.setChat({ c: scene.c, set });

/** What people do with threads, and with rooms of a community, which no other action tells of. */
export const threadActions = {
  openThread: (scene) => openThread(somewhere(scene)),
  writeInThread: within(peopleActions.send),
  writeMuchInThread: within(peopleActions.sendBatch),
  /** The words go to the chat too, as an answer to the message the thread hangs on. */
  async writeAlso(scene) {
    const inner = inThread(scene);
    const root = inner?.thread.meta.root;
    if (!inner || !root) return;
    const b = { x: `also ${between(scene, 0, 1e6)}` };
    await inner.tab.commands.sendMessage({ c: inner.c, b });
    await inner.tab.commands.sendMessage({ c: root.c, b, re: root.s });
  },
  replyInThread: within((scene) => {
    const row = scene.pick(rowsOf(scene).filter(({ n, del }) => n !== undefined && del === undefined));
    const b = { x: `reply ${between(scene, 0, 1e6)}` };
    return scene.tab.commands.sendMessage({ c: scene.c, b, ...(row ? { re: row.s } : {}) });
  }),
  editInThread: within(peopleActions.edit),
  unsendInThread: within(peopleActions.unsend),
  reactInThread: within(peopleActions.react),
  readThread: within(peopleActions.read),
  showThread: within(peopleActions.openChat),
  hideThread: within(peopleActions.closeChat),
  scrollInThread: within(peopleActions.scrollUp),
  changeUnderThread: within(peopleActions.changeUnderPage),
  sendFilesInThread: within(fileActions.sendFiles),
  keepOfThread: within(privateActions.keep),
  evictThread: within(browserActions.evict),
  follow: within(async (scene) => {
    const { device, world, c } = scene;
    const { on, off } = world.wishes.follows;
    const isWanted = scene.chance() < 0.7;
    if (!isWanted) addTo(off, device.login.user, String(c));
    await setThread(scene, { follow: isWanted });
    if (isWanted) addTo(on, device.login.user, String(c));
  }),
  muteThread: within((scene) =>
    setThread(scene, { mute: scene.chance() < 0.5 ? 0 : scene.world.clock.now() + 7 * 86_400_000 }),
  ),
  draftInThread: within((scene) => {
    const { tab, c } = scene;
    return tab.commands.saveDraft({ c, text: draftIn(c, between(scene, 0, 1e6)), at: undefined });
  }),
  endThreads: ({ world }) => void world.server.endThreads(),
  /** Threads grow old. */
  sleepLong: ({ world }) => world.nextDays(),
  writeInRoom(scene) {
    const { room } = scene.world;
    return room === undefined ? undefined : peopleActions.send({ ...scene, c: room });
  },
  showRoom(scene) {
    const { room } = scene.world;
    return room === undefined ? undefined : peopleActions.openChat({ ...scene, c: room });
  },
} satisfies Record<string, Action>;

/** What is left unsent in a thread says where it belongs. */
export const draftIn = (c: ChatId, number: number): string => `unsent in ${c}: ${number}`;
