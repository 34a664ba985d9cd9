import { afterEach, describe, expect, it, vi } from 'vitest';
import { bridgeMethods, type BridgeEvent, type BridgeEvents, type BridgeMethod } from '#protocol/bridge.ts';

/*
 * The script in a real frame, against the schemas that the messenger parses its messages with. The test is the host.
 */
type Fields = Record<string, unknown>;
// oxlint-disable-next-line typescript/no-explicit-any -- pages are written without types: what they may do is what is tried here
type Loose = any;

interface Sent {
  eventType: string;
  eventData: unknown;
}

interface Opened {
  page: Window & typeof globalThis;
  webApp: Loose;
  sent: Sent[];
  tell(eventType: string, eventData?: unknown): Promise<void>;
  /** What was sent under a name since the last look. */
  take(eventType: string): Promise<unknown[]>;
}

const theme = { bg_color: '#171717', button_color: '#5cb8b6', secondary_bg_color: '#101010' };
const launch = (more: Record<string, string> = {}) =>
  new URLSearchParams({
    tgWebAppData: 'user=%7B%22id%22%3A7%2C%22first_name%22%3A%22Ana%22%7D&auth_date=5&start_param=t7&hash=x',
    tgWebAppVersion: '8.0',
    tgWebAppPlatform: 'weba',
    tgWebAppThemeParams: JSON.stringify(theme),
    tgWebAppBotInline: '1',
    ...more,
  }).toString();

const spy = () => vi.fn<(...given: unknown[]) => unknown>();
const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
  sessionStorage.clear();
});

async function open(more: Record<string, string> = {}): Promise<Opened> {
  const frame = document.createElement('iframe');
  frames.push(frame);
  const sent: Sent[] = [];
  addEventListener('message', (event) => {
    if (event.source === frame.contentWindow && typeof event.data === 'string')
      sent.push(JSON.parse(event.data) as Sent);
  });
  frame.src = `about:blank#${launch(more)}`;
  document.body.append(frame);
  const page = frame.contentWindow as Window & typeof globalThis;
  await load(page);
  const settle = () => new Promise<void>((done) => setTimeout(done, 5));
  return {
    page,
    webApp: (page as Loose).Telegram.WebApp,
    sent,
    async tell(eventType, eventData) {
      page.postMessage(JSON.stringify({ eventType, eventData }), '*');
      await settle();
    },
    async take(eventType) {
      await settle();
      return sent.splice(0).flatMap((one) => (one.eventType === eventType ? [one.eventData] : []));
    },
  };
}

function load(page: Window): Promise<void> {
  const script = page.document.createElement('script');
  script.type = 'module';
  script.src = new URL('/src/miniapp-sdk/telegramWebApp.ts', location.origin).href;
  const loaded = new Promise<void>((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error('the script did not load')));
  });
  page.document.head.append(script);
  return loaded;
}

const location8 = { available: true, access_requested: true, access_granted: true };
const biometry = { available: true, access_requested: true, access_granted: true, token_saved: false, type: 'face' };

/** How a page sends each method of the wire. What a manager must know first, the host says before. */
const calls: Record<
  Exclude<BridgeMethod, `kabar_${string}` | 'iframe_will_reload'>,
  (app: Loose, host: Opened) => unknown
