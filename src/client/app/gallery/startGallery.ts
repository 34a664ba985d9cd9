import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { Gallery } from '#client/context.ts';
import type { GalleryKind } from '#client/stores/gallery/GalleryState.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { ServicesDeps } from '../createServices.ts';
import { openGallery } from './openGallery.ts';

/** Opens a gallery over what this tab has. */
export function startGallery(
  { ports, stores, onBatch }: Pick<ServicesDeps, 'ports' | 'stores' | 'onBatch'>,
  c: ChatId,
  kind: GalleryKind,
): Gallery {
  const { store, line, rpc } = ports;
  return openGallery(
    {
      ...{ store, line, rpc, log: consoleLog, onBatch },
      onLive: (listener) =>
        stores.health.subscribe(({ status }, before) => {
          if (status.phase === 'live' && before.status.phase !== 'live') listener();
        }),
      later: (ms, run) => void setTimeout(run, ms),
    },
    c,
    kind,
  );
}
