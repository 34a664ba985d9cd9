import { describe, expect, it } from 'vitest';
import type { PageWindow } from '../wire/openLine.ts';
import { startRelay } from './startRelay.ts';

const origin = 'http://cafe.localhost:8787';
const host = 'http://localhost:8787';

interface Said {
  message: unknown;
  target: string;
}

/** A window of a relay whose address has this query and fragment. */
function openRelay(query: Record<string, string>, hash = '', shownBy: string[] = [host]) {
  const toHost: Said[] = [];
  const toApp: Said[] = [];
  let hear: (event: MessageEvent) => void = () => undefined;
  const app = { postMessage: (message: unknown, target: string) => void toApp.push({ message, target }) };
  const frame = { style: {} as Record<string, string>, src: '', allow: '', contentWindow: app };
  const shown: unknown[] = [];
  const up = { postMessage: (message: unknown, target: string) => void toHost.push({ message, target }) };
  const page = {
    location: { origin, search: `?${new URLSearchParams(query)}`, hash, ancestorOrigins: shownBy },
    parent: up,
    document: { createElement: () => frame, body: { append: (element: unknown) => void shown.push(element) } },
    addEventListener: (_: string, listener: typeof hear) => void (hear = listener),
    postMessage: (_message: unknown, _target?: string) => undefined,
  };
  startRelay(page as unknown as PageWindow);
  let stopped = 0;
  const arrive = (source: unknown, from: string, data: unknown) =>
    hear({
      source,
      origin: from,
      data,
      stopImmediatePropagation: () => void (stopped += 1),
    } as unknown as MessageEvent);
  return { page, frame, shown, toHost, toApp, up, app, arrive, stopped: () => stopped };
}

describe('the relay', () => {
  it('shows the start page of its own origin with the launch data in its fragment', () => {
    const { frame, shown } = openRelay({ to: '/menu?table=7', host }, '#tgWebAppData=a%3D1&tgWebAppVersion=8.0');
    expect(shown).toEqual([frame]);
    expect(frame.src).toBe(`${origin}/menu?table=7#tgWebAppData=a%3D1&tgWebAppVersion=8.0`);
  });

  it.each([
    ['/#', '/#tgWebAppVersion=8.0'],
    ['/#menu', '/#menu?tgWebAppVersion=8.0'],
    ['/#/menu?table=7', '/#/menu?table=7&tgWebAppVersion=8.0'],
    ['/#a=1', '/#a=1&tgWebAppVersion=8.0'],
  ])('keeps the fragment of the start page: %s', (to, expected) => {
    expect(openRelay({ to, host }, '#tgWebAppVersion=8.0').frame.src).toBe(origin + expected);
  });

  it.each([
    ['another origin', { to: 'https://evil.example/', host }],
    ['another host after two slashes', { to: '//evil.example/', host }],
    ['a backslash that browsers read as a slash', { to: '/\\evil.example/', host }],
    ['a tab that browsers skip', { to: '/\t/evil.example/', host }],
    ['a script', { to: 'javascript:alert(1)', host }],
    ['a relative path', { to: 'menu', host }],
    ['itself', { to: '/__mini/relay', host }],
    ['itself by another way', { to: '/a/../__mini/relay', host }],
    ['nothing', { host }],
    ['no host', { to: '/' }],
    ['any host', { to: '/', host: '*' }],
    ['an opaque host', { to: '/', host: 'null' }],
    ['a host with a path', { to: '/', host: `${host}/apps` }],
  ] as [string, Record<string, string>][])('shows nothing for %s', (_, query) => {
    expect(openRelay(query).shown).toEqual([]);
  });

  it('shows nothing when somebody else than the host shows it', () => {
    expect(openRelay({ to: '/', host }, '', ['https://evil.example']).shown).toEqual([]);
    // Where the browser does not tell, the host's own frame rules have to do.
    expect(openRelay({ to: '/', host }, '', []).shown).toHaveLength(1);
  });

  it('passes on the permissions that it knows', () => {
    expect(openRelay({ to: '/', host, allow: 'camera; geolocation;usb *;fullscreen' }).frame.allow).toBe(
      'camera;geolocation',
    );
    expect(openRelay({ to: '/', host }).frame.allow).toBe('');
  });

  it('hands what the app says to the exact origin of the host, whatever target the app names', () => {
    const { page, toHost } = openRelay({ to: '/', host });
    page.postMessage('{"eventType":"web_app_ready"}', 'https://web.telegram.org');
    expect(toHost.slice(1)).toEqual([{ message: '{"eventType":"web_app_ready"}', target: host }]);
  });

  it('that waits shows nothing until the host says what, and hears nobody else', () => {
    const { arrive, up, frame, shown, toHost, toApp } = openRelay({ wait: '1', host });
    const start = (data: object) => JSON.stringify({ eventType: 'kabar_relay_start', eventData: data });
    const good = { to: '/menu?table=7', fragment: 'tgWebAppVersion=8.0', allow: 'camera;usb' };
    expect(toHost.map(({ message }) => message)).toEqual([
      '{"eventType":"kabar_relay","eventData":{"state":"waiting"}}',
    ]);
    arrive({}, host, start(good));
    arrive(up, 'https://evil.example', start(good));
    arrive(up, host, start({ ...good, to: 'https://evil.example/' }));
    arrive(up, host, start({ ...good, fragment: 7 }));
    arrive(up, host, '{"eventType":"theme_changed"}');
    expect([shown, toApp]).toEqual([[], []]);
    arrive(up, host, start(good));
    expect(shown).toEqual([frame]);
    expect([frame.src, frame.allow]).toEqual([`${origin}/menu?table=7#tgWebAppVersion=8.0`, 'camera']);
    // From now on everything is for the page.
    arrive(up, host, start({ ...good, to: '/other' }));
    expect(toApp).toHaveLength(1);
    expect(frame.src).toContain('/menu');
  });

  it('hands what the host says to the app, and lets nobody else hear it', () => {
    const { arrive, up, toApp, stopped } = openRelay({ to: '/', host });
    arrive(up, host, 'theme');
    expect(toApp).toEqual([{ message: 'theme', target: origin }]);
    expect(stopped()).toBe(1);
  });

  it('answers itself when the host asks whether it is still there; the app hears nothing of that', () => {
    const { arrive, up, toApp, toHost } = openRelay({ to: '/', host });
    const word = (state: string) => `{"eventType":"kabar_relay","eventData":{"state":"${state}"}}`;
    arrive({}, host, '{"eventType":"kabar_ping"}');
    expect(toHost).toEqual([{ message: word('here'), target: host }]);
    arrive(up, host, '{"eventType":"kabar_ping"}');
    expect(toHost.slice(1)).toEqual([
      { message: '{"eventType":"kabar_relay","eventData":{"state":"alive"}}', target: host },
    ]);
    expect(toApp).toEqual([]);
  });

  it('hears only its parent at the right origin, and its own frame as long as that is of its origin', () => {
    const { arrive, up, app, toApp, toHost } = openRelay({ to: '/', host });
    arrive({}, host, 'a stranger');
    arrive(up, 'https://evil.example', 'the parent has gone elsewhere');
    arrive(app, 'https://evil.example', 'the app has gone elsewhere');
    expect([toApp, toHost.slice(1)]).toEqual([[], []]);
    arrive(app, origin, 'the app, around the function');
    expect(toHost.slice(1)).toEqual([{ message: 'the app, around the function', target: host }]);
  });
});
