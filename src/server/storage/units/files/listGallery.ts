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

/** Which page of a gallery. `before`: a seq; `month`: `YYYY-MM`, UTC. */
export interface GalleryWish extends Asker {
  readonly t: readonly GalleryType[];
  readonly before?: number | undefined;
  readonly month?: string | undefined;
  readonly limit: number;
}

/** What a message has for a gallery. */
export interface GalleryItem {
  s: number;
  u: MemberId;
  at: number;
  f?: MediaPart[];
  l?: string[];
}

/** Messages with something of the wanted kinds that the asker may see and has not put away, the newest first. Throws NOT_MEMBER. */
export const listGallery = readUnit(async (tx, wish: GalleryWish): Promise<{ items: GalleryItem[]; more?: 1 }> => {
  const { chat } = await readStanding(tx, wish.c, wish.user);
  const types = [...new Set(wish.t)];
  const [from, to] = monthOf(wish.month);
  const rows = await tx.sql<MessageRow>(
    `${visibleMessages(chat)} AND m.deleted_at IS NULL AND m.seq < ? AND m.created_at >= ? AND m.created_at < ?
        AND m.seq IN (SELECT g.seq FROM gallery g WHERE g.chat_id = ? AND g.t IN (${placeholders(types.length)}))
        AND NOT EXISTS (SELECT 1 FROM hidden_messages y WHERE y.user_id = ? AND y.chat_id = m.chat_id AND y.seq = m.seq)
        ORDER BY m.seq DESC LIMIT ?`,
    [wish.c, wish.user, wish.before ?? Number.MAX_SAFE_INTEGER, from, to, wish.c, ...types, wish.user, wish.limit + 1],
  );
  const items = rows.slice(0, wish.limit).map((row) => toItem(row, types));
  return { items, ...(rows.length > wish.limit ? { more: 1 } : {}) };
});

function toItem(row: MessageRow, types: readonly string[]): GalleryItem {
  const item = { s: row.seq, u: toMemberId(row.sender_mid), at: row.created_at };
  const body = JSON.parse(row.body) as { x?: string; f?: MediaPart[] };
  if (row.kind === messageKind.media) return { ...item, f: (body.f ?? []).filter(({ t }) => types.includes(t)) };
  return { ...item, l: linksIn(body.x ?? '') };
}

/** First time of a month and of the one after it, ms. */
function monthOf(month: string | undefined): [number, number] {
  if (month === undefined) return [0, Number.MAX_SAFE_INTEGER];
  const [year = 0, number = 1] = month.split('-').map(Number);
  return [Date.UTC(year, number - 1), Date.UTC(year, number)];
}
