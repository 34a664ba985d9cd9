import { seededRandom } from '#base/seededRandom.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Tx } from '#server/storage/unit.ts';
import { addPicture, type DrawnPicture } from '#bench/shared/seedFiles.ts';
import { makeText, type PlannedRoom, type SeededItem } from '#bench/shared/seedWorld.ts';

const random = seededRandom(99);
/** Of so many messages one is of this kind. */
const every = { pictures: 17, album: 151, poll: 41, link: 29 } as const;

/** A word, a sentence, a paragraph: a tenth of the messages is as high as a picture. */
export const textOf: NonNullable<PlannedRoom['textOf']> = (place, own) =>
  place % 10 === 0
    ? Array.from({ length: 8 }, () => makeText(own)).join(' ')
    : place % 7 === 0
      ? 'Yes.'
      : makeText(own);

/**
 * What people send beside texts: pictures with and without words, albums, polls, and links whose pages have a card. Every picture is a file of its own, so that it has to be fetched when it comes into sight. `pages`: where the linked
 * pages are.
 */
export function mixedHistory(pictures: readonly DrawnPicture[], pages: string): Pick<PlannedRoom, 'itemOf' | 'cardOf'> {
  return {
    async itemOf(tx, place, sender) {
      if (place % every.album === 0) return media(tx, sender, pictures, 2 + random.below(6));
      if (place % every.pictures === 0) return media(tx, sender, pictures, 1);
      if (place % every.poll === 0) return poll(place);
      if (place % every.link === 0)
        return { k: messageKind.text, b: { x: `${makeText(random)} ${pages}/seeded-${place}` } };
      return undefined;
    },
    async cardOf(tx, url, owner) {
      const words = { t: `Page ${url.split('/').at(-1)}`, x: makeText(random) };
      if (random.below(2) === 0) return words;
      const { id, w, h } = await addPicture(tx, owner, random.pick(pictures));
      return { ...words, p: id, ...(w && h ? { w, h } : {}) };
    },
  };
}

async function media(tx: Tx, owner: UserId, pictures: readonly DrawnPicture[], count: number): Promise<SeededItem> {
  const f = [];
  for (let done = 0; done < count; done += 1) f.push(await addPicture(tx, owner, random.pick(pictures)));
  return { k: messageKind.media, b: { f, ...(random.below(3) === 0 ? { x: makeText(random) } : {}) } };
}

function poll(place: number): SeededItem {
  const o = Array.from({ length: 2 + (place % 5) }, (_, at) => `Answer ${at + 1} of ${place}`);
  return { k: messageKind.poll, b: { x: makeText(random), o, ...(place % 3 === 0 ? { many: 1 as const } : {}) } };
}
