import i18next from 'i18next';
import { navigate } from 'wouter/use-browser-location';
import { browserFocus } from '#client/adapters/browser/browserFocus.ts';
import { notifications } from '#client/adapters/browser/notifications.ts';
import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Clock, TabLine } from '#sync/ports.ts';
import type { AppShared } from '../AppShared.ts';
import type { PersonView } from '../createPersonView.ts';
import { createAlertOffer, type AlertOffer } from './createAlertOffer.ts';
import { createAlerts } from './createAlerts.ts';
import { createScreenBook } from './createScreenBook.ts';

const notes = notifications(consoleLog);

/** What alerts of a person in this tab are made of. */
export interface AlertParts {
  shared: AppShared;
  view: PersonView;
  line: TabLine;
  clock: Clock;
  me: UserId;
  isLeading(): boolean;
}

/** Connects alerts with the rows and the tabs. Answers the offer that screens make, whose `stop` ends everything. */
export function startAlerts({ shared, view, line, clock, me, isLeading }: AlertParts): AlertOffer {
  const { stores, lookUpUsers, serverNow } = view;
  const screens = createScreenBook(clock);
  const alerts = createAlerts({
    ...{ me, stores, clock, screens, isLeading, serverNow, notifications: notes },
    wantUsers: lookUpUsers,
    t: i18next.t,
  });
  stores.alerts.setState({ permission: notes.permission() });
  const offer = createAlertOffer({
    ...{ alerts: stores.alerts, prefs: stores.prefs, notifications: notes, focus: browserFocus, clock },
    // A device that cannot say asks rather once too often.
    readLater: () => shared.kabar.getDevice('alertsLater').catch(() => undefined),
    keepLater(until) {
      // The worst that follows is that the person is asked again.
      shared.kabar.putDevice('alertsLater', until).catch(() => undefined);
    },
  });
  const stops = [
    view.onBatch((batch) => alerts.look(batch.tables.msgs?.put ?? [])),
    line.onCall((call) => {
      if (screens.hear(call)) alerts.lookAtScreens();
    }),
    notes.onOpen((path) => navigate(path)),
    () => alerts.stop(),
    offer.stop,
  ];
  return { ...offer, stop: () => stops.forEach((stop) => stop()) };
}
