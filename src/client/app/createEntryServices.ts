import type { EntryServices } from '#client/context.ts';
import type { Ack } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { AppShared } from './AppShared.ts';

/** What the log-in screens set in motion. */
export interface EntryHooks {
  /** Opens the app for the person of a grant. */
  enter(grant: SessionGrant): Promise<void>;
  /** Tells other tabs that nothing of this person is here any more. */
  sayLeft(uid: UserId): void;
}

/** What the log-in screens may use, and what the start wants to know of them. */
export interface StartServices extends EntryServices {
  /** Whether somebody has begun to log in or sign up by hand. */
  hasBegun(): boolean;
}

/** Makes what the log-in screens may use. */
export function createEntryServices(shared: AppShared, { enter, sayLeft }: EntryHooks): StartServices {
  const { sessionClient: client } = shared;
  let hasBegun = false;
  const through = async (answer: Promise<Ack<SessionGrant>>): Promise<Ack<null>> => {
    hasBegun = true;
    const grant = await answer;
    if (!grant.ok) return grant;
    await enter(grant.data);
    return { ok: true, data: null };
  };
  return {
    signUp: (input) => through(client.signUp(input)),
    logIn: (input) => through(client.logIn(input)),
    async demoPeople() {
      const answer = await client.demoPeople();
      return answer.ok ? { ok: true, data: answer.data.people } : answer;
    },
    demoEnter: (handle) => through(client.demoEnter(handle)),
    async forgetLeft() {
      const { state, userId } = shared.session.getState();
      if (state !== 'removed' || userId === undefined) return;
      await shared.kabar.deleteAccount(userId);
      sayLeft(userId);
      shared.forgetPerson();
    },
    prefs: shared.prefs,
    setPrefs: (change) => shared.setDevicePrefs(change),
    session: shared.session,
    hasBegun: () => hasBegun,
  };
}
