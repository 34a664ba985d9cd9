import { createHash, randomBytes } from 'node:crypto';
import { toMediaId } from '#protocol/entities/toMediaId.ts';
import { limits } from '#protocol/limits.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import { sniffPicture } from '#server/services/media/sniffPicture.ts';
import type { Storage } from '#server/storage/units.ts';
import type { FoundCard } from '#server/storage/units/links/FoundCard.ts';
import { parseLink } from '#server/storage/units/links/parseLink.ts';
import { LinkProblem } from './LinkProblem.ts';
import type { PageDoor } from './pageDoor.ts';

/** Makes the pictures of cards. */
export interface LinkPictures {
  /** Fetches a picture that a page names, makes a small one of it and stores that. `page`: where the page was in the end. Throws {@link LinkProblem}, and as `PageDoor` and `PictureMaker` do. */
  make(address: string, page: URL, signal: AbortSignal): Promise<Pick<FoundCard, 'p' | 'w' | 'h'>>;
}

/** What is smaller is a mark, and would only be blown up, px. */
const sideMin = 100;

/** Makes {@link LinkPictures}. `ms`: time for the fetching of one. */
export function createLinkPictures(
  storage: Storage,
  { store, maker }: Pick<MediaTools, 'store' | 'maker'>,
  door: PageDoor,
  ms: number,
): LinkPictures {
  return {
    async make(address, page, signal) {
      const url = parseLink(address, page.href);
      if (!url) throw new LinkProblem('no address of a picture');
      const { bytes } = await door.get(url, {
        accept: 'image/avif, image/webp, image/png, image/jpeg, image/gif',
        takes: (type) => type.startsWith('image/'),
        bytesMax: limits.pictureBytesMax,
        tooLong: 'refuse',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ms)]),
      });
      const kind = sniffPicture(bytes);
      if (!kind) throw new LinkProblem('no picture');
      const { width, height, bytes: small } = await maker.link(kind, bytes);
      if (Math.min(width, height) < sideMin) throw new LinkProblem('too small');
      const sum = createHash('sha256').update(small).digest('hex');
      const fresh = `${sum}.${randomBytes(6).toString('base64url')}`;
      const { key, isThere } = await storage.run('holdStored', { sum, fresh });
      if (!isThere) await store.put(key, small);
      const id = toMediaId(randomBytes(16).toString('base64url'));
      await storage.run('addLinkPicture', { id, key, type: 'image/webp', bytes: small.length, width, height });
      return { p: id, w: width, h: height };
    },
  };
}
