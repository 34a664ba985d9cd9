import type { ChatId } from '#protocol/ids.ts';
import { archiveKey, folderKey, type ChatFolder, type StoredPref } from './chatFolders.ts';

/*
 * The changes of folders and archive, apart from what reads them: a chat list that nobody sorts needs none of it.
 */

export const folderLimits = {
  folders: 10,
  /** chats of one folder */
  chats: 100,
  /** characters (UTF-16 units) of a name */
  name: 20,
  /** chats of one of the sixteen parts of the archive */
  archivePart: 160,
} as const;

const parts = 16;

/** The setting that stores a folder. */
export function writeFolder({ id, name, rank, chats }: ChatFolder): StoredPref {
  return { key: folderKey + id, val: JSON.stringify({ n: name, p: rank, c: writeIds(chats) }) };
}

/** The setting that deletes a folder: settings themselves cannot be deleted. */
export const dropFolder = (id: string): StoredPref => ({ key: folderKey + id, val: 'null' });

/** An id for a new folder: that of a deleted one where there is one, because the number of settings is limited; else `fresh`. */
export function spareFolderId(prefs: Iterable<StoredPref>, fresh: string): string {
  for (const { key, val } of prefs) if (key.startsWith(folderKey) && val === 'null') return key.slice(folderKey.length);
  return fresh;
}

/** What keeps a folder from being stored as it is wanted. `others`: the folders there are, itself left out. */
export function folderProblem(
  folder: Pick<ChatFolder, 'name' | 'chats'>,
  others: readonly Pick<ChatFolder, 'name'>[],
): 'missing' | 'long' | 'taken' | 'full' | 'many' | undefined {
  const name = folder.name.trim();
  if (name === '') return 'missing';
  if (name.length > folderLimits.name) return 'long';
  if (others.some((other) => other.name === name)) return 'taken';
  if (folder.chats.length > folderLimits.chats) return 'full';
  return others.length >= folderLimits.folders ? 'many' : undefined;
}

/** The setting after a chat went into the archive or came out of it. Undefined: that part of the archive is full. */
export function writeArchive(archived: ReadonlySet<ChatId>, c: ChatId, isIn: boolean): StoredPref | undefined {
  const part = c % parts;
  const others = [...archived].filter((id) => id % parts === part && id !== c);
  const ids = isIn ? [...others, c] : others;
  if (ids.length > folderLimits.archivePart) return undefined;
  return { key: archiveKey + part.toString(parts), val: JSON.stringify(writeIds(ids)) };
}

const writeIds = (ids: readonly ChatId[]): string => ids.map((id) => id.toString(36)).join(' ');
