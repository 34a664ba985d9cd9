import type { PageWindow } from '../wire/openLine.ts';
import { keepForSession, readFromSession } from '../wire/launchParams.ts';
import { parseInitData } from '../wire/parseInitData.ts';
import { appendToFragment, decodeUrlPart, parseFragment, parseQuery } from '../wire/queryStrings.ts';
import { bottomButtonKinds } from './bottomButtonKinds.ts';
import { createBehaviour } from './createBehaviour.ts';
import { createBiometricManager } from './createBiometricManager.ts';
import { createBottomButton } from './createBottomButton.ts';
import { createCloudStorage } from './createCloudStorage.ts';
import { createCore, type Core } from './createCore.ts';
import { createCustomMethods } from './createCustomMethods.ts';
import { createExtras } from './createExtras.ts';
import { createHaptics } from './createHaptics.ts';
import { createLaterStorage } from './createLaterStorage.ts';
import { createLinks } from './createLinks.ts';
import { createLocationManager } from './createLocationManager.ts';
import { createPopups } from './createPopups.ts';
import { createRequests } from './createRequests.ts';
import { createSensor } from './createSensor.ts';
import { createSimpleButton } from './createSimpleButton.ts';
import { createSurface } from './createSurface.ts';
import { createTheme } from './createTheme.ts';
import { createViewport } from './createViewport.ts';
import { createWebView, type WebView } from './createWebView.ts';
import { sensorKinds } from './sensorKinds.ts';

/** What pages find as `window.Telegram`. The WebApp has the members of the public documentation, version 8.0. */
export interface Telegram {
  WebApp: Record<string, unknown>;
  WebView: WebView;
  Utils: Record<string, unknown>;
}

/**
 * Puts `Telegram` on the window. A page that loads the script twice keeps the first one: its listeners are there. What is on `Telegram` already and is not
 * ours stays.
 */
export function installTelegram(page: PageWindow): Telegram {
  const holder = page as unknown as { Telegram?: Partial<Telegram> };
  const { Telegram: existing } = holder;
  if (existing?.WebApp && existing.WebView) return existing as Telegram;
  const view = createWebView(page);
  const webApp: Record<string, unknown> = {};
  const core = createCore(page, view, webApp);
  for (const part of createParts(core)) Object.defineProperties(webApp, Object.getOwnPropertyDescriptors(part));
  const telegram: Telegram = { ...existing, WebApp: webApp, WebView: view, Utils: createUrlTools(page) };
  holder.Telegram = telegram;
  return telegram;
}

function createParts(core: Core): object[] {
  const theme = createTheme(core);
  const custom = createCustomMethods(core);
  const { initParams } = core.view;
  const settings = createSimpleButton(core, {
    name: 'SettingsButton',
    since: '6.10',
    event: 'settingsButtonClicked',
    pressed: 'settings_button_pressed',
    method: 'web_app_setup_settings_button',
  });
  const back = createSimpleButton(core, {
    name: 'BackButton',
    since: '6.1',
    event: 'backButtonClicked',
    pressed: 'back_button_pressed',
    method: 'web_app_setup_back_button',
  });
  const initData = initParams['tgWebAppData'] ?? '';
  return [
    {
      initData,
      initDataUnsafe: parseInitData(initData),
      version: core.version,
      platform: initParams['tgWebAppPlatform'] || 'unknown',
      isVersionAtLeast: core.isVersionAtLeast,
      onEvent: core.onEvent,
      offEvent: core.offEvent,
    },
    theme,
    createSurface(core, theme),
    createViewport(core),
    createBehaviour(core),
    custom,
    createPopups(core),
    createLinks(core),
    createRequests(core, custom),
    createExtras(core),
    {
      BackButton: back,
      SettingsButton: settings,
      MainButton: createBottomButton(core, theme, bottomButtonKinds.main),
      SecondaryButton: createBottomButton(core, theme, bottomButtonKinds.secondary),
      HapticFeedback: createHaptics(core),
      CloudStorage: createCloudStorage(custom),
      BiometricManager: createBiometricManager(core),
      LocationManager: createLocationManager(core),
      DeviceStorage: createLaterStorage(core, 'DeviceStorage'),
      SecureStorage: createLaterStorage(core, 'SecureStorage'),
      ...Object.fromEntries(sensorKinds.map((kind) => [kind.name, createSensor(core, kind)])),
    },
  ];
}

/** `Telegram.Utils`, under the names that pages know. */
function createUrlTools(page: PageWindow): Record<string, unknown> {
  return {
    urlSafeDecode: decodeUrlPart,
    urlParseQueryString: parseQuery,
    urlParseHashParams: parseFragment,
    urlAppendHashParams: appendToFragment,
    sessionStorageSet: (name: string, value: unknown) => keepForSession(page, name, value),
    sessionStorageGet: (name: string) => readFromSession(page, name),
  };
}