> = {
  iframe_ready: () => undefined,
  web_app_request_theme: () => undefined,
  web_app_request_viewport: () => undefined,
  web_app_request_safe_area: () => undefined,
  web_app_request_content_safe_area: () => undefined,
  web_app_ready: (app) => app.ready(),
  web_app_close: (app) => app.close(),
  web_app_expand: (app) => app.expand(),
  web_app_request_fullscreen: (app) => app.requestFullscreen(),
  web_app_exit_fullscreen: (app) => app.exitFullscreen(),
  web_app_setup_main_button: (app) => app.MainButton.setText('Pay').show(),
  web_app_setup_secondary_button: (app) => app.SecondaryButton.setParams({ position: 'top', is_visible: true }),
  web_app_setup_back_button: (app) => app.BackButton.show(),
  web_app_setup_settings_button: (app) => app.SettingsButton.show(),
  web_app_setup_closing_behavior: (app) => app.enableClosingConfirmation(),
  web_app_setup_swipe_behavior: (app) => app.disableVerticalSwipes(),
  web_app_set_header_color: (app) => app.setHeaderColor('secondary_bg_color'),
  web_app_set_background_color: (app) => app.setBackgroundColor('bg_color'),
  web_app_set_bottom_bar_color: (app) => app.setBottomBarColor('#fff'),
  web_app_data_send: (app) => app.sendData('{"a":1}'),
  web_app_trigger_haptic_feedback: (app) =>
    app.HapticFeedback.impactOccurred('light').notificationOccurred('success').selectionChanged(),
  web_app_open_link: (app) => app.openLink('https://example.org/a', { try_instant_view: true }),
  web_app_open_tg_link: (app) => app.openTelegramLink('https://t.me/cafe?start=1'),
  web_app_open_invoice: (app) => app.openInvoice('https://t.me/$abc-1'),
  web_app_open_popup: (app) => app.showPopup({ title: 'A', message: 'B', buttons: [{ id: 'x', text: 'C' }] }),
  web_app_open_scan_qr_popup: (app) => app.showScanQrPopup({ text: 'Table' }),
  web_app_close_scan_qr_popup: (app) => app.closeScanQrPopup(),
  web_app_read_text_from_clipboard: (app) => app.readTextFromClipboard(),
  web_app_request_write_access: (app) => app.requestWriteAccess(),
  web_app_request_phone: (app) => app.requestContact(),
  web_app_invoke_custom_method: (app) => app.CloudStorage.setItem('a', 'b').getKeys(),
  web_app_switch_inline_query: (app) => app.switchInlineQuery('tea', ['users', 'groups']),
  web_app_send_prepared_message: (app) => app.shareMessage('card'),
  web_app_check_location: (app) => app.LocationManager.init(),
  web_app_request_location: async (app, host) => {
    await host.tell('location_checked', location8);
    app.LocationManager.getLocation(() => undefined);
  },
  web_app_open_location_settings: async (app, host) => {
    await host.tell('location_checked', location8);
    app.LocationManager.openSettings();
  },
  web_app_biometry_get_info: (app) => app.BiometricManager.init(),
  web_app_biometry_request_access: async (app, host) => {
    await host.tell('biometry_info_received', biometry);
    app.BiometricManager.requestAccess({ reason: 'to pay' });
  },
  web_app_biometry_request_auth: async (app, host) => {
    await host.tell('biometry_info_received', biometry);
    app.BiometricManager.authenticate({});
  },
  web_app_biometry_update_token: async (app, host) => {
    await host.tell('biometry_info_received', biometry);
    app.BiometricManager.updateBiometricToken('t');
  },
  web_app_biometry_open_settings: async (app, host) => {
    await host.tell('biometry_info_received', biometry);
    app.BiometricManager.openSettings();
  },
  web_app_add_to_home_screen: (app) => app.addToHomeScreen(),
  web_app_check_home_screen: (app) => app.checkHomeScreenStatus(),
  web_app_request_file_download: (app) => app.downloadFile({ url: 'https://example.org/a.pdf', file_name: 'a.pdf' }),
  web_app_request_emoji_status_access: (app) => app.requestEmojiStatusAccess(),
  web_app_set_emoji_status: (app) => app.setEmojiStatus('5', { duration: 60 }),
  web_app_share_to_story: (app) => app.shareToStory('https://example.org/a.png', { text: 'A' }),
  web_app_start_accelerometer: (app) => app.Accelerometer.start({ refresh_rate: 1 }),
  web_app_stop_accelerometer: (app) => app.Accelerometer.stop(),
  web_app_start_gyroscope: (app) => app.Gyroscope.start({}),
  web_app_stop_gyroscope: (app) => app.Gyroscope.stop(),
  web_app_start_device_orientation: (app) => app.DeviceOrientation.start({ need_absolute: true }),
  web_app_stop_device_orientation: (app) => app.DeviceOrientation.stop(),
  web_app_toggle_orientation_lock: (app) => app.lockOrientation(),
};

