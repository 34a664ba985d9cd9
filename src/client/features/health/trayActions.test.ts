import { describe, expect, it } from 'vitest';
import { samplePending } from '#testing/sampleChats.ts';
import { toChatId, toOpId } from '#protocol/casts.ts';
import { canEdit, canGo, sortTray } from './trayActions.ts';

const c = toChatId(7);
const entry = (id: number, more: Parameters<typeof samplePending>[3] = {}) => samplePending(id, c, `text ${id}`, more);

describe('the tray', () => {
  it('puts refused things first, then those that ask for a word, then what leaves by itself', () => {
    const { needsYou, leaves } = sortTray([
      entry(1),
      entry(2, { old: 1 }),
      entry(3, { state: 'failed', err: 'MUTED' }),
      entry(4, { state: 'acked' }),
      entry(5),
      entry(6, { state: 'failed', old: 1 }),
    ]);
    expect(needsYou.map(({ id }) => id)).toEqual([3, 6, 2]);
    expect(leaves.map(({ id }) => id)).toEqual([1, 5]);
  });

  it('lets every text be changed, also one that may have left, unless no text can help', () => {
    expect(canEdit(entry(1))).toBe(true);
    expect(canEdit(entry(1, { tried: 1 }))).toBe(true);
    expect(canEdit(entry(1, { state: 'failed', err: 'TOO_LARGE' }))).toBe(true);
    expect(canEdit(entry(1, { state: 'failed', err: 'NOT_MEMBER' }))).toBe(false);
  });

  it('lets an edit be changed only where the engine can', () => {
    const op = toOpId('00000000-0000-4000-8000-000000000001');
    const edit = { action: { t: 'edit' as const, c, s: 4, b: { x: 'new' }, op } };
    expect(canEdit(entry(1, edit))).toBe(true);
    expect(canEdit(entry(1, { ...edit, tried: 1 }))).toBe(false);
    expect(canEdit(entry(1, { action: { t: 'unsend', c, s: 4, op } }))).toBe(false);
  });

  it('offers to send again only what can succeed', () => {
    expect(canGo(entry(1, { state: 'failed', err: 'MUTED' }))).toBe(true);
    expect(canGo(entry(1, { state: 'failed', err: 'GONE' }))).toBe(false);
  });
});
