import type { ChatId } from '#protocol/ids.ts';
import type { WriteTx } from '../ports.ts';

/** Where the table of single values has what a device keeps of the shelf of a chat. `page`: `notes`, `albums`, `album-…`, and what is being written. */
export const shelfKey = (c: ChatId, page: string): string => `shelf:${c}:${page}`;

/** Forgets all of a chat's shelf. */
export async function dropShelf(tx: WriteTx, c: ChatId): Promise<void> {
  // Pages begin with a letter.
  const rows = await tx.range('meta', { index: ':primary', from: shelfKey(c, ''), to: shelfKey(c, '~') });
  await tx.del(
    'meta',
    rows.map(({ key }) => key),
  );
}