describe('every method', () => {
  it.each(Object.keys(calls) as (keyof typeof calls)[])('%s arrives in its shape', async (method) => {
    const host = await open();
    await calls[method](host.webApp, host);
    const data = await host.take(method);
    expect(data.length).toBeGreaterThan(0);
    for (const one of data)
      expect(bridgeMethods[method].safeParse(one), JSON.stringify(one)).toMatchObject({ success: true });
  });
});

interface Heard<Event extends BridgeEvent> {
  data: BridgeEvents[Event];
  /** What the page hears, if it hears something. */
  name?: string;
  with?: unknown;
  /** What the page did before, so that the answer is one. `callback` is to be called. */
  before?: (app: Loose, callback: (...answer: unknown[]) => unknown) => unknown;
  answer?: unknown[];
}

const insets = { top: 1, right: 2, bottom: 3, left: 4 };
const unsupported = { error: 'UNSUPPORTED' } as const;
/** What the page notices of each event of the wire; three of them are tried further below. */
const events: {
  [Event in Exclude<BridgeEvent, 'reload_iframe' | 'set_custom_style' | `kabar_${string}`>]: Heard<Event>;
} = {
  theme_changed: { data: { theme_params: { bg_color: '#ffffff' } }, name: 'themeChanged' },
  viewport_changed: {
    data: { height: 500, width: 300, is_expanded: true, is_state_stable: true },
    name: 'viewportChanged',
    with: { isStateStable: true },
  },
  safe_area_changed: { data: insets, name: 'safeAreaChanged' },
  content_safe_area_changed: { data: insets, name: 'contentSafeAreaChanged' },
  visibility_changed: { data: { is_visible: false }, name: 'deactivated' },
  fullscreen_changed: { data: { is_fullscreen: true }, name: 'fullscreenChanged' },
  fullscreen_failed: { data: unsupported, name: 'fullscreenFailed', with: unsupported },
  main_button_pressed: {
    data: undefined,
    name: 'mainButtonClicked',
    before: (app, callback) => app.MainButton.onClick(callback),
    answer: [undefined],
  },
  secondary_button_pressed: { data: undefined, name: 'secondaryButtonClicked' },
  back_button_pressed: {
    data: undefined,
    name: 'backButtonClicked',
    before: (app, callback) => app.BackButton.onClick(callback),
    answer: [undefined],
  },
  settings_button_pressed: { data: undefined, name: 'settingsButtonClicked' },
  popup_closed: {
    data: { button_id: 'ok' },
    name: 'popupClosed',
    with: { button_id: 'ok' },
    before: (app, callback) => app.showConfirm('Sure?', callback),
    answer: [true],
  },
  qr_text_received: {
    data: { data: 'code' },
    name: 'qrTextReceived',
    with: { data: 'code' },
    before: (app, callback) => app.showScanQrPopup({}, callback),
    answer: ['code'],
  },
  scan_qr_popup_closed: { data: undefined, name: 'scanQrPopupClosed' },
  clipboard_text_received: { data: { req_id: '?', data: 'text' } },
  custom_method_invoked: { data: { req_id: '?', result: true } },
  write_access_requested: {
    data: { status: 'allowed' },
    name: 'writeAccessRequested',
    with: { status: 'allowed' },
    before: (app, callback) => app.requestWriteAccess(callback),
    answer: [true],
  },
  phone_requested: {
    data: { status: 'cancelled' },
    name: 'contactRequested',
    with: { status: 'cancelled' },
    before: (app, callback) => app.requestContact(callback),
    answer: [false, { status: 'cancelled' }],
  },
  invoice_closed: {
    data: { slug: 'abc', status: 'paid' },
    name: 'invoiceClosed',
    with: { url: 'https://t.me/$abc', status: 'paid' },
    before: (app, callback) => app.openInvoice('https://t.me/$abc', callback),
    answer: ['paid'],
  },
  prepared_message_sent: {
    data: undefined,
    name: 'shareMessageSent',
    before: (app, callback) => app.shareMessage('card', callback),
    answer: [true],
  },
  prepared_message_failed: {
    data: { error: 'USER_DECLINED' },
    name: 'shareMessageFailed',
    with: { error: 'USER_DECLINED' },
    before: (app, callback) => app.shareMessage('card', callback),
    answer: [false],
  },
  location_checked: {
    data: location8,
    name: 'locationManagerUpdated',
    before: (app, callback) => app.LocationManager.init(callback),
    answer: [true],
  },
  location_requested: { data: { available: false }, name: 'locationRequested', with: { locationData: null } },
  biometry_info_received: {
    data: { available: false },
    name: 'biometricManagerUpdated',
    before: (app, callback) => app.BiometricManager.init(callback),
    answer: [],
  },
  biometry_auth_requested: { data: { status: 'failed' } },
  biometry_token_updated: { data: { status: 'failed' } },
  home_screen_checked: {
    data: { status: 'unsupported' },
    name: 'homeScreenChecked',
    with: { status: 'unsupported' },
    before: (app, callback) => app.checkHomeScreenStatus(callback),
    answer: ['unsupported'],
  },
  home_screen_added: { data: undefined, name: 'homeScreenAdded' },
  home_screen_failed: { data: unsupported, name: 'homeScreenFailed', with: unsupported },
  file_download_requested: {
    data: { status: 'downloading' },
    name: 'fileDownloadRequested',
    with: { status: 'downloading' },
    before: (app, callback) => app.downloadFile({ url: 'https://example.org/a', file_name: 'a' }, callback),
    answer: [true],
  },
  emoji_status_access_requested: {
    data: { status: 'cancelled' },
    name: 'emojiStatusAccessRequested',
    with: { status: 'cancelled' },
    before: (app, callback) => app.requestEmojiStatusAccess(callback),
    answer: [false],
  },
  emoji_status_failed: {
    data: unsupported,
    name: 'emojiStatusFailed',
    with: unsupported,
    before: (app, callback) => app.setEmojiStatus('5', {}, callback),
    answer: [false],
  },
  accelerometer_failed: {
    data: unsupported,
    name: 'accelerometerFailed',
    with: unsupported,
    before: (app, callback) => app.Accelerometer.start({}, callback),
    answer: [false],
  },
  accelerometer_stopped: {
    data: undefined,
    name: 'accelerometerStopped',
    before: (app, callback) => app.Accelerometer.stop(callback),
    answer: [true],
  },
  gyroscope_failed: { data: unsupported, name: 'gyroscopeFailed', with: unsupported },
  gyroscope_stopped: { data: undefined, name: 'gyroscopeStopped' },
  device_orientation_failed: { data: unsupported, name: 'deviceOrientationFailed', with: unsupported },
  device_orientation_stopped: { data: undefined, name: 'deviceOrientationStopped' },
};

