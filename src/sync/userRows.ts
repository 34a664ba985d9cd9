import type { Kept } from '#protocol/entities/kept.ts';
import type { Hidden } from '#protocol/entities/hidden.ts';
import type { Contact, Pref, UserCard } from '#protocol/entities/user.ts';
import { putKeeps } from './keptRows.ts';
import { ownLane, readLane } from './lanes.ts';
import type { OutboxAction } from './changes.ts';
import type { WriteTx } from './ports.ts';

/** My own rows that came from the server; `full`: they are all there are. */
export interface UserRows {
  contacts?: readonly Contact[] | undefined;
  prefs?: readonly Pref[] | undefined;
  hidden?: readonly Hidden[] | undefined;
  keeps?: readonly Kept[] | undefined;
  isFull?: boolean;
}

/** Stores contacts, settings, hidden messages and what I keep: the higher `urev` wins, and what I changed and have not delivered stays laid over. */
export async function putUserRows(tx: WriteTx, rows: UserRows): Promise<void> {
  const { contacts, prefs, hidden, keeps, isFull } = rows;
  if (!contacts?.length && !prefs?.length && !hidden?.length && !keeps?.length && !isFull) return;
  const pending = (await readLane(tx, ownLane))
    .filter((entry) => entry.state === 'queued')
    .map((entry) => entry.action);
  if (isFull) await tx.wipe(['contacts', 'prefs', 'hidden', 'keeps']);
  if (contacts) await putContacts(tx, contacts, pending);
  if (prefs) await putPrefs(tx, prefs, pending);
  await putHidden(tx, hidden ?? [], isFull ? pending : []);
  await putKeeps(tx, keeps ?? [], pending, isFull === true);
}

/** Stores cards of people unless a newer version is cached. */
export async function putCards(tx: WriteTx, cards: readonly UserCard[]): Promise<void> {
  if (cards.length === 0) return;
  const stored = await tx.getMany(
    'users',
    cards.map((card) => card.id),
  );
  const newer = cards.filter((card, index) => card.pv >= (stored[index]?.pv ?? 0));
  if (newer.length > 0) await tx.put('users', newer);
}

async function putContacts(tx: WriteTx, contacts: readonly Contact[], pending: readonly OutboxAction[]): Promise<void> {
  const stored = await tx.getMany(
    'contacts',
    contacts.map((contact) => contact.u),
  );
  const newer = contacts.filter((contact, index) => contact.urev >= (stored[index]?.urev ?? 0));
  await putCards(
    tx,
    newer.map((contact) => contact.card),
  );
  const laid = newer.map((contact) => {
    const wish = pending.findLast((action) => action.t === 'contactSet' && action.user === contact.u);
    return wish?.t === 'contactSet' ? layContact(contact, wish) : contact;
  });
  if (laid.length > 0) await tx.put('contacts', laid);
}

/** There are only ever more of them; a full list lacks those that wait to be told. */
async function putHidden(tx: WriteTx, lists: readonly Hidden[], pending: readonly OutboxAction[]): Promise<void> {
  const waiting = pending.flatMap((action): Hidden[] => (action.t === 'hide' ? [[action.c, [...action.seqs]]] : []));
  const rows = [...lists, ...waiting].flatMap(([c, seqs]) => seqs.map((s) => ({ c, s })));
  if (rows.length > 0) await tx.put('hidden', rows);
}

async function putPrefs(tx: WriteTx, prefs: readonly Pref[], pending: readonly OutboxAction[]): Promise<void> {
  const stored = await tx.getMany(
    'prefs',
    prefs.map((pref) => pref.key),
  );
  const newer = prefs.filter((pref, index) => pref.urev >= (stored[index]?.urev ?? 0));
  const laid = newer.map((pref) => {
    const wish = pending.findLast((action) => action.t === 'prefSet' && action.key === pref.key);
    return wish?.t === 'prefSet' ? { ...pref, val: wish.val } : pref;
  });
  if (laid.length > 0) await tx.put('prefs', laid);
}

/** A contact as it will be once the server has my wish. */
export function layContact(contact: Contact, wish: { state: number; alias?: string }): Contact {
  const next: Contact = { ...contact, st: wish.state };
  if (wish.alias === '') delete next.alias;
  else if (wish.alias !== undefined) next.alias = wish.alias;
  return next;
}
