import type { Contact, UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import type { TrayState } from '#client/stores/trayStore.ts';

/**
 * Contacts as they will be once the server has what waits here. Somebody who was only just met has no row on this device until the server
 * answers; whoever adds them sees them among the friends at once all the same. Refused changes do not count.
 */
export function withPending(
  contacts: ReadonlyMap<UserId, Contact>,
  entries: TrayState['entries'],
  met: ReadonlyMap<UserId, UserCard>,
): ReadonlyMap<UserId, Contact> {
  const added = new Map<UserId, Contact>();
  for (const { action, state } of entries) {
    if (action.t !== 'contactSet' || state === 'failed' || contacts.has(action.user)) continue;
    const card = met.get(action.user);
    if (!card) continue;
    const alias = action.alias === undefined ? {} : { alias: action.alias };
    added.set(action.user, { u: action.user, st: action.state, urev: 0, card, ...alias });
  }
  return added.size === 0 ? contacts : new Map([...contacts, ...added]);
}
