import { cleanFileName } from '#domain/cleanFileName.ts';
import { mediaTypes, type MediaType } from '#protocol/entities/bodies/mediaBody.ts';
import { mediaIdSchema, type MediaId } from '#protocol/entities/media.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { BegunUpload } from '#server/storage/units/files/beginUpload.ts';
import type { MediaTools } from '../mediaTools.ts';
import { uploadLimits } from './uploadLimits.ts';

/** What is announced of an upload, as it came: `id`, `t` (see `mediaTypes`), `n`: name of the file. `length`: bytes. */
export interface Announced {
  readonly owner: UserId;
  readonly id: string | undefined;
  readonly t: string | undefined;
  readonly n: string | undefined;
  readonly length: number;
}

/** An upload that may go on. */
export interface StartedUpload extends BegunUpload {
  readonly id: MediaId;
  readonly t: MediaType;
}

/** Lets an upload begin, or finds the one that has begun. Throws BAD, TOO_LARGE, FORBIDDEN (somebody else's), CID_MISMATCH, QUOTA, GONE, and the reason of one that was refused. */
export async function startUpload(
  { storage }: Pick<ServiceContext, 'storage'>,
  { personBytes: most }: Pick<MediaTools, 'personBytes'>,
  { owner, id: rawId, t: rawType, n, length }: Announced,
): Promise<StartedUpload> {
  const id = mediaIdSchema.safeParse(rawId);
  const t = mediaTypes.find((type) => type === rawType);
  if (!id.success || !t) throw new AppError('BAD', { message: 'id and t in Upload-Metadata' });
  if (!Number.isSafeInteger(length) || length < 1) throw new AppError('BAD', { message: 'Upload-Length' });
  if (length > uploadLimits[t]) throw new AppError('TOO_LARGE');
  // A name of megabytes is not even looked at.
  const name = cleanFileName((n ?? '').slice(0, 20_000)) ?? null;
  const begun = await storage.run('beginUpload', { id: id.data, owner, t, name, length, most });
  return { ...begun, id: id.data, t };
}
