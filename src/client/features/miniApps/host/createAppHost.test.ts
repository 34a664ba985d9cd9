import { describe, expect, it } from 'vitest';
import { appScopes } from '#protocol/entities/appScopes.ts';
import { appState } from '#protocol/entities/appStates.ts';
import { bridgeMethods, bridgeVersion as wireVersion, type BridgeCall } from '#protocol/bridge.ts';
import type { AppPlaceMemory } from '#client/stores/openAppsStore.ts';
import { toAppId, toOpId } from '#protocol/casts.ts';
import type { Ack } from '#protocol/errors.ts';
import type { AppHostPorts } from './AppHostPorts.ts';
import { cleanText, type AppLaunch } from './AppState.ts';
import { bridgeVersion } from './bridgeVersion.ts';
import { createAppHost } from './createAppHost.ts';
import { readableInk } from './readableInk.ts';
import { toFrameUrl } from './toFrameUrl.ts';

const app = toAppId('cafe');
const launchOf = (more: Partial<AppLaunch> = {}): AppLaunch =>
  ({
    app: { id: app, names: { en: 'Café' }, about: { en: 'x' }, category: 'tools', by: 'ana', host: 'cafe.localhost' },
    v: 1,
    url: 'http://cafe.localhost:8787/__mini/relay?to=%2F',
    origin: 'http://cafe.localhost:8787',
    data: 'user=%7B%7D&hash=ab',
    q: 'q1',
    view: 'tall',
    links: [],
    ask: appScopes.filter((scope) => scope !== 'profile').map((scope) => ({ scope, reason: { en: `for ${scope}` } })),
    grants: [],
    ...more,
  }) as unknown as AppLaunch;

function world(answer: (name: string, input: Record<string, unknown>) => Ack<unknown>, pressed = true) {
  const sent: [string, unknown][] = [];
  const asked: [string, Record<string, unknown>][] = [];
  const timers: { at: number; act: () => void }[] = [];
  const done: string[] = [];
  const places: AppPlaceMemory[] = [];
  const clock = { now: 0, pressed, live: true };
  const ports: AppHostPorts = {
    wish: () => ({ app, start: 'a b' }),
    rpc: (name, input) => {
      asked.push([name, input as Record<string, unknown>]);
      return Promise.resolve(answer(name, input as Record<string, unknown>)) as never;
    },
    newOp: () => toOpId('00000000-0000-4000-8000-000000000000'),
    send(event, data) {
      if (event !== 'kabar_ping') sent.push([event, data]);
    },
    lastPlace: () => places.at(-1),
    keepPlace: (place) => void places.push(place),
    connect: () => undefined,
    hasPressed: () => clock.pressed,
    theme: () => ({ bg_color: '#ffffff', secondary_bg_color: '#eeeeee' }),
    size: () => ({ width: 340, height: 600 }),
    frames: () => 1,
    isLive: () => clock.live,
    origin: 'http://localhost:8787',
    language: () => 'en',
    readClipboard: () => Promise.resolve('copied'),
    locate: () => Promise.resolve({ latitude: 1, longitude: 2, horizontal_accuracy: 3 }),
    openUrl: (url) => void done.push(`open ${url}`),
    vibrate: () => undefined,
    after(ms, act) {
      const timer = { at: clock.now + ms, act };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), timers.includes(timer) ? 1 : 0);
    },
    now: () => clock.now,
    isPinned: () => done.includes('pin'),
    pin: () => void done.push('pin'),
    openPassport: () => void done.push('passport'),
    close: () => void done.push('close'),
  };
  const host = createAppHost(ports);
  const settle = async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
  };
  const call = async (method: string, data?: unknown) => {
    host.hear({ method, data } as BridgeCall);
    await settle();
  };
  const wait = (ms: number) => {
    clock.now += ms;
    for (const timer of timers.splice(0)) if (timer.at <= clock.now) timer.act();
  };
  const start = async () => {
    await host.launch();
    await call('web_app_ready');
    sent.length = 0;
  };
  return { host, places, sent, asked, done, clock, call, settle, start, wait, state: () => host.store.getState() };
}

const grant = (scope: unknown, allow: unknown) => ({ scope, st: allow ? 1 : 2, at: 1 });
const kind = (launch: AppLaunch = launchOf()) =>
  world((name, input) => {
    if (name === 'app.launch') return { ok: true, data: launch };
    if (name === 'app.answer') return { ok: true, data: { grant: grant(input['scope'], input['allow']) } };
    if (name === 'app.method') return { ok: true, data: { result: ['key'] } };
    return { ok: true, data: {} };
  });

