import type { Album, AlbumPhoto, ShelfNote } from '#protocol/entities/shelf.ts';
import { toMemberId, toShelfId } from '#protocol/casts.ts';
import type { FakeAnswers } from './fakeServices.ts';
import { samplePhoto, sampleVideo } from './sampleMedia.ts';
import { sampleCards, sampleMe, sampleNow } from './samplePeople.ts';

const hour = 3_600_000;
const idOf = (number: number) => toShelfId(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const by = (place: number) => {
  const person = place === 0 ? sampleMe : sampleCards[place % sampleCards.length];
  return { u: toMemberId(person?.id ?? 1), un: person?.name ?? '' };
};

/** Notes of the group of the previews. */
export const sampleNotes: ShelfNote[] = [
  {
    ...{ i: idOf(1), at: sampleNow - 30 * hour, ch: sampleNow - hour, ...by(0) },
    x: 'Kode pintu homestay: 4711#\nKunci di pot bunga sebelah kiri. Wi-Fi: sawah-hijau / nasipecel',
  },
  {
    ...{ i: idOf(2), at: sampleNow - 26 * hour, ch: sampleNow - 26 * hour, ...by(1) },
    x: '持ち物リスト\n・日焼け止め\n・虫よけ\n・薄い上着（朝のボロブドゥールは寒い）\nhttps://kabar.example/list',
  },
  {
    ...{ i: idOf(3), at: sampleNow - 50 * hour, ch: sampleNow - 49 * hour, ...by(2) },
    x: Array.from({ length: 30 }, (_, at) => `${at + 1}. Hari ke-${at + 1}: bangun pagi, jalan, makan, tidur`).join(
      '\n',
    ),
  },
];

/** Photos of an album: drawn landscapes, and one film. */
export const sampleAlbumPhotos = (count: number): AlbumPhoto[] =>
  Array.from({ length: count }, (_, at) => ({
    p: at === 3 ? sampleVideo(`jeep${at}`) : samplePhoto(`album${at}`),
    at: sampleNow - at * hour,
    ...by(at % 3),
  }));

const names = [
  'Borobudur saat fajar',
  '夜市',
  '첫날 저녁',
  'A very long name of an album that does not fit into one line',
  'رحلة البحر',
];

/** Albums of the group of the previews; the last one is empty. */
export const sampleAlbums: Album[] = names.map((n, at) => ({
  ...{
    i: idOf(100 + at),
    n,
    at: sampleNow - at * hour,
    ch: sampleNow - at * hour,
    v: 1,
    k: at === 4 ? 0 : 12 * (at + 1),
  },
  ...(at === 4 ? {} : { cv: samplePhoto(`cover${at}`) }),
  ...by(at),
}));

/** A server that has them. */
export const shelfAnswers: FakeAnswers = {
  'note.list': () => ({ ok: true, data: { items: sampleNotes, more: 1 } }),
  'note.put': ({ i, x }) => ({
    ok: true,
    data: { note: { i, x, at: sampleNow, ch: sampleNow, ...by(0) } as ShelfNote },
  }),
  'note.delete': () => ({ ok: true, data: {} }),
  'album.list': () => ({ ok: true, data: { items: sampleAlbums } }),
  'album.get': () => ({
    ok: true,
    data: { album: { ...(sampleAlbums[0] as Album), k: 13 }, items: sampleAlbumPhotos(13) },
  }),
  'album.put': ({ i, n }) => ({ ok: true, data: { album: { ...(sampleAlbums[0] as Album), i, n } as Album } }),
  'album.add': () => ({ ok: true, data: { album: { ...(sampleAlbums[0] as Album), k: 14 }, k: 1 } }),
  'album.move': () => ({ ok: true, data: { album: { ...(sampleAlbums[0] as Album), k: 13 } } }),
  'album.remove': () => ({ ok: true, data: { album: { ...(sampleAlbums[0] as Album), k: 12 } } }),
  'album.delete': () => ({ ok: true, data: {} }),
  'media.list': () => ({
    ok: true,
    data: {
      items: Array.from({ length: 9 }, (_, at) => ({
        ...{ s: 100 - at, u: toMemberId(sampleMe.id), at: sampleNow - at * hour },
        f: [samplePhoto(`sent${at}`), ...(at % 4 === 0 ? [sampleVideo(`film${at}`)] : [])],
      })),
      more: 1,
    },
  }),
};
