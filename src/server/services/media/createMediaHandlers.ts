import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import type { Handlers } from '#server/services/serviceContext.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { MediaTools } from './mediaTools.ts';

/** Requests about pictures and files. */
export type MediaRequest = 'media.sign' | 'media.quota';

/** Makes the handlers of {@link MediaRequest}. */
export function createMediaHandlers(
  { mediaUrls }: Pick<AccountTools, 'mediaUrls'>,
  { personBytes }: Pick<MediaTools, 'personBytes'>,
): Handlers<MediaRequest> {
  return {
    'media.sign': async ({ storage }, { userId: me }, { ids }) => {
      const visible = await storage.run('listVisibleMedia', { me, ids });
      const known = new Set(visible);
      const rest = ids.filter((id) => !known.has(id));
      const files = rest.length > 0 ? await storage.run('listReadableFiles', { me, ids: rest }) : [];
      const urls = [
        ...visible.map((id): [MediaId, string] => [id, mediaUrls.sign(id)]),
        ...files.map((id): [MediaId, string] => [id, mediaUrls.signFile(id, me)]),
      ];
      return { urls, until: mediaUrls.until() };
    },
    'media.quota': async ({ storage }, { userId: owner }) => ({
      used: await storage.run('readQuota', { owner }),
      most: personBytes,
    }),
  };
}
