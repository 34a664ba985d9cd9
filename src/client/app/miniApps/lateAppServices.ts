import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { Services } from '#client/context.ts';
import type { EnginePorts } from '#sync/ports.ts';
import type * as Files from './appServices.ts';

type AppServices = Pick<Services, 'openApp' | 'warmApp' | 'loadMiniAppDevice' | 'appShelf' | 'uploadBundle'>;

type AppServicesFile = typeof Files.appServices;

/** How long a frame stands ready for somebody who does not open it after all, ms. */
const warmMs = 6_000;

/** The services of mini-apps, each of which loads its code when it is called: the first picture of the messenger needs none of it. */
export function lateAppServices(
  { openApps }: Services['stores'],
  { store, session }: Pick<EnginePorts, 'store' | 'session'>,
): AppServices {
  let loaded: AppServicesFile | undefined;
  const load = async () => (loaded ??= (await import('./appServices.ts')).appServices);
  const shelf = async () => (await load()).createAppShelf(store);
  let cooling: ReturnType<typeof setTimeout> | undefined;
  return {
    openApp(wish) {
      const open = ({ withOpened }: AppServicesFile) => openApps.setState((state) => withOpened(state, wish));
      // What is here acts in the very press, so that one picture shows all that it changes.
      if (loaded) open(loaded);
      else void load().then(open, report);
    },
    warmApp: (app) =>
      void load().then(({ withWarm, withoutWarm }) => {
        openApps.setState((state) => withWarm(state, app));
        clearTimeout(cooling);
        cooling = setTimeout(() => openApps.setState((state) => withoutWarm(state, app)), warmMs);
      }, report),
    loadMiniAppDevice: async () => (await load()).createMiniAppDevice(),
    appShelf: {
      read: async () => (await shelf()).read(),
      keep: (part) => void shelf().then((kept) => kept.keep(part), report),
    },
    async uploadBundle(app, file, onProgress) {
      try {
        return await (await load()).bundleUpload(session)(app, file, onProgress);
      } catch {
        // Without a network the code itself cannot be had.
        return { ok: false, code: 'UNAVAILABLE' };
      }
    },
  };
}

/** The code could not be had: what was wanted does not happen, and can be wanted again. */
const report = (error: unknown): void => consoleLog.warn('apps.missing', { error: String(error) });
