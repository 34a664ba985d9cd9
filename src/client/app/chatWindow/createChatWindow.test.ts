import { describe, expect, it } from 'vitest';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { CachedRange, EngineCall, EngineEvent, LocalChat, LocalMessage } from '#sync/changes.ts';
import type { TabLine } from '#sync/ports.ts';
import { emitter } from '#base/emitter.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { createChatWindow } from './createChatWindow.ts';

const c = toChatId(9);
const me = toMemberId(1);
const other = toMemberId(2);

interface Cached {
  /** cached seqs that end at the newest message */
  tailFrom: number;
  ls: number;
  ranges?: CachedRange[];
  startSeq?: number;
  readTo?: number;
  state?: 'none' | 'fresh';
}
const makeChat = ({ tailFrom, ls, ranges = [], startSeq, readTo = ls, state = 'fresh' }: Cached): LocalChat =>
  ({
    c,
    kind: 1,
    bump: ls,
    head: { c, rev: ls, n: ls, b: ls, cnt: 2, mr: 0, ls },
    me: { mid: me, mv: 1, st: 1, ro: 0, fl: 0, rs: readTo, rn: readTo, oa: 0, lo: 0, um: 0, nt: 0 },
    meta: { kind: 1, cap: 2, receipts: 2, created: 0, r: 0 },
    haveRev: ls,
    unread: ls - readTo,
    mentions: 0,
    sync: { rev: ls, state, tailFrom, ranges, ...(startSeq === undefined ? {} : { startSeq }) },
  }) as LocalChat;
const message = (s: number, text = `m${s}`): LocalMessage =>
  ({ c, s, r: s, n: s, u: other, i: `cid-${s}`, k: 1, b: { x: text }, at: s, pv: 1 }) as unknown as LocalMessage;
const span = (from: number, to: number): LocalMessage[] =>
  Array.from({ length: to - from + 1 }, (_, i) => message(from + i));

/** A tab whose engine is the test: `answer` plays what the engine does with a wish for history. */
async function openTab(
  cached: Cached,
  options: {
    isLive?: boolean;
    isUnknown?: boolean;
    answer?: (call: EngineCall & { t: 'history' }, tab: Tab) => void;
  } = {},
) {
  const store = memoryLocalStore();
  const rows = [
    ...(cached.ranges ?? []).flatMap(({ from, to }) => span(from, to)),
    ...(cached.state === 'none' ? [] : span(cached.tailFrom, cached.ls)),
  ];
  await store.commit(async (tx) => {
    if (!options.isUnknown) await tx.put('chats', [makeChat(cached)]);
    await tx.put('msgs', rows);
  });
  const clock = fakeClock();
  const events = emitter<EngineEvent>();
  const wishes: (EngineCall & { t: 'history' })[] = [];
  let next = 0;
  let gate = Promise.resolve();
  const tab = {
    /** Answers of reads of the window wait until the answer is called; those of single rows do not. */
    holdReads: (): (() => void) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      gate = promise;
      return resolve;
    },
    clock,
    wishes,
    store,
    finish: (call: EngineCall & { t: 'history' }, code?: 'UNAVAILABLE') =>
      events.emit({ t: 'history', outcome: { c, id: call.id, ok: !code, ...(code ? { code } : {}) } }),
    /** A commit of the engine, announced as the feed would. */
    commit: async (chat: Cached, messages: LocalMessage[]): Promise<void> => {
      const { batch } = await store.commit(async (tx) => {
        await tx.put('chats', [makeChat(chat)]);
        await tx.put('msgs', messages);
      });
      tab.window.take(batch);
    },
    window: undefined as unknown as ReturnType<typeof createChatWindow>,
    state: () => tab.window.store.getState(),
    seqs: () => tab.state().messages.map((row) => row.s),
  };
  const line: TabLine = {
    tab: 't',
    announce: () => undefined,
    onEvent: (listener) => events.on(listener),
    onCall: () => () => undefined,
    call: (call) => {
      if (call.t !== 'history') return;
      wishes.push(call);
      options.answer?.(call, tab);
    },
  };
  tab.window = createChatWindow(
    {
      store: {
        ...store,
        read: async (tables, work) => {
          const rows = await store.read(tables, work);
          if (tables.includes('msgs')) await gate;
          return rows;
        },
      },
      line,
      clock,
      random: { float: () => 0, uuid: () => `id-${next++}` },
      log: { debug: () => undefined, warn: (event) => expect.fail(event) },
      isLive: () => options.isLive ?? false,
      wantUsers: () => undefined,
    },
    c,
  );
  await clock.settle();
  return tab;
}
type Tab = Awaited<ReturnType<typeof openTab>>;

