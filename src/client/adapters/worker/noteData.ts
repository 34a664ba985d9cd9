import type { ChatId } from '#protocol/ids.ts';
import type { Note, ShownNote } from '#sync/ports.ts';

/** What a notification of ours carries with it, so that whoever finds it knows what it is about. */
export interface NoteData extends Omit<ShownNote, 'tag'> {
  path: string;
}

/** What the service worker tells a tab: the person pressed an alert that leads here. */
export interface NoteMessage {
  t: 'openNote';
  path: string;
}

/** The browser's own words for an alert. The same for a tab, and for a push that finds no tab. */
export function toNotificationOptions(note: Note): NotificationOptions & { renotify: boolean } {
  const { tag, body, path, c, s, isQuiet } = note;
  const data: NoteData = { path, ...(c === undefined ? {} : { c }), ...(s === undefined ? {} : { s }) };
  return { tag, body, data, icon: '/icon-192.png', silent: isQuiet, renotify: !isQuiet };
}

/** A path of this site; two slashes of either kind would be another one. */
const pathPattern = /^\/(?![/\\])/u;

/** Reads what an alert carries; undefined for one that is not ours or of a version that knew other fields. */
export function readNoteData(data: unknown): NoteData | undefined {
  const { path, c, s } = (data ?? {}) as Partial<NoteData>;
  if (typeof path !== 'string' || !pathPattern.test(path)) return undefined;
  return { path, ...(typeof c === 'number' ? { c: c as ChatId } : {}), ...(typeof s === 'number' ? { s } : {}) };
}
