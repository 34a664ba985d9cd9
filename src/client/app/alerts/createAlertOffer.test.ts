import { describe, expect, it } from 'vitest';
import { createAlertsStore } from '#client/stores/alertsStore.ts';
import { createPrefsStore } from '#client/stores/prefsStore.ts';
import { emitter } from '#base/emitter.ts';
import type { NotePermission } from '#sync/ports.ts';
import { fakeClock } from '#testing/fakeClock.ts';
import { fakeNotifications } from '#testing/fakeNotifications.ts';
import { createAlertOffer, laterMs } from './createAlertOffer.ts';

function openTab(permission: NotePermission = 'default', kept?: unknown) {
  const clock = fakeClock();
  const alerts = createAlertsStore(permission);
  const prefs = createPrefsStore();
  const notifications = fakeNotifications(permission);
  const focused = emitter<boolean>();
  const device = { later: kept };
  const offer = createAlertOffer({
    ...{ alerts, prefs, notifications, clock },
    focus: { isFocused: () => true, onChange: (listener) => focused.on(listener) },
    readLater: async () => device.later,
    keepLater: (until) => void (device.later = until),
  });
  return { clock, alerts, prefs, notifications, focused, device, offer, isOffered: () => alerts.getState().isOffered };
}

describe('the offer of alerts', () => {
  it('stands after the first message that the person sends, and not before', async () => {
    const tab = openTab();
    expect(tab.isOffered()).toBe(false);
    await tab.offer.noteSent();
    expect(tab.isOffered()).toBe(true);
    expect(tab.notifications.asked).toBe(0);
  });

  it('leads to the question of the browser only by a yes', async () => {
    const tab = openTab();
    await tab.offer.noteSent();
    await tab.offer.allow();
    expect(tab.notifications.asked).toBe(1);
    expect(tab.alerts.getState()).toEqual({ permission: 'granted', isOffered: false });
  });

  it('is not made again for a long time after "not now"', async () => {
    const tab = openTab();
    await tab.offer.noteSent();
    tab.offer.postpone();
    await tab.offer.noteSent();
    expect(tab.isOffered()).toBe(false);
    await tab.clock.advance(laterMs);
    await tab.offer.noteSent();
    expect(tab.isOffered()).toBe(true);
  });

  it('counts as "not now" when the question of the browser is closed without an answer', async () => {
    const tab = openTab();
    tab.notifications.answer = 'default';
    await tab.offer.noteSent();
    await tab.offer.allow();
    await tab.offer.noteSent();
    expect(tab.isOffered()).toBe(false);
    expect(tab.device.later).toBe(tab.clock.now() + laterMs);
  });

  it.each(['granted', 'denied', 'unsupported'] as const)(
    'is not made where the browser says %s',
    async (permission) => {
      const tab = openTab(permission);
      await tab.offer.noteSent();
      expect(tab.isOffered()).toBe(false);
    },
  );

  it('is not made to somebody who wants no alerts', async () => {
    const tab = openTab();
    tab.prefs.setState({ notifications: 'off' });
    await tab.offer.noteSent();
    expect(tab.isOffered()).toBe(false);
  });

  it('takes a broken record of the device for none', async () => {
    const tab = openTab('default', { not: 'a time' });
    await tab.offer.noteSent();
    expect(tab.isOffered()).toBe(true);
  });

  it('ends when the person has decided in the settings of the browser, until it is stopped', async () => {
    const tab = openTab();
    await tab.offer.noteSent();
    tab.notifications.answer = 'denied';
    await tab.notifications.ask();
    tab.focused.emit(true);
    expect(tab.alerts.getState()).toEqual({ permission: 'denied', isOffered: false });
    tab.offer.stop();
    expect(tab.focused.size()).toBe(0);
  });
});
