import { expect, it } from 'vitest';
import { toChatId, toKeepId, toMemberId } from '#protocol/casts.ts';
import type { Kept } from '#protocol/entities/kept.ts';
import { findKept, toKeptRows } from './keptRows.ts';

const t = ((key: string, values: Record<string, string> = {}) =>
  [key, ...Object.values(values)].join(' ')) as unknown as Parameters<typeof toKeptRows>[1]['t'];
const ground = { t, chats: new Map(), people: { users: new Map(), contacts: new Map() } };
const kept = (n: number, more: Partial<Kept>): Kept => ({
  i: toKeepId(`00000000-0000-4000-8000-00000000000${n}`),
  ...{ urev: n, at: n, ...more },
});
const message = { c: toChatId(7), s: 3, k: 1, b: { x: 'Pintu  kode\n4711' }, u: toMemberId(5), n: 'Ana', ma: 100 };

it('stand newest first, each told by what is known', () => {
  const rows = toKeptRows([kept(1, message), kept(2, { x: 'Beli susu' })], ground);
  expect(rows.map(({ note, text, from, at }) => [note, text, from, at])).toEqual([
    ['Beli susu', undefined, undefined, 2],
    [undefined, 'Pintu  kode\n4711', 'Ana', 100],
  ]);
});

it('of a message that was taken back say so, and nothing of it', () => {
  const { b: _said, ...rest } = message;
  const [row] = toKeptRows([kept(1, { ...rest, un: 1, x: 'tanya dia' })], ground);
  expect(row).toMatchObject({ isUnsent: true, text: undefined, note: 'tanya dia' });
});

it('that are not in the chat any more lead nowhere', () => {
  expect(toKeptRows([kept(1, message)], ground)[0]?.href).toBeUndefined();
});

it('are found by words in any order, whatever their width, case, kana and accents', () => {
  const rows = toKeptRows([kept(1, message), kept(2, { x: 'カメラ Café ４７１１' })], ground);
  const found = (query: string) => findKept(rows, query).map(({ id }) => id.at(-1));
  expect(found('4711')).toEqual(['2', '1']);
  expect(found('  KODE pintu')).toEqual(['1']);
  expect(found('かめら cafe')).toEqual(['2']);
  expect(found('ana')).toEqual(['1']);
  expect(found('nothing')).toEqual([]);
  expect(found(' ')).toHaveLength(2);
});
