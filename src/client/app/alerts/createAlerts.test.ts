import { beforeEach, describe, expect, it } from 'vitest';
import { createChatListStore } from '#client/stores/chatListStore.ts';
import { createHealthStore } from '#client/stores/healthStore.ts';
import { createPeopleStore, projectPeople } from '#client/stores/peopleStore.ts';
import { createPrefsStore } from '#client/stores/prefsStore.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import type { LocalChat, LocalMessage } from '#sync/changes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeNotifications } from '#testing/fakeNotifications.ts';
import { buildHead, buildMe } from '#testing/builders/chatBuilders.ts';
import { localChat, localRow } from '#testing/localRows.ts';
import { alertsAtOnce, createAlerts, graceMs } from './createAlerts.ts';
import { attentionMs, createScreenBook } from './createScreenBook.ts';

const me = toUserId(1);
const c7 = toChatId(7);
const t = ((key: string, words?: Record<string, unknown>) =>
  [key, ...Object.values(words ?? {})].join(' ')) as unknown as Translate;

type Change = Partial<LocalChat['me']> & { text?: string; from?: number; mentions?: number; silent?: 1 };

/** One browser: its rows, its device, and a tab that leads unless told otherwise. */
function openBrowser() {
  const clock = fakeClock();
  const notifications = fakeNotifications();
  const stores = {
    chatList: createChatListStore(),
    people: createPeopleStore(),
    prefs: createPrefsStore(),
    health: createHealthStore(),
  };
  stores.health.setState({ status: { phase: 'live', clockOffset: 0 } });
  stores.chatList.setState({ loaded: true });
  stores.people.setState((state) =>
    projectPeople(state, {
      users: [
        { id: toUserId(2), name: 'Ben', pv: 1 },
        { id: toUserId(3), name: 'Chloe', pv: 1 },
      ],
      contacts: [],
    }),
  );
  const screens = createScreenBook(clock);
  const tab = (isLeading: () => boolean) =>
    createAlerts({
      ...{ me, stores, clock, notifications, screens, isLeading, t },
      wantUsers: () => undefined,
      serverNow: () => clock.now(),
    });
  let leader: 'one' | 'two' = 'one';
  const tabs = [tab(() => leader === 'one'), tab(() => leader === 'two')];
  const look = (rows: readonly LocalMessage[] = []): void => tabs.forEach((alerts) => alerts.look(rows));
  const chatOf = (c: ChatId): LocalChat => stores.chatList.getState().chats.get(c) ?? localChat({ c });
  const put = (chat: LocalChat, rows: readonly LocalMessage[] = []): void => {
    stores.chatList.setState(({ chats }) => ({ chats: new Map([...chats, [chat.c, chat]]) }));
    look(rows);
  };
  return {
    ...{ clock, notifications, stores, screens, tabs, put, look, chatOf },
    lead: (name: typeof leader) => void (leader = name),
    /** Somebody writes; `from`: member 2 unless told otherwise, 1 is this person. */
    write(c: ChatId, { text = 'hello', from = 2, mentions = 0, silent, ...standing }: Change = {}): LocalMessage {
      const chat = chatOf(c);
      const s = chat.head.ls + 1;
      const named = mentions > 0 ? { m: [chat.me.mid] } : {};
      const row = {
        ...localRow(s, { u: toMemberId(from), b: { x: text, ...(silent ? { silent } : {}) }, ...named }),
        c,
      };
      const l = { s, u: row.u, k: 1, x: text, at: row.at };
      const isOwn = from === 1;
      put(
        {
          ...chat,
          head: { ...buildHead(s, { l }), c },
          me: { ...chat.me, ...standing },
          unread: chat.unread + (isOwn ? 0 : 1),
          mentions: chat.mentions + mentions,
        },
        [row],
      );
      return row;
    },
    /** Somebody puts a message on top of the chat: a line that counts for nothing. */
    announce(c: ChatId, from: number): void {
      const chat = chatOf(c);
      const s = chat.head.ls + 1;
      const l = { s, u: toMemberId(from), k: 2, b: { ev: 'pinned', by: from, s: 1 }, at: 1 };
      put({ ...chat, head: { ...chat.head, rev: s, ls: s, l } });
    },
    /** This person reads up to here, on whatever device. */
    read(c: ChatId, s = chatOf(c).head.ls): void {
      const chat = chatOf(c);
      put({ ...chat, me: { ...chat.me, rs: s, rn: s }, unread: chat.head.n - s });
    },
    view(name: string, open: ChatId[], { focused = true, visible = true } = {}): void {
      const changed = screens.hear({ t: 'view', view: { tab: name, visible, focused, open, watch: [] } });
      if (changed) tabs.forEach((alerts) => alerts.lookAtScreens());
    },
    settle: () => clock.advance(graceMs),
    bodies: () => notifications.log.map(({ body }) => body),
  };
}

