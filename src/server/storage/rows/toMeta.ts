import type { ChatMeta } from '#protocol/entities/chat.ts';
import type { ChatSettings, Pin, RoomInfo } from '#protocol/entities/chatSettings.ts';
import { toChatId } from '#protocol/casts.ts';
import type { ChatRow } from './rowTypes.ts';

/** The slow part of a chat as members see it. */
export function toMeta(row: ChatRow): ChatMeta {
  return {
    kind: row.kind,
    ...(row.title === null ? {} : { title: row.title }),
    ...(row.avatar === null ? {} : { avatar: row.avatar }),
    ...(row.about === null ? {} : { about: row.about }),
    ...(row.parent_id === null ? {} : { parent: toChatId(row.parent_id) }),
    ...(row.root_chat === null || row.root_seq === null
      ? {}
      : { root: { c: toChatId(row.root_chat), s: row.root_seq } }),
    cap: row.member_cap,
    receipts: row.receipts,
    ...(row.history_days === null ? {} : { hist: row.history_days }),
    ...(row.settings === '{}' ? {} : { set: JSON.parse(row.settings) as ChatSettings }),
    ...(row.pins === '[]' ? {} : { pins: JSON.parse(row.pins) as Pin[] }),
    ...(row.waiting === 0 ? {} : { wait: row.waiting }),
    ...(row.rooms === '[]' ? {} : { rooms: JSON.parse(row.rooms) as RoomInfo[] }),
    created: row.created_at,
    r: row.rev,
  };
}
