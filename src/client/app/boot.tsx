import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { watchPageLifecycle } from '#client/adapters/browser/watchPageLifecycle.ts';
import { openKabarDatabase, type KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { App } from './App.tsx';
import { applyLooks } from './applyLooks.ts';
import { createApp, type CreatedApp } from './createApp.ts';
import { showLanguage, startI18n } from './i18n.ts';
import { pickLanguage } from './languages.ts';
import { parseRoute } from './parseRoute.ts';
import { registerWorker } from './registerWorker.ts';
import { screenList } from './screenList.ts';
import { TroublePage } from './TroublePage.tsx';

/**
 * Starts the app: looks and language, the person this device knows, the first picture from the cache. The network is asked only after that picture stands,
 * except when the device knows nobody.
 */
export async function boot(container: HTMLElement): Promise<void> {
  const root = createRoot(container);
  if (!isUsable()) {
    await startI18n(pickLanguage(undefined, navigator.languages));
    root.render(<TroublePage trouble="insecure" />);
    return;
  }
  preloadScreen();
  const kabar = openKabarDatabase();
  const { account, device } = await readStart(kabar);
  const app = createApp(kabar, (device.get('prefs') ?? {}) as Partial<PrefsState>);
  restoreRoute(device.get('route'));
  const prefs = app.shared.prefs.getState();
  const language = pickLanguage(prefs.language, navigator.languages);
  applyLooks(prefs, language);
  const texts = startI18n(language);
  if (account) await app.resume(account);
  else await enterByCookie(app, device.get('leaving') === true);
  await texts;
  if (app.shared.session.getState().state === 'unknown') app.shared.session.setState({ state: 'out' });
  root.render(
    <StrictMode>
      <App model={app.model} entry={app.entry} />
    </StrictMode>,
  );
  followPrefs(app);
  afterPaint(() => runInBackground(app));
}

/** Insecure addresses have no Web Locks, no service worker and no crypto.subtle; there is no point in half an app. */
function isUsable(): boolean {
  return isSecureContext && 'locks' in navigator && 'indexedDB' in globalThis;
}

/** The file of the first screen travels while the database is being read. */
function preloadScreen(): void {
  const { at } = parseRoute(location.pathname);
  if (at === 'friends') screenList.Friends.preload();
  else if (at === 'settings') screenList.Settings.preload();
  else screenList.Chats.preload();
}

/** A device whose small database cannot be read knows nobody; logging in shows whether storage works at all. */
async function readStart(kabar: KabarDatabase): ReturnType<KabarDatabase['readStart']> {
  try {
    return await kabar.readStart();
  } catch (error) {
    consoleLog.warn('device.unreadable', { error: String(error) });
    return { account: undefined, device: new Map() };
  }
}

/** A browser that has cleared its databases may still have the cookie of a session. A log-out that the server has not heard of is told now instead. */
async function enterByCookie(app: CreatedApp, isLeaving: boolean): Promise<void> {
  const { sessionClient, kabar } = app.shared;
  if (isLeaving) {
    const left = await sessionClient.logOut();
    if (left.ok) await kabar.putDevice('leaving', false);
    return;
  }
  const grant = await sessionClient.refresh();
  if (grant.ok) await app.enter(grant.data);
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

/** Two frames: the first one paints, the second one runs after it. */
function afterPaint(work: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(work));
}

function runInBackground({ model, shared, setUpdate }: CreatedApp): void {
  model.getState().person?.startEngine();
  watchPageLifecycle({
    hide: () => {
      const { at } = parseRoute(location.pathname);
      if (at === 'chats') void shared.kabar.putDevice('route', location.pathname).catch(() => undefined);
      model.getState().person?.stopEngine();
    },
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
  for (const screen of [screenList.Friends, screenList.Settings]) screen.preload();
}
