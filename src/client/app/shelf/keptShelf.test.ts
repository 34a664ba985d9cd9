import { expect, it } from 'vitest';
import { toChatId } from '#protocol/casts.ts';
import { purgeChat } from '#sync/purgeChat.ts';
import { fakeChannel } from '#testing/fakeTab.ts';
import { localChat } from '#testing/localRows.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { keptShelf } from './keptShelf.ts';
import { readKeptFiles } from './readKeptFiles.ts';

const [c, other, stranger] = [toChatId(7), toChatId(71), toChatId(9)];
const photo = (id: string) => ({ p: { id }, u: 1, at: 1 });

async function device() {
  const store = memoryLocalStore();
  await store.commit((tx) => tx.put('chats', [localChat({ c }), localChat({ c: other })]));
  return { store, shelf: keptShelf({ store, line: fakeChannel()('tab') }) };
}
/** Writes are not waited for by whoever asks for them. */
const rest = () => new Promise((resolve) => void setTimeout(resolve, 5));

it('gives pages back as they were kept, each chat its own, and forgets them one by one', async () => {
  const { shelf } = await device();
  shelf.keep(c, 'notes', { items: [{ x: '夜市' }], more: false });
  shelf.keep(other, 'notes', []);
  await rest();
  expect(await shelf.read(c, 'notes')).toEqual({ items: [{ x: '夜市' }], more: false });
  expect([await shelf.read(other, 'notes'), await shelf.read(c, 'albums')]).toEqual([[], undefined]);
  shelf.keep(c, 'notes', undefined);
  await rest();
  expect([await shelf.read(c, 'notes'), await shelf.read(other, 'notes')]).toEqual([undefined, []]);
});

it('keeps nothing of a chat that is not there, and goes with its chat alone', async () => {
  const { store, shelf } = await device();
  shelf.keep(stranger, 'notes', []);
  for (const page of ['notes', 'albums', 'album-x', 'draft']) shelf.keep(c, page, []);
  shelf.keep(other, 'notes', []);
  await rest();
  expect(await shelf.read(stranger, 'notes')).toBeUndefined();
  await store.commit((tx) => purgeChat(tx, c));
  expect(store.dump('meta').flatMap(({ key }) => (key.startsWith('shelf:') ? [key] : []))).toEqual([
    `shelf:${other}:notes`,
  ]);
});

it('names the files of its albums, whatever a broken disk made of one', async () => {
  const { store, shelf } = await device();
  shelf.keep(c, 'album-a', { album: {}, items: [photo('one'), photo('two')] });
  shelf.keep(other, 'album-a', { album: {}, items: [photo('three')] });
  await rest();
  await store.commit((tx) => tx.put('meta', [{ key: `shelf:${c}:album-b`, val: '{"items":' }]));
  expect(await store.read(['meta'], (tx) => readKeptFiles(tx, c))).toEqual(['one', 'two']);
});

it('a device that reads and writes nothing rejects nothing', async () => {
  const full = () => Promise.reject(new Error('no room'));
  const shelf = keptShelf({ store: { read: full, commit: full } as never, line: fakeChannel()('tab') });
  shelf.keep(c, 'notes', []);
  expect(await shelf.read(c, 'notes')).toBeUndefined();
});
