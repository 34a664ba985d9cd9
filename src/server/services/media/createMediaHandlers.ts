import type { AccountTools } from '#server/services/accounts/accountTools.ts';
import type { Handlers } from '#server/services/serviceContext.ts';

/** Requests about pictures. */
export type MediaRequest = 'media.sign';

/** Makes the handlers of {@link MediaRequest}. */
export function createMediaHandlers({ mediaUrls }: Pick<AccountTools, 'mediaUrls'>): Handlers<MediaRequest> {
  return {
    'media.sign': async ({ storage }, { userId }, { ids }) => {
      const visible = await storage.run('listVisibleMedia', { me: userId, ids });
      return { urls: visible.map((id): [typeof id, string] => [id, mediaUrls.sign(id)]), until: mediaUrls.until() };
    },
  };
}