describe('opening', () => {
  it('shows the newest page when everything was read', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 200, startSeq: 1 });
    expect(tab.seqs()).toEqual(span(161, 200).map((row) => row.s));
    expect(tab.state()).toMatchObject({ atEnd: true, atStart: false, unreadFrom: undefined, holes: [] });
    expect(tab.wishes).toEqual([]);
  });

  it('lands at the first unread message of a long absence, with messages on both sides', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 500, startSeq: 1, readTo: 300 });
    expect(tab.state().unreadFrom).toBe(301);
    expect(tab.seqs()[0]).toBe(261);
    expect(tab.seqs().at(-1)).toBe(340);
    expect(tab.state().atEnd).toBe(false);
  });

  it('fetches the first unread message when it is not cached, but only while there is a connection', async () => {
    const online = await openTab(
      { tailFrom: 400, ls: 500, readTo: 300 },
      {
        isLive: true,
        answer: (call, tab) =>
          void tab
            .commit({ tailFrom: 400, ls: 500, readTo: 300, ranges: [{ from: 280, to: 330, rev: 500 }] }, span(280, 330))
            .then(() => tab.finish(call)),
      },
    );
    await online.clock.settle();
    expect(online.wishes[0]).toMatchObject({ around: 301 });
    expect(online.state().unreadFrom).toBe(301);
    const offline = await openTab({ tailFrom: 400, ls: 500, readTo: 300 });
    expect(offline.state()).toMatchObject({ loaded: true, atEnd: true, unreadFrom: undefined });
    expect(offline.wishes).toEqual([]);
  });

  it('places itself anew when the first rows of a chat arrive', async () => {
    const tab = await openTab({ tailFrom: 21, ls: 20, state: 'none' });
    expect(tab.seqs()).toEqual([]);
    await tab.commit({ tailFrom: 11, ls: 20 }, span(11, 20));
    await tab.clock.settle();
    expect(tab.seqs()).toEqual(span(11, 20).map((row) => row.s));
  });

  it('asks for the messages of a chat that was opened before this device knew it', async () => {
    const made: Cached = { tailFrom: 2, ls: 1, readTo: 0, state: 'none' };
    const answer = (call: EngineCall & { t: 'history' }, it: Tab): void => {
      void it.commit({ tailFrom: 1, ls: 1, startSeq: 1, readTo: 0 }, [message(1)]).then(() => it.finish(call));
    };
    const tab = await openTab(made, { isLive: true, isUnknown: true, answer });
    expect(tab.state().chat).toBeUndefined();
    await tab.commit(made, []);
    await tab.clock.settle();
    expect(tab.wishes).toHaveLength(1);
    expect(tab.seqs()).toEqual([1]);
  });

  it('says that an empty chat begins and ends here', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 0, startSeq: 1, state: 'none' });
    expect(tab.state()).toMatchObject({ loaded: true, messages: [], atStart: true, atEnd: true });
    expect(tab.wishes).toEqual([]);
  });
});