describe('every event', () => {
  it.each(Object.keys(events) as (keyof typeof events)[])('%s is heard', async (event) => {
    const { data, name, with: fields, before, answer } = events[event] as Heard<BridgeEvent>;
    const host = await open();
    const [bare, heard, callback] = [spy(), spy(), spy()];
    (host.page as Loose).Telegram.WebView.onEvent(event, bare);
    if (name) host.webApp.onEvent(name, heard);
    before?.(host.webApp, callback);
    await host.tell(event, data);
    expect(bare).toHaveBeenCalledOnce();
    expect(bare.mock.calls[0]?.[0]).toBe(event);
    // The window of the frame itself also tells its size, when the browser has laid it out.
    if (name === 'viewportChanged') expect(heard.mock.calls).toContainEqual([fields]);
    else if (name) expect(heard.mock.calls).toEqual([[fields]]);
    if (answer) expect(callback.mock.calls).toEqual([answer]);
  });
});

describe('a page', () => {
  it('learns who opened it, and the colours, at once', async () => {
    const { webApp, page } = await open();
    expect(webApp.initDataUnsafe).toMatchObject({
      user: { id: 7, first_name: 'Ana' },
      start_param: 't7',
      auth_date: '5',
    });
    expect([webApp.version, webApp.platform, webApp.colorScheme]).toEqual(['8.0', 'weba', 'dark']);
    const { style } = page.document.documentElement;
    expect(style.getPropertyValue('--tg-theme-bg-color')).toBe('#171717');
    expect(style.getPropertyValue('--tg-color-scheme')).toBe('dark');
    expect(style.getPropertyValue('--tg-viewport-height')).toBe('100vh');
    expect(JSON.parse(page.sessionStorage.getItem('__telegram__initParams') ?? '')).toMatchObject({
      tgWebAppVersion: '8.0',
    });
  });

  it('follows theme, room and edges', async () => {
    const { webApp, page, tell } = await open();
    await tell('theme_changed', { theme_params: { bg_color: '#ffffff', link_color: 'url(x)' } });
    await tell('viewport_changed', { height: 400, width: 300, is_expanded: false, is_state_stable: false });
    await tell('safe_area_changed', insets);
    const { style } = page.document.documentElement;
    expect([webApp.colorScheme, webApp.themeParams.bg_color, webApp.themeParams.link_color]).toEqual([
      'light',
      '#ffffff',
      undefined,
    ]);
    expect([webApp.viewportHeight, webApp.isExpanded]).toEqual([400, false]);
    expect(style.getPropertyValue('--tg-viewport-height')).toBe('400px');
    expect(style.getPropertyValue('--tg-viewport-stable-height')).toBe('100vh');
    expect(style.getPropertyValue('--tg-safe-area-inset-left')).toBe('4px');
    expect(webApp.safeAreaInset).toEqual(insets);
  });

  it('hears nobody but its parent', async () => {
    const { webApp, page, tell } = await open();
    const heard = spy();
    webApp.onEvent('backButtonClicked', heard);
    const inner = page.document.createElement('iframe');
    page.document.body.append(inner);
    const script = inner.contentDocument!.createElement('script');
    script.textContent = `parent.postMessage('{"eventType":"back_button_pressed"}', '*')`;
    inner.contentDocument!.body.append(script);
    page.postMessage({ eventType: 'back_button_pressed' }, '*');
    page.postMessage('{"eventType":', '*');
    await tell('nothing');
    expect(heard).not.toHaveBeenCalled();
  });

  it('takes styles of the host', async () => {
    const { page, tell } = await open();
    await tell('set_custom_style', 'body { color: rgb(1, 2, 3) }');
    expect(page.getComputedStyle(page.document.body).color).toBe('rgb(1, 2, 3)');
  });

  it('says goodbye before it reloads', async () => {
    const { tell, take } = await open();
    await tell('reload_iframe');
    expect(await take('iframe_will_reload')).toEqual(['']);
  });

  it('may load the script twice', async () => {
    const { webApp, page, take } = await open();
    await take('');
    const again = (page as Loose).Telegram;
    await load(page);
    expect((page as Loose).Telegram).toBe(again);
    expect(again.WebApp).toBe(webApp);
  });

  it('leads links that want a window, and links into the messenger, through the host', async () => {
    const { page, take } = await open();
    page.document.body.innerHTML =
      '<a id="out" href="https://example.org/" target="_blank"><b>x</b></a><a id="in" href="https://t.me/cafe">y</a><a id="own" href="#z">z</a>';
    const left: boolean[] = [];
    // After the script's own look at it, and before the browser follows: this frame has no address of its own that a fragment could belong to.
    page.addEventListener('click', (event) => {
      left.push(!event.defaultPrevented);
      event.preventDefault();
    });
    for (const selector of ['#out b', '#in', '#own']) page.document.querySelector<HTMLElement>(selector)!.click();
    expect(left).toEqual([false, false, true]);
    const { length } = page.history;
    expect(await take('web_app_open_link')).toEqual([{ url: 'https://example.org/' }]);
    page.document.querySelector<HTMLElement>('#in')!.click();
    expect(await take('web_app_open_tg_link')).toEqual([{ path_full: '/cafe' }]);
    expect(page.history.length).toBe(length);
  });
});

