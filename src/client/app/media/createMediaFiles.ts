import { emitter } from '#base/emitter.ts';
import type { MediaFiles } from '#client/stores/mediaStore.ts';
import type { MediaId } from '#protocol/entities/media.ts';
import type { Pictures } from '../pictures/createPictures.ts';

/** What the addresses of parts are made from. */
export interface MediaFilesDeps {
  /** addresses of what is not on this device as a file on its way */
  pictures: Pick<Pictures, 'srcOf' | 'want' | 'failed' | 'subscribe'>;
  /** bytes of a file that has not arrived */
  read(id: MediaId): Promise<Blob | undefined>;
  toUrl(blob: Blob): string;
  revoke(url: string): void;
  /** Calls once after so many ms. */
  later(ms: number, run: () => void): void;
}

interface Local {
  holders: number;
  /** undefined while it is looked for */
  url?: string;
}

/** A picture that scrolls out of sight and back keeps its address this long, ms. */
const graceMs = 30_000;

/**
 * Shows own files from this device as long as they are on screen: the address of the bytes does not change when the server has them too, so that nothing flickers. Everything else
 * comes from the cache of this device, or the server.
 */
export function createMediaFiles(deps: MediaFilesDeps): MediaFiles {
  const locals = new Map<MediaId, Local>();
  const changes = emitter<void>();
  const look = async (id: MediaId, local: Local): Promise<void> => {
    const blob = await deps.read(id).catch(() => undefined);
    if (locals.get(id) !== local) return;
    if (blob) local.url = deps.toUrl(blob);
    else {
      locals.delete(id);
      deps.pictures.want(id);
    }
    changes.emit();
  };
  const letGo = (id: MediaId, local: Local): void => {
    local.holders -= 1;
    deps.later(graceMs, () => {
      if (local.holders > 0 || locals.get(id) !== local) return;
      locals.delete(id);
      if (local.url !== undefined) deps.revoke(local.url);
    });
  };
  return {
    srcOf(id, size) {
      const local = locals.get(id);
      return local ? local.url : deps.pictures.srcOf(id, size);
    },
    hold(id, isOwn) {
      const known = locals.get(id);
      if (!known && !isOwn) {
        deps.pictures.want(id);
        return () => undefined;
      }
      const local = known ?? { holders: 0 };
      local.holders += 1;
      if (!known) {
        locals.set(id, local);
        void look(id, local);
      }
      let isHeld = true;
      return () => {
        if (isHeld) letGo(id, local);
        isHeld = false;
      };
    },
    failed: (id, src) => deps.pictures.failed(id, src),
    subscribe(listener) {
      const stops = [changes.on(listener), deps.pictures.subscribe(listener)];
      return () => stops.forEach((stop) => stop());
    },
  };
}