describe('paging', () => {
  it('pages through the cache without asking anybody, down to the first message, without gap or repetition', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 130, startSeq: 1 });
    while (!tab.state().atStart) {
      const before = tab.seqs().length;
      tab.window.loadOlder();
      expect(tab.state().loading.older).toBe(true);
      await tab.clock.settle();
      expect(tab.seqs().length).toBeGreaterThan(before);
    }
    expect(tab.seqs()).toEqual(span(1, 130).map((row) => row.s));
    expect(tab.wishes).toEqual([]);
  });

  it('asks the engine where the cache ends, once, and shows what it stored', async () => {
    const tab = await openTab({ tailFrom: 101, ls: 130 });
    tab.window.loadOlder();
    tab.window.loadOlder();
    await tab.clock.settle();
    expect(tab.wishes).toHaveLength(1);
    expect(tab.wishes[0]).toMatchObject({ before: 101 });
    await tab.commit({ tailFrom: 61, ls: 130 }, span(61, 100));
    tab.finish(tab.wishes[0]!);
    await tab.clock.settle();
    expect(tab.seqs()[0]).toBe(61);
    expect(tab.state()).toMatchObject({ loading: { older: false }, problem: undefined });
  });

  it('says why nothing came, and tries again when asked again', async () => {
    const tab = await openTab({ tailFrom: 101, ls: 130 }, { answer: (call, it) => it.finish(call, 'UNAVAILABLE') });
    tab.window.loadOlder();
    await tab.clock.settle();
    expect(tab.state()).toMatchObject({ loading: { older: false }, problem: 'UNAVAILABLE' });
    tab.window.loadOlder();
    await tab.clock.settle();
    expect(tab.wishes).toHaveLength(2);
  });

  it('stops waiting for an engine that never answers', async () => {
    const tab = await openTab({ tailFrom: 101, ls: 130 });
    tab.window.loadOlder();
    await tab.clock.advance(21_000);
    expect(tab.state()).toMatchObject({ loading: { older: false }, problem: 'TIMEOUT' });
  });

  it('reaches over a hole to older cached messages when it cannot be filled, and draws the hole', async () => {
    const cached: Cached = { tailFrom: 101, ls: 130, ranges: [{ from: 1, to: 40, rev: 50 }], startSeq: 1 };
    const tab = await openTab(cached, { answer: (call, it) => it.finish(call, 'UNAVAILABLE') });
    tab.window.loadOlder();
    await tab.clock.settle();
    expect(tab.seqs()).toEqual([...span(1, 40), ...span(101, 130)].map((row) => row.s));
    expect(tab.state().holes).toEqual([{ from: 41, to: 100 }]);
    await tab.commit({ ...cached, tailFrom: 41 }, span(41, 100));
    expect(tab.state().holes).toEqual([]);
    expect(tab.seqs()).toEqual(span(1, 130).map((row) => row.s));
  });

  it('asks for the newest hole when the connection is back', async () => {
    const cached: Cached = { tailFrom: 101, ls: 130, ranges: [{ from: 1, to: 40, rev: 50 }], startSeq: 1 };
    const tab = await openTab(cached, { answer: (call, it) => it.finish(call, 'UNAVAILABLE') });
    tab.window.loadOlder();
    await tab.clock.settle();
    tab.window.hear({ t: 'status', status: { phase: 'live', clockOffset: 0 } });
    expect(tab.wishes.at(-1)).toMatchObject({ before: 101 });
  });

  it('does not lose a change that arrives while the page with the changed row is being read', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 130, startSeq: 1 });
    const release = tab.holdReads();
    tab.window.loadOlder();
    await tab.clock.settle();
    // Committed and announced while the page, which still has the old text, is on its way.
    await tab.commit({ tailFrom: 1, ls: 131, startSeq: 1 }, [{ ...message(80, 'edited'), r: 131 }]);
    release();
    await tab.clock.settle();
    expect(tab.seqs()).toContain(80);
    expect(tab.state().messages.find((row) => row.s === 80)?.b).toEqual({ x: 'edited' });
  });

  it('loads newer pages until the end, and then takes in what arrives', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 500, startSeq: 1, readTo: 300 });
    await tab.commit({ tailFrom: 1, ls: 501, startSeq: 1, readTo: 300 }, [message(501)]);
    expect(tab.seqs().at(-1)).toBe(340);
    while (!tab.state().atEnd) {
      tab.window.loadNewer();
      await tab.clock.settle();
    }
    expect(tab.seqs().at(-1)).toBe(501);
    await tab.commit({ tailFrom: 1, ls: 502, startSeq: 1, readTo: 300 }, [message(502)]);
    expect(tab.seqs().at(-1)).toBe(502);
    expect(tab.state().unreadFrom).toBe(301);
  });
});