let browser: ReturnType<typeof openBrowser>;
beforeEach(async () => {
  browser = openBrowser();
  browser.put(localChat());
  await browser.settle();
});

describe('an alert', () => {
  it('K2, K3: tells once of a new message, from the tab that leads, with the place that a press opens', async () => {
    browser.write(c7);
    expect(browser.notifications.log).toEqual([]);
    await browser.settle();
    expect(browser.notifications.log).toEqual([
      {
        ...{ tag: '1:7', c: 7, s: 1, path: '/chats/7/m/1', isQuiet: false },
        title: 'A group',
        body: 'alerts.said Ben hello',
      },
    ]);
  });

  it('H3: of a thread names the chat it hangs in, and opens it there; nothing is told to who does not follow it', async () => {
    const [thread, meta] = [toChatId(61), { ...browser.chatOf(c7).meta, parent: c7, root: { c: c7, s: 3 } }];
    const { title: _title, ...bare } = meta;
    browser.put(localChat({ c: thread, meta: bare }));
    await browser.settle();
    browser.write(thread, { text: 'to the sea' });
    await browser.settle();
    expect(browser.notifications.log).toMatchObject([
      { c: thread, path: '/chats/7/t/61', title: 'kinds.threadIn A group', body: 'alerts.said Ben to the sea' },
    ]);
    const row = localRow(2, { u: toMemberId(2) });
    // Not followed: nothing counts as unread.
    browser.put({ ...browser.chatOf(thread), head: { ...buildHead(2), c: thread }, unread: 0 }, [
      { ...row, c: thread },
    ]);
    await browser.settle();
    expect(browser.notifications.log).toHaveLength(1);
  });

  it('is not made for what an app says silently, and tells of what it says beside that', async () => {
    browser.write(c7, { silent: 1 });
    await browser.settle();
    expect(browser.bodies()).toEqual([]);
    browser.write(c7, { text: 'aloud' });
    browser.write(c7, { text: 'a card', silent: 1 });
    await browser.settle();
    expect(browser.bodies()).toEqual(['alerts.said Ben aloud\nalerts.messages 3']);
  });

  it('K3: is one per chat: a burst is one, a later message takes its place and says how many wait', async () => {
    browser.write(c7, { text: 'one' });
    browser.write(c7, { text: 'two' });
    await browser.settle();
    browser.write(c7, { text: 'three', from: 3 });
    browser.write(toChatId(8), { text: 'elsewhere' });
    await browser.settle();
    expect(browser.bodies()).toEqual([
      'alerts.said Ben two\nalerts.messages 2',
      'alerts.said Chloe three\nalerts.messages 3',
      'alerts.said Ben elsewhere',
    ]);
    expect([...browser.notifications.standing.keys()]).toEqual(['1:7', '1:8']);
  });

  it('leaves the text out when the person wants so', async () => {
    browser.stores.prefs.setState({ notificationText: false });
    browser.write(c7, { text: 'secret' });
    await browser.settle();
    expect(browser.bodies()).toEqual(['alerts.messages 1']);
  });

  it('calls a 1:1 chat by the name of the other one, who need not be named again', async () => {
    browser.put(localChat({ c: toChatId(9), kind: 1, me: buildMe({ peer: toUserId(2) }) }));
    browser.write(toChatId(9));
    await browser.settle();
    expect(browser.notifications.log).toMatchObject([{ title: 'Ben', body: 'hello' }]);
  });

  it('tells of a chat that somebody has just begun, and of one of which only the head is known', async () => {
    const l = { s: 3, u: toMemberId(2), k: 1, x: 'first words', at: 0 };
    browser.put({ ...localChat({ c: toChatId(8), unread: 1 }), head: { ...buildHead(3, { l }), c: toChatId(8) } });
    await browser.settle();
    expect(browser.bodies()).toEqual(['alerts.said Ben first words']);
  });

  it('has no words when the newest line says nothing, but is not lost', async () => {
    const chat = browser.chatOf(c7);
    const l = { s: 2, u: toMemberId(3), k: 2, b: { ev: 'joined' }, at: 0 };
    browser.put({ ...chat, unread: 1, head: { ...buildHead(2, { l }), n: 1 } });
    await browser.settle();
    expect(browser.bodies()).toEqual(['alerts.messages 1']);
  });
});

