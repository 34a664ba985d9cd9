import { describe, expect, it } from 'vitest';
import type { ChatId } from '#protocol/ids.ts';
import { toChatId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import { prefSet } from '#protocol/requests/prefSet.ts';
import { readArchive, readFolders, type ChatFolder } from './chatFolders.ts';
import { dropFolder, folderLimits, folderProblem, spareFolderId, writeArchive, writeFolder } from './writeFolders.ts';

const biggest = Number.MAX_SAFE_INTEGER;
const ids = (count: number, step = 1): ChatId[] =>
  Array.from({ length: count }, (_, index) => toChatId(biggest - index * step));
const folder = (more: Partial<ChatFolder> = {}): ChatFolder => ({
  id: 'a1b2c3',
  name: 'Work',
  rank: 1,
  chats: [],
  ...more,
});
const isStorable = (pref: { key: string; val: string }): boolean =>
  prefSet.input.safeParse({ ...pref, op: '00000000-0000-4000-8000-000000000001' }).success;

describe('folders', () => {
  it('come back as they were stored, in their order', () => {
    const stored = [folder({ rank: 2, chats: ids(3) }), folder({ id: 'z9', name: '家族', rank: 1 })];
    expect(readFolders(stored.map(writeFolder))).toEqual(stored.toReversed());
  });

  it('fit into a setting with the most chats, the longest ids and a name of quotes', () => {
    const full = folder({ name: '"'.repeat(folderLimits.name), chats: ids(folderLimits.chats) });
    expect(isStorable(writeFolder(full))).toBe(true);
    expect(readFolders([writeFolder(full)])).toEqual([full]);
  });

  it('that are deleted or cannot be read are not there, and the id of a deleted one is used again', () => {
    const broken = ['', '{', '[]', '7', '{"n":""}', '{"n":3}', 'null'].map((val, index) => ({
      key: `folder.x${index}`,
      val,
    }));
    expect(readFolders([...broken, { key: 'theme', val: '{"n":"no folder"}' }])).toEqual([]);
    expect(readFolders([{ key: 'folder.q', val: '{"n":"Q","c":"zz %% -1 0 zz 12345678901234"}' }])).toEqual([
      { id: 'q', name: 'Q', rank: 0, chats: [35 * 37] },
    ]);
    expect(spareFolderId([writeFolder(folder()), dropFolder('old')], 'new')).toBe('old');
    expect(spareFolderId([writeFolder(folder())], 'new')).toBe('new');
  });

  it('say what keeps them from being stored', () => {
    const many = Array.from({ length: folderLimits.folders }, (_, index) => ({ name: `f${index}` }));
    expect(folderProblem(folder({ name: '  ' }), [])).toBe('missing');
    expect(folderProblem(folder({ name: 'x'.repeat(21) }), [])).toBe('long');
    expect(folderProblem(folder({ name: ' f1 ' }), many.slice(0, 3))).toBe('taken');
    expect(folderProblem(folder({ chats: ids(101) }), [])).toBe('full');
    expect(folderProblem(folder(), many)).toBe('many');
    expect(folderProblem(folder({ chats: ids(100) }), many.slice(1))).toBeUndefined();
  });
});

describe('the archive', () => {
  it('takes chats in and gives them back', () => {
    const [one, two] = [toChatId(17), toChatId(33)];
    const first = writeArchive(new Set(), one, true);
    expect(readArchive([first ?? dropFolder('')])).toEqual(new Set([one]));
    const both = writeArchive(new Set([one]), two, true);
    expect(both?.key).toBe(first?.key);
    expect(readArchive([both ?? dropFolder('')])).toEqual(new Set([one, two]));
    const rest = writeArchive(new Set([one, two]), one, false);
    expect(readArchive([rest ?? dropFolder('')])).toEqual(new Set([two]));
    expect(readArchive([{ key: 'archive.1', val: '{' }])).toEqual(new Set());
  });

  it('says when a part of it is full, and a full part fits into a setting', () => {
    const full = ids(folderLimits.archivePart, 16);
    const last = writeArchive(new Set(full.slice(1)), full[0] as ChatId, true);
    expect(last && isStorable(last)).toBe(true);
    expect(last?.val.length).toBeLessThan(limits.prefValueMax);
    expect(writeArchive(new Set(full), toChatId((full[0] as number) % 16), true)).toBeUndefined();
  });
});
