import type { Delta } from '#protocol/entities/chat.ts';
import type { Row } from '#protocol/entities/messages.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toDeviceId } from '#protocol/casts.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { applyDelta, applyHead } from '#sync/merge.ts';
import { applyPage } from '#sync/merge/applyPage.ts';
import { applySnapshot } from '#sync/merge/applySnapshot.ts';
import type { ChatState } from '#sync/merge/chatState.ts';
import { countChat } from '#sync/merge/countChat.ts';
import { mergeRow } from '#sync/merge/mergeRow.ts';
import { takeReadState } from '#sync/merge/takeMe.ts';
import type { ChatWorld } from './chatWorld.ts';
import type { Packet } from './fakeDelivery.ts';

/** A device as the server sees it: it merges what arrives with the product's own merge, asks for nothing by itself, and notes what it was shown. */
export class ChatClient {
  readonly user: UserId;
  connection = '';
  readonly chats = new Map<ChatId, ChatState>();
  /** user rev */
  u = 0;
  readonly packets: Packet[] = [];
  /** every row with content that reached this device, by whatever way */
  readonly seen: { c: ChatId; row: Row }[] = [];
  /** the person blocked somebody: the server does not count that one's mentions, a device learns it with the next full answer */
  hasBlocked = false;
  /** deltas that did not connect, with the watermark they met, and user events with holes (chat 0) */
  readonly holes: { c: number; at: number; what: string }[] = [];
  readonly #world: ChatWorld;
  readonly #nodeIndex: number;
  #view = 0;
  /** what arrives while the first answer is under way */
  #waiting: Packet[] | undefined = [];

  constructor(world: ChatWorld, user: UserId, nodeIndex: number) {
    this.#world = world;
    this.user = user;
    this.#nodeIndex = nodeIndex;
  }

  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    return this.#world.ask(this.user, name, input, { connection: this.connection, node: this.#nodeIndex });
  }

  /** Connects anew and brings itself up to date with what it has. */
  async open(): Promise<void> {
    const node = this.#node();
    connections += 1;
    this.connection = `s${connections}`;
    this.#waiting = [];
    node.delivery.attach(this.connection, (packet) => this.#receive(packet));
    const deviceId = toDeviceId(`00000000-0000-4000-8000-${String(connections).padStart(12, '0')}`);
    const [id, conn] = [this.connection, this.connection];
    node.live.onConnect({ id, userId: this.user, deviceId, epoch: 1, conn, vis: 1 });
    await sync(this);
    const late = this.#waiting;
    this.#waiting = undefined;
    for (const packet of late) this.#apply(packet);
    await catchUp(this);
  }

  /** Puts chats on screen, and catches up with what a community's members are not told of otherwise. */
  async show(open: ChatId[]): Promise<void> {
    this.#view += 1;
    const { revs } = await this.ask('view.set', { v: this.#view, open, pres: [], vis: 1 });
    await catchUp(this, new Map(revs));
  }

  close(): void {
    const node = this.#node();
    node.delivery.detach(this.connection);
    node.live.onDisconnect(this.connection);
  }

  /** Reads all of a chat that it may see. */
  async loadAll(c: ChatId): Promise<void> {
    let before = Number.MAX_SAFE_INTEGER;
    for (;;) {
      const page = await this.ask('history.get', { c, before, limit: 20 });
      this.note(c, page.rows);
      const state = this.chats.get(c);
      if (!state) return;
      const isNewest = before === Number.MAX_SAFE_INTEGER;
      const ends = { reachesStart: page.edge.start === 1, reachesEnd: isNewest };
      const fetched = { ...page, ...ends, to: isNewest ? page.rev : page.to };
      this.chats.set(c, applyPage(state, fetched, { deltas: [], rev: page.rev }));
      if (page.edge.start || page.rows.length === 0) return;
      before = page.from;
    }
  }

  /** Does what a device does when it finds time: catches up with chats that are behind, fetches rows that are marked as changed. */
  async tidy(): Promise<void> {
    await catchUp(this);
    for (const [c, state] of this.chats) {
      const seqs = [...state.rows.values()].filter(({ need }) => need !== undefined).map(({ s }) => s);
      if (seqs.length === 0) continue;
      const { rows } = await this.ask('messages.get', { c, seqs: seqs.slice(0, 50) });
      this.note(c, rows);
      const current = this.chats.get(c);
      if (!current) continue;
      const next = new Map(current.rows);
      for (const row of rows) next.set(row.s, mergeRow(next.get(row.s), row, c));
      this.chats.set(c, countChat({ ...current, rows: next }));
    }
  }

  /** Remembers what this device was shown. */
  note(c: ChatId, rows: readonly Row[] | undefined): void {
    for (const row of rows ?? []) if (row.del === undefined) this.seen.push({ c, row });
  }

  #node() {
    const node = this.#world.nodes[this.#nodeIndex];
    if (!node) throw new Error('no such node');
    return node;
  }

  #receive(packet: Packet): void {
    this.packets.push(packet);
    if (this.#waiting) this.#waiting.push(packet);
    else this.#apply(packet);
  }

  #apply(packet: Packet): void {
    if (packet.t === 'delta') for (const delta of packet.deltas) this.#takeDelta(delta);
    else if (packet.t === 'signal') this.#takeSignal(packet.signal);
  }

  #takeDelta(delta: Delta): void {
    this.note(delta.c, delta.rows);
    const state = this.chats.get(delta.c);
    if (!state) return;
    const at = state.chat.sync.rev;
    if (delta.a > at && state.rows.size > 0) this.holes.push({ c: delta.c, at, what: `(${delta.a}, ${delta.b}]` });
    this.chats.set(delta.c, applyDelta(state, delta));
  }

  #takeSignal({ name, data }: ServerSignal): void {
    if (name === 'ue') {
      if (data.a > this.u) this.holes.push({ c: 0, at: this.u, what: `(${data.a}, ${data.u}]` });
      for (const snapshot of data.set.chats ?? []) {
        const next = applySnapshot(this.chats.get(snapshot.h.c), snapshot);
        if (next) this.chats.set(snapshot.h.c, next);
      }
      for (const c of data.set.gone ?? []) this.chats.delete(c);
      this.u = Math.max(this.u, data.u);
    } else if (name === 'head') {
      for (const head of data) {
        const state = this.chats.get(head.c);
        if (state) this.chats.set(head.c, applyHead(state, head));
      }
    } else if (name === 'rd') {
      for (const read of data) {
        const state = this.chats.get(read[0]);
        if (state) this.chats.set(read[0], countChat(takeReadState(state, read)));
      }
    }
  }
}

