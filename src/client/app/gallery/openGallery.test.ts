import { describe, expect, it } from 'vitest';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { toChatId } from '#protocol/casts.ts';
import type { RequestInput } from '#protocol/requests.ts';
import type { ChangeBatch, LocalMessage } from '#sync/changes.ts';
import type { Rpc } from '#sync/ports.ts';
import { monthOf } from '#client/stores/gallery/monthOf.ts';
import { buildMe } from '#testing/builders/chatBuilders.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { localChat, localRow } from '#testing/localRows.ts';
import { memoryLocalStore, type MemoryLocalStore } from '#testing/memoryLocalStore.ts';
import { openGallery } from './openGallery.ts';

const c = toChatId(7);
const dayMs = 86_400_000;
const now = new Date(2026, 10, 20).getTime();
/** Ten pictures a day, the newest today. */
const timeOf = (s: number): number => now - Math.floor((1_000 - s) / 10) * dayMs;
const month = monthOf(now);
const part = (s: number): MediaPart => ({ id: `p${s}`.padEnd(22, '_') as MediaPart['id'], t: 'i', z: 1 });
const picture = (s: number): LocalMessage =>
  ({ ...localRow(s), c, at: timeOf(s), k: messageKind.media, b: { f: [part(s)] } }) as LocalMessage;

/** A device and a server that has the pictures `seqs`; both can be changed by hand. */
async function start({ device = [] as number[], served = [] as number[], store = memoryLocalStore() } = {}) {
  await store.commit(async (tx) => {
    await tx.put('chats', [localChat({ c, me: buildMe({ fl: 1 }) })]);
    await tx.put('msgs', device.map(picture));
  });
  const server = { seqs: new Set(served), isUp: true, asked: [] as string[] };
  const listeners = { batch: new Set<(batch: ChangeBatch) => void>(), live: new Set<() => void>() };
  const timers: (() => void)[] = [];
  const add = <Listener>(set: Set<Listener>, listener: Listener) => {
    set.add(listener);
    return () => void set.delete(listener);
  };
  const answer = (name: string, input: unknown): unknown => {
    const all = [...server.seqs].toSorted((one, other) => other - one);
    if (name === 'media.months') {
      const counts = Map.groupBy(all, (s) => monthOf(timeOf(s)));
      return { months: [...counts].map(([m, seqs]) => ({ m, n: [seqs.length, 0] })) };
    }
    const { from = 0, to = 0, before = 9_999, limit } = input as RequestInput<'media.list'>;
    const seqs = all.filter((s) => s < before && timeOf(s) >= from && timeOf(s) < to);
    const items = seqs.slice(0, limit).map((s) => ({ s, u: 1, at: timeOf(s), f: [part(s)] }));
    return { items, ...(seqs.length > limit ? { more: 1 } : {}) };
  };
  const rpc = {
    async call(name: string, input: unknown) {
      server.asked.push(name);
      return server.isUp ? { ok: true, data: answer(name, input) } : { ok: false, code: 'UNAVAILABLE' };
    },
  } as unknown as Rpc;
  const gallery = openGallery(
    {
      ...{ store, rpc, line: fakeChannel()('tab') },
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined } as never,
      onBatch: (listener) => add(listeners.batch, listener),
      onLive: (listener) => add(listeners.live, listener),
      later: (_ms, run) => void timers.push(run),
    },
    c,
    'pictures',
  );
  const settle = async () => {
    for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return {
    ...{ gallery, server, store, settle, listeners },
    seqs: () => gallery.store.getState().entries.map(({ s }) => s),
    tell: (tables: ChangeBatch['tables']) => listeners.batch.forEach((hear) => hear({ num: 1, tables })),
    goLive: () => listeners.live.forEach((hear) => hear()),
    /** what is done a moment later */
    pass: async () => {
      timers.splice(0).forEach((run) => run());
      await settle();
    },
  };
}

