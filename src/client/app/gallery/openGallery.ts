import type { StoreApi } from 'zustand/vanilla';
import type { Gallery } from '#client/context.ts';
import {
  createGalleryStore,
  galleryTypes,
  type GalleryKind,
  type GalleryState,
} from '#client/stores/gallery/GalleryState.ts';
import { inOrder, takePage, takeRows, withoutSeqs } from '#client/stores/gallery/takePage.ts';
import { monthOf, monthSpan } from '#client/stores/gallery/monthOf.ts';
import { toMonths } from '#client/stores/gallery/toMonths.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { RequestInput } from '#protocol/requests.ts';
import type { ChangeBatch, HiddenRow } from '#sync/changes.ts';
import type { LocalStore, Log, Rpc, TabLine } from '#sync/ports.ts';
import { keepGallery, readKept } from './keptGallery.ts';

/** What galleries stand on. */
export interface GalleryDeps {
  store: LocalStore;
  line: TabLine;
  rpc: Rpc;
  log: Log;
  onBatch(listener: (batch: ChangeBatch) => void): () => void;
  /** Calls back whenever the server can be reached again. */
  onLive(listener: () => void): () => void;
  /** Calls once after so many ms. */
  later(ms: number, run: () => void): void;
}

/** Messages of one answer. */
const pageMax = 60;
/** After an answer of the server, ms: the next ones may follow at once. */
const keepMs = 1_500;

interface Wish {
  count: number;
  seq: number;
}

interface Opened {
  readonly deps: GalleryDeps;
  readonly c: ChatId;
  readonly kind: GalleryKind;
  readonly store: StoreApi<GalleryState>;
  /** by month, the last wish last */
  readonly wishes: Map<string, Wish>;
  /** by month: the lowest seq that the server has told */
  readonly cursors: Map<string, number>;
  /** first seq that the person may see */
  floor: number;
  isClosed: boolean;
  isRunning: boolean;
  isKeeping: boolean;
}

/** Reads and asks for what was sent in a chat; see {@link Gallery}. */
export function openGallery(deps: GalleryDeps, c: ChatId, kind: GalleryKind): Gallery {
  const one: Opened = {
    ...{ deps, c, kind, store: createGalleryStore(kind), wishes: new Map(), cursors: new Map() },
    ...{ floor: 0, isClosed: false, isRunning: false, isKeeping: false },
  };
  const stops = [
    deps.onBatch((batch) => takeBatch(one, batch)),
    deps.onLive(() => {
      if (one.store.getState().problem !== undefined) void begin(one);
    }),
  ];
  void readDevice(one).then(() => begin(one));
  const want = (month: string, count: number, seq = Number.MAX_SAFE_INTEGER): void => {
    const before = one.wishes.get(month);
    one.wishes.delete(month);
    one.wishes.set(month, { count: Math.max(count, before?.count ?? 0), seq: Math.min(seq, before?.seq ?? seq) });
    void run(one);
  };
  return {
    store: one.store,
    want: (month, count) => want(month, count),
    reach: (seq, time) => want(monthOf(time), 0, seq),
    retry: () => void begin(one),
    close() {
      one.isClosed = true;
      for (const stop of stops) stop();
    },
  };
}

/** What this device has: messages of the chat, and earlier answers. Where both know a message, the message is right. */
async function readDevice(one: Opened): Promise<void> {
  const { deps, c, kind, store } = one;
  try {
    const span = { index: ':primary' as const, from: [c, 0], to: [c, Number.MAX_SAFE_INTEGER] };
    const { kept, rows, hidden, chat } = await deps.store.read(['meta', 'msgs', 'hidden', 'chats'], async (tx) => ({
      kept: await readKept(tx, c, kind),
      rows: await tx.range('msgs', span),
      hidden: await tx.range('hidden', span),
      chat: await tx.get('chats', c),
    }));
    one.floor = Math.max(chat?.me.fl ?? 0, chat?.sync.startSeq ?? 0);
    const before = store.getState();
    const entries = inOrder([...kept.entries, ...before.entries]);
    const counts = before.counts.size > 0 ? before.counts : kept.counts;
    const state = takeRows({ ...before, entries, counts }, rows);
    store.setState({ ...state, entries: visible(one, state.entries, hidden), isRead: true });
  } catch (error) {
    deps.log.warn('gallery.unreadable', { c, error: String(error) });
    store.setState({ isRead: true });
  }
}

