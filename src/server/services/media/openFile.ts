import { mediaIdSchema } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import { toUserId } from '#protocol/casts.ts';
import type { Storage } from '#server/storage/units.ts';
import type { ReadableCopy } from '#server/storage/units/files/fileRights.ts';
import type { MediaUrls } from './mediaUrls.ts';
import { photoSizes } from './pictureMessages.ts';

/** The parts of a file's address, as they came. `user`: whom it names. */
export interface FileAddress {
  readonly id: string;
  readonly user: string;
  readonly size: string;
  readonly day: string;
  readonly seal: string;
}

/** A copy that may be read now. `until`: end of the address, ms. */
export interface OpenedFile extends ReadableCopy {
  readonly until: number;
}

/** Finds a copy of a file by its address, if the person it names may still read it. Throws FORBIDDEN, GONE, BAD, NOT_FOUND. */
export async function openFile(
  { storage, urls }: { storage: Storage; urls: MediaUrls },
  { id, user, size, day, seal }: FileAddress,
): Promise<OpenedFile> {
  const until = urls.checkFile(id, user, day, seal);
  if (!photoSizes.some((known) => known === size))
    throw new AppError('BAD', { message: `s is one of ${photoSizes.join(', ')}` });
  const parsed = mediaIdSchema.safeParse(id);
  const copy = parsed.success
    ? await storage.run('findReadableCopy', { me: toUserId(Number(user)), id: parsed.data, size })
    : null;
  if (!copy) throw new AppError('NOT_FOUND');
  return { ...copy, until };
}