describe('an opening', () => {
  it('shows the page with what it needs, and the version of the wire', async () => {
    const { host, state } = kind();
    await host.launch();
    expect(bridgeVersion).toBe(wireVersion);
    const url = new URL(state().url ?? '');
    expect(url.searchParams.get('host')).toBe('http://localhost:8787');
    const params = new URLSearchParams(url.hash.slice(1));
    expect(params.get('tgWebAppData')).toBe('user=%7B%7D&hash=ab');
    expect(params.get('tgWebAppVersion')).toBe('8.0');
    expect(url.hash).not.toContain('+');
    expect(JSON.parse(params.get('tgWebAppThemeParams') ?? '')).toMatchObject({ bg_color: '#ffffff' });
    expect(state().phase).toBe('loading');
  });

  it('asks for name and picture before the page begins, and begins anew with them', async () => {
    const ask = [{ scope: 'profile' as const, reason: { en: 'to greet you' } }];
    const { host, asked, state, settle } = kind(launchOf({ ask }));
    void host.launch();
    await settle();
    expect(state()).toMatchObject({ phase: 'consent', url: undefined, dialog: { kind: 'scope', scope: 'profile' } });
    host.answer('allow');
    await settle();
    expect(asked.map(([name]) => name)).toEqual(['app.launch', 'app.answer', 'app.launch']);
    expect(state().phase).toBe('loading');
  });

  it('without them begins as well, and to go away from the question is to close', async () => {
    const ask = [{ scope: 'profile' as const, reason: { en: 'to greet you' } }];
    const no = kind(launchOf({ ask }));
    void no.host.launch();
    await no.settle();
    no.host.answer('deny');
    await no.settle();
    expect(no.asked.map(([name]) => name)).toEqual(['app.launch', 'app.answer']);
    expect(no.state().phase).toBe('loading');
    const away = kind(launchOf({ ask }));
    void away.host.launch();
    await away.settle();
    away.host.answer(undefined);
    await away.settle();
    expect(away.done).toEqual(['close']);
    expect(away.asked).toHaveLength(1);
  });

  it.each([
    ['UNAVAILABLE', { kind: 'offline' }],
    ['FORBIDDEN', { kind: 'closed' }],
    ['GONE', { kind: 'gone' }],
    ['NOT_FOUND', { kind: 'missing' }],
    ['RATE', { kind: 'refused', code: 'RATE' }],
  ] as const)('that is answered %s says why', async (code, trouble) => {
    const { host, state } = world(() => ({ ok: false, code }));
    await host.launch();
    expect(state()).toMatchObject({ phase: 'trouble', trouble, url: undefined });
  });

  it('begins the frame before the server answers where the place is known, and tells it what to show when both are there', async () => {
    const { host, places, sent, state, call, settle } = kind();
    places.push({ origin: 'http://cafe.localhost:8787', allow: [] });
    const launched = host.launch();
    expect(state()).toMatchObject({ phase: 'launching', frame: 1 });
    expect(state().url).toBe('http://cafe.localhost:8787/__mini/relay?wait=1&host=http%3A%2F%2Flocalhost%3A8787');
    host.loaded();
    await launched;
    expect(sent).toEqual([]);
    await call('kabar_relay', { state: 'waiting' });
    expect(sent).toEqual([
      ['kabar_relay_start', { to: '/', fragment: expect.stringContaining('tgWebAppData='), allow: '' }],
    ]);
    host.loaded();
    await settle();
    expect(state()).toMatchObject({ phase: 'loading', frame: 1 });
    await call('kabar_relay', { state: 'waiting' });
    expect(sent).toHaveLength(1);
    await call('kabar_relay', { state: 'loaded' });
    expect(state().phase).toBe('ready');
  });

  it.each([
    ['place', { origin: 'http://other.localhost:8787', allow: [] }],
    ['permissions', { origin: 'http://cafe.localhost:8787', allow: ['camera'] }],
  ] as [string, AppPlaceMemory][])('takes another frame where the answer names another %s', async (_, place) => {
    const { host, places, sent, state, call } = kind();
    places.push(place);
    await host.launch();
    expect(state()).toMatchObject({ phase: 'loading', frame: 2, allow: [] });
    expect(state().url).toContain('tgWebAppData');
    await call('kabar_relay', { state: 'waiting' });
    expect(sent).toEqual([]);
  });

  it('takes the frame that stood ready; until then nothing is asked, and nothing said in it is heard', async () => {
    const { host, places, sent, asked, state, call } = kind();
    places.push({ origin: 'http://cafe.localhost:8787', allow: [] });
    host.warm();
    expect(state()).toMatchObject({ phase: 'launching', frame: 1 });
    await call('kabar_relay', { state: 'waiting' });
    await call('web_app_open_popup', { title: 'x', message: 'y', buttons: [] });
    await call('web_app_close');
    expect([asked, sent, state().dialog, host.isWarm()]).toEqual([[], [], undefined, true]);
    await host.launch();
    expect(state()).toMatchObject({ phase: 'loading', frame: 1 });
    expect(sent.map(([event]) => event)).toEqual(['kabar_relay_start']);
    expect(host.isWarm()).toBe(false);
  });

  it('of an app whose place is not known has nothing to make ready, and begins as ever', async () => {
    const { host, state } = kind();
    host.warm();
    expect(state().url).toBeUndefined();
    await host.launch();
    expect(state()).toMatchObject({ phase: 'loading', frame: 1 });
    expect(state().url).toContain('tgWebAppData');
  });

  it('of a page that knows nothing of the messenger ends when it has loaded', async () => {
    const { host, state, call } = kind();
    await host.launch();
    await call('kabar_relay', { state: 'here' });
    await call('kabar_relay', { state: 'loaded' });
    expect(state().phase).toBe('ready');
  });

  it.each([
    [true, 'unreachable'],
    [false, 'offline'],
  ])(
    'of a page that cannot be had says so, as a matter of the network where that is down (live: %s)',
    async (live, kindOf) => {
      const silent = kind();
      silent.clock.live = live;
      await silent.host.launch();
      // The browser's own page has loaded, and no frame of ours says a word.
      silent.host.loaded();
      expect(silent.state().phase).toBe('loading');
      silent.wait(3_000);
      expect(silent.state()).toMatchObject({ phase: 'trouble', trouble: { kind: kindOf } });
      silent.clock.live = true;
      await silent.host.returned();
      expect(silent.state().phase).toBe('loading');

      const failed = kind();
      failed.clock.live = live;
      await failed.host.launch();
      await failed.call('kabar_relay', { state: 'here' });
      await failed.call('kabar_relay', { state: 'failed' });
      expect(failed.state().trouble).toEqual({ kind: kindOf });
    },
  );

  it('of a page that was there is not taken back by what it does to itself', async () => {
    const { host, start, state, call } = kind();
    await start();
    await call('kabar_relay', { state: 'failed' });
    host.loaded();
    expect(state().phase).toBe('ready');
  });

  it('of a page that speaks and never says ready is shown all the same', async () => {
    const { host, state, wait, call } = kind();
    await host.launch();
    await call('kabar_relay', { state: 'here' });
    await call('iframe_ready');
    await call('kabar_relay', { state: 'loaded' });
    expect(state().phase).toBe('loading');
    wait(5_000);
    expect(state().phase).toBe('ready');
  });
});

