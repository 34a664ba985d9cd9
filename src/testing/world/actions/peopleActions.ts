import { messageKind } from '#protocol/entities/messageKind.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { LocalMessage } from '#sync/changes.ts';
import { between, midOf, rowsOf, someone, type Action, type Scene } from './scene.ts';

const isMine = ({ device }: Scene, row: LocalMessage): boolean =>
  device.store.dump('chats').some(({ c, me }) => c === row.c && me.mid === row.u);
const waiting = ({ device, c }: Scene) =>
  device.store.dump('outbox').flatMap(({ action, tried, i }) => {
    return action.t === 'send' && action.c === c ? [{ cid: action.cid, k: action.k, fw: action.fw, tried, i }] : [];
  });
const isText = ({ k }: { k?: number | undefined }): boolean => k === undefined || k === messageKind.text;
/** Whoever passes on another one's words does not change them. */
const isOwnText = (row: LocalMessage): boolean => isText(row) && row.b?.['fw'] === undefined;
const text = (scene: Scene, word: string): string => `${word} ${between(scene, 0, 1e6)}`;

async function send(scene: Scene): Promise<unknown> {
  const { tab, c, chance } = scene;
  const named = chance() < 0.2 ? { at: [[0, 1, await midOf(scene, someone(scene))] as [number, number, never]] } : {};
  const re = chance() < 0.1 ? scene.pick(rowsOf(scene))?.s : undefined;
  const b = { x: text(scene, 'text'), ...(named as object) };
  const reply = re === undefined ? {} : { re };
  // Drawn last, and in the place of another act, so that what a seed told before there were polls is still told.
  const kind = chance();
  if (kind > 0.16) return tab.commands.sendMessage({ c, b, ...reply });
  if (kind > 0.1) return forward(scene);
  const poll = { x: b.x, o: ['one', 'two', 'three'], ...(chance() < 0.5 ? { many: 1 as const } : {}) };
  return tab.commands.sendMessage({ c, k: messageKind.poll, b: poll, ...reply });
}

/** Forwards some text of any chat, as this device has it, with its writer's name or without; nothing where there is none. */
function forward(scene: Scene): Promise<unknown> | undefined {
  const { tab, c, device, chance } = scene;
  const texts = device.store
    .dump('msgs')
    .filter((row) => isText(row) && row.n !== undefined && row.b?.['x'] !== undefined);
  const row = scene.pick(texts);
  const named = chance() < 0.5 ? { n: 1 as const } : {};
  return (
    row && tab.commands.sendMessage({ c, b: { x: String(row.b?.['x']), fw: {} }, fw: { c: row.c, s: row.s, ...named } })
  );
}

/** A vote about some poll of the chat, or its taking back; undefined where there is none. */
function vote(scene: Scene): Promise<unknown> | undefined {
  const { tab, c, chance } = scene;
  const polls = rowsOf(scene).filter(({ k, del }) => k === messageKind.poll && del === undefined);
  const poll = scene.pick(polls);
  const o = [0, 1, 2].filter(() => chance() < 0.5);
  return poll && tab.commands.setVote({ c, s: poll.s, o: poll.b?.['many'] === 1 ? o : o.slice(0, 1) });
}

/** What people do with their screens. */
export const peopleActions = {
  send,
  async sendBatch(scene) {
    for (let count = between(scene, 2, 6); count > 0; count -= 1) await send(scene);
  },
  edit(scene) {
    const { tab, c, chance } = scene;
    const entry = chance() < 0.5 ? scene.pick(waiting(scene).filter((one) => isText(one) && !one.fw)) : undefined;
    const row = scene.pick(rowsOf(scene).filter((one) => isMine(scene, one) && one.n !== undefined && isOwnText(one)));
    const b = { x: text(scene, 'edit') };
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
    const e = scene.pick(['👍', '❤️', null]) ?? null;
    const voting = scene.chance() < 0.4 ? vote(scene) : undefined;
    return voting ?? (row && tab.commands.setReaction({ c, s: row.s, e }));
  },
  read(scene) {
    const { tab, c, device } = scene;
    const chat = device.store.dump('chats').find((one) => one.c === c);
    const row = scene.pick(rowsOf(scene));
    // A person reads what is on screen: from the read position on, without a gap.
    const isWhole = chat !== undefined && chat.sync.tailFrom <= chat.me.rs + 1;
    return row && isWhole && tab.commands.markRead({ c, s: row.s });
  },
  mute({ tab, c, chance, world }) {
    const mute = chance() < 0.5 ? 0 : world.clock.now() + 7 * 86_400_000;
    return tab.commands.setChat({ c, set: { mute } });
  },
  settings(scene) {
    const { tab, c } = scene;
    return tab.commands.setChat({ c, set: { notify: between(scene, 0, 2), pin: between(scene, 0, 1) } });
  },
  markUnread(scene) {
    const row = scene.pick(rowsOf(scene));
    return row && scene.tab.commands.setChat({ c: scene.c, set: { unreadFrom: row.s } });
  },
  openChat({ device, tab, c, chance }) {
    const open = device.views().find((view) => view.tab === tab.name)?.open ?? [];
    device.show(tab, { visible: chance() < 0.8, open: [...new Set([...open, c])], focused: false, watch: [] });
  },
  closeChat({ device, tab, c }) {
    const view = device.views().find((one) => one.tab === tab.name);
    if (view) device.show(tab, { ...view, open: view.open.filter((one) => one !== c) });
  },
  scrollUp(scene) {
    const before = between(scene, 1, 1 + (rowsOf(scene).at(-1)?.s ?? 0));
    scene.tab.line.call({ t: 'history', id: 'older', c: scene.c, before });
  },
  jumpTo(scene) {
    const around = between(scene, 1, 1 + (rowsOf(scene).at(-1)?.s ?? 0));
    scene.tab.line.call({ t: 'history', id: 'around', c: scene.c, around });
  },
  /** Somebody else changes a message that this device lacks, in the moment in which it is asked for. */
  changeUnderPage(scene) {
    const { world, device, tab, c, pick, chance } = scene;
    const known = new Set(rowsOf(scene).map(({ s }) => s));
    const other = pick(world.devices.filter((one) => one !== device));
    const row =
      other && pick(rowsOf({ ...scene, device: other }).filter(({ s, n }) => n !== undefined && !known.has(s)));
    if (!other || !row) return undefined;
    // Otherwise the answer is there before anything else can happen.
    world.server.slowDatabase(300);
    tab.line.call({ t: 'history', id: 'around', c, around: row.s });
    const { commands } = pick(other.tabs) as typeof tab;
    return isMine({ ...scene, device: other }, row) && chance() < 0.7 && isText(row)
      ? commands.editMessage({ c, message: { s: row.s }, b: { x: text(scene, 'edit') } })
      : commands.setReaction({ c, s: row.s, e: '👍' });
  },
  block(scene) {
    const user = someone(scene);
    if (user === scene.device.login.user) return undefined;
    const state = scene.chance() < 0.6 ? contactState.blocked : contactState.friend;
    return scene.tab.commands.setContact({ user, state });
  },
  unblock(scene) {
    const user = someone(scene);
    if (user === scene.device.login.user) return undefined;
    return scene.tab.commands.setContact({ user, state: contactState.friend });
  },
} satisfies Record<string, Action>;
