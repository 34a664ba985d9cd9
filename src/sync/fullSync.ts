import type { Ack } from '#protocol/errors.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestInput, RequestOutput } from '#protocol/requests.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { LocalChat } from './changes.ts';
import { readUrev } from './readUrev.ts';
import type { Door } from './door.ts';
import type { EngineContext } from './engineContext.ts';
import { putList } from './inbox.ts';
import type { ChatState } from './merge/chatState.ts';
import type { Connection, WriteTx } from './ports.ts';
import { putUserRows } from './userRows.ts';
import { wipeCaches } from './wipeCaches.ts';

const syncMs = 15_000;
/** So often a sync is repeated that could not store a chat. */
const roundsMax = 3;

type Page = RequestOutput<'sync.open'>;

/**
 * Brings the device up to date over a new connection: tells what it has, stores what differs, page by page. The position in my own changes and the data
 * generation are stored with the last page, so that a crash in between asks for all pages again. New server data (`gen`) empties the caches first. A chat that went
 * while the answer was made, and is told of as of one that is here, is asked for once more; so is one that came meanwhile, of which the answer does not know that it is here.
 */
export async function fullSync(
  ctx: EngineContext,
  door: Door,
  connection: Connection,
  options: { open: readonly ChatId[]; onPage: (states: readonly ChatState[]) => void },
): Promise<Ack<null>> {
  for (let round = 0; ; round += 1) {
    const ask = await readVector(ctx, options.open);
    const ack = await syncPages(ctx, door, connection, { ...options, ask });
    if (ack.ok && (ack.data.isWhole || round === roundsMax)) return { ok: true, data: null };
    if (ack.ok) continue;
    if (ack.code !== 'GEN' || round > 0) return ack;
    await door.run(() => ctx.commit(wipeCaches));
  }
}

async function syncPages(
  ctx: EngineContext,
  door: Door,
  connection: Connection,
  options: { ask: RequestInput<'sync.open'>; onPage: (states: readonly ChatState[]) => void },
): Promise<Ack<{ isWhole: boolean }>> {
  const { ask } = options;
  const request = (page?: number): Promise<Ack<Page>> =>
    connection.request('sync.open', page === undefined ? ask : { ...ask, page }, syncMs);
  let first: Page | undefined;
  let asked: Promise<Ack<Page>> | undefined = request();
  let isWhole = true;
  const told = new Set<number>(ask.have.map(([c]) => c));
  while (asked) {
    const ack: Ack<Page> = await asked;
    if (!ack.ok) return ack;
    const answer: Page = ack.data;
    first ??= answer;
    if (ask.gen !== undefined && answer.gen !== ask.gen) return { ok: false, code: 'GEN' };
    // The next page is on its way while this one is stored.
    asked = answer.next === undefined ? undefined : request(answer.next);
    const last = asked ? undefined : first;
    for (const { h } of answer.heads) told.add(h.c);
    const put = await door.run(() => ctx.commit((tx) => putPage(tx, answer, { last, isWhole, told })));
    isWhole = put.isWhole;
    await door.deltas(answer.deltas ?? []);
    options.onPage(put.states);
  }
  return { ok: true, data: { isWhole } };
}

/** What came before a page. */
interface Before {
  /** The first page, handed in with the last one: what my own changes were when the sync began. */
  readonly last: Page | undefined;
  /** Nothing of the pages before was left out. */
  readonly isWhole: boolean;
  /** Chats that the server was told of, or told of itself. */
  readonly told: ReadonlySet<number>;
}

/** Answers whether nothing was left out up to this page. */
async function putPage(
  tx: WriteTx,
  page: Page,
  { last, isWhole, told }: Before,
): Promise<{ states: ChatState[]; isWhole: boolean }> {
  const put = await putList(tx, { u: page.u, chats: page.heads, gone: page.gone });
  const { contacts, prefs, hidden, keeps, full } = page.user;
  await putUserRows(tx, { contacts, prefs, hidden, keeps, isFull: full === 1 });
  const wholeSoFar = isWhole && put.isWhole;
  if (!last) return { states: put.states, isWhole: wholeSoFar };
  const urev = await readUrev(tx);
  const isWholeNow = wholeSoFar && (urev >= last.u || !(await hasOthers(tx, told)));
  await tx.put('meta', [
    { key: 'urev', val: isWholeNow ? Math.max(urev, last.u) : urev },
    { key: 'gen', val: last.gen },
  ]);
  return { states: put.states, isWhole: isWholeNow };
}

/** Whether a chat came while the server was asked: an answer of later changes could not say that it has gone again. Rooms go with their community. */
async function hasOthers(tx: WriteTx, told: ReadonlySet<number>): Promise<boolean> {
  const chats = await tx.range('chats', { index: ':primary' });
  return chats.some(({ c, meta }) => meta.parent === undefined && !told.has(c));
}

async function readVector(ctx: EngineContext, open: readonly ChatId[]): Promise<RequestInput<'sync.open'>> {
  return ctx.read(['chats', 'meta'], async (tx) => {
    const chats = await tx.range('chats', { index: ':primary' });
    const gen = (await tx.get('meta', 'gen'))?.val;
    const own = chats.filter(({ meta }) => meta.parent === undefined);
    const known = new Map(chats.map((chat) => [chat.c, chat]));
    const shown = open.flatMap((c) => known.get(c) ?? []).filter((chat) => chat.sync.state !== 'none');
    return {
      u: await readUrev(tx),
      // Rooms are told of with their community.
      have: own.slice(0, limits.chatsMax).map((chat): [ChatId, number, number, number] => haveOf(chat)),
      open: shown.slice(0, limits.openChatsMax).map((chat): [ChatId, number] => [chat.c, chat.sync.rev]),
      ...(gen === undefined ? {} : { gen: String(gen) }),
    };
  });
}

const haveOf = (chat: LocalChat): [ChatId, number, number, number] => [chat.c, chat.haveRev, chat.me.rs, chat.me.mv];