describe('what a page asks for', () => {
  it('is asked once: a yes and a no both stay', async () => {
    const { host, start, call, sent, asked, settle, state } = kind();
    await start();
    await call('web_app_request_write_access');
    expect(state().dialog).toMatchObject({ kind: 'scope', scope: 'write', reason: 'for write' });
    await call('web_app_request_write_access');
    host.answer('deny');
    await settle();
    await call('web_app_request_write_access');
    expect(state().dialog).toBeUndefined();
    expect(sent.filter(([event]) => event === 'write_access_requested').map(([, data]) => data)).toEqual([
      { status: 'cancelled' },
      { status: 'cancelled' },
      { status: 'cancelled' },
    ]);
    expect(asked.filter(([name]) => name === 'app.answer')).toHaveLength(1);
  });

  it('and was never declared is refused without a question (case 57)', async () => {
    const { start, call, sent, state } = kind(launchOf({ ask: [] }));
    await start();
    await call('web_app_request_write_access');
    await call('web_app_request_phone');
    await call('web_app_request_location');
    await call('web_app_read_text_from_clipboard', { req_id: 'r' });
    await call('kabar_request_scope', { req_id: 'r', scope: 'camera' });
    await call('kabar_request_scope', { req_id: 'r', scope: 'constructor' });
    expect(state().dialog).toBeUndefined();
    expect(sent).toEqual([
      ['write_access_requested', { status: 'cancelled' }],
      ['phone_requested', { status: 'cancelled' }],
      ['location_requested', { available: false }],
      ['clipboard_text_received', { req_id: 'r', data: null }],
      ['kabar_scope_answered', { req_id: 'r', status: 'denied' }],
      ['kabar_scope_answered', { req_id: 'r', status: 'denied' }],
    ]);
  });

  it('of the contact says yes anew each time: it is handed out once per yes', async () => {
    const { host, start, call, settle, asked, sent } = kind();
    await start();
    await call('web_app_request_phone');
    host.answer('allow');
    await settle();
    await call('web_app_request_phone');
    expect(asked.filter(([name]) => name === 'app.answer')).toHaveLength(2);
    expect(sent.map(([, data]) => data)).toEqual([{ status: 'sent' }, { status: 'sent' }]);
  });

  it('waits until the person has pressed something', async () => {
    const { host, start, call, clock, state } = kind();
    await start();
    clock.pressed = false;
    await call('web_app_request_phone');
    expect(state()).toMatchObject({ isAsking: true, dialog: { kind: 'scope', scope: 'contact' } });
    host.look();
    expect(state().isAsking).toBe(false);
  });

  it('reaches the page only after it was written down', async () => {
    const refuses = world((name, input) => {
      if (name === 'app.launch') return { ok: true, data: launchOf() };
      if (name === 'app.answer') return { ok: true, data: { grant: grant(input['scope'], true) } };
      return { ok: false, code: 'UNAVAILABLE' };
    });
    await refuses.start();
    await refuses.call('web_app_request_location');
    refuses.host.answer('allow');
    await refuses.settle();
    expect(refuses.sent).toEqual([['location_requested', { available: false }]]);
  });

  it('in the frame itself, as the camera, begins the page anew with it', async () => {
    const { host, start, call, settle, state } = kind();
    await start();
    const { frame } = state();
    await call('kabar_request_scope', { req_id: 1, scope: 'camera' });
    host.answer('allow');
    await settle();
    expect(state()).toMatchObject({ frame: frame + 1, allow: ['camera'] });
    expect(new URL(state().url ?? '').searchParams.get('allow')).toBe('camera');
  });
});