describe('values from the server', () => {
  it('go to who asked, by the name of the request', async () => {
    const { webApp, tell, take } = await open();
    const [one, other] = [spy(), spy()];
    webApp.CloudStorage.getItem('a', one);
    webApp.CloudStorage.getItems(['a', 'b'], other);
    const [first, second] = (await take('web_app_invoke_custom_method')) as { req_id: string; method: string }[];
    expect(first).toMatchObject({ method: 'getStorageValues', params: { keys: ['a'] } });
    await tell('custom_method_invoked', { req_id: second?.req_id, error: 'FULL' });
    await tell('custom_method_invoked', { req_id: first?.req_id, result: { a: '1' } });
    await tell('custom_method_invoked', { req_id: first?.req_id, result: { a: '2' } });
    expect(one.mock.calls).toEqual([[null, '1']]);
    expect(other.mock.calls).toEqual([['FULL']]);
  });

  it('bring the contact that was sent', async () => {
    const { webApp, tell, take } = await open();
    const callback = spy();
    webApp.requestContact(callback);
    await tell('phone_requested', { status: 'sent' });
    await vi.waitFor(async () => {
      const [asked] = (await take('web_app_invoke_custom_method')) as { req_id: string }[];
      await tell('custom_method_invoked', { req_id: asked?.req_id, result: 'contact=%7B%22user_id%22%3A7%7D&hash=x' });
      expect(callback).toHaveBeenCalledOnce();
    });
    expect(callback.mock.calls[0]?.[1]).toMatchObject({
      status: 'sent',
      responseUnsafe: { contact: { user_id: 7 }, hash: 'x' },
    });
  });
});

