import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '#protocol/errors.ts';
import { toChatId, toCid, toUserId } from '#protocol/casts.ts';
import type { AppendOutput, AppendRequest } from '#server/storage/units/messages/appendTypes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { Pace } from './pace.ts';
import { Sequencer } from './sequencer.ts';

const c = toChatId(1);
const request = (user: number, texts: string[]): AppendRequest => ({
  userId: toUserId(user),
  items: texts.map((x) => ({ i: toCid(randomUUID()), k: 1, b: { x } })),
});

/** A database of one chat that does what `rule` says before it stores. */
function scene(rule: (requests: AppendRequest[]) => void = () => undefined, audience = 1) {
  const clock = fakeClock();
  const batches: number[] = [];
  const stored: string[] = [];
  const doubts: number[] = [];
  let open: (() => void)[] = [];
  let isHeld = false;
  const sequencer = new Sequencer({
    append: async (_chat, requests) => {
      if (isHeld) await new Promise<void>((resolve) => open.push(resolve));
      batches.push(requests.flatMap(({ items }) => items).length);
      rule(requests);
      const answers = requests.map(({ items }) =>
        items.map(({ i, b }) => {
          stored.push(String(b['x']));
          return { i, s: stored.length, r: stored.length, n: stored.length, at: 0 };
        }),
      );
      const output: AppendOutput = { answers, personal: [], reads: [], settings: [], hasDuplicate: false };
      return output;
    },
    committed: () => undefined,
    inDoubt: (chat) => doubts.push(chat),
    failed: () => undefined,
    pace: new Pace({ clock, audience: () => audience }),
  });
  const hold = () => {
    isHeld = true;
  };
  const letNew = () => {
    isHeld = false;
  };
  const release = () => {
    letNew();
    for (const resolve of open) resolve();
    open = [];
  };
  return { sequencer, clock, batches, stored, doubts, hold, letNew, release };
}

describe('sequencer', () => {
  it('takes what waits together, in order of arrival, at most 64 messages', async () => {
    const { sequencer, batches, stored, hold, release } = scene();
    hold();
    const running = [sequencer.send(c, request(1, ['first']))];
    for (let index = 0; index < 100; index += 1) running.push(sequencer.send(c, request(index % 7, [`m${index}`])));
    release();
    await Promise.all(running);
    expect(batches).toEqual([1, 64, 36]);
    expect(stored).toEqual(['first', ...Array.from({ length: 100 }, (_, index) => `m${index}`)]);
  });

  it('limits a batch by its size too, but never refuses a single request for it', async () => {
    const { sequencer, batches, hold, release } = scene();
    const big = 'x'.repeat(60_000);
    hold();
    const running = [sequencer.send(c, request(1, ['first']))];
    for (let index = 0; index < 4; index += 1) running.push(sequencer.send(c, request(1, [big])));
    running.push(sequencer.send(c, request(1, [big, big, big])));
    release();
    await Promise.all(running);
    expect(batches).toEqual([1, 2, 2, 3]);
  });

  it('stores everything but the message that cannot be stored, and keeps what is behind it in order', async () => {
    const poison = (requests: AppendRequest[]) => {
      if (requests.some(({ items }) => items.some(({ b }) => b['x'] === 'poison'))) throw new Error('a bug');
    };
    const { sequencer, stored, hold, release } = scene(poison);
    hold();
    const ahead = sequencer.send(c, request(1, ['ahead']));
    const others = [sequencer.send(c, request(2, ['a', 'poison', 'b'])), sequencer.send(c, request(3, ['c', 'd']))];
    release();
    await ahead;
    const [broken, whole] = await Promise.all(others);
    expect(broken?.map((answer) => ('code' in answer ? answer.code : 'ok'))).toEqual(['ok', 'INTERNAL', 'UNAVAILABLE']);
    expect(whole?.every((answer) => 's' in answer)).toBe(true);
    expect(stored).toEqual(['ahead', 'a', 'c', 'd']);
  });

  it('answers UNAVAILABLE and has the chat looked at when the outcome is unknown', async () => {
    const { sequencer, doubts } = scene(() => {
      throw new AppError('UNAVAILABLE');
    });
    await expect(sequencer.send(c, request(1, ['x']))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect(doubts).toEqual([c]);
    await sequencer.idle();
  });

  it('lets different chats run side by side', async () => {
    const { sequencer, stored, hold, letNew, release } = scene();
    hold();
    const waiting = sequencer.send(c, request(1, ['held']));
    await Promise.resolve();
    letNew();
    await sequencer.send(toChatId(2), request(1, ['other']));
    expect(stored).toEqual(['other']);
    release();
    await waiting;
    expect(stored).toEqual(['other', 'held']);
  });

  /** Twenty messages a second for five seconds, each from somebody else. */
  async function busyTimes({ sequencer, clock }: ReturnType<typeof scene>): Promise<void> {
    const running: Promise<unknown>[] = [];
    for (let index = 0; index < 100; index += 1) {
      running.push(sequencer.send(c, request(index, [`m${index}`])));
      await clock.advance(50);
    }
    await clock.advance(1_000);
    await Promise.all(running);
  }

  it('N17: collects what comes to a hot chat with a crowd into a transaction every 300 ms, in order', async () => {
    const crowded = scene(undefined, 100);
    await busyTimes(crowded);
    expect(crowded.batches.length).toBeLessThanOrEqual(5 + 17 + 1);
    expect(crowded.stored).toEqual(Array.from({ length: 100 }, (_, index) => `m${index}`));
  });

  it('lets nobody wait where few look, or few write', async () => {
    const small = scene(undefined, 99);
    await busyTimes(small);
    expect(small.batches.length).toBe(100);
    const slow = scene(undefined, 5_000);
    for (let index = 0; index < 10; index += 1) {
      await slow.sequencer.send(c, request(1, ['one']));
      await slow.clock.advance(251);
    }
    expect(slow.batches.length).toBe(10);
  });

  it('does not let a hot chat pause when a whole transaction waits, and none longer than the pause', async () => {
    const { sequencer, clock, batches } = scene(undefined, 100);
    for (let index = 0; index < 5; index += 1) await sequencer.send(c, request(1, ['before']));
    const first = sequencer.send(c, request(2, ['waits']));
    const others = Array.from({ length: 63 }, (_, index) => sequencer.send(c, request(3, [`m${index}`])));
    await Promise.all([first, ...others]);
    expect(batches).toEqual([1, 1, 1, 1, 1, 64]);
    let isStored = false;
    const last = sequencer.send(c, request(4, ['last'])).then(() => (isStored = true));
    await clock.advance(299);
    expect(isStored).toBe(false);
    await clock.advance(1);
    await last;
  });
});