describe('windows of a page', () => {
  const popup = { message: 'Hello', buttons: [{ id: 'a', type: 'ok' }] };

  it('are one at a time, and after three in a row there is a pause (case 54)', async () => {
    const { host, start, call, sent, settle, wait, state } = kind();
    await start();
    await call('web_app_open_popup', popup);
    await call('web_app_open_popup', popup);
    expect(sent).toEqual([['popup_closed', {}]]);
    host.answer('a');
    await settle();
    await call('web_app_open_popup', popup);
    host.answer('a');
    await settle();
    await call('web_app_open_popup', popup);
    expect(state().dialog).toBeUndefined();
    wait(2_000);
    await call('web_app_open_popup', popup);
    expect(state().dialog?.kind).toBe('popup');
  });

  it('lead to addresses of the web only (case 41)', async () => {
    const { host, start, call, done, settle, state } = kind();
    await start();
    const bad = ['javascript:alert(1)', 'data:text/html,x', 'http://a.example', 'https://a:b@c.example', 'tg://x', ''];
    for (const url of bad) {
      await call('web_app_open_link', { url });
      expect(state().dialog, url).toBeUndefined();
    }
    await call('web_app_open_link', { url: 'https://shop.example/x' });
    host.answer('open');
    await settle();
    expect(done).toEqual(['open https://shop.example/x']);
  });

  it('cannot keep anybody: who presses twice leaves (case 55)', async () => {
    const { host, start, call, done, state } = kind();
    await start();
    await call('web_app_setup_closing_behavior', { need_confirmation: true });
    host.leave();
    expect(state().dialog?.kind).toBe('leave');
    expect(done).toEqual([]);
    host.leave();
    expect(done).toEqual(['close']);
  });

  it('say nothing that turns the reading direction (case 53)', () => {
    expect(cleanText(' a\u202Eb\u2066c\u0000d\n')).toBe('abc d');
  });
});

it('every method has an answer, and none throws at a page that knows nothing else', async () => {
  const samples: Record<string, unknown> = {
    web_app_open_popup: { message: 'x', buttons: [{}] },
    web_app_open_link: { url: 'https://a.example' },
    web_app_open_tg_link: { path_full: '/x' },
    web_app_open_invoice: { slug: 's' },
    web_app_set_header_color: { color: '#fff' },
    web_app_request_file_download: { url: 'https://a.example/x', file_name: 'x' },
    web_app_invoke_custom_method: { req_id: '1', method: 'getStorageKeys', params: {} },
  };
  for (const method of Object.keys(bridgeMethods)) {
    const { start, call, host, settle } = kind();
    await start();
    await call(method, samples[method] ?? { req_id: '1', is_visible: true, color: '#fff', type: 'impact', data: 'x' });
    host.answer(undefined);
    await settle();
  }
});

