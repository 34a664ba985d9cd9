import { describe, expect, it } from 'vitest';
import { bridgeMethods, type BridgeEvent, type BridgeEvents, type BridgeMethod } from '#protocol/bridge.ts';
import type { PageWindow } from '../wire/openLine.ts';
import { connectPage } from './connectPage.ts';

interface Sent {
  eventType: BridgeMethod;
  eventData: Record<string, unknown>;
}

const room = { height: 600, width: 400, is_expanded: false, is_state_stable: true };
const hash =
  '#tgWebAppData=user%3D%257B%2522id%2522%253A7%257D%26start_param%3Dt7%26hash%3Dx&tgWebAppVersion=8.0&tgWebAppThemeParams=%7B%22bg_color%22%3A%22%23171717%22%7D';

/** A page in a frame whose host answers by hand, except for the first words. */
function openPage({ isAnswered = true, isAlone = false } = {}) {
  const sent: Sent[] = [];
  const css: Record<string, string> = {};
  let hear: (event: { source: unknown; data: unknown }) => void = () => undefined;
  const parent = {
    postMessage(text: string, target: string) {
      const message = JSON.parse(text) as Sent;
      expect(target).toBe('*');
      // Whatever is sent must be what the messenger reads.
      expect(bridgeMethods[message.eventType].safeParse(message.eventData), text).toMatchObject({ success: true });
      sent.push(message);
      if (isAnswered && message.eventType === 'web_app_request_viewport')
        queueMicrotask(() => tell('viewport_changed', room));
    },
  };
  const values = new Map<string, string>();
  const page = {
    location: { hash, reload: () => undefined },
    sessionStorage: {
      getItem: (key: string) => values.get(key) ?? null,
      setItem: (key: string, value: string) => values.set(key, value),
    },
    parent,
    innerWidth: 400,
    innerHeight: 300,
    document: {
      documentElement: { style: { setProperty: (name: string, value: string) => void (css[name] = value) } },
    },
    addEventListener: (_: string, listener: typeof hear) => void (hear = listener),
    setTimeout: (work: () => void, ms: number) => setTimeout(work, ms),
    clearTimeout: (timer: ReturnType<typeof setTimeout>) => clearTimeout(timer),
  };
  if (isAlone) Object.assign(page, { parent: page });
  const tell = <Event extends BridgeEvent>(
    eventType: Event,
    eventData?: BridgeEvents[Event],
    source: unknown = parent,
  ) => hear({ source, data: JSON.stringify({ eventType, eventData }) });
  const take = (method: BridgeMethod) =>
    sent.splice(0).flatMap(({ eventType, eventData }) => (eventType === method ? [eventData] : []));
  return { page: page as unknown as PageWindow, sent, css, tell, take };
}

async function connect() {
  const host = openPage();
  return { ...host, kabar: await connectPage(host.page) };
}
/** Lets promises that are settled run on. */
const settle = () => new Promise((done) => setTimeout(done, 0));

describe('connecting', () => {
  it('says hello and knows the launch, the theme and the room', async () => {
    const { kabar, sent, css } = await connect();
    expect(sent[0]?.eventType).toBe('iframe_ready');
    expect(kabar.launch).toMatchObject({ person: { id: 7 }, start: 't7', version: '8.0' });
    expect(kabar.theme).toEqual({ scheme: 'dark', colors: { bg_color: '#171717' } });
    expect(css).toMatchObject({ '--kabar-bg-color': '#171717', 'color-scheme': 'dark' });
    expect(kabar.viewport).toEqual({ height: 600, width: 400, isExpanded: false, isStable: true });
  });

  it('is refused when nobody shows the page, or nobody answers', async () => {
    await expect(connectPage(openPage({ isAlone: true }).page)).rejects.toMatchObject({ code: 'NO_HOST' });
    const silent = openPage({ isAnswered: false });
    await expect(connectPage(silent.page, { timeoutMs: 5 })).rejects.toMatchObject({
      name: 'KabarError',
      code: 'NO_HOST',
    });
  });
});

describe('hearing', () => {
  it('tells the page until it stops listening, and hears only the parent', async () => {
    const { kabar, tell } = await connect();
    const heard: unknown[] = [];
    const stop = kabar.on('main', () => heard.push('main'));
    kabar.on('visible', (isVisible) => heard.push(isVisible));
    tell('main_button_pressed');
    tell('main_button_pressed', undefined, {});
    tell('visibility_changed', { is_visible: false });
    stop();
    tell('main_button_pressed');
    expect(heard).toEqual(['main', false]);
  });

  it('adds the two kinds of edges', async () => {
    const { kabar, tell } = await connect();
    tell('safe_area_changed', { top: 10, right: 0, bottom: 20, left: 0 });
    tell('content_safe_area_changed', { top: 5, right: 0, bottom: 0, left: 0 });
    expect(kabar.insets).toEqual({ top: 15, right: 0, bottom: 20, left: 0 });
  });

  it('ignores colours that are none', async () => {
    const { kabar, tell, css } = await connect();
    tell('theme_changed', { theme_params: { bg_color: '#ffffff', text_color: 'red;}', 'x}': '#000000' } });
    expect(kabar.theme).toEqual({ scheme: 'light', colors: { bg_color: '#ffffff' } });
    expect(css['color-scheme']).toBe('light');
  });
});

