import type { ChatSettings } from '#protocol/entities/chatSettings.ts';
import { joinMode } from '#protocol/entities/joinMode.ts';
import type { CommunityCard } from '#protocol/entities/community.ts';
import { toChatId } from '#protocol/casts.ts';
import type { ChatRow, HeadRow } from '#server/storage/rows/rowTypes.ts';

/** The columns a card is made of. */
export type CommunityRow = Pick<ChatRow, 'id' | 'title' | 'avatar' | 'about' | 'settings' | 'member_cap'> &
  Pick<HeadRow, 'members' | 'bump_at'>;

/** A community as strangers see it. */
export function toCommunityCard(row: CommunityRow): CommunityCard {
  const set = JSON.parse(row.settings) as ChatSettings;
  return {
    c: toChatId(row.id),
    title: row.title ?? '',
    ...(row.avatar === null ? {} : { avatar: row.avatar }),
    ...(row.about === null ? {} : { about: row.about }),
    ...(set.cat === undefined ? {} : { cat: set.cat }),
    cnt: row.members,
    cap: row.member_cap,
    b: row.bump_at,
    join: set.join ?? joinMode.closed,
  };
}