describe('a server that is back', () => {
  const back = async (apps: object[], isUp = true) => {
    const at = world((name) => {
      if (name !== 'app.get') return { ok: true, data: launchOf() };
      return isUp ? { ok: true, data: { apps } } : { ok: false, code: 'UNAVAILABLE', msg: '' };
    });
    await at.host.returned();
    expect(at.asked).toEqual([]);
    await at.start();
    await at.host.returned();
    return at.state().trouble?.kind;
  };
  it('ends the page of an app that was closed in the meantime, and leaves the others', async () => {
    expect(await back([{ id: app, st: appState.closed }])).toBe('closed');
    expect(await back([{ id: app, st: appState.removed }])).toBe('gone');
    expect(await back([])).toBe('gone');
    expect(await back([{ id: app, st: appState.live }])).toBeUndefined();
    expect(await back([], false)).toBeUndefined();
  });

  it('opens what waited for it', async () => {
    let isUp = false;
    const { host, state } = world(() =>
      isUp ? { ok: true, data: launchOf() } : { ok: false, code: 'UNAVAILABLE', msg: '' },
    );
    await host.launch();
    expect(state().trouble).toEqual({ kind: 'offline' });
    isUp = true;
    await host.returned();
    expect(state()).toMatchObject({ trouble: undefined, phase: 'loading' });
  });
});

it('words on a button can always be read', () => {
  expect(readableInk('#ffffff', '#eeeeee')).toBe('#000000');
  expect(readableInk('#000', '#222')).toBe('#ffffff');
  expect(readableInk('#003366', '#ffffff')).toBe('#ffffff');
});

it('the fragment survives the way through an address', () => {
  const launch = launchOf({ data: 'user={"n":"あ+ &="}&hash=1' });
  const facts = { origin: 'https://k.example', theme: {}, allow: [], isFullscreen: true };
  const params = new URLSearchParams(new URL(toFrameUrl(launch, facts)).hash.slice(1));
  expect(params.get('tgWebAppData')).toBe(launch.data);
  expect(params.get('tgWebAppFullscreen')).toBe('1');
});

describe('a share', () => {
  const ends = [
    ['sent', 'sent', undefined],
    ['declined', 'cancelled', 'USER_DECLINED'],
    [undefined, 'cancelled', 'USER_DECLINED'],
    ['expired', 'failed', 'MESSAGE_EXPIRED'],
    ['failed', 'failed', 'MESSAGE_SEND_FAILED'],
    ['2001 2002', 'cancelled', 'USER_DECLINED'],
  ] as const;

  it.each(ends)('that ends with %s tells the page no more than %s', async (choice, status, error) => {
    const { host, call, sent, start, settle, state } = kind();
    await start();
    await call('kabar_share', { req_id: 'a', id: 'card' });
    expect(state().dialog).toEqual({ kind: 'share', card: 'card' });
    host.answer(choice);
    await settle();
    await call('web_app_send_prepared_message', { id: 'card' });
    host.answer(choice);
    await settle();
    const official = error ? ['prepared_message_failed', { error }] : ['prepared_message_sent', undefined];
    expect(sent).toEqual([['kabar_shared', { req_id: 'a', status }], official]);
  });

  it('is not for an app that never said that it would share', async () => {
    const { call, sent, start, state } = kind(launchOf({ ask: [] }));
    await start();
    await call('kabar_share', { req_id: 'a', id: 'card' });
    await call('web_app_send_prepared_message', { id: 'card' });
    expect(state().dialog).toBeUndefined();
    expect(sent).toEqual([
      ['kabar_shared', { req_id: 'a', status: 'failed' }],
      ['prepared_message_failed', { error: 'MESSAGE_SEND_FAILED' }],
    ]);
  });

  it('does not lie over a question that is open, and ends with its page', async () => {
    const { host, call, sent, start, settle } = kind();
    await start();
    await call('kabar_share', { req_id: 'a', id: 'one' });
    await call('kabar_share', { req_id: 'b', id: 'two' });
    expect(sent).toEqual([['kabar_shared', { req_id: 'b', status: 'cancelled' }]]);
    host.stop();
    await settle();
    expect(sent.at(-1)).toEqual(['kabar_shared', { req_id: 'a', status: 'cancelled' }]);
  });
});
