import { afterEach, describe, expect, it } from 'vitest';
import { bridgeMethods, type BridgeMethod } from '#protocol/bridge.ts';
import { connectPage } from '../sdk/connectPage.ts';
import type { PageWindow } from '../wire/openLine.ts';
import { startMockHost } from './startMockHost.ts';

const frames: HTMLIFrameElement[] = [];
afterEach(() => {
  for (const frame of frames.splice(0)) frame.remove();
  sessionStorage.clear();
  localStorage.clear();
});

/**
 * A page that nobody shows. Tests run in frames, so this one has its parent's place taken by itself; and what this window says to it counts as said by itself.
 */
function openAlone(): PageWindow {
  const frame = document.createElement('iframe');
  frames.push(frame);
  document.body.append(frame);
  const inner = frame.contentWindow as PageWindow;
  const listeners: ((event: { source: unknown; data: unknown }) => void)[] = [];
  const alone: object = new Proxy(inner, {
    get(target, name) {
      if (name === 'parent') return alone;
      if (name === 'location')
        return { hash: '', search: '', href: 'http://app.example/', origin: 'http://app.example' };
      if (name === 'history') return { state: null, replaceState: () => undefined };
      if (name === 'addEventListener')
        return (event: string, listener: (typeof listeners)[0]) => {
          if (event === 'message') listeners.push(listener);
        };
      if (name === 'postMessage')
        return (data: unknown) =>
          queueMicrotask(() => {
            for (const listener of listeners) listener({ source: alone, data });
          });
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return alone as PageWindow;
}

describe('the mock host', () => {
  it('plays the messenger for the SDK', async () => {
    const page = openAlone();
    expect(startMockHost(page, { consent: 'allow', scheme: 'dark' })).toBe(true);
    const kabar = await connectPage(page);
    await new Promise((done) => setTimeout(done, 0));
    expect(kabar.theme.scheme).toBe('dark');
    await kabar.storage.set('a', '1');
    expect([await kabar.storage.get('a'), await kabar.storage.keys()]).toEqual(['1', ['a']]);
    await kabar.storage.remove('a');
    expect(await kabar.storage.get('a')).toBeUndefined();
    expect([await kabar.ask('camera'), await kabar.share('card'), await kabar.readClipboard()]).toEqual([
      true,
      'sent',
      'text of the clipboard',
    ]);
    expect(await kabar.locate()).toMatchObject({ accuracy: 30 });
    expect(await kabar.contact()).toContain('contact=');
  });

  it('can refuse everything', async () => {
    const page = openAlone();
    startMockHost(page, { consent: 'deny' });
    const kabar = await connectPage(page);
    expect([await kabar.ask('camera'), await kabar.share('card'), await kabar.locate(), await kabar.contact()]).toEqual(
      [false, 'cancelled', undefined, undefined],
    );
  });

  it('draws buttons and dialogs that can be pressed', async () => {
    const page = openAlone();
    startMockHost(page);
    const kabar = await connectPage(page);
    const { shadowRoot } = page.document.querySelector('kabar-mock')!;
    const press = (text: string) =>
      [...shadowRoot!.querySelectorAll('button')].find((button) => button.textContent === text)!.click();
    const pressed = new Promise<void>((resolve) => void kabar.on('main', () => resolve()));
    kabar.mainButton({ text: 'Pay', isVisible: true });
    await new Promise((done) => setTimeout(done, 0));
    press('Pay');
    await pressed;
    const popup = kabar.popup({ message: '<b>Sure?</b>', buttons: [{ id: 'yes', text: 'Yes' }] });
    await new Promise((done) => setTimeout(done, 0));
    expect(shadowRoot!.querySelector('dialog p')?.textContent).toBe('<b>Sure?</b>');
    press('Yes');
    expect(await popup).toBe('yes');
  });

  it('leaves pages alone that somebody shows', () => {
    expect(startMockHost(window)).toBe(false);
  });

  it('answers every method that has an answer', async () => {
    const answered: Partial<Record<BridgeMethod, [unknown, string]>> = {
      web_app_request_theme: [undefined, 'theme_changed'],
      web_app_request_viewport: [undefined, 'viewport_changed'],
      web_app_expand: [undefined, 'viewport_changed'],
      web_app_request_safe_area: [undefined, 'safe_area_changed'],
      web_app_request_content_safe_area: [undefined, 'content_safe_area_changed'],
      web_app_request_fullscreen: [undefined, 'fullscreen_changed'],
      web_app_exit_fullscreen: [undefined, 'fullscreen_changed'],
      web_app_open_invoice: [{ slug: 'a' }, 'invoice_closed'],
      web_app_close_scan_qr_popup: [undefined, 'scan_qr_popup_closed'],
      web_app_read_text_from_clipboard: [{ req_id: 'a' }, 'clipboard_text_received'],
      web_app_request_write_access: [undefined, 'write_access_requested'],
      web_app_request_phone: [undefined, 'phone_requested'],
      web_app_invoke_custom_method: [{ req_id: 'a', method: 'x', params: {} }, 'custom_method_invoked'],
      web_app_send_prepared_message: [{ id: 'a' }, 'prepared_message_sent'],
      web_app_check_location: [undefined, 'location_checked'],
      web_app_request_location: [undefined, 'location_requested'],
      web_app_biometry_get_info: [undefined, 'biometry_info_received'],
      web_app_biometry_request_access: [undefined, 'biometry_info_received'],
      web_app_biometry_request_auth: [undefined, 'biometry_auth_requested'],
      web_app_biometry_update_token: [undefined, 'biometry_token_updated'],
      web_app_add_to_home_screen: [undefined, 'home_screen_failed'],
      web_app_check_home_screen: [undefined, 'home_screen_checked'],
      web_app_request_file_download: [{ url: 'https://a', file_name: 'a' }, 'file_download_requested'],
      web_app_request_emoji_status_access: [undefined, 'emoji_status_access_requested'],
      web_app_set_emoji_status: [undefined, 'emoji_status_failed'],
      web_app_start_accelerometer: [undefined, 'accelerometer_failed'],
      web_app_stop_accelerometer: [undefined, 'accelerometer_stopped'],
      web_app_start_gyroscope: [undefined, 'gyroscope_failed'],
      web_app_stop_gyroscope: [undefined, 'gyroscope_stopped'],
      web_app_start_device_orientation: [undefined, 'device_orientation_failed'],
      web_app_stop_device_orientation: [undefined, 'device_orientation_stopped'],
      kabar_request_scope: [{ req_id: 'a', scope: 'camera' }, 'kabar_scope_answered'],
      kabar_share: [{ req_id: 'a', id: 'a' }, 'kabar_shared'],
    };
    const page = openAlone();
    startMockHost(page, { consent: 'allow' });
    for (const [method, [data, event]] of Object.entries(answered)) {
      expect(bridgeMethods[method as BridgeMethod].safeParse(data)).toMatchObject({ success: true });
      const heard = new Promise<string>((resolve) => {
        page.addEventListener('message', ({ data: text }) => {
          const { eventType } = JSON.parse(String(text)) as { eventType: string };
          if (eventType === event) resolve(eventType);
        });
      });
      page.postMessage(JSON.stringify({ eventType: method, eventData: data }), '*');
      expect(await heard).toBe(event);
    }
  });
});
