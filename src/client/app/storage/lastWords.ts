import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { Cid, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { DraftRow } from '#sync/changes.ts';
import { findMessage } from '#sync/commands/findMessage.ts';
import type { Commands } from '#sync/commands.ts';
import type { Clock, LocalStore, Random } from '#sync/ports.ts';

/*
 * A page that is loaded anew in the moment of Enter, or of a key, ends what it was writing into the database. What was on its way then is noted where a write is done when it returns, and
 * the next page puts it back into its field, unless it did arrive.
 */

/** Words on their way into the database. `cid`: they were being sent under it. */
export type LastWords = DraftRow & { cid?: Cid };

/** Where a page notes them, and what tells that it goes or comes back. */
export interface LastWordsPlace {
  /** throws where the browser's settings keep it from pages */
  storage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;
}

const here = (): LastWordsPlace => ({ storage: () => globalThis.localStorage, page: globalThis });
const keyOf = (uid: UserId): string => `kabar.lastWords.${uid}`;

/** The commands of a person's tab; what they are storing when the page goes is noted. */
export function withLastWords(
  commands: Commands,
  { uid, clock, random }: { uid: UserId; clock: Clock; random: Random },
  place = here(),
): Commands {
  const underWay = new Set<LastWords>();
  /** as they stand in the note of this page; other tabs have theirs beside it */
  let noted: readonly string[] = [];
  const note = (): void => {
    noted = [...underWay].map((words) => JSON.stringify(words));
    write(place, uid, [...read(place, uid), ...underWay]);
  };
  // It was only put aside, and has gone on.
  const forget = (event: Event): void => {
    if (!(event as PageTransitionEvent).persisted || noted.length === 0) return;
    const others = read(place, uid).filter((words) => !noted.includes(JSON.stringify(words)));
    noted = [];
    write(place, uid, others);
  };
  const during = async <T>(words: LastWords, work: Promise<T>): Promise<T> => {
    if (underWay.size === 0) {
      place.page.addEventListener('pagehide', note);
      place.page.addEventListener('pageshow', forget);
    }
    underWay.add(words);
    try {
      return await work;
    } finally {
      underWay.delete(words);
      if (underWay.size === 0) place.page.removeEventListener('pagehide', note);
    }
  };
  return {
    ...commands,
    sendMessage(input) {
      const { c, b, re, fw, cid = toCid(random.uuid()) } = input;
      const sent = commands.sendMessage({ ...input, cid });
      const { x, at, f } = b as Partial<Pick<DraftRow, 'at'>> & { x?: unknown; f?: DraftRow['files'] };
      // Only what was written in the field goes back there.
      const isTyped = fw === undefined && typeof x === 'string' && (input.k === undefined || f !== undefined);
      if (!isTyped) return sent;
      const more = { ...(re === undefined ? {} : { re }), ...(f ? { files: f } : {}) };
      return during({ c, text: x, at, ...more, cid, updated: clock.now() }, sent);
    },
    saveDraft(draft) {
      const saved = commands.saveDraft(draft);
      return draft.text === '' ? saved : during({ ...draft, updated: clock.now() }, saved);
    },
  };
}

/** What the last page of this person noted; it is noted no more. */
export function takeLastWords(uid: UserId, place = here()): LastWords[] {
  const words = read(place, uid);
  if (words.length > 0) write(place, uid, []);
  return words;
}

/** Puts them back into their fields: not what has arrived in the outbox or the chat, nor what is older than the draft that is there. */
export async function putLastWords(store: LocalStore, words: readonly LastWords[]): Promise<void> {
  if (words.length === 0) return;
  await store.commit(async (tx) => {
    for (const { cid, ...draft } of words) {
      if (cid !== undefined && (await findMessage(tx, draft.c, { cid })).t !== 'nowhere') continue;
      const known = await tx.get('drafts', draft.c);
      if (!known || known.updated < draft.updated) await tx.put('drafts', [draft]);
    }
  });
}

function read({ storage }: LastWordsPlace, uid: UserId): LastWords[] {
  try {
    const list: unknown = JSON.parse(storage().getItem(keyOf(uid)) ?? '[]');
    return Array.isArray(list) ? list.filter(isWords) : [];
  } catch {
    // Kept from pages by the browser's settings, or not ours.
    return [];
  }
}

function write({ storage }: LastWordsPlace, uid: UserId, words: readonly LastWords[]): void {
  try {
    if (words.length === 0) storage().removeItem(keyOf(uid));
    else storage().setItem(keyOf(uid), JSON.stringify(words));
  } catch (error) {
    // Full, or kept from pages: the draft of a quarter of a second ago is what remains.
    consoleLog.warn('lastWords.failed', { error: String(error) });
  }
}

function isWords(one: unknown): one is LastWords {
  if (typeof one !== 'object' || one === null) return false;
  const { c, text, updated } = one as Record<string, unknown>;
  return Number.isSafeInteger(c) && typeof text === 'string' && typeof updated === 'number';
}
