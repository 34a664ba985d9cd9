import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bridgeLimits, bridgeMethods, type BridgeCall } from '#protocol/bridge.ts';
import { openBridge } from './openBridge.ts';
import { readBridgeMessage } from './readBridgeMessage.ts';

const origin = 'http://cafe.localhost:8787';
const message = (eventType: string, eventData?: unknown) => JSON.stringify({ eventType, eventData });

function bridge() {
  const listeners = new Set<(event: MessageEvent) => void>();
  const sent: { text: string; to: string }[] = [];
  const frame = { postMessage: (text: string, to: string) => void sent.push({ text, to }) } as unknown as Window;
  let now = 0;
  const calls: BridgeCall[] = [];
  const refused: string[] = [];
  let floods = 0;
  const line = openBridge({
    frame: () => frame,
    origin,
    onCall: (call) => void calls.push(call),
    onRefused: (why) => void refused.push(why),
    onFlood: () => (floods += 1),
    now: () => now,
    page: {
      addEventListener: (_: string, listener: unknown) => void listeners.add(listener as never),
      removeEventListener: (_: string, listener: unknown) => void listeners.delete(listener as never),
    },
  });
  const say = (data: unknown, from: { source?: unknown; origin?: string } = {}) => {
    for (const listener of listeners) listener({ data, source: frame, origin, ...from } as unknown as MessageEvent);
  };
  return { line, say, calls, refused, sent, floods: () => floods, wait: (ms: number) => void (now += ms) };
}

describe('the line to a page', () => {
  it('hears the window of the frame, from its own origin only (cases 26, 27)', () => {
    const { say, calls } = bridge();
    say(message('web_app_ready'), { source: {} });
    say(message('web_app_ready'), { source: null });
    say(message('web_app_ready'), { origin: 'http://evil.example' });
    say(message('web_app_ready'), { origin: `${origin}.evil.example` });
    expect(calls).toEqual([]);
    say(message('web_app_ready'));
    expect(calls).toEqual([{ method: 'web_app_ready', data: undefined }]);
  });

  it('speaks to that origin only, and is silent when it is closed (case 59)', () => {
    const { line, say, sent, calls } = bridge();
    line.send('main_button_pressed', undefined);
    line.send('popup_closed', { button_id: 'a' });
    expect(sent).toEqual([
      { text: '{"eventType":"main_button_pressed"}', to: origin },
      { text: '{"eventType":"popup_closed","eventData":{"button_id":"a"}}', to: origin },
    ]);
    line.close();
    say(message('web_app_ready'));
    expect(calls).toEqual([]);
  });

  it('drops what comes too fast before it reads it, and tells when it is a flood (case 38)', () => {
    const { say, calls, floods, wait } = bridge();
    for (let at = 0; at < 20_000; at += 1) say(message('web_app_expand'));
    expect(calls).toHaveLength(bridgeLimits.burst);
    expect(floods()).toBe(1);
    wait(1_000);
    for (let at = 0; at < 100; at += 1) say(message('web_app_expand'));
    expect(calls).toHaveLength(bridgeLimits.burst + bridgeLimits.perSecond);
  });
});

describe('a message of a page', () => {
  it.each([
    [{ eventType: 'web_app_ready' }, 'type'],
    [null, 'type'],
    [new ArrayBuffer(8), 'type'],
    ['x'.repeat(60 * 1_024 * 1_024), 'size'],
    ['{', 'form'],
    ['[]', 'form'],
    ['"web_app_ready"', 'form'],
    ['{"eventType":7}', 'form'],
    [message('web_app_unknown'), 'method'],
    [message('__proto__'), 'method'],
    [message('constructor'), 'method'],
    [message('web_app_device_storage_clear', { req_id: '1' }), 'method'],
    [message('web_app_set_header_color', { color: 'red;background:url()' }), 'data'],
    [message('web_app_set_header_color', { color_key: 'ink' }), 'data'],
    [message('web_app_open_popup', { message: '', buttons: [{ id: 'a' }] }), 'data'],
    [message('web_app_open_popup', { message: 'x', buttons: [] }), 'data'],
    [message('web_app_open_popup', { message: 'x', buttons: [{}, {}, {}, {}] }), 'data'],
    [message('web_app_open_popup', { message: 'x'.repeat(10_000), buttons: [{}] }), 'data'],
    [message('web_app_setup_main_button', { text: 'x'.repeat(65) }), 'data'],
    [message('web_app_data_send', { data: 'x'.repeat(4_097) }), 'data'],
  ])('%# is refused (cases 47, 51, 52, 53, 56, 60)', (raw, why) => {
    expect(readBridgeMessage(raw)).toBe(why);
  });

  it('brings no keys that were not asked for', () => {
    const raw =
      '{"eventType":"web_app_setup_back_button","eventData":{"is_visible":true,"__proto__":{"evil":1},"x":1}}';
    const call = readBridgeMessage(raw) as { data: object };
    expect(Object.keys(call.data)).toEqual(['is_visible']);
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined();
  });

  it('of the official script without data has an empty text in its place', () => {
    for (const method of ['iframe_ready', 'web_app_close', 'web_app_ready', 'web_app_open_scan_qr_popup'])
      expect(readBridgeMessage(message(method, ''))).toMatchObject({ method });
  });

  it('never throws, whatever it is', () => {
    const names = fc.constantFrom(...Object.keys(bridgeMethods));
    fc.assert(
      fc.property(names, fc.jsonValue(), (method, data) => {
        const answer = readBridgeMessage(message(method, data));
        expect(typeof answer === 'string' || answer.method === method).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.anything(), (raw) => void readBridgeMessage(raw)));
  });
});
