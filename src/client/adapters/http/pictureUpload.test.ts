import { afterEach, describe, expect, it, vi } from 'vitest';
import { toDeviceId, toUserId } from '#protocol/casts.ts';
import type { Ack } from '#protocol/errors.ts';
import type { Session } from '#sync/ports.ts';
import { pictureUpload } from './pictureUpload.ts';

const id = 'A'.repeat(22);
type Answer = { text: string } | 'error' | 'silence';

/** A browser whose requests end as told, one after the other. */
function browser(...answers: Answer[]) {
  const sent: { path: string; token: string | undefined }[] = [];
  class FakeRequest {
    readonly upload = new EventTarget();
    readonly #target = new EventTarget();
    readonly #headers = new Map<string, string>();
    #path = '';
    responseText = '';
    open(_method: string, path: string): void {
      this.#path = path;
    }
    setRequestHeader(name: string, value: string): void {
      this.#headers.set(name, value);
    }
    addEventListener(name: string, listener: () => void): void {
      this.#target.addEventListener(name, listener);
    }
    abort(): void {
      this.#target.dispatchEvent(new Event('abort'));
    }
    send(): void {
      sent.push({ path: this.#path, token: this.#headers.get('authorization') });
      const answer = answers.shift() ?? 'error';
      if (answer === 'silence') return;
      this.upload.dispatchEvent(Object.assign(new Event('progress'), { loaded: 1, total: 4 }));
      if (answer !== 'error') this.responseText = answer.text;
      this.#target.dispatchEvent(new Event(answer === 'error' ? 'error' : 'load'));
    }
  }
  vi.stubGlobal('XMLHttpRequest', FakeRequest);
  return sent;
}
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function sessionOf(...tokens: Ack<string>[]): Session & { asked: boolean[] } {
  const asked: boolean[] = [];
  return {
    asked,
    userId: toUserId(1),
    deviceId: toDeviceId('d'),
    async token({ fresh = false } = {}) {
      asked.push(fresh);
      const next = tokens.shift() ?? { ok: true, data: 'last' };
      return next.ok ? { ok: true, data: { token: next.data, exp: 0 } } : next;
    },
  };
}
const upload = (session: Session, onProgress: (share: number) => void = () => undefined) =>
  pictureUpload(session)('avatar', new Blob(['x']), onProgress);
const good = { text: JSON.stringify({ ok: true, data: { id } }) };

describe('an upload', () => {
  it('answers the name of the picture and says how far it is', async () => {
    const sent = browser(good);
    const shares: number[] = [];
    expect(await upload(sessionOf({ ok: true, data: 'one' }), (share) => shares.push(share))).toEqual({
      ok: true,
      data: id,
    });
    expect(shares).toEqual([0.25]);
    expect(sent).toEqual([{ path: '/api/upload?for=avatar', token: 'Bearer one' }]);
  });

  it('renews a token once that is not taken any more', async () => {
    const refused = { text: '{"ok":false,"code":"UNAUTH"}' };
    const session = sessionOf({ ok: true, data: 'old' }, { ok: true, data: 'new' });
    const sent = browser(refused, good);
    expect((await upload(session)).ok).toBe(true);
    expect(session.asked).toEqual([false, true]);
    expect(sent.map(({ token }) => token)).toEqual(['Bearer old', 'Bearer new']);
    browser(refused, refused, good);
    expect(await upload(sessionOf())).toEqual({ ok: false, code: 'UNAUTH' });
  });

  it('tells why it was refused', async () => {
    browser({ text: '{"ok":false,"code":"RATE","retry":900}' });
    expect(await upload(sessionOf())).toEqual({ ok: false, code: 'RATE', retry: 900 });
    browser();
    expect(await upload(sessionOf({ ok: false, code: 'REVOKED' }))).toEqual({ ok: false, code: 'REVOKED' });
  });

  it('without a network, or with an answer that is not ours, may be repeated', async () => {
    for (const answer of [
      'error',
      { text: '' },
      { text: '<html>' },
      { text: '{"ok":true}' },
      { text: 'null' },
    ] as const) {
      browser(answer);
      expect(await upload(sessionOf())).toEqual({ ok: false, code: 'UNAVAILABLE' });
    }
  });

  it('that stands still is given up', async () => {
    vi.useFakeTimers();
    browser('silence');
    const running = upload(sessionOf());
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await running).toEqual({ ok: false, code: 'TIMEOUT' });
  });
});