const visible = (
  { floor }: Opened,
  entries: GalleryState['entries'],
  hidden: readonly HiddenRow[],
): GalleryState['entries'] => withoutSeqs(entries, new Set(hidden.map(({ s }) => s)), floor);

/** What happens in the chat meanwhile, by whatever hand. */
function takeBatch(one: Opened, { tables, wiped }: ChangeBatch): void {
  const { c, store } = one;
  if (wiped?.includes('msgs')) void readDevice(one);
  const ofChat = <Item extends { c: ChatId }>(rows: readonly Item[] = []): Item[] => rows.filter((row) => row.c === c);
  const before = store.getState();
  const entries = visible(one, takeRows(before, ofChat(tables.msgs?.put)).entries, ofChat(tables.hidden?.put));
  if (entries !== before.entries) store.setState({ entries });
}

/** Asks how much there is, then for what is wanted. */
async function begin(one: Opened): Promise<void> {
  const { deps, c, kind, store } = one;
  if (one.isClosed) return;
  store.setState({ problem: undefined });
  const off = -new Date().getTimezoneOffset();
  const answer = await deps.rpc.call('media.months', { c, t: [...galleryTypes[kind]], off });
  if (one.isClosed) return;
  if (!answer.ok) return store.setState({ isAsked: true, problem: answer.code });
  store.setState({ counts: new Map(answer.data.months.map(({ m, n }) => [m, n])), isAsked: true });
  keepSoon(one);
  await run(one);
}

/** One request after the other, until every wish is met or one cannot be. */
async function run(one: Opened): Promise<void> {
  const { isAsked, problem } = one.store.getState();
  // The device first: what it has would otherwise come over a newer answer.
  if (one.isRunning || one.isClosed || !isAsked || problem !== undefined) return;
  one.isRunning = true;
  try {
    for (let month = nextWish(one); month !== undefined; month = nextWish(one))
      // oxlint-disable-next-line no-await-in-loop -- where a page begins is known from the one before it
      if (!(await askPage(one, month))) break;
  } finally {
    one.isRunning = false;
  }
}

/** The last wish first: the reader is there. */
function nextWish(one: Opened): string | undefined {
  for (const [month, wish] of [...one.wishes].toReversed()) {
    if (!isMet(one, month, wish)) return month;
    one.wishes.delete(month);
  }
  return undefined;
}

function isMet({ store, cursors }: Opened, month: string, { count, seq }: Wish): boolean {
  const state = store.getState();
  if (state.whole.has(month)) return true;
  const lowest = cursors.get(month);
  if (lowest === undefined || (seq < Number.MAX_SAFE_INTEGER && lowest > seq)) return false;
  const told = { ...state, entries: state.entries.filter(({ s }) => s >= lowest) };
  return (toMonths(told).find((each) => each.month === month)?.items.length ?? 0) >= count;
}

async function askPage(one: Opened, month: string): Promise<boolean> {
  const { deps, c, kind, store, cursors } = one;
  const { from, to } = monthSpan(month);
  const before = cursors.get(month) as RequestInput<'media.list'>['before'];
  const place = { c, t: [...galleryTypes[kind]], limit: pageMax, from, to } as RequestInput<'media.list'>;
  const answer = await deps.rpc.call('media.list', before === undefined ? place : { ...place, before });
  if (one.isClosed) return false;
  if (!answer.ok) {
    store.setState({ problem: answer.code });
    return false;
  }
  const { items, more } = answer.data;
  const isLast = more === undefined;
  const state = takePage(store.getState(), { items, from, to, before, isLast });
  store.setState(isLast ? { ...state, whole: new Set([...state.whole, month]) } : state);
  if (!isLast) cursors.set(month, items.at(-1)?.s ?? 0);
  keepSoon(one);
  return true;
}

function keepSoon(one: Opened): void {
  if (one.isKeeping) return;
  one.isKeeping = true;
  const { deps, c, store } = one;
  deps.later(keepMs, () => {
    one.isKeeping = false;
    keepGallery(deps, c, store.getState()).catch((error: unknown) =>
      deps.log.warn('gallery.notKept', { c, error: String(error) }),
    );
  });
}
