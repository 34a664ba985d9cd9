import type { ChatId } from '#protocol/ids.ts';

/*
 * How a person sorts chats travels as settings (`pref.set`): one setting per folder, and sixteen for the archive, so that two devices that change different
 * folders at once do not undo each other, and each stays below the size of a setting. Chat ids are written in base 36.
 */

/** A folder above the chat list. `id`: the end of its setting's key. Lower `rank` comes first. */
export interface ChatFolder {
  id: string;
  name: string;
  rank: number;
  chats: readonly ChatId[];
}

/** A setting as it is stored. */
export interface StoredPref {
  key: string;
  val: string;
}

/** How the keys of folders, and of the sixteen parts of the archive, begin. */
export const folderKey = 'folder.';
export const archiveKey = 'archive.';

/** Whether a setting belongs to what this file reads. */
export const isFolderPref = ({ key }: StoredPref): boolean => key.startsWith(folderKey) || key.startsWith(archiveKey);

/** Folders in their order. Settings that cannot be read, and folders that were deleted, are left out. */
export function readFolders(prefs: Iterable<StoredPref>): ChatFolder[] {
  const folders: ChatFolder[] = [];
  for (const { key, val } of prefs) {
    if (!key.startsWith(folderKey)) continue;
    const stored = parse(val) as { n?: unknown; p?: unknown; c?: unknown } | null | undefined;
    if (typeof stored?.n !== 'string' || stored.n === '') continue;
    const rank = typeof stored.p === 'number' ? stored.p : 0;
    folders.push({ id: key.slice(folderKey.length), name: stored.n, rank, chats: readIds(stored.c) });
  }
  return folders.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

/** The chats in the archive. */
export function readArchive(prefs: Iterable<StoredPref>): Set<ChatId> {
  const archived = new Set<ChatId>();
  for (const { key, val } of prefs)
    if (key.startsWith(archiveKey)) for (const id of readIds(parse(val))) archived.add(id);
  return archived;
}

function readIds(text: unknown): ChatId[] {
  if (typeof text !== 'string') return [];
  const ids = text.split(' ').map((word) => (/^[0-9a-z]{1,11}$/.test(word) ? Number.parseInt(word, 36) : Number.NaN));
  return [...new Set(ids.filter((id) => Number.isSafeInteger(id) && id > 0))] as ChatId[];
}

/** Settings come from other versions too: what is no JSON is nothing. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
