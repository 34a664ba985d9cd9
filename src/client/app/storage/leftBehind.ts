import { tableNames } from '#client/adapters/db/personDatabase.ts';
import type { Services } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { LeftBehind } from '#sync/changes.ts';
import type { LocalStore, ReadTx } from '#sync/ports.ts';
import type { Unsent } from './storeSwitch.ts';

/** Names of the chats that unsent work belongs to: afterwards nobody knows them here. */
export function titlesOf(
  { chatList, people }: Pick<Services['stores'], 'chatList' | 'people'>,
  { outbox, drafts }: Unsent,
): LeftBehind['titles'] {
  const { chats } = chatList.getState();
  const used = new Set([
    ...outbox.flatMap(({ action }) => ('c' in action ? [action.c] : [])),
    ...drafts.map(({ c }) => c),
  ]);
  return [...used].flatMap((c) => {
    const chat = chats.get(c);
    const title = chat && chatTitle(people.getState(), chat);
    return title === undefined ? [] : [[c, title] as [typeof c, string]];
  });
}

/** Reads what was not sent. */
export function readUnsent(store: LocalStore): Promise<Unsent> {
  return store.read(['outbox', 'drafts'], unsentIn);
}

/** Empties a person's database, in one transaction; answers what was not sent. Whoever still has it open sees nothing any more, and its engine no lease. */
export async function takeUnsent(store: LocalStore): Promise<Unsent> {
  const { result } = await store.commit(async (tx) => {
    const unsent = await unsentIn(tx);
    await tx.wipe(tableNames);
    return unsent;
  });
  return result;
}

async function unsentIn(tx: ReadTx): Promise<Unsent> {
  const outbox = await tx.range('outbox', { index: ':primary' });
  return {
    outbox: outbox.filter(({ state }) => state !== 'acked'),
    drafts: await tx.range('drafts', { index: ':primary' }),
  };
}

/** Two tabs may have seen different parts; what is newer counts. */
export function joinLeft(first: LeftBehind, second: LeftBehind): LeftBehind {
  const entries = new Map([...first.outbox, ...second.outbox].map((entry) => [entry.i, entry]));
  const drafts = new Map(first.drafts.map((draft) => [draft.c, draft]));
  for (const draft of second.drafts) {
    if ((drafts.get(draft.c)?.updated ?? 0) <= draft.updated) drafts.set(draft.c, draft);
  }
  return {
    outbox: [...entries.values()].toSorted((a, b) => a.id - b.id),
    drafts: [...drafts.values()],
    titles: [...new Map([...first.titles, ...second.titles])],
  };
}
