import type { StoreApi } from 'zustand/vanilla';
import type { BridgeEvents } from '#protocol/bridge.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppPlaceMemory, AppWish } from '#client/stores/openAppsStore.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import type { AppState } from './AppState.ts';
import { toRelayStart, toWaitingUrl } from './toFrameUrl.ts';

/**
 * A frame that begins while the server is still asked: a process of its own and the frame around the page take longer than the answer.
 *
 *   begin ──▶ waiting for both ──▶ told what to show
 *     │         the frame says that it is there; the answer fits what was guessed
 *     └──▶ dropped: the answer names another place or other permissions
 */
export interface EarlyFrame {
  /** Begins one where the app's place is known; what the state becomes by that. */
  begin(): Pick<AppState, 'url' | 'frame' | 'allow'> | undefined;
  /** The frame waits. */
  isThere(): void;
  /** Uses it for this page, if it fits; what the state stays at then. */
  take(origin: string, allow: readonly AppScope[], url: string): Pick<AppState, 'url' | 'frame'> | undefined;
  /** Whether the frame of now began early. */
  isUsed(): boolean;
  drop(): void;
}

export function createEarlyFrame(
  wish: AppWish,
  store: Pick<StoreApi<AppState>, 'getState'>,
  ports: Pick<AppHostPorts, 'lastPlace' | 'connect' | 'send' | 'origin'>,
): EarlyFrame {
  let place: AppPlaceMemory | undefined;
  let isThere = false;
  let start: BridgeEvents['kabar_relay_start'] | undefined;
  const tell = (): void => {
    if (!isThere || !start) return;
    ports.send('kabar_relay_start', start);
    start = undefined;
  };
  const drop = (): void => {
    [place, isThere, start] = [undefined, false, undefined];
  };
  return {
    begin() {
      drop();
      place = wish.n === undefined ? ports.lastPlace() : undefined;
      if (!place) return undefined;
      ports.connect(place.origin);
      return {
        url: toWaitingUrl(place.origin, ports.origin),
        allow: place.allow,
        frame: store.getState().frame + 1,
      };
    },
    isThere() {
      isThere = place !== undefined;
      tell();
    },
    take(origin, allow, url) {
      if (place?.origin !== origin || place.allow.join(' ') !== allow.join(' ')) {
        drop();
        return undefined;
      }
      start = toRelayStart(url);
      tell();
      const { url: waiting, frame } = store.getState();
      return { url: waiting, frame };
    },
    isUsed: () => place !== undefined,
    drop,
  };
}