describe('what a page may not do', () => {
  const mistakes: [string, (app: Loose) => unknown][] = [
    ['WebAppPopupParamInvalid', (app) => app.showPopup({ message: '' })],
    ['WebAppPopupParamInvalid', (app) => app.showPopup({ message: 'x'.repeat(257) })],
    ['WebAppPopupParamInvalid', (app) => app.showPopup({ message: 'x', buttons: [] })],
    ['WebAppPopupParamInvalid', (app) => app.showPopup({ message: 'x', buttons: [{ type: 'default' }] })],
    ['WebAppPopupOpened', (app) => [app.showAlert('a'), app.showAlert('b')]],
    ['WebAppScanQrPopupParamInvalid', (app) => app.showScanQrPopup({ text: 'x'.repeat(65) })],
    ['WebAppTgUrlInvalid', (app) => app.openTelegramLink('https://example.org/')],
    ['WebAppTgUrlInvalid', (app) => app.openLink('javascript:alert(1)')],
    ['WebAppInvoiceUrlInvalid', (app) => app.openInvoice('https://t.me/cafe')],
    ['WebAppDataInvalid', (app) => app.sendData('')],
    ['WebAppDataInvalid', (app) => app.sendData('é'.repeat(2_049))],
    ['WebAppHeaderColorKeyInvalid', (app) => app.setHeaderColor('red')],
    ['WebAppBackgroundColorInvalid', (app) => app.setBackgroundColor('red')],
    ['WebAppBottomBarColorInvalid', (app) => app.setBottomBarColor('red')],
    ['WebAppBottomButtonParamInvalid', (app) => app.MainButton.setText('x'.repeat(65))],
    ['WebAppBottomButtonParamInvalid', (app) => app.MainButton.setParams({ color: 'red' })],
    ['WebAppBottomButtonParamInvalid', (app) => app.SecondaryButton.setParams({ position: 'middle' })],
    ['WebAppHapticImpactStyleInvalid', (app) => app.HapticFeedback.impactOccurred('soon')],
    ['WebAppHapticNotificationTypeInvalid', (app) => app.HapticFeedback.notificationOccurred('soon')],
    ['WebAppLocationManagerNotInited', (app) => app.LocationManager.getLocation()],
    ['WebAppBiometricManagerNotInited', (app) => app.BiometricManager.authenticate({})],
    ['WebAppDownloadFileParamInvalid', (app) => app.downloadFile({ url: 'http://example.org', file_name: 'a' })],
    ['WebAppInlineChooseChatTypesInvalid', (app) => app.switchInlineQuery('x', ['planets'])],
    ['WebAppMethodUnsupported', (app) => app.DeviceStorage.getItem('a')],
  ];
  it.each(mistakes)('%s (%#)', async (name, act) => {
    const { webApp, page } = await open();
    vi.spyOn(page.console, 'error').mockReturnValue();
    expect(() => act(webApp)).toThrow(name);
  });

  it.each([
    ['6.0', (app: Loose) => app.showAlert('x')],
    ['7.9', (app: Loose) => app.SecondaryButton.show()],
    ['7.10', (app: Loose) => app.requestFullscreen()],
  ])('call what came after version %s', async (tgWebAppVersion, act) => {
    const { webApp, page } = await open({ tgWebAppVersion });
    vi.spyOn(page.console, 'error').mockReturnValue();
    expect(() => act(webApp)).toThrow('WebAppMethodUnsupported');
  });
});