describe('saying', () => {
  it('everything has the shape of the wire', async () => {
    const { kabar, sent } = await connect();
    sent.splice(0);
    kabar.ready();
    kabar.expand();
    kabar.fullscreen(true);
    kabar.fullscreen(false);
    kabar.confirmClosing(true);
    kabar.surface({ header: '#123456', background: '#fff', bottom: '#000000' });
    kabar.mainButton({ text: 'Pay', isVisible: true, isBusy: false, color: '' });
    kabar.secondaryButton({ text: 'Back', position: 'left' });
    kabar.backButton(true);
    kabar.settingsButton(false);
    kabar.openLink('https://example.org/');
    kabar.openInside('/apps/cafe');
    for (const kind of ['light', 'error', 'selection'] as const) kabar.haptic(kind);
    kabar.sendData('x');
    kabar.close();
    expect(sent).toHaveLength(19);
    expect(sent.find(({ eventType }) => eventType === 'web_app_setup_main_button')?.eventData).toEqual({
      text: 'Pay',
      is_visible: true,
      is_progress_visible: false,
      color: '',
    });
  });
});

describe('asking', () => {
  it('one dialog at a time', async () => {
    const { kabar, tell, take } = await connect();
    const [first, second] = [kabar.confirm('One?'), kabar.popup({ message: 'Two', buttons: [{ id: 'a', text: 'A' }] })];
    await settle();
    expect(take('web_app_open_popup')).toMatchObject([{ message: 'One?' }]);
    tell('popup_closed', { button_id: 'ok' });
    expect(await first).toBe(true);
    await settle();
    expect(take('web_app_open_popup')).toMatchObject([{ message: 'Two' }]);
    tell('popup_closed', {});
    expect(await second).toBeUndefined();
  });

  it('answers go to the request whose name they carry', async () => {
    const { kabar, tell, take } = await connect();
    const [camera, write] = [kabar.ask('camera'), kabar.ask('write')];
    const [one, other] = take('kabar_request_scope');
    tell('kabar_scope_answered', { req_id: 'unknown', status: 'allowed' });
    tell('kabar_scope_answered', { req_id: String(other?.['req_id']), status: 'allowed' });
    tell('kabar_scope_answered', { req_id: String(one?.['req_id']), status: 'denied' });
    expect([await camera, await write]).toEqual([false, true]);
  });

  it('keeps values, and says the word of a server that refuses', async () => {
    const { kabar, tell, take } = await connect();
    const answer = async <Value>(promise: Promise<Value>, result: object) => {
      const [asked] = take('web_app_invoke_custom_method');
      tell('custom_method_invoked', { req_id: String(asked?.['req_id']), ...result });
      return { asked, value: await promise };
    };
    expect(await answer(kabar.storage.get('a'), { result: { a: '1' } })).toMatchObject({
      asked: { method: 'getStorageValues', params: { keys: ['a'] } },
      value: '1',
    });
    expect((await answer(kabar.storage.get('a'), { result: { a: '' } })).value).toBeUndefined();
    expect((await answer(kabar.storage.keys(), { result: ['a'] })).value).toEqual(['a']);
    expect((await answer(kabar.storage.remove('a', 'b'), { result: true })).asked).toMatchObject({
      params: { keys: ['a', 'b'] },
    });
    await expect(answer(kabar.storage.set('a', 'x'), { error: 'FULL' })).rejects.toMatchObject({
      code: 'REFUSED',
      reason: 'FULL',
    });
  });

  it('what people answer', async () => {
    const { kabar, tell, take } = await connect();
    const scanned = kabar.scan();
    await settle();
    tell('qr_text_received', { data: 'code' });
    expect(await scanned).toBe('code');
    expect(take('web_app_close_scan_qr_popup')).toHaveLength(1);
    const place = kabar.locate();
    await settle();
    tell('location_requested', { available: true, latitude: 1, longitude: 2, horizontal_accuracy: 30 });
    expect(await place).toEqual({ latitude: 1, longitude: 2, accuracy: 30 });
    const nowhere = kabar.locate();
    await settle();
    tell('location_requested', { available: false });
    expect(await nowhere).toBeUndefined();
    const shared = kabar.share('card');
    tell('kabar_shared', { req_id: String(take('kabar_share')[0]?.['req_id']), status: 'sent' });
    expect(await shared).toBe('sent');
    const text = kabar.readClipboard();
    tell('clipboard_text_received', {
      req_id: String(take('web_app_read_text_from_clipboard')[0]?.['req_id']),
      data: null,
    });
    expect(await text).toBeUndefined();
    const file = kabar.download('https://example.org/a', 'a');
    await settle();
    tell('file_download_requested', { status: 'cancelled' });
    expect(await file).toBe(false);
  });

  it('a contact that is not given is none, one that is given comes signed', async () => {
    const { kabar, tell, take } = await connect();
    const refused = kabar.contact();
    await settle();
    tell('phone_requested', { status: 'cancelled' });
    expect(await refused).toBeUndefined();
    const given = kabar.contact();
    await settle();
    tell('phone_requested', { status: 'sent' });
    await settle();
    const [asked] = take('web_app_invoke_custom_method');
    tell('custom_method_invoked', { req_id: String(asked?.['req_id']), result: 'contact=x&hash=y' });
    expect(await given).toBe('contact=x&hash=y');
  });

  it('ends with an error when the line is closed, and so does what comes after', async () => {
    const { kabar } = await connect();
    const open = kabar.popup({ message: 'x' });
    const waiting = kabar.alert('y');
    await settle();
    kabar.disconnect();
    await expect(open).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(waiting).rejects.toMatchObject({ code: 'CLOSED' });
    await expect(kabar.ask('write')).rejects.toMatchObject({ code: 'CLOSED' });
  });
});
