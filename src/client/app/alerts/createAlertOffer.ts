import type { StoreApi } from 'zustand/vanilla';
import type { AlertsState } from '#client/stores/alertsStore.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import type { Clock, Focus, Notifications } from '#sync/ports.ts';

/** After "not now" nobody is asked again for this long, ms: a quarter of a year. The settings page can always. */
export const laterMs = 90 * 24 * 3_600_000;

/** What asking for alerts stands on. */
export interface AlertOfferDeps {
  alerts: StoreApi<AlertsState>;
  prefs: StoreApi<PrefsState>;
  notifications: Pick<Notifications, 'permission' | 'ask'>;
  focus: Focus;
  clock: Clock;
  /** device clock, ms: until when nobody is asked; anything else counts as never */
  readLater(): Promise<unknown>;
  keepLater(until: number): void;
}

/** When and how a person is asked for permission. */
export interface AlertOffer {
  /** The person has sent a message: now the app has shown what it is for, and may offer alerts, in its own words first. */
  noteSent(): Promise<void>;
  /** "Yes": the browser asks. Call it from a press. */
  allow(): Promise<void>;
  /** "Not now". */
  postpone(): void;
  stop(): void;
}

/** Makes the offer. The browser's own question can be asked once only, so it comes after ours, and after a yes. */
export function createAlertOffer(deps: AlertOfferDeps): AlertOffer {
  const { alerts, prefs, notifications, focus, clock } = deps;
  const refresh = (): void => {
    const permission = notifications.permission();
    if (permission === alerts.getState().permission) return;
    alerts.setState(permission === 'default' ? { permission } : { permission, isOffered: false });
  };
  const postpone = (): void => {
    alerts.setState({ isOffered: false });
    deps.keepLater(clock.now() + laterMs);
  };
  const isOpen = (): boolean => alerts.getState().permission === 'default' && prefs.getState().notifications === 'on';
  return {
    async noteSent() {
      refresh();
      if (!isOpen()) return;
      const later = await deps.readLater();
      if (typeof later === 'number' && later > clock.now()) return;
      if (isOpen()) alerts.setState({ isOffered: true });
    },
    async allow() {
      const permission = await notifications.ask();
      alerts.setState({ permission, isOffered: false });
      // The browser's question was closed without an answer.
      if (permission === 'default') postpone();
    },
    postpone,
    // A person who changes it in the browser's settings comes back to the page afterwards.
    stop: focus.onChange(refresh),
  };
}