describe('buttons', () => {
  it('say each change once and nothing before they are shown', async () => {
    const { webApp, take } = await open();
    webApp.MainButton.setText('Pay');
    webApp.MainButton.color = '#123';
    expect(await take('web_app_setup_main_button')).toEqual([]);
    webApp.MainButton.show().show();
    webApp.MainButton.showProgress();
    const said = (await take('web_app_setup_main_button')) as Fields[];
    expect(said).toMatchObject([
      { is_visible: true, text: 'Pay', color: '#112233', is_progress_visible: false },
      { is_progress_visible: true, is_active: false },
    ]);
  });

  it('do not hear presses while they are off, and forget who no longer listens', async () => {
    const { webApp, tell } = await open();
    const [gone, there] = [spy(), spy()];
    webApp.MainButton.onClick(gone).onClick(there).onClick(there).offClick(gone);
    await tell('main_button_pressed');
    webApp.MainButton.disable();
    await tell('main_button_pressed');
    expect([gone.mock.calls.length, there.mock.calls.length]).toEqual([0, 1]);
  });

  it('a failing listener of the page does not keep others from hearing', async () => {
    const { webApp, page, tell } = await open();
    const seen = vi.spyOn(page.console, 'error').mockReturnValue();
    const heard = spy();
    webApp.onEvent('themeChanged', () => {
      throw new Error('the page');
    });
    webApp.onEvent('themeChanged', heard);
    await tell('theme_changed', { theme_params: {} });
    expect(heard).toHaveBeenCalledOnce();
    expect(seen).toHaveBeenCalledOnce();
  });

  it('the scanner closes when the page says that this was the code', async () => {
    const { webApp, tell, take } = await open();
    webApp.showScanQrPopup({}, (text: string) => text === 'right');
    await tell('qr_text_received', { data: 'wrong' });
    expect(await take('web_app_close_scan_qr_popup')).toEqual([]);
    await tell('qr_text_received', { data: 'right' });
    expect(await take('web_app_close_scan_qr_popup')).toEqual(['']);
  });
});
