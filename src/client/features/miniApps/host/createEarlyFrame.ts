import type { StoreApi } from 'zustand/vanilla';
import type { BridgeEvents } from '#protocol/bridge.ts';
import type { AppScope } from '#protocol/entities/appScopes.ts';
import type { AppPlaceMemory } from '#client/stores/openAppsStore.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import type { AppState } from './AppState.ts';
import { toRelayStart, toWaitingUrl } from './toFrameUrl.ts';

/** What the state becomes when a frame begins. */
type Begun = Pick<AppState, 'url' | 'frame' | 'allow'>;

/**
 * A frame that begins while the server is still asked: a process of its own and the frame around the page take longer than the answer.
 *
 *   begin ──▶ waiting for both ──▶ told what to show
 *     │         the frame says that it is there; the answer fits what was guessed
 *     └──▶ dropped: the answer names another place or other permissions
 */
export interface EarlyFrame {
  /** Begins one that nobody has asked for yet. */
  warm(): Begun | undefined;
  /** One stands ready, and the app is not wanted yet. */
  isWarm(): boolean;
  /** Begins one where the app's place is known, or takes the one that stands ready; what the state becomes by that. */
  begin(): Begun | undefined;
  /** The frame waits. */
  isThere(): void;
  /** Uses it for this page, if it fits; what the state stays at then. */
  take(origin: string, allow: readonly AppScope[], url: string): Pick<AppState, 'url' | 'frame'> | undefined;
  /** Whether the frame of now began early. */
  isUsed(): boolean;
  drop(): void;
}

export function createEarlyFrame(
  store: Pick<StoreApi<AppState>, 'getState'>,
  ports: Pick<AppHostPorts, 'wish' | 'lastPlace' | 'connect' | 'send' | 'origin'>,
): EarlyFrame {
  let place: AppPlaceMemory | undefined;
  let isThere = false;
  let isWarm = false;
  let words: BridgeEvents['kabar_relay_start'] | undefined;
  const tell = (): void => {
    if (!isThere || !words) return;
    ports.send('kabar_relay_start', words);
    words = undefined;
  };
  const drop = (): void => {
    [place, isThere, words] = [undefined, false, undefined];
  };
  const start = (): Begun | undefined => {
    drop();
    place = ports.wish().n === undefined ? ports.lastPlace() : undefined;
    if (!place) return undefined;
    ports.connect(place.origin);
    return { url: toWaitingUrl(place.origin, ports.origin), allow: place.allow, frame: store.getState().frame + 1 };
  };
  return {
    warm() {
      isWarm = true;
      return start();
    },
    isWarm: () => isWarm,
    begin() {
      const isReady = isWarm && place !== undefined;
      isWarm = false;
      return isReady ? pick(store.getState()) : start();
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
      words = toRelayStart(url);
      tell();
      const { url: waiting, frame } = store.getState();
      return { url: waiting, frame };
    },
    isUsed: () => place !== undefined,
    drop,
  };
}

const pick = ({ url, allow, frame }: AppState): Begun => ({ url, allow, frame });
