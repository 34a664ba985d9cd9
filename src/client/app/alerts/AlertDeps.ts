import type { Services } from '#client/context.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { UserId } from '#protocol/ids.ts';
import type { Clock, Notifications } from '#sync/ports.ts';
import type { ScreenBook } from './createScreenBook.ts';

/** What alerts stand on. */
export interface AlertDeps {
  me: UserId;
  stores: Pick<Services['stores'], 'chatList' | 'people' | 'prefs' | 'health'>;
  clock: Clock;
  notifications: Notifications;
  screens: ScreenBook;
  /** Only the tab that leads tells of anything: there is one alert per browser. */
  isLeading(): boolean;
  /** Asks for people whose names an alert needs. */
  wantUsers(ids: readonly UserId[]): void;
  serverNow(): number;
  t: Translate;
}
