import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { Contact, UserCard } from '#protocol/entities/user.ts';
import type { UserId } from '#protocol/ids.ts';
import { withPending } from './withPending.ts';

/** My contacts, those that still wait to be told to the server included. `met`: cards of people who are not on this device yet. */
export function useContacts(met: ReadonlyMap<UserId, UserCard>): ReadonlyMap<UserId, Contact> {
  const { stores } = useServices();
  const contacts = useStore(stores.people, (people) => people.contacts);
  const entries = useStore(stores.tray, (tray) => tray.entries);
  return useMemo(() => withPending(contacts, entries, met), [contacts, entries, met]);
}
