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

export const folderLimits = {
  folders: 10,
  /** chats of one folder */
  chats: 100,
  /** characters (UTF-16 units) of a name */
  name: 20,
  /** chats of one of the sixteen parts of the archive */
  archivePart: 160,
} as const;

const folderKey = 'folder.';
const archiveKey = 'archive.';
const parts = 16;

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

/** The chats in the archive. */
export function readArchive(prefs: Iterable<StoredPref>): Set<ChatId> {
  const archived = new Set<ChatId>();
  for (const { key, val } of prefs)
    if (key.startsWith(archiveKey)) for (const id of readIds(parse(val))) archived.add(id);
  return archived;
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
