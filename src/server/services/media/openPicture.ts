import { mediaIdSchema, type PictureSize } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import { fileKey } from './fileKey.ts';
import type { MediaStore, StoredFile } from './mediaStore.ts';
import type { MediaUrls } from './mediaUrls.ts';

/** A picture on its way to whoever has its address. `until`: end of the address, ms. */
export interface OpenedPicture extends StoredFile {
  readonly until: number;
}

/** The parts of an address, as they came. */
export interface PictureAddress {
  readonly id: string;
  readonly size: PictureSize;
  readonly day: string;
  readonly seal: string;
}

/** Opens a picture by its address; the address is all it takes. Throws FORBIDDEN, GONE, NOT_FOUND. */
export async function openPicture(
  { store, urls }: { store: MediaStore; urls: MediaUrls },
  { id, size, day, seal }: PictureAddress,
): Promise<OpenedPicture> {
  const until = urls.check(id, day, seal);
  const parsed = mediaIdSchema.safeParse(id);
  const file = parsed.success ? await store.get(fileKey(parsed.data, size)) : undefined;
  if (!file) throw new AppError('NOT_FOUND');
  return { ...file, until };
}
