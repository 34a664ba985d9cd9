import { foldText } from '#domain/foldText.ts';
import type { CommunityCard } from '#protocol/entities/community.ts';
import type { SqlValue } from '#server/storage/unit.ts';
import { readUnit } from '#server/storage/unit.ts';
import { toCommunityCard, type CommunityRow } from './toCommunityCard.ts';

export interface FindCommunitiesInput {
  q?: string | undefined;
  cat?: string | undefined;
  sort: 'activity' | 'name';
  from?: number | undefined;
}

const pageSize = 30;

/** Listed communities whose name or description contains the words; folded alike on both sides, so that width, case and kana do not matter. */
export const findCommunities = readUnit(
  async (
    tx,
    { q = '', cat, sort, from = 0 }: FindCommunitiesInput,
  ): Promise<{ items: CommunityCard[]; next?: number }> => {
    const words = foldText(q).split(/\s+/u).filter(Boolean);
    const conditions = ['k.deleted_at IS NULL'];
    const params: SqlValue[] = [];
    for (const word of words) {
      conditions.push(`l.search_text LIKE ? ESCAPE '!'`);
      params.push(`%${word.replace(/[!%_]/g, '!$&')}%`);
    }
    if (cat !== undefined) {
      conditions.push('l.category = ?');
      params.push(cat);
    }
    const order = sort === 'name' ? 'l.name_key, k.id' : 'h.bump_at DESC, k.id';
    const rows = await tx.sql<CommunityRow>(
      `SELECT k.id, k.title, k.avatar, k.about, k.settings, k.member_cap, h.members, h.bump_at
        FROM listings l JOIN chats k ON k.id = l.chat_id JOIN chat_heads h ON h.chat_id = l.chat_id
        WHERE ${conditions.join(' AND ')} ORDER BY ${order} LIMIT ${pageSize + 1} OFFSET ?`,
      [...params, from],
    );
    const items = rows.slice(0, pageSize).map(toCommunityCard);
    return rows.length > pageSize ? { items, next: from + pageSize } : { items };
  },
);
