import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { backoff } from '#base/backoff.ts';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { watchPageLifecycle } from '#client/adapters/browser/watchPageLifecycle.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { errorReactions } from '#protocol/errors.ts';
import { App } from './App.tsx';
import { applyLooks } from './applyLooks.ts';
import { createApp, type CreatedApp } from './createApp.ts';
import { firstReads, type FirstReads } from './firstReads.ts';
import { showLanguage, startI18n } from './i18n.ts';
import { pickLanguage } from './languages.ts';
import { once } from './once.ts';
import { parseRoute } from './parseRoute.ts';
import { registerWorker } from './registerWorker.ts';
import { screenList } from './screenList.ts';
import { TroublePage, type Trouble } from './TroublePage.tsx';

/** How long the first picture waits for the word whether a forgotten session is still there, ms. */
const cookieWaitMs = 2_500;
/** How often a server that does not answer is asked about the cookie. */
const cookieRests = { baseMs: 1_500, capMs: 15_000, random: Math.random };
/** After this the first picture counts as painted, ms. */
const paintLimitMs = 5_000;
/** When the start is over and there is time for screens that are wanted later, ms after the first picture. */
const calmMs = 2_000;

/**
 * Starts the app: looks and language, the person this device knows, the first picture from the cache. The network is asked only after that picture stands,
 * except when the device knows nobody.
 */
export async function boot(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  try {
    await (isUsable() ? start(root) : showTrouble(root, 'insecure'));
  } catch (error) {
    consoleLog.warn('boot.failed', { error: String(error) });
    await showTrouble(root, 'crash');
  }
}

async function showTrouble(root: Root, trouble: Trouble): Promise<void> {
  await startI18n(pickLanguage(undefined, navigator.languages));
  root.render(<TroublePage trouble={trouble} />);
}

async function start(root: Root): Promise<void> {
  const screen = preloadScreen();
  const { account, device } = await readStart(firstReads);
  const app = createApp(firstReads.kabar, (device.get('prefs') ?? {}) as Partial<PrefsState>);
  restoreRoute(device.get('route'));
  const prefs = app.shared.prefs.getState();
  const language = pickLanguage(prefs.language, navigator.languages);
  applyLooks(prefs, language);
  await Promise.all([
    startI18n(language),
    screen,
    account ? app.resume(account) : enterByCookie(app, device.get('leaving') === true),
  ]);
  if (app.shared.session.getState().state === 'unknown') app.shared.session.setState({ state: 'out' });
  const onPainted = once(() => runInBackground(app));
  root.render(
    <StrictMode>
      <App model={app.model} entry={app.entry} notePath={app.notePath} onPainted={onPainted} />
    </StrictMode>,
  );
  followPrefs(app);
  // A screen that fails never reports its paint; the engine has work all the same.
  setTimeout(onPainted, paintLimitMs);
}

/** Insecure addresses have no Web Locks, no service worker and no crypto.subtle; there is no point in half an app. */
function isUsable(): boolean {
  return isSecureContext && 'locks' in navigator && 'indexedDB' in globalThis;
}

/** The file of the first screen travels while the database is being read. */
async function preloadScreen(): Promise<void> {
  const { at } = parseRoute(location.pathname);
  if (at === 'friends') await screenList.Friends.preload();
  if (at === 'settings') await screenList.Settings.preload();
}

/** A device whose small database cannot be read knows nobody; logging in shows whether storage works at all. */
async function readStart(reads: FirstReads): FirstReads['start'] {
  try {
    return await reads.start;
  } catch (error) {
    consoleLog.warn('device.unreadable', { error: String(error) });
    return { account: undefined, device: new Map() };
  }
}

/**
 * A browser that has cleared its databases may still have the cookie of a session. The log-in screen does not wait long for the answer; a late one still
 * opens the app, also after a server that was away, but never overtakes somebody who logs in by hand. A log-out that the server has not heard of is told now
 * instead.
 */
async function enterByCookie(app: CreatedApp, isLeaving: boolean): Promise<void> {
  const { sessionClient, kabar } = app.shared;
  const work = async (): Promise<void> => {
    if (isLeaving) {
      const left = await sessionClient.logOut();
      if (left.ok) await kabar.putDevice('leaving', false);
      return undefined;
    }
    for (let failures = 0; !isEntering(app); failures += 1) {
      const grant = await sessionClient.refresh();
      if (grant.ok) return isEntering(app) ? undefined : app.enter(grant.data);
      if (errorReactions[grant.code] !== 'retry') return undefined;
      await new Promise((resolve) => setTimeout(resolve, Math.max(backoff(failures, cookieRests), grant.retry ?? 0)));
    }
    return undefined;
  };
  await Promise.race([work(), new Promise((resolve) => setTimeout(resolve, cookieWaitMs))]);
}

function isEntering({ model, entry }: CreatedApp): boolean {
  return entry.hasBegun() || model.getState().person !== undefined;
}

/** The bare address leads back to where the person was. */
function restoreRoute(route: unknown): void {
  if (location.pathname !== '/') return;
  const isChat = typeof route === 'string' && parseRoute(route).at === 'chats';
  history.replaceState(null, '', isChat ? route : '/chats');
}

function followPrefs(app: CreatedApp): void {
  app.shared.prefs.subscribe((prefs) => {
    const language = pickLanguage(prefs.language, navigator.languages);
    applyLooks(prefs, language);
    showLanguage(language).catch((error: unknown) => consoleLog.warn('language.missing', { error: String(error) }));
  });
}

/** Everything that need not be there for the first picture: the engine with its connection, the service worker, the other screens. */
function runInBackground({ model, setUpdate }: CreatedApp): void {
  model.getState().person?.startEngine();
  watchPageLifecycle({
    hide: () => model.getState().person?.stopEngine(),
    show: () => {
      model.getState().person?.startEngine();
      model.getState().person?.reload();
    },
  });
  setUpdate(
    registerWorker(consoleLog, () => {
      const announce = (): void => model.getState().person?.services.stores.health.setState({ updateReady: true });
      announce();
      model.subscribe(announce);
    }),
  );
  setTimeout(() => {
    for (const screen of [screenList.Friends, screenList.Settings]) void screen.preload();
  }, calmMs);
}
