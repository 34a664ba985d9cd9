import { afterEach, expect, it, vi } from 'vitest';
import { toAppId, toDeviceId, toUserId } from '#protocol/casts.ts';
import type { Session } from '#sync/ports.ts';
import { bundleUpload } from './bundleUpload.ts';

const id = '3f0c8a52-6a0b-4a63-9c6e-2d0c7d1a9b11';

/** A browser whose next request is answered with a text; it says where the request went. */
function browser(text: string): { path: string } {
  const sent = { path: '' };
  class FakeRequest extends EventTarget {
    readonly upload = new EventTarget();
    readonly responseText = text;
    open(_method: string, path: string): void {
      sent.path = path;
    }
    setRequestHeader(): void {
      // Headers are the matter of the picture's test.
    }
    send(): void {
      this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: 1, total: 2 }));
      this.dispatchEvent(new Event('load'));
    }
  }
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  return sent;
}
afterEach(() => void vi.unstubAllGlobals());

const session: Session = {
  userId: toUserId(1),
  deviceId: toDeviceId('d'),
  token: async () => ({ ok: true, data: { token: 'one', exp: 0 } }),
};
const upload = (onProgress: (share: number) => void = () => undefined) =>
  bundleUpload(session)(toAppId('cafe'), new Blob(['zip']), onProgress);

it('answers the name of the files and says how far it is', async () => {
  const sent = browser(JSON.stringify({ ok: true, data: { id } }));
  const shares: number[] = [];
  expect(await upload((share) => shares.push(share))).toEqual({ ok: true, data: id });
  expect(shares).toEqual([0.5]);
  expect(sent.path).toBe('/api/apps/bundle?app=cafe');
});

it('passes on what the server found wrong with the files', async () => {
  browser(JSON.stringify({ ok: false, code: 'BAD', msg: 'there is no index.html' }));
  expect(await upload()).toEqual({ ok: false, code: 'BAD', msg: 'there is no index.html' });
});

it('takes nothing for an answer that names no files', async () => {
  for (const text of ['', '<html>', '{"ok":true}', '{"ok":true,"data":{"id":"../x"}}']) {
    browser(text);
    expect(await upload()).toEqual({ ok: false, code: 'UNAVAILABLE' });
  }
});