const span = (from: number, to: number): number[] => Array.from({ length: from - to + 1 }, (_, at) => from - at);

describe('a gallery', () => {
  it('shows what this device has without a network, and says so; with one it goes on by itself', async () => {
    const one = await start({ device: [990, 991, 992], served: span(1_000, 900) });
    one.server.isUp = false;
    one.gallery.want(month, 20);
    await one.settle();
    expect(one.seqs()).toEqual([992, 991, 990]);
    expect(one.gallery.store.getState()).toMatchObject({ isRead: true, isAsked: true, problem: 'UNAVAILABLE' });
    one.server.isUp = true;
    one.goLive();
    await one.settle();
    expect(one.gallery.store.getState().problem).toBeUndefined();
    expect(one.seqs().slice(0, 20)).toEqual(span(1_000, 981));
  });

  it('asks for as much as somebody looks at, and no more', async () => {
    const one = await start({ served: span(1_000, 700) });
    one.gallery.want(month, 30);
    await one.settle();
    expect(one.server.asked).toEqual(['media.months', 'media.list']);
    expect(one.seqs()).toHaveLength(60);
    one.gallery.want(month, 60);
    await one.settle();
    expect(one.server.asked).toHaveLength(2);
    one.gallery.want(month, 61);
    await one.settle();
    expect(one.seqs()).toEqual(span(1_000, 881));
    one.gallery.reach(820, timeOf(820));
    await one.settle();
    expect(one.seqs()).toContain(820);
  });

  it('keeps the answers: they are there the next time, without a network and without the messages', async () => {
    const store: MemoryLocalStore = memoryLocalStore();
    const one = await start({ store, served: span(1_000, 950) });
    one.gallery.want(month, 10);
    await one.settle();
    await one.pass();
    one.gallery.close();
    const other = await start({ store });
    other.server.isUp = false;
    await other.settle();
    expect(other.seqs()).toEqual(span(1_000, 950));
    expect(other.gallery.store.getState().counts.get(month)).toEqual([51, 0]);
  });

  it('drops what is gone on the server, also of what it had kept', async () => {
    const one = await start({ device: [1_000, 999, 998], served: [1_000, 998] });
    one.gallery.want(month, 10);
    await one.settle();
    expect(one.seqs()).toEqual([1_000, 998]);
  });

  it('follows what happens in the chat: new ones, unsent ones, hidden ones, and nothing of other chats', async () => {
    const one = await start({ device: [990, 991] });
    one.server.isUp = false;
    await one.settle();
    one.tell({ msgs: { put: [picture(995), { ...picture(996), c: toChatId(8) }], del: [] } });
    expect(one.seqs()).toEqual([995, 991, 990]);
    const { b: _body, ...gone } = picture(991);
    one.tell({ msgs: { put: [{ ...gone, del: 1 } as never], del: [] } });
    one.tell({ hidden: { put: [{ c, s: 990 }] as never, del: [] } });
    expect(one.seqs()).toEqual([995]);
    one.gallery.close();
    expect([one.listeners.batch.size, one.listeners.live.size]).toEqual([0, 0]);
  });

  it('shows nothing from before the person’s time, whatever was kept', async () => {
    const store = memoryLocalStore();
    const one = await start({ store, device: [990, 995] });
    one.server.isUp = false;
    await one.settle();
    one.gallery.close();
    await store.commit((tx) => tx.put('chats', [localChat({ c, me: buildMe({ fl: 992 }) })]));
    const seqs: number[] = [];
    const other = openGallery(
      {
        ...{
          store,
          line: fakeChannel()('tab'),
          rpc: { call: async () => ({ ok: false, code: 'UNAVAILABLE' }) } as never,
        },
        ...{ log: {} as never, onBatch: () => () => undefined, onLive: () => () => undefined, later: () => undefined },
      },
      c,
      'pictures',
    );
    await one.settle();
    seqs.push(...other.store.getState().entries.map(({ s }) => s));
    expect(seqs).toEqual([995]);
  });
});
