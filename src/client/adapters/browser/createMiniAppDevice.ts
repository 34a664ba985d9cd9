import type { AppId } from '#protocol/ids.ts';
import { consoleLog } from './consoleLog.ts';
import { openBridge, type BridgeOptions } from './openBridge.ts';
import { readThemeColors } from './readThemeColors.ts';

/** How long a device may look for its place, ms. */
const locateMs = 20_000;

/** What the host of mini-apps needs of this browser; `MiniAppDevice` of the client's context says what each part does. */
export function createMiniAppDevice() {
  return {
    /** The line to the page of `app`; what is refused of it stands in the log. */
    openBridge: ({ app, ...line }: Omit<BridgeOptions, 'now' | 'page' | 'onRefused'> & { app: AppId }) =>
      openBridge({
        ...line,
        onRefused: (why) => consoleLog.debug('apps.refused', { app, why }),
        now: () => performance.now(),
        page: window,
      }),
    themeColors: () => readThemeColors(),
    locate: () =>
      new Promise<{ latitude: number; longitude: number; horizontal_accuracy: number } | undefined>((done) => {
        navigator.geolocation.getCurrentPosition(
          ({ coords }) =>
            done({ latitude: coords.latitude, longitude: coords.longitude, horizontal_accuracy: coords.accuracy }),
          () => done(undefined),
          { timeout: locateMs, maximumAge: 60_000 },
        );
      }),
    readClipboard: async (): Promise<string | undefined> => {
      try {
        return await navigator.clipboard.readText();
      } catch {
        // Refused by the person or the browser: the page is told that there is nothing.
        return undefined;
      }
    },
  };
}
