import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ConnectRequest } from '#protocol/entities/connectRequest.ts';
import type { Contact, UserCard } from '#protocol/entities/user.ts';
import { contactState } from '#protocol/entities/contactState.ts';
import type { UserId } from '#protocol/ids.ts';
import type { ChangeBatch } from '#sync/changes.ts';
import { applyRows } from './applyRows.ts';

/** People this device knows: cards of everybody seen, and my relation to them. */
export interface PeopleState {
  loaded: boolean;
  users: ReadonlyMap<UserId, UserCard>;
  contacts: ReadonlyMap<UserId, Contact>;
  /** watched people who are here now: 1; away: 0 */
  presence: ReadonlyMap<UserId, { state: number; seen?: number }>;
  /** how often somebody asked me to connect while this tab listened */
  asked: number;
  /** those who wait for my answer to that, and which of them were on screen here (keys of `askKey`) */
  asks: readonly ConnectRequest[];
  asksSeen: ReadonlySet<string>;
  /** the rows that `users` and `contacts` are made of, removed contacts included */
  rows: { users: ReadonlyMap<UserId, UserCard>; contacts: ReadonlyMap<UserId, Contact> };
}

/** Makes the store behind friends, names and presence. */
export function createPeopleStore(): StoreApi<PeopleState> {
  return createStore<PeopleState>(() => ({
    loaded: false,
    users: new Map(),
    contacts: new Map(),
    presence: new Map(),
    asked: 0,
    asks: [],
    asksSeen: new Set(),
    rows: { users: new Map(), contacts: new Map() },
  }));
}

/** One question to connect: the community and the member who asks. */
export const askKey = ({ c, u }: Pick<ConnectRequest, 'c' | 'u'>): string => `${c}:${u}`;

/** How many wait for an answer and were not on screen yet. */
export const countNewAsks = ({ asks, asksSeen }: PeopleState): number =>
  asks.filter((ask) => !asksSeen.has(askKey(ask))).length;

/** People as the rows of the device say it. */
export function projectPeople(
  state: PeopleState,
  rows: { users: readonly UserCard[]; contacts: readonly Contact[] },
): PeopleState {
  return derive({
    ...state,
    loaded: true,
    rows: {
      users: new Map(rows.users.map((user) => [user.id, user])),
      contacts: new Map(rows.contacts.map((contact) => [contact.u, contact])),
    },
  });
}

/** People after one batch. */
export function applyPeople(state: PeopleState, batch: ChangeBatch): PeopleState {
  const users = applyRows(state.rows.users, batch, 'users', (user) => user.id);
  const contacts = applyRows(state.rows.contacts, batch, 'contacts', (contact) => contact.u);
  if (users === state.rows.users && contacts === state.rows.contacts) return state;
  return derive({ ...state, rows: { users, contacts } });
}

/** Takes in cards that were read later than the first load; what is known already stays. */
export function addCards(state: PeopleState, cards: readonly UserCard[]): PeopleState {
  const missing = cards.filter((card) => !state.rows.users.has(card.id));
  if (missing.length === 0) return state;
  const users = new Map([...state.rows.users, ...missing.map((card) => [card.id, card] as const)]);
  return derive({ ...state, rows: { ...state.rows, users } });
}

/** A contact carries a card too: of two cards of a person the one with the higher profile version counts. Removed contacts are tombstones for other devices. */
function derive(state: PeopleState): PeopleState {
  const users = new Map(state.rows.users);
  const contacts = new Map<UserId, Contact>();
  for (const contact of state.rows.contacts.values()) {
    if ((users.get(contact.card.id)?.pv ?? -1) < contact.card.pv) users.set(contact.card.id, contact.card);
    if (contact.st !== contactState.removed) contacts.set(contact.u, contact);
  }
  return { ...state, users, contacts };
}
