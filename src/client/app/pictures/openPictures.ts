import { hasWorker } from '#client/adapters/browser/hasWorker.ts';
import type { Clock, Rpc } from '#sync/ports.ts';
import type { PersonView } from '#client/app/createPersonView.ts';
import { createPictures, type Pictures } from './createPictures.ts';

/** What the pictures of a person stand on. `closing`: nothing happens any more once it is aborted. */
export interface PictureGround {
  view: Pick<PersonView, 'stores' | 'serverNow'>;
  rpc: Rpc;
  clock: Clock;
  closing: AbortSignal;
}

/** The pictures of a person in this tab; they try again each time the server can be reached again. */
export function openPictures({ view, rpc, clock, closing }: PictureGround): Pictures {
  const { health } = view.stores;
  const pictures = createPictures({
    sign: (ids) => rpc.call('media.sign', { ids }),
    hasCache: hasWorker,
    serverNow: view.serverNow,
    later(ms, run) {
      clock.after(ms, () => {
        if (!closing.aborted) run();
      });
    },
  });
  const isLive = (): boolean => health.getState().status.phase === 'live';
  let wasLive = isLive();
  const stop = health.subscribe(() => {
    if (isLive() && !wasLive) pictures.retry();
    wasLive = isLive();
  });
  closing.addEventListener('abort', stop);
  return pictures;
}
