import type { LocalBlobs } from '#client/adapters/media/localBlobs.ts';
import type { Services } from '#client/context.ts';
import type { MediaKit } from '#client/stores/mediaStore.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LocalStore, Session, TabLine } from '#sync/ports.ts';
import type { PictureGround } from '../pictures/openPictures.ts';
import type { OpenedKit } from './openMediaKit.ts';

/** What photos, videos and files of a person stand on. */
export interface LateMediaDeps extends PictureGround {
  view: PictureGround['view'] & { stores: Pick<Services['stores'], 'chatList' | 'health' | 'media' | 'people'> };
  uid: UserId;
  session: Session;
  store: LocalStore;
  line: TabLine;
}

/** Photos, videos and files of a person in this tab. */
export interface LateMedia {
  load(): Promise<MediaKit>;
  /** the bytes of files on their way, for an engine that runs in this tab */
  loadBlobs(): Promise<LocalBlobs>;
}

/** Makes it; its code comes with the first file that is shown or picked, and is tried again after a failure. */
export function lateMedia({ uid, session, store, line, ...ground }: LateMediaDeps): LateMedia {
  const { view, rpc, closing } = ground;
  let opening: Promise<OpenedKit> | undefined;
  const open = async (): Promise<OpenedKit> => {
    const { openMediaKit } = await import('./openMediaKit.ts');
    const { openPictures } = await import('../pictures/openPictures.ts');
    const isMemoryOnly = (): boolean => view.stores.health.getState().memoryOnly;
    const { stores } = view;
    const pictures = openPictures(ground);
    const opened = openMediaKit({ uid, rpc, session, closing, isMemoryOnly, pictures, store, line, stores });
    stores.media.setState({ kit: opened.kit });
    return opened;
  };
  const load = (): Promise<OpenedKit> => {
    opening ??= open().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
  return { load: async () => (await load()).kit, loadBlobs: async () => (await load()).blobs };
}