describe('no alert', () => {
  const nothing = async () => {
    await browser.settle();
    expect(browser.notifications.log).toEqual([]);
  };

  it('for own messages from another device', async () => {
    browser.write(c7, { from: 1 });
    await nothing();
  });

  it('for a system line', async () => {
    const chat = browser.chatOf(c7);
    const row = localRow(1, { k: 2, b: { ev: 'joined' } });
    const { n: _, ...line } = row;
    browser.put({ ...chat, head: { ...buildHead(1), n: 0 } }, [line]);
    await nothing();
  });

  it('for people who are blocked', async () => {
    const card = { id: toUserId(3), name: 'Chloe', pv: 1 };
    const contacts = [{ u: card.id, st: contactState.blocked, urev: 1, card }];
    browser.stores.people.setState((state) => projectPeople(state, { users: [card], contacts }));
    browser.write(c7, { from: 3 });
    await nothing();
  });

  it('for a chat in the archive, and one that stands goes when its chat is archived', async () => {
    browser.write(c7);
    await browser.settle();
    expect([...browser.notifications.standing.keys()]).toEqual(['1:7']);
    browser.stores.chatList.setState({ archived: new Set([c7]) });
    browser.look();
    expect([...browser.notifications.standing.keys()]).toEqual([]);
    browser.write(c7, { mentions: 1 });
    await browser.settle();
    expect(browser.notifications.log).toHaveLength(1);
  });

  it('for a muted chat, also when it names me', async () => {
    browser.write(c7, { mu: browser.clock.now() + 60_000, mentions: 1 });
    await nothing();
  });

  it('for a room whose community is muted or in the archive', async () => {
    const c8 = toChatId(8);
    const chat = localChat({ c: c8 });
    browser.put({ ...chat, meta: { ...chat.meta, parent: c7 } });
    browser.put(localChat({ c: c7, me: { ...chat.me, mu: browser.clock.now() + 60_000 } }));
    browser.write(c8);
    await nothing();
    browser.put(localChat({ c: c7 }));
    browser.stores.chatList.setState({ archived: new Set([c7]) });
    browser.write(c8);
    await nothing();
    browser.stores.chatList.setState({ archived: new Set() });
    browser.write(c8);
    await browser.settle();
    expect(browser.notifications.log).toHaveLength(1);
  });

  it('for plain messages of a chat that tells of mentions only', async () => {
    browser.write(c7, { nt: 1 });
    await nothing();
    browser.write(c7, { text: '@you', mentions: 1 });
    await browser.settle();
    expect(browser.bodies()).toEqual(['alerts.said Ben @you\nalerts.messages 2']);
  });

  it('for plain messages and mentions of a chat that tells of announcements only, but for what is announced', async () => {
    browser.write(c7, { nt: 3 });
    browser.write(c7, { text: '@you', mentions: 1 });
    await nothing();
    browser.announce(c7, 1);
    await nothing();
    browser.announce(c7, 2);
    await browser.settle();
    expect(browser.bodies()).toEqual(['guard.system.pinned Ben']);
    browser.read(c7);
    expect(browser.notifications.standing.size).toBe(0);
  });

  it('but for every message where only those write who may announce', async () => {
    const chat = browser.chatOf(c7);
    browser.put({ ...chat, meta: { ...chat.meta, set: { ro: 1 } } });
    browser.write(c7, { nt: 3 });
    await browser.settle();
    expect(browser.bodies()).toEqual(['alerts.said Ben hello']);
  });

  it('K1, K3: for the chat on screen in a tab that is looked at; another tab, or one without the focus, changes nothing', async () => {
    browser.view('two', [c7]);
    browser.write(c7);
    await nothing();
    browser.view('two', [c7], { focused: false });
    browser.write(c7);
    await browser.settle();
    expect(browser.notifications.log).toHaveLength(1);
  });

  it('K1: for long because of a tab that has crashed while it was looked at', async () => {
    browser.view('two', [c7]);
    await browser.clock.advance(attentionMs);
    browser.write(c7);
    await browser.settle();
    expect(browser.notifications.log).toHaveLength(1);
  });

  it('K3: for what is read elsewhere, or unsent, within the grace', async () => {
    browser.write(c7);
    browser.read(c7);
    await nothing();
    const row = browser.write(c7);
    browser.put({ ...browser.chatOf(c7) }, [{ ...row, del: 1, b: {} }]);
    await nothing();
  });

  it('while the person wants none', async () => {
    browser.stores.prefs.setState({ notifications: 'off' });
    browser.write(c7);
    await nothing();
  });

  it('while the browser does not allow it', async () => {
    browser.notifications.answer = 'denied';
    await browser.notifications.ask();
    browser.write(c7);
    await nothing();
  });

  it('K2: for what was unread before this tab began to lead', async () => {
    browser = openBrowser();
    browser.put(localChat({ unread: 3, head: buildHead(3) }));
    await nothing();
  });

  it('for a chat that is marked as unread by hand', async () => {
    browser.put({ ...browser.chatOf(c7), unread: 1 });
    await nothing();
  });
});