describe('a long window', () => {
  const most = 700;
  const sight = (tab: Tab, at: 'first' | 'last') => {
    const seqs = tab.seqs();
    const [from, to] = at === 'first' ? [seqs[0], seqs[5]] : [seqs.at(-6), seqs.at(-1)];
    tab.window.look({ from: from ?? 0, to: to ?? 0 });
  };

  it('forgets what is far from the reader, and pages it back without gap or repetition', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 2_000, startSeq: 1 });
    while (!tab.state().atStart) {
      sight(tab, 'first');
      tab.window.loadOlder();
      await tab.clock.settle();
      expect(tab.seqs().length).toBeLessThan(most);
    }
    expect(tab.state().atEnd).toBe(false);
    expect(tab.seqs()[0]).toBe(1);
    while (!tab.state().atEnd) {
      sight(tab, 'last');
      tab.window.loadNewer();
      await tab.clock.settle();
      const seqs = tab.seqs();
      expect(seqs.length).toBeLessThan(most);
      expect(seqs).toEqual(span(seqs[0] ?? 0, seqs.at(-1) ?? 0).map((row) => row.s));
    }
    expect(tab.seqs().at(-1)).toBe(2_000);
    expect(tab.wishes).toEqual([]);
  });

  it('stays short while messages arrive, wherever the reader is', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 100, startSeq: 1 });
    sight(tab, 'last');
    for (let ls = 101; ls <= 900; ls += 1) {
      await tab.commit({ tailFrom: 1, ls, startSeq: 1 }, [message(ls)]);
      sight(tab, 'last');
    }
    expect(tab.seqs().length).toBeLessThan(most);
    expect(tab.seqs().at(-1)).toBe(900);
    // Now somebody reads at its upper end: the newest ones are let go, and nothing near the eye moves.
    sight(tab, 'first');
    const top = tab.seqs().slice(0, 6);
    for (let ls = 901; ls <= 1_600; ls += 1) await tab.commit({ tailFrom: 1, ls, startSeq: 1 }, [message(ls)]);
    expect(tab.seqs().slice(0, 6)).toEqual(top);
    expect(tab.seqs().length).toBeLessThan(most);
    expect(tab.state().atEnd).toBe(false);
  });

  it('is not cut while a page is on its way', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 2_000, startSeq: 1 });
    for (let page = 0; page < 13; page += 1) {
      tab.window.loadOlder();
      await tab.clock.settle();
    }
    sight(tab, 'last');
    const release = tab.holdReads();
    tab.window.loadOlder();
    await tab.clock.settle();
    for (let ls = 2_001; ls <= 2_100; ls += 1) await tab.commit({ tailFrom: 1, ls, startSeq: 1 }, [message(ls)]);
    release();
    await tab.clock.settle();
    const seqs = tab.seqs();
    expect(seqs).toEqual(span(seqs[0] ?? 0, 2_100).map((row) => row.s));
    expect(seqs.length).toBeLessThan(most);
  });
});

describe('jumping', () => {
  it('shows a message far away with its surroundings, and the end again', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 500, startSeq: 1 });
    await tab.window.jumpTo({ seq: 100 });
    expect(tab.seqs()).toContain(100);
    expect(tab.state().atEnd).toBe(false);
    await tab.window.jumpTo('end');
    expect(tab.seqs().at(-1)).toBe(500);
    expect(tab.state().atEnd).toBe(true);
  });

  it('keeps its place when everything has to be read again', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 500, startSeq: 1 });
    await tab.window.jumpTo({ seq: 100 });
    const before = tab.seqs();
    tab.window.reload();
    await tab.clock.settle();
    expect(tab.seqs()).toEqual(before);
  });

  it('stays where it is when the goal is neither here nor to be had, and says why', async () => {
    const cached: Cached = { tailFrom: 101, ls: 130 };
    const offline = await openTab(cached);
    const before = offline.seqs();
    expect(await offline.window.jumpTo({ seq: 20 })).toBe('UNAVAILABLE');
    expect(offline.seqs()).toEqual(before);
    expect(offline.wishes).toEqual([]);
    const online = await openTab(cached, { isLive: true, answer: (call, tab) => tab.finish(call, 'UNAVAILABLE') });
    expect(await online.window.jumpTo({ seq: 20 })).toBe('UNAVAILABLE');
    expect(online.seqs()).toEqual(before);
  });

  it('fetches what lies around a goal that is not cached, and goes there only then', async () => {
    const cached: Cached = { tailFrom: 101, ls: 130 };
    const tab = await openTab(cached, { isLive: true });
    let left: number[] | undefined;
    const arrival = tab.window.jumpTo({ seq: 20 }, () => (left = tab.seqs()));
    await tab.clock.settle();
    expect(tab.wishes).toMatchObject([{ around: 20 }]);
    expect(left).toBeUndefined();
    expect(tab.state().atEnd).toBe(true);
    await tab.commit({ ...cached, ranges: [{ from: 1, to: 45, rev: 130 }] }, span(1, 45));
    tab.finish(tab.wishes[0]!);
    expect(await arrival).toBeUndefined();
    // Told while the old window still stands: where the reader was can be read off it.
    expect(left?.at(-1)).toBe(130);
    expect(tab.seqs()).toEqual(span(1, 45).map((row) => row.s));
  });
});

