import type { EntryServices } from '#client/context.ts';
import type { Ack } from '#protocol/errors.ts';
import type { SessionGrant } from '#protocol/session.ts';
import type { AppShared } from './AppShared.ts';

/** Makes what the log-in screens may use. `enter`: opens the app for the person of a grant. */
export function createEntryServices(shared: AppShared, enter: (grant: SessionGrant) => Promise<void>): EntryServices {
  const { sessionClient: client } = shared;
  const through = async (answer: Promise<Ack<SessionGrant>>): Promise<Ack<null>> => {
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
    prefs: shared.prefs,
    setPrefs: (change) => shared.setDevicePrefs(change),
    session: shared.session,
  };
}
