import { describe, expect, it } from 'vitest';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { LocalMember, LocalMessage } from '#sync/changes.ts';
import { localChat, localRow } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { nextVoice } from './nextVoice.ts';

const c = toChatId(7);
const media = (s: number, t: 'a' | 'i', more: Partial<LocalMessage> = {}): LocalMessage =>
  localRow(s, {
    ...{ k: messageKind.media, u: toMemberId(3) },
    b: { f: [{ id: `part-${s}` as MediaId, t, z: 5, ...(t === 'a' ? { d: 1_000 * s } : {}) }] },
    ...more,
  });

/** The next voice after seq 1, of these rows. */
async function next(rows: LocalMessage[], hidden: number[] = [], s: number | undefined = 1) {
  const store = memoryLocalStore();
  await store.commit(async (tx) => {
    await tx.put('msgs', rows);
    await tx.put(
      'hidden',
      hidden.map((one) => ({ c, s: one })),
    );
    await tx.put('members', [{ c, u: toMemberId(3), nn: 'Sari' } as unknown as LocalMember]);
  });
  return nextVoice(store, { id: 'part-1' as MediaId, c, s, u: 3, ms: 5 });
}

describe('the voice message that follows', () => {
  it('is the next one of the chat, with who speaks', async () => {
    const rows = [media(1, 'a'), media(2, 'i'), localRow(3), media(4, 'a'), media(5, 'a')];
    expect(await next(rows)).toEqual({ id: 'part-4', c, s: 4, u: 3, ms: 4_000, name: 'Sari' });
  });

  it('has in a thread the name from the group that it hangs in', async () => {
    const store = memoryLocalStore();
    const group = toChatId(6);
    await store.commit(async (tx) => {
      await tx.put('chats', [localChat({ c, kind: 2, meta: { root: { c: group, s: 1 }, parent: group } } as never)]);
      await tx.put('msgs', [media(2, 'a')]);
      await tx.put('members', [{ c: group, u: toMemberId(3), nn: 'Sari' } as unknown as LocalMember]);
    });
    const found = await nextVoice(store, { id: 'part-1' as MediaId, c, s: 1, u: 3, ms: 5 });
    expect(found?.name).toBe('Sari');
  });

  it('is none that is unsent, hidden, or of another chat', async () => {
    const other = { ...media(5, 'a'), c: toChatId(8) };
    expect(await next([media(2, 'a', { del: 1 } as never), media(3, 'a'), other], [3])).toBeUndefined();
  });

  it('is none beyond the reach of a talk, and none after what is not sent', async () => {
    expect(await next([media(300, 'a')])).toBeUndefined();
    const store = memoryLocalStore();
    expect(await nextVoice(store, { id: 'x' as MediaId, c, s: undefined, u: 3, ms: 5 })).toBeUndefined();
  });
});
