import type { StoreApi } from 'zustand/vanilla';
import type { KabarDatabase } from '#client/adapters/db/kabarDatabase.ts';
import type { DatabaseEnd } from '#client/adapters/db/dexieLocalStore.ts';
import type { SessionClient } from '#client/adapters/http/sessionClient.ts';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import type { SessionState } from '#client/stores/sessionStore.ts';
import type { Account } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';

/** What outlives a log-in and a log-out: one per tab, made by boot. */
export interface AppShared {
  kabar: KabarDatabase;
  session: StoreApi<SessionState>;
  prefs: StoreApi<PrefsState>;
  sessionClient: SessionClient;
  appVersion: string;
  /** Takes over a fresh account card and keeps it on the device. */
  noteAccount(account: Account): void;
  /** A person's session is gone: what is cached stays readable. */
  endSession(uid: UserId): void;
  /** The server has logged this device out: what is cached goes, and what was not sent is offered to the person. */
  removeDevice(uid: UserId): void;
  /** Nobody is logged in any more: session and settings are a stranger's. */
  forgetPerson(): void;
  /** Logs out: the server's session, then everything of the person on this device, in all tabs. */
  leave(uid: UserId): Promise<void>;
  /** Changes settings that belong to this device, and shows them. */
  setDevicePrefs(change: Partial<PrefsState>): void;
  /** The person's database was deleted, upgraded or taken away under this tab. */
  onDatabaseGone(why: DatabaseEnd): void;
  /** Loads the newer version of the app. */
  applyUpdate(): void;
}