describe('an alert that stands', () => {
  beforeEach(async () => {
    browser.write(c7, { text: 'one' });
    browser.write(c7, { text: 'two' });
    await browser.settle();
  });
  const stands = () => [...browser.notifications.standing.values()].map(({ body }) => body);

  it('K3: is closed when the chat is read on another device, and not before its newest message is', async () => {
    browser.read(c7, 1);
    expect(stands()).toHaveLength(1);
    browser.read(c7);
    expect(stands()).toEqual([]);
  });

  it('K3: is closed when somebody opens the chat here', () => {
    browser.view('two', [c7]);
    expect(stands()).toEqual([]);
  });

  it('K3: is closed when its only message is unsent; with an older one it goes back to that, quietly', () => {
    const unsend = (s: number) => browser.put({ ...browser.chatOf(c7) }, [localRow(s, { del: 1, b: {} })]);
    unsend(2);
    expect(browser.notifications.log.at(-1)).toMatchObject({ s: 1, isQuiet: true });
    expect(stands()[0]).toContain('one');
    unsend(1);
    expect(stands()).toEqual([]);
  });

  it('follows an edit without drawing attention', () => {
    browser.put({ ...browser.chatOf(c7) }, [localRow(2, { b: { x: 'two, edited' } })]);
    expect(browser.notifications.log.at(-1)).toMatchObject({ s: 2, isQuiet: true });
    expect(stands()[0]).toContain('two, edited');
  });

  it('is closed when I am not in the chat any more', () => {
    browser.stores.chatList.setState({ chats: new Map() });
    browser.look();
    expect(stands()).toEqual([]);
  });

  it('K2: is looked after by the tab that leads next', async () => {
    browser.lead('two');
    browser.look();
    await browser.settle();
    expect(stands()).toHaveLength(1);
    browser.read(c7);
    await browser.settle();
    expect(stands()).toEqual([]);
  });

  it('is closed with all others when the person wants none any more', async () => {
    browser.stores.prefs.setState({ notifications: 'off' });
    await browser.settle();
    expect(stands()).toEqual([]);
  });

  it('is closed when the person leaves; those of somebody else are not touched', async () => {
    await browser.notifications.show({ tag: '2:7', title: '', body: '', path: '/chats', isQuiet: false });
    browser.tabs[0]?.stop();
    await browser.settle();
    expect([...browser.notifications.standing.keys()]).toEqual(['2:7']);
  });
});

describe('after an absence', () => {
  const comeBack = async (chats: number) => {
    browser.stores.health.setState({ status: { phase: 'syncing', clockOffset: 0 } });
    for (let c = 1; c <= chats; c += 1) browser.write(toChatId(100 + c));
    await browser.settle();
    expect(browser.notifications.log).toEqual([]);
    browser.stores.health.setState({ status: { phase: 'live', clockOffset: 0 } });
    await browser.settle();
  };

  it('K4: tells of a few chats one by one', async () => {
    await comeBack(alertsAtOnce);
    expect(browser.notifications.log).toHaveLength(alertsAtOnce);
  });

  it('K4: tells of many chats at once, until they are read or looked at', async () => {
    await comeBack(alertsAtOnce + 5);
    expect(browser.notifications.log).toMatchObject([{ tag: '1:more', body: `alerts.summary ${alertsAtOnce + 5}` }]);
    for (let c = 1; c < alertsAtOnce + 5; c += 1) browser.read(toChatId(100 + c));
    expect(browser.notifications.standing.size).toBe(1);
    browser.view('one', []);
    expect(browser.notifications.standing.size).toBe(0);
  });

  it('K4: says nothing to somebody who looks at the app', async () => {
    browser.view('one', []);
    await comeBack(1);
    expect(browser.notifications.log).toEqual([]);
  });

  it('tells as always of what comes afterwards', async () => {
    browser.view('one', []);
    await comeBack(9);
    browser.write(c7);
    await browser.settle();
    expect(browser.notifications.log).toHaveLength(1);
  });
});
