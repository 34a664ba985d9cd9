import { consoleLog } from '#client/adapters/browser/consoleLog.ts';
import type { Cid, UserId } from '#protocol/ids.ts';
import { toCid } from '#protocol/casts.ts';
import type { DraftRow } from '#sync/changes.ts';
import { findMessage } from '#sync/commands/findMessage.ts';
import type { Commands } from '#sync/commands.ts';
import type { Clock, LocalStore, Random, WriteTx } from '#sync/ports.ts';

/*
 * A page that is loaded anew in the moment of Enter, or of a key, ends what it was writing into the database. What was on its way then is noted where a write is done when it returns, and
 * the next page puts it back into its field, unless it did arrive. What has no field, such as a sticker, it sends under the id that it had; what was being changed it changes once more.
 */

/** What has no field is done by the next page only so soon, ms: later nobody expects it any more. */
const doAgainMs = 3_600_000;

/** Words on their way into the database. `cid`: they were being sent under it. */
export type LastWords = DraftRow & { cid?: Cid };

/** A message on its way into the database that was not written in the field: a sticker, a place, what is forwarded. */
export type LastPress = SendInput & { cid: Cid; updated: number };
type SendInput = Parameters<Commands['sendMessage']>[0];

/** What says how something is from now on: twice is the same as once. */
const changes = [
  'editMessage',
  'unsendMessage',
  'setReaction',
  'setVote',
  'dropLink',
  'setChat',
  'hideMessages',
  'keepMessage',
  'dropKeep',
  'setContact',
  'setPref',
] as const satisfies (keyof Commands)[];
type ChangeName = (typeof changes)[number];

/** A change on its way into the database. */
export interface LastChange {
  change: ChangeName;
  input: object;
  updated: number;
}
type Noted = LastWords | LastPress | LastChange;

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
  const during = notes(place, uid);
  return {
    ...commands,
    ...Object.fromEntries(
      changes.map((change) => [
        change,
        (input: object) => during({ change, input, updated: clock.now() }, runChange(commands, change, input)),
      ]),
    ),
    sendMessage(input) {
      const { c, b, re, fw, cid = toCid(random.uuid()) } = input;
      const sent = commands.sendMessage({ ...input, cid });
      const { x, at, f } = b as Partial<Pick<DraftRow, 'at'>> & { x?: unknown; f?: DraftRow['files'] };
      const updated = clock.now();
      // Only what was written in the field goes back there.
      const isTyped = fw === undefined && typeof x === 'string' && (input.k === undefined || f !== undefined);
      if (!isTyped) return during({ ...input, cid, updated }, sent);
      const more = { ...(re === undefined ? {} : { re }), ...(f ? { files: f } : {}) };
      return during({ c, text: x, at, ...more, cid, updated }, sent);
    },
    saveDraft(draft) {
      const saved = commands.saveDraft(draft);
      return draft.text === '' ? saved : during({ ...draft, updated: clock.now() }, saved);
    },
  };
}

/** The input is one of this change, as its type says or the note of another page. */
const runChange = (commands: Commands, change: ChangeName, input: object): Promise<unknown> =>
  (commands[change] as (input: object) => Promise<unknown>)(input);

/** Keeps what is under way, and notes it when the page goes. */
function notes(place: LastWordsPlace, uid: UserId) {
  const underWay = new Set<Noted>();
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
  return async <T>(words: Noted, work: Promise<T>): Promise<T> => {
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
}

/** What the last page of this person noted; it is noted no more. */
export function takeLastWords(uid: UserId, place = here()): Noted[] {
  const words = read(place, uid);
  if (words.length > 0) write(place, uid, []);
  return words;
}

/**
 * Puts words back into their fields, sends what has none and changes what was being changed, in the order in which it was done: not what has arrived in the outbox or the chat, nor words
 * that are older than the draft that is there, nor what nobody expects any more.
 */
export async function putLastWords(
  { store, commands, now }: { store: LocalStore; commands: Commands; now: number },
  noted: readonly Noted[],
): Promise<void> {
  if (noted.length === 0) return;
  const left: (LastPress | LastChange)[] = [];
  await store.commit(async (tx) => {
    for (const one of noted) {
      if ('change' in one) {
        left.push(one);
        continue;
      }
      const { c, cid } = one;
      if (cid !== undefined && (await findMessage(tx, c, { cid })).t !== 'nowhere') continue;
      if ('b' in one) left.push(one);
      else await putDraft(tx, one);
    }
  });
  for (const one of left) if (now - one.updated < doAgainMs) await doAgain(commands, one).catch(warn);
}

function doAgain(commands: Commands, one: LastPress | LastChange): Promise<unknown> {
  if ('change' in one) return runChange(commands, one.change, one.input);
  const { updated: _, ...input } = one;
  return commands.sendMessage(input);
}

async function putDraft(tx: WriteTx, { cid: _, ...draft }: LastWords): Promise<void> {
  const known = await tx.get('drafts', draft.c);
  if (!known || known.updated < draft.updated) await tx.put('drafts', [draft]);
}

function read({ storage }: LastWordsPlace, uid: UserId): Noted[] {
  try {
    const list: unknown = JSON.parse(storage().getItem(keyOf(uid)) ?? '[]');
    return Array.isArray(list) ? list.filter(isNoted) : [];
  } catch {
    // Kept from pages by the browser's settings, or not ours.
    return [];
  }
}

function write({ storage }: LastWordsPlace, uid: UserId, words: readonly Noted[]): void {
  try {
    if (words.length === 0) storage().removeItem(keyOf(uid));
    else storage().setItem(keyOf(uid), JSON.stringify(words));
  } catch (error) {
    // Full, or kept from pages: the draft of a quarter of a second ago is what remains.
    warn(error);
  }
}

const warn = (error: unknown): void => consoleLog.warn('lastWords.failed', { error: String(error) });

function isNoted(one: unknown): one is Noted {
  if (!isObject(one) || typeof one['updated'] !== 'number') return false;
  const { c, text, b, cid, change, input } = one;
  if (change !== undefined) return changes.includes(change as ChangeName) && isObject(input) && hasIds(change, input);
  if (!Number.isSafeInteger(c)) return false;
  return b === undefined ? typeof text === 'string' : typeof cid === 'string' && isObject(b);
}

/** Changes of no chat. */
const ownChanges: readonly unknown[] = ['setContact', 'setPref', 'dropKeep'] satisfies ChangeName[];

/** Numbers name a chat, which most changes need, a message and a person. Everything else of a change is for the server to judge. */
const hasIds = (change: unknown, { c, s, user }: Record<string, unknown>): boolean =>
  [c, s, user].every((id) => id === undefined || Number.isSafeInteger(id)) &&
  (c !== undefined || ownChanges.includes(change));

const isObject = (one: unknown): one is Record<string, unknown> => typeof one === 'object' && one !== null;
