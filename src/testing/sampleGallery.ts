import type { GalleryEntry, GalleryKind, GalleryState } from '#client/stores/gallery/GalleryState.ts';
import { monthOf } from '#client/stores/gallery/monthOf.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { sampleFile, samplePhoto, sampleVideo } from './sampleMedia.ts';
import { sampleCards, sampleNow } from './samplePeople.ts';

const dayMs = 86_400_000;
const words = ['sawah', 'pasar', 'kota', 'laut', 'kopi', 'batik', 'gunung'];

/** Who sent the nth thing. */
const senderOf = (n: number): number => sampleCards[n % sampleCards.length]?.id ?? 0;

/** Pictures of four months, some of them films, three of a message at times. */
export function samplePictures(count = 60): GalleryEntry[] {
  return Array.from({ length: count }, (_, n) => {
    const word = `${words[n % words.length] ?? ''}${n}`;
    const f: MediaPart[] = n % 9 === 3 ? [sampleVideo(word)] : [samplePhoto(word)];
    if (n % 11 === 5) f.push(samplePhoto(`${word}b`), samplePhoto(`${word}c`, { w: 900, h: 1_600 }));
    return {
      s: 2_000 - n,
      u: senderOf(n),
      at: sampleNow - n * 2 * dayMs,
      f,
      ...(n % 5 === 0 ? { x: '宿の前の田んぼ。夕方がいちばんきれいでした' } : {}),
    };
  });
}

const files: GalleryEntry[] = [
  ['Itinerary Jogja – final (3).pdf', 184_000],
  ['予約確認書_民宿.pdf', 96_000],
  ['anggaran.xlsx', 48_000],
  ['a-very-long-name-that-nobody-will-ever-read-to-its-end-because-it-is-far-too-long.tar.gz', 48_000_000],
].map(([name, size], n) => ({
  ...{ s: 1_500 - n, u: senderOf(n), at: sampleNow - n * 16 * dayMs },
  f: [sampleFile(String(name), Number(size))],
}));

const links: GalleryEntry[] = [
  'https://www.keraton.example/tickets?day=14',
  'https://kereta.example/jadwal/a/very/long/path/that/goes/on/and/on/until/nobody/knows/where/it/leads',
  'http://食べ物.example/',
].map((link, n) => ({ s: 1_400 - n, u: senderOf(n), at: sampleNow - n * 20 * dayMs, l: [link] }));

const voices: GalleryEntry[] = [42_000, 7_000].map((d, n) => ({
  ...{ s: 1_300 - n, u: senderOf(n), at: sampleNow - n * 9 * dayMs },
  f: [{ ...sampleFile(`voice${n}`, 60_000), t: 'a' as const, d }],
}));

/** What a gallery knows, by kind, as the server has counted it: of the oldest month of pictures half is still to come. */
export function sampleGallery(kind: GalleryKind): Partial<GalleryState> {
  const entries = { pictures: samplePictures(), files, links, voice: voices }[kind];
  const months = Map.groupBy(entries, ({ at }) => monthOf(at));
  const sizeOf = ({ f, l }: GalleryEntry): number => (f ?? l ?? []).length;
  const counts = new Map(
    [...months].map(([month, some]) => [month, [some.reduce((sum, entry) => sum + sizeOf(entry), 0), 0]]),
  );
  const [oldest] = [...months.keys()].toReversed();
  if (kind === 'pictures' && oldest !== undefined) counts.set(oldest, [40, 6]);
  return { kind, entries, counts, isRead: true, isAsked: true };
}
