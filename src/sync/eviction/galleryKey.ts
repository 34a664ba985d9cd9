import type { ChatId } from '#protocol/ids.ts';
import type { WriteTx } from '../ports.ts';

/** Where the table of single values has what a device keeps of a chat's galleries. `kind`: `pictures`, `files`, `links`, `voice`. */
export const galleryKey = (c: ChatId, kind: string): string => `gallery:${c}:${kind}`;

/** Forgets all of a chat's galleries. */
export async function dropGalleries(tx: WriteTx, c: ChatId): Promise<void> {
  // Behind the second colon stand letters only.
  const rows = await tx.range('meta', { index: ':primary', from: galleryKey(c, ''), to: galleryKey(c, '~') });
  await tx.del(
    'meta',
    rows.map(({ key }) => key),
  );
}
