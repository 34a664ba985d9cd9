import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import { webLocks } from '#client/adapters/browser/webLocks.ts';
import { deletePersonDatabase } from '#client/adapters/db/deletePersonDatabase.ts';
import { forgetMedia } from '#client/adapters/media/forgetMedia.ts';
import type { AccountRecord } from '#client/adapters/db/kabarDatabase.ts';
import type { UserId } from '#protocol/ids.ts';
import type { LeftBehind } from '#sync/changes.ts';
import type { AppParts } from './AppModel.ts';
import type { AppShared } from './AppShared.ts';
import type { Person } from './openPerson.ts';
import { joinLeft } from './storage/joinLeft.ts';
import type { Unsent } from './storage/storeSwitch.ts';
import { takeLastWords } from './storage/lastWords.ts';
import { readUnsent, takeUnsent } from './storage/takeUnsent.ts';
import { titlesOf } from './storage/titlesOf.ts';

/** Until the screens are gone, and with them the last words of a composer are stored, ms. */
const lastWordsMs = 200;

const nothing: LeftBehind = { outbox: [], drafts: [], titles: [] };

/**
 * The server has logged this device out. The screens go at once. What was not sent is written beside the account before anything is deleted, so that at no
 * moment it is nowhere. Every tab does this for itself; each adds what only it knows.
 */
export async function removeDevice(parts: { model: AppParts['model']; shared: AppShared }, uid: UserId): Promise<void> {
  const { model, shared } = parts;
  const { kabar, session } = shared;
  const { person } = model.getState();
  // Somebody who logs out in another tab of this browser ends the session as well, and has said what becomes of the texts.
  if (await kabar.getDevice('leaving').catch(() => false)) return;
  const { state, userId } = session.getState();
  if (!person || userId !== uid || state === 'removed') return;
  const first = withTitles(person, person.unsent());
  session.setState({ state: 'removed', left: first });
  model.setState({ person: undefined });
  await new Promise((resolve) => setTimeout(resolve, lastWordsMs));
  await webLocks.hold(`removed:${uid}`, () => keepAndDelete(shared, { uid, person, first }));
}

/** Shows the page of a person whom the server has logged out before; what should have been deleted then is deleted. */
export function showRemoved({ session }: AppShared, record: AccountRecord): void {
  const { uid: userId, deviceId, account, left } = record;
  session.setState({ state: 'removed', userId, deviceId, account, left }, true);
  void deleteQuietly(userId);
}

async function keepAndDelete(
  { kabar, session }: AppShared,
  { uid, person, first }: { uid: UserId; person: Person; first: LeftBehind },
): Promise<void> {
  let left = first;
  const keep = async (more: Unsent): Promise<void> => {
    left = joinLeft(left, withTitles(person, more));
    const stored = await kabar.getAccount(uid);
    if (stored?.left) left = joinLeft(stored.left, left);
    await kabar.changeAccount(uid, { left });
  };
  await tryTo('keep', async () => keep(await readUnsent(person.store)));
  await tryTo('wipe', async () => keep(await takeUnsent(person.store)));
  await person.close();
  await deleteQuietly(uid);
  // A device that was too full to keep the texts has room now.
  await tryTo('keepAgain', () => keep(nothing));
  if (session.getState().state === 'removed' && session.getState().userId === uid) session.setState({ left });
}

function withTitles({ services }: Person, unsent: Unsent): LeftBehind {
  const { outbox, drafts } = unsent;
  return { outbox: [...outbox], drafts: [...drafts], titles: titlesOf(services.stores, unsent) };
}

/** Whatever a broken disk does, the rest still has to go. */
async function tryTo(what: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    consoleLog.warn('removed.failed', { what, error: String(error) });
  }
}

const deleteQuietly = (uid: UserId): Promise<void> =>
  tryTo('delete', async () => {
    takeLastWords(uid);
    await forgetMedia();
    await deletePersonDatabase(uid);
  });
