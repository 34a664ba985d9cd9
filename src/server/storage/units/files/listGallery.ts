import { linksIn } from '#domain/linksIn.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import { messageKind } from '#protocol/entities/messageKind.ts';
import type { MemberId } from '#protocol/ids.ts';
import { toMemberId } from '#protocol/casts.ts';
import type { GalleryType } from '#protocol/requests/mediaList.ts';
import { placeholders } from '#server/storage/rows/placeholders.ts';
import type { MessageRow } from '#server/storage/rows/rowTypes.ts';
import { readUnit } from '#server/storage/unit.ts';
import type { Asker } from '#server/storage/units/sync/messageReadUnits.ts';
import { readStanding } from '#server/storage/units/sync/readStanding.ts';
import { visibleMessages } from '#server/storage/units/sync/visibleMessages.ts';

/** Which page of a gallery. `before`: a seq; `from`, `to`: times, ms, the second one left out. */
export interface GalleryWish extends Asker {
  readonly t: readonly GalleryType[];
  readonly before?: number | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
}

/** What a message has for a gallery. */
export interface GalleryItem {
  s: number;
  u: MemberId;
  at: number;
  f?: MediaPart[];
  l?: string[];
  x?: string;
}

/** Messages with something of the wanted kinds that the asker may see and has not put away, the newest first. Throws NOT_MEMBER. */
export const listGallery = readUnit(async (tx, wish: GalleryWish): Promise<{ items: GalleryItem[]; more?: 1 }> => {
  const { chat } = await readStanding(tx, wish.c, wish.user);
  const types = [...new Set(wish.t)];
  const { sql, args } = shownInGallery(chat, wish, types);
  const rows = await tx.sql<MessageRow>(
    `${sql} AND m.seq < ? AND m.created_at >= ? AND m.created_at < ? ORDER BY m.seq DESC LIMIT ?`,
    [
      ...args,
      wish.before ?? Number.MAX_SAFE_INTEGER,
      wish.from ?? 0,
      wish.to ?? Number.MAX_SAFE_INTEGER,
      wish.limit + 1,
    ],
  );
  const items = rows.slice(0, wish.limit).map((row) => toItem(row, types));
  return { items, ...(rows.length > wish.limit ? { more: 1 } : {}) };
});

/** The messages with something of these kinds that the asker may see and has not put away. More conditions on `m` may follow. */
export function shownInGallery(
  chat: { parent_id: number | null },
  { c, user }: Asker,
  types: readonly GalleryType[],
): { sql: string; args: (number | string)[] } {
  const sql = `${visibleMessages(chat)} AND m.deleted_at IS NULL
    AND m.seq IN (SELECT g.seq FROM gallery g WHERE g.chat_id = ? AND g.t IN (${placeholders(types.length)}))
    AND NOT EXISTS (SELECT 1 FROM hidden_messages y WHERE y.user_id = ? AND y.chat_id = m.chat_id AND y.seq = m.seq)`;
  return { sql, args: [c, user, c, ...types, user] };
}

function toItem(row: MessageRow, types: readonly string[]): GalleryItem {
  const item = { s: row.seq, u: toMemberId(row.sender_mid), at: row.created_at };
  const body = JSON.parse(row.body) as { x?: string; f?: MediaPart[] };
  if (row.kind === messageKind.media) {
    const f = (body.f ?? []).filter(({ t }) => types.includes(t));
    return { ...item, f, ...(body.x === undefined || body.x === '' ? {} : { x: body.x }) };
  }
  return { ...item, l: linksIn(body.x ?? '') };
}
