import type { Contact, Pref, UserCard } from '#protocol/entities/user.ts';
import type { DraftRow, HiddenRow, LocalChat, OutboxEntry, UploadRow } from '#sync/changes.ts';
import type { LocalStore, ReadTx } from '#sync/ports.ts';

/** Cards of people that are read at start; those of bigger worlds come with the chats that show them. */
const usersAtStart = 2_000;

/** The rows that screens need outside of a single chat. */
export interface RootRows {
  chats: LocalChat[];
  outbox: OutboxEntry[];
  drafts: DraftRow[];
  contacts: Contact[];
  users: UserCard[];
  prefs: Pref[];
  hidden: HiddenRow[];
  uploads: UploadRow[];
}

/** Number of the last commit that this transaction sees. */
export async function readNumber(tx: ReadTx): Promise<number> {
  return Number((await tx.get('meta', 'changes'))?.val ?? 0);
}

/** Reads what the first paint needs, in one transaction. */
export function readRoot(store: LocalStore): Promise<{ num: number; rows: RootRows }> {
  return store.read(
    ['meta', 'chats', 'outbox', 'drafts', 'contacts', 'users', 'prefs', 'hidden', 'uploads'],
    async (tx) => {
      const [num, chats, outbox, drafts, contacts, users, prefs, hidden, uploads] = await Promise.all([
        readNumber(tx),
        tx.range('chats', { index: ':primary' }),
        tx.range('outbox', { index: ':primary' }),
        tx.range('drafts', { index: ':primary' }),
        tx.range('contacts', { index: ':primary' }),
        tx.range('users', { index: ':primary', limit: usersAtStart }),
        tx.range('prefs', { index: ':primary' }),
        tx.range('hidden', { index: ':primary' }),
        tx.range('uploads', { index: ':primary' }),
      ]);
      return { num, rows: { chats, outbox, drafts, contacts, users, prefs, hidden, uploads } };
    },
  );
}