let connections = 0;

/** Makes a device of this person on a node of the world. */
export const chatClient = (world: ChatWorld, user: UserId, nodeIndex = 0): ChatClient =>
  new ChatClient(world, user, nodeIndex);

async function sync(client: ChatClient): Promise<void> {
  const have = [...client.chats.values()].map(({ chat }): [ChatId, number, number, number] => [
    chat.c,
    chat.haveRev,
    chat.me.rs,
    chat.me.mv,
  ]);
  for (let page: number | undefined = 1; page !== undefined;) {
    const answer: RequestOutput<'sync.open'> = await client.ask('sync.open', { u: client.u, have, page });
    for (const c of answer.gone) client.chats.delete(c);
    for (const snapshot of answer.heads) {
      const next = applySnapshot(client.chats.get(snapshot.h.c), snapshot);
      if (next) client.chats.set(snapshot.h.c, next);
    }
    client.u = Math.max(client.u, answer.u);
    page = answer.next;
  }
}

/** `revs`: how far the server says that chats are, where a device has not been told yet. */
async function catchUp(client: ChatClient, revs: ReadonlyMap<ChatId, number> = new Map()): Promise<void> {
  const isBehind = ({ c, sync }: ChatState['chat']): boolean =>
    sync.state === 'behind' || (sync.state !== 'none' && sync.rev < (revs.get(c) ?? 0));
  for (const [c, state] of client.chats) {
    for (let since = state.chat.sync.rev; isBehind(client.chats.get(c)?.chat ?? state.chat);) {
      const { items } = await client.ask('sync.delta', { items: [{ c, since }], limit: 5 });
      const item = items[0];
      if (!item || !('delta' in item)) break;
      client.note(c, item.delta.rows);
      const current = client.chats.get(c);
      if (current) client.chats.set(c, applyDelta(current, item.delta));
      since = item.delta.b;
      if (!item.more) break;
    }
  }
}
