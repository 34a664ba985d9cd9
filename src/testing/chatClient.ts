import type { Delta } from '#protocol/entities/chat.ts';
import type { Row } from '#protocol/entities/message.ts';
import { toDeviceId, type ChatId, type UserId } from '#protocol/ids.ts';
import type { RequestInput, RequestName, RequestOutput } from '#protocol/requests.ts';
import type { ServerSignal } from '#protocol/signals.ts';
import { applyDelta } from '#sync/merge.ts';
import { applyPage } from '#sync/merge/applyPage.ts';
import { applySnapshot } from '#sync/merge/applySnapshot.ts';
import type { ChatState } from '#sync/merge/chatState.ts';
import { mergeRow } from '#sync/merge/mergeRow.ts';
import { takeReadState } from '#sync/merge/takeMe.ts';
import type { ChatWorld } from './chatWorld.ts';
import type { Packet } from './fakeDelivery.ts';

/** A device as the server sees it: it merges what arrives with the product's own merge, asks for nothing by itself, and notes what it was shown. */
export interface ChatClient {
  user: UserId;
  connection: string;
  chats: Map<ChatId, ChatState>;
  /** user rev */
  u: number;
  packets: Packet[];
  /** every row with content that reached this device, by whatever way */
  seen: { c: ChatId; row: Row }[];
  /** deltas that did not connect, and user events with holes */
  holes: string[];
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>>;
  /** Connects anew and brings itself up to date with what it has. */
  open(): Promise<void>;
  close(): void;
  /** Reads all of a chat that it may see. */
  loadAll(c: ChatId): Promise<void>;
  /** Fetches rows that are marked as changed. */
  fetchNeeded(): Promise<void>;
}

let connections = 0;

/** Makes a device of this person on a node of the world. */
export function chatClient(world: ChatWorld, user: UserId, nodeIndex = 0): ChatClient {
  const node = world.nodes[nodeIndex];
  if (!node) throw new Error('no such node');
  let waiting: Packet[] | undefined = [];
  const note = (c: ChatId, rows: readonly Row[] | undefined): void => {
    for (const row of rows ?? []) if (row.del === undefined) client.seen.push({ c, row });
  };
  const onDelta = (delta: Delta): void => {
    note(delta.c, delta.rows);
    const state = client.chats.get(delta.c);
    if (!state) return;
    if (delta.a > state.chat.sync.rev && state.rows.size > 0) client.holes.push(`${delta.c}: ${state.chat.sync.rev} (${delta.a}, ${delta.b}]`);
    client.chats.set(delta.c, applyDelta(state, delta));
  };
  const onSignal = ({ name, data }: ServerSignal): void => {
    if (name === 'ue') {
      if (data.a > client.u) client.holes.push(`ue ${client.u} (${data.a}, ${data.u}]`);
      for (const snapshot of data.set.chats ?? []) {
        const next = applySnapshot(client.chats.get(snapshot.h.c), snapshot);
        if (next) client.chats.set(snapshot.h.c, next);
      }
      for (const c of data.set.gone ?? []) client.chats.delete(c);
      client.u = Math.max(client.u, data.u);
    } else if (name === 'rd') {
      for (const read of data) {
        const state = client.chats.get(read[0]);
        if (state) client.chats.set(read[0], takeReadState(state, read));
      }
    }
  };
  const apply = (packet: Packet): void => {
    if (packet.t === 'delta') for (const delta of packet.deltas) onDelta(delta);
    else if (packet.t === 'signal') onSignal(packet.signal);
  };
  const receive = (packet: Packet): void => {
    client.packets.push(packet);
    if (waiting) waiting.push(packet);
    else apply(packet);
  };
  const client: ChatClient = {
    user,
    connection: '',
    chats: new Map(),
    u: 0,
    packets: [],
    seen: [],
    holes: [],
    ask: (name, input) => world.ask(user, name, input, { connection: client.connection, node: nodeIndex }),
    async open() {
      connections += 1;
      client.connection = `s${connections}`;
      waiting = [];
      node.delivery.attach(client.connection, receive);
      const deviceId = toDeviceId(`00000000-0000-4000-8000-${String(connections).padStart(12, '0')}`);
      node.live.onConnect({ id: client.connection, userId: user, deviceId, epoch: 1, conn: client.connection, vis: 1 });
      await sync(client);
      const late = waiting;
      waiting = undefined;
      for (const packet of late) apply(packet);
      await catchUp(client, note);
    },
    close() {
      node.delivery.detach(client.connection);
      node.live.onDisconnect(client.connection);
    },
    async loadAll(c) {
      let before = Number.MAX_SAFE_INTEGER;
      for (;;) {
        const page = await client.ask('history.get', { c, before, limit: 20 });
        note(c, page.rows);
        const state = client.chats.get(c);
        if (!state) return;
        const isNewest = before === Number.MAX_SAFE_INTEGER;
        const fetched = { ...page, to: isNewest ? page.rev : page.to, reachesStart: page.edge.start === 1, reachesEnd: isNewest };
        client.chats.set(c, applyPage(state, fetched, { deltas: [], rev: page.rev }));
        if (page.edge.start || page.rows.length === 0) return;
        before = page.from;
      }
    },
    async fetchNeeded() {
      for (const [c, state] of client.chats) {
        const seqs = [...state.rows.values()].filter(({ need }) => need !== undefined).map(({ s }) => s);
        if (seqs.length === 0) continue;
        const { rows } = await client.ask('messages.get', { c, seqs: seqs.slice(0, 50) });
        note(c, rows);
        const next = new Map(client.chats.get(c)?.rows);
        for (const row of rows) next.set(row.s, mergeRow(next.get(row.s), row, c));
        const current = client.chats.get(c);
        if (current) client.chats.set(c, { ...current, rows: next });
      }
    },
  };
  return client;
}

async function sync(client: ChatClient): Promise<void> {
  const have = [...client.chats.values()].map(({ chat }): [ChatId, number, number, number] => [
    chat.c,
    chat.haveRev,
    chat.me.rs,
    chat.me.mv,
  ]);
  for (let page: number | undefined = 1; page !== undefined; ) {
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

async function catchUp(client: ChatClient, note: (c: ChatId, rows: readonly Row[] | undefined) => void): Promise<void> {
  for (const [c, state] of client.chats) {
    for (let since = state.chat.sync.rev; client.chats.get(c)?.chat.sync.state === 'behind'; ) {
      const { items } = await client.ask('sync.delta', { items: [{ c, since }], limit: 5 });
      const item = items[0];
      if (!item || !('delta' in item)) break;
      note(c, item.delta.rows);
      const current = client.chats.get(c);
      if (current) client.chats.set(c, applyDelta(current, item.delta));
      since = item.delta.b;
      if (!item.more) break;
    }
  }
}
