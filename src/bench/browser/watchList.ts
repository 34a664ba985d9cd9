import type { Page } from 'playwright';

/** What the list and the open chat must say in the end. */
export interface ListTruth {
  /** name of the line between engine and tabs */
  line: string;
  /** every chat that changed: rev of its head, and how many messages are unread (undefined: being read now) */
  chats: { c: number; rev: number; unread: number | undefined }[];
  /** the first rows of the list from above: chat and a piece of its newest message */
  rows: { c: number; text: string }[];
  /** newest message of the open chat */
  open: { c: number; rev: number; text: string };
}

/** When it did, on the machine's clock, ms; `list` and `open` when a frame showed it, `whole` when every chat's messages were on the device. */
export interface ListTimes {
  /** head and count of every changed chat stored */
  stored: number | undefined;
  /** the open chat's messages stored */
  openStored: number | undefined;
  list: number | undefined;
  open: number | undefined;
  /** last time a chat's messages came */
  lastRows: number | undefined;
  /** changed chats whose messages are all there, and messages that came */
  whole: number;
  messages: number;
}

declare global {
  var benchList: ListTimes | undefined;
}

/** Runs in the page. Listens to what the engine announces, as every tab does. */
function watchStored({ line, chats, open }: ListTruth): void {
  const found: ListTimes = {
    stored: undefined,
    openStored: undefined,
    list: undefined,
    open: undefined,
    lastRows: undefined,
    whole: 0,
    messages: 0,
  };
  globalThis.benchList = found;
  const now = (): number => performance.timeOrigin + performance.now();
  const waiting = new Map(chats.map((chat) => [chat.c, chat]));
  const behind = new Map(chats.map((chat) => [chat.c, chat.rev]));
  interface ChatRow {
    c: number;
    unread: number;
    head: { rev: number };
    sync: { rev: number };
  }
  interface Parcel {
    event?: { t: string; batch?: { tables: { chats?: { put: ChatRow[] }; msgs?: { put: { c: number }[] } } } };
  }
  new BroadcastChannel(line).addEventListener('message', ({ data }: MessageEvent<Parcel>) => {
    const tables = data.event?.t === 'batch' ? data.event.batch?.tables : undefined;
    for (const { c, head, sync, unread } of tables?.chats?.put ?? []) {
      const truth = waiting.get(c);
      if (head.rev === truth?.rev && (truth.unread === undefined || unread === truth.unread)) waiting.delete(c);
      if (c === open.c && sync.rev >= open.rev) found.openStored ??= now();
      if (sync.rev >= (behind.get(c) ?? Infinity)) behind.delete(c);
    }
    if (waiting.size === 0) found.stored ??= now();
    found.whole = chats.length - behind.size;
    const messages = tables?.msgs?.put.length ?? 0;
    found.messages += messages;
    if (messages > 0) found.lastRows = now();
  });
}

/** Runs in the page. Looks at the document once per frame. */
function watchScreen({ rows, open }: ListTruth): void {
  const now = (): number => performance.timeOrigin + performance.now();
  const found = globalThis.benchList;
  if (!found) return;
  const isListRight = (): boolean => {
    const links = [...document.querySelectorAll('nav a[href^="/chats/"]')].filter((link) => link.querySelector('time'));
    return rows.every(({ c, text }, place) => {
      const link = links[place];
      return link?.getAttribute('href') === `/chats/${c}` && link.textContent.includes(text);
    });
  };
  const isOpenRight = (): boolean => {
    const newest = [...document.querySelectorAll('[role="feed"] article')].at(-1);
    return newest?.textContent.includes(open.text) === true && newest.getBoundingClientRect().bottom <= innerHeight;
  };
  const look = (): void => {
    const [list, chat] = [found.stored !== undefined && isListRight(), isOpenRight()];
    const channel = new MessageChannel();
    // The first task after the frame: then it is on screen as far as the page can know.
    const note = (): void => {
      if (list) found.list ??= now();
      if (chat) found.open ??= now();
    };
    channel.port1.addEventListener('message', note, { once: true });
    channel.port1.start();
    channel.port2.postMessage(0);
    if (!list || !chat) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Begins to watch a page of the app. */
export async function watchList(page: Page, truth: ListTruth): Promise<{ read: () => Promise<ListTimes> }> {
  await page.evaluate(watchStored, truth);
  await page.evaluate(watchScreen, truth);
  return {
    async read() {
      const times = await page.evaluate(() => globalThis.benchList);
      if (!times) throw new Error('the page was loaded anew');
      return times;
    },
  };
}
