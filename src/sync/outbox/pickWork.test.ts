import { wordsOf } from '#domain/sentWords.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toChatId, toCid } from '#protocol/casts.ts';
import { localChat, localRow, sendEntry } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import type { OutboxEntry } from '../changes.ts';
import { askAfterMs, pickWork } from './pickWork.ts';

const now = 100 * askAfterMs;
const lane = 'c:7';

const anyEntry = fc.record({
  kind: fc.constantFrom('send', 'send', 'send', 'edit', 'unsend', 'react'),
  state: fc.constantFrom<OutboxEntry['state']>('queued', 'queued', 'queued', 'acked', 'failed'),
  isTried: fc.boolean(),
  /** already waits for the person, or is about to */
  age: fc.constantFrom<'new' | 'aged' | 'old'>('new', 'new', 'new', 'new', 'aged', 'old'),
  chars: fc.constantFrom<number>(1, 10, 9_000, 10_000),
  /** of an edit or unsend: names a message that is in the lane, in the cache, or nowhere; or knows the place */
  target: fc.constantFrom<'place' | 'lane' | 'cache' | 'nowhere'>('place', 'lane', 'cache', 'nowhere'),
});
type AnyEntry = typeof anyEntry extends fc.Arbitrary<infer Value> ? Value : never;

function toEntry({ kind, state, isTried, age, chars, target }: AnyEntry, at: number): OutboxEntry {
  const id = at + 1;
  const c = toChatId(7);
  const more: Partial<OutboxEntry> = {
    ...{ state, tried: isTried ? 1 : 0, at: age === 'new' ? now - askAfterMs : now - askAfterMs - 1 },
    ...(age === 'old' ? { old: 1 as const } : {}),
  };
  if (kind === 'send') {
    const action = { t: 'send', c, cid: toCid(`cid-${id}`), b: { x: 'x'.repeat(chars) } } as OutboxEntry['action'];
    return sendEntry(id, { ...more, action, ...(state === 'acked' ? { s: 200 + id } : {}) });
  }
  if (kind === 'react') return sendEntry(id, { ...more, action: { t: 'react', c, s: 3, e: 'a' } as never });
  // The first entry of the lane is an acknowledged text at 201; seq 5 is cached.
  const names = {
    place: { s: 3 },
    lane: { target: 'cid-1' },
    cache: { target: 'cid-cached' },
    nowhere: { target: 'none' },
  };
  return sendEntry(id, { ...more, action: { t: kind, c, b: { x: 'new' }, ...names[target] } as never });
}

/** The lane as it lies in the store: an acknowledged text first, which waits for its row. */
async function storeWith(list: readonly AnyEntry[]) {
  const store = memoryLocalStore();
  const first = sendEntry(1, { state: 'acked', tried: 1, s: 201, r: 201 });
  const entries = [first, ...list.map((one, at) => toEntry(one, at + 1))];
  await store.commit(async (tx) => {
    await tx.put('chats', [localChat()]);
    await tx.put('msgs', [localRow(5, { u: localChat().me.mid, i: toCid('cid-cached') })]);
    await tx.put('outbox', entries);
  });
  const pick = async (isSolo: boolean) =>
    (await store.commit((tx) => pickWork(tx, lane, now, { isSolo }))).result ?? [];
  return { store, entries, pick };
}

/** Whether an entry may leave now. */
const isReady = ({ state, old, at, action }: OutboxEntry): boolean =>
  state === 'queued' &&
  old === undefined &&
  at + askAfterMs >= now &&
  !('target' in action && String(action.target) === 'none');

describe('what leaves next', () => {
  const plain = { kind: 'send', state: 'queued', isTried: false, age: 'new', target: 'place' } as const;
  const longText = fc.constantFrom(4_000, 9_000, 10_000).map((chars): AnyEntry => ({ ...plain, chars }));
  const lanes = fc.oneof(
    fc.array(anyEntry, { maxLength: 30 }),
    fc.array(longText, { maxLength: 8 }),
    fc.array(
      longText.map((one) => ({ ...one, chars: 10 })),
      { minLength: 15, maxLength: 30, size: 'max' },
    ),
  );

  it('O8, O4: is the front of what may leave: texts in one run, in order, or one other action', async () => {
    await fc.assert(
      fc.asyncProperty(lanes, fc.boolean(), async (list, isSolo) => {
        const { entries, pick } = await storeWith(list);
        const ready = entries.filter(isReady);
        const work = await pick(isSolo);
        expect(work.map(({ id }) => id)).toEqual(ready.slice(0, work.length).map(({ id }) => id));
        expect(work.length > 0).toBe(ready.length > 0);
        const chars = work.reduce((sum, { action }) => sum + (action.t === 'send' ? wordsOf(action.b).length : 0), 0);
        if (work.length > 1) {
          expect(isSolo).toBe(false);
          expect(work.every(({ action }) => action.t === 'send')).toBe(true);
          expect(work.length).toBeLessThanOrEqual(20);
          expect(chars).toBeLessThanOrEqual(20_000);
        }
        // It takes as much as fits: whatever follows is of another kind, or too much.
        const next = ready[work.length];
        if (next?.action.t === 'send' && work[0]?.action.t === 'send' && !isSolo && work.length < 20)
          expect(chars + wordsOf(next.action.b).length).toBeGreaterThan(20_000);
      }),
    );
  });

  it('O7: is marked as tried in the store, exactly as it leaves, and nothing else is', async () => {
    await fc.assert(
      fc.asyncProperty(lanes, fc.boolean(), async (list, isSolo) => {
        const { store, entries, pick } = await storeWith(list);
        const work = new Map((await pick(isSolo)).map((entry) => [entry.id, entry]));
        for (const [at, stored] of store.dump('outbox').entries()) {
          const leaving = work.get(stored.id);
          if (leaving) {
            expect(leaving.tried).toBe(1);
            // An entry that was marked before is not written again for the place that was found for it.
            expect({ ...stored, action: leaving.action }).toEqual(leaving);
          } else expect(stored.tried).toBe(entries[at]?.tried);
        }
        // A repeat, as after a crash, is the same.
        expect(await pick(isSolo)).toEqual([...work.values()]);
      }),
    );
  });

  it('O11: marks what is older than a week, once, and O4: names the place of what is changed where it is known', async () => {
    await fc.assert(
      fc.asyncProperty(lanes, async (list) => {
        const { store, entries, pick } = await storeWith(list);
        const [front] = await pick(false);
        for (const [at, { old }] of store.dump('outbox').entries()) {
          const entry = entries[at] as OutboxEntry;
          const isAged = entry.state === 'queued' && entry.at + askAfterMs < now;
          expect(old).toBe(isAged ? 1 : entry.old);
        }
        if (front?.action.t === 'edit' || front?.action.t === 'unsend') {
          const { s, target } = front.action as { s?: number; target?: string };
          expect(s).toBe(target === undefined ? 3 : target === 'cid-1' ? 201 : 5);
        }
        // All that is marked: the next look writes nothing.
        let commits = 0;
        store.onCommit(() => {
          commits += 1;
          return undefined;
        });
        await pick(false);
        expect(commits).toBe(0);
      }),
    );
  });
});
