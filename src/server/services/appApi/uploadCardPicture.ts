import { toPicture } from '#domain/faceId.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { UserId } from '#protocol/ids.ts';
import type { ServiceContext } from '#server/services/serviceContext.ts';
import type { MediaTools } from '#server/services/media/mediaTools.ts';
import { uploadPicture } from '#server/services/media/uploadPicture.ts';
import type { AppCall } from '#server/storage/units/appApi/withCall.ts';

/** Keeps a picture for the cards of an app. It is an answer only when its files are there; what is left of a try that failed goes after a day. Throws as `uploadPicture`, FORBIDDEN, CID_MISMATCH. */
export async function uploadCardPicture(
  context: Pick<ServiceContext, 'storage' | 'live' | 'now'>,
  media: MediaTools,
  { owner, bytes, ...call }: AppCall & { owner: UserId; bytes: Uint8Array },
): Promise<{ picture: string }> {
  const done = await context.storage.run('findCall', call);
  if (done) return { picture: toPicture((done.answer as { id: MediaId }).id) };
  const id = await uploadPicture(context, media, { owner, purpose: 'card', bytes });
  const kept = await context.storage.run('keepAppPicture', { ...call, id });
  return { picture: toPicture(kept.id) };
}