describe('a link into a chat that is only just arriving', () => {
  it('is not undone by the newest page that comes after it', async () => {
    const none: Cached = { tailFrom: 301, ls: 300, state: 'none' };
    const tab = await openTab(none, { isLive: true });
    const arrival = tab.window.jumpTo({ seq: 20 });
    await tab.clock.settle();
    const around: Cached = { ...none, ranges: [{ from: 1, to: 45, rev: 300 }], startSeq: 1 };
    await tab.commit(around, span(1, 45));
    tab.finish(tab.wishes.find((wish) => wish.around === 20)!);
    await arrival;
    await tab.commit({ ...around, tailFrom: 271, state: 'fresh' }, span(271, 300));
    await tab.clock.advance(30_000);
    expect(tab.seqs()).toContain(20);
    expect(tab.seqs()).not.toContain(300);
  });

  it('wins over the opening that is still being read', async () => {
    const tab = await openTab({ tailFrom: 1, ls: 300, startSeq: 1 });
    const release = tab.holdReads();
    const end = tab.window.jumpTo('end');
    const link = tab.window.jumpTo({ seq: 20 });
    // The link has found its message and asked for its place; the newest page is still on its way.
    await tab.clock.settle();
    release();
    await Promise.all([end, link]);
    await tab.clock.settle();
    expect(tab.seqs()).toContain(20);
    expect(tab.seqs()).not.toContain(300);
  });

  it('wins over the first unread message that was being fetched', async () => {
    const cached: Cached = { tailFrom: 400, ls: 500, readTo: 300, ranges: [{ from: 1, to: 60, rev: 500 }] };
    const tab = await openTab(cached, { isLive: true });
    await tab.window.jumpTo({ seq: 20 });
    await tab.commit(
      { ...cached, ranges: [...(cached.ranges ?? []), { from: 280, to: 330, rev: 500 }] },
      span(280, 330),
    );
    tab.finish(tab.wishes[0]!);
    await tab.clock.settle();
    expect(tab.seqs()).toContain(20);
  });
});

describe('holes', () => {
  const holed: Cached = { tailFrom: 301, ls: 330, ranges: [{ from: 1, to: 40, rev: 350 }], startSeq: 1 };
  /** A window over both sides of one hole, whose engine answers pages of 50 from then on. */
  async function openHoled(see?: number) {
    let cached = holed;
    let isThere = false;
    const tab = await openTab(holed, {
      isLive: true,
      answer(call, it) {
        if (!isThere) return it.finish(call, 'UNAVAILABLE');
        const [from, to] =
          call.before === undefined
            ? [(call.after ?? 0) + 1, (call.after ?? 0) + 50]
            : [call.before - 50, call.before - 1];
        const isTail = to === cached.tailFrom - 1;
        cached = isTail
          ? { ...cached, tailFrom: from }
          : { ...cached, ranges: [{ from: cached.ranges?.[0]?.from ?? 1, to, rev: 350 }] };
        void it.commit(cached, span(from, to)).then(() => it.finish(call));
      },
    });
    tab.window.loadOlder();
    await tab.clock.settle();
    expect(tab.state().holes).toEqual([{ from: 41, to: 300 }]);
    if (see !== undefined) tab.window.see(see);
    isThere = true;
    tab.wishes.length = 0;
    return tab;
  }

  it('fill from the upper end for a reader below, page by page until nothing is missing', async () => {
    const tab = await openHoled(320);
    tab.window.hear({ t: 'status', status: { phase: 'live', clockOffset: 0 } });
    await tab.clock.settle();
    expect(tab.wishes.map(({ before }) => before)).toEqual([301, 251, 201, 151, 101, 51]);
    expect(tab.state().holes).toEqual([]);
    expect(tab.seqs()).toEqual(span(1, 330).map((row) => row.s));
  });

  it('fill from the lower end for a reader above', async () => {
    const tab = await openHoled(12);
    tab.window.hear({ t: 'status', status: { phase: 'live', clockOffset: 0 } });
    await tab.clock.settle();
    expect(tab.wishes.map(({ after }) => after)).toEqual([40, 90, 140, 190, 240, 290]);
    expect(tab.state().holes).toEqual([]);
  });

  it('turn to the other end when the reader went there meanwhile, one page at a time', async () => {
    const tab = await openHoled(12);
    const release = tab.holdReads();
    tab.window.hear({ t: 'status', status: { phase: 'live', clockOffset: 0 } });
    tab.window.see(329);
    release();
    await tab.clock.settle();
    expect(tab.wishes[0]).toMatchObject({ after: 40 });
    expect(tab.wishes[1]).toMatchObject({ before: 301 });
  });

  it('do not ask without end when nothing comes', async () => {
    const tab = await openTab(holed, { isLive: true, answer: (call, it) => it.finish(call, 'UNAVAILABLE') });
    tab.window.loadOlder();
    await tab.clock.settle();
    tab.wishes.length = 0;
    tab.window.hear({ t: 'status', status: { phase: 'live', clockOffset: 0 } });
    await tab.clock.advance(120_000);
    expect(tab.wishes.length).toBeGreaterThan(1);
    expect(tab.wishes.length).toBeLessThan(10);
  });
});
