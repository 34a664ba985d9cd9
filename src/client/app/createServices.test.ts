import { expect, it, vi } from 'vitest';
import { createPrefsStore } from '#client/stores/prefsStore.ts';
import { toChatId } from '#protocol/casts.ts';
import type { EngineCall } from '#sync/changes.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeChannel, seededRandom } from '#testing/fakeTab.ts';
import { memoryLocalStore } from '#testing/memoryLocalStore.ts';
import { createServices } from './createServices.ts';

// Node has no storage that could be kept.
vi.mock('#client/adapters/browser/keepStorage.ts', () => ({ keepStorage: async () => undefined }));
// Nor a page that goes.
vi.stubGlobal('addEventListener', vi.fn());
vi.stubGlobal('removeEventListener', vi.fn());
vi.stubGlobal('localStorage', undefined);

it('N12: a message that this tab sends ends the wait for the next sign of typing, unless the person wants none', async () => {
  const clock = fakeClock();
  const channel = fakeChannel();
  const calls: EngineCall[] = [];
  channel('engine').onCall((call) => void calls.push(call));
  const prefs = createPrefsStore();
  prefs.setState({ sendTyping: true });
  const ports = { clock, line: channel('tab'), random: seededRandom(1), store: memoryLocalStore(), session: {} };
  const services = createServices({
    ports,
    stores: { prefs },
    shared: { kabar: {} },
    offer: { noteSent: async () => undefined },
  } as unknown as Parameters<typeof createServices>[0]);
  const c = toChatId(7);
  const signs = (): number => calls.filter(({ t }) => t === 'typing').length;
  services.typing(c);
  services.typing(c);
  expect(signs()).toBe(1);
  await services.commands.sendMessage({ c, b: { x: 'sent' } });
  await clock.advance(500);
  services.typing(c);
  expect(signs()).toBe(2);
  prefs.setState({ sendTyping: false });
  await clock.advance(60_000);
  services.typing(c);
  expect(signs()).toBe(2);
});
