import { foldText } from '#domain/foldText.ts';

export interface FilterInput<Id> {
  order: readonly Id[];
  filter: 'all' | 'unread';
  query: string;
  /** the open chat stays in "Unread" while it is open, or it would vanish under the reader's eyes */
  openId: Id | undefined;
  titleOf: (id: Id) => string;
  isUnread: (id: Id) => boolean;
}

/** The ids to show, in their order. A query looks at all chats, whatever the filter; it folds width, kana, case and accents. */
export function filterChats<Id>({ order, filter, query, openId, titleOf, isUnread }: FilterInput<Id>): readonly Id[] {
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length > 0) {
    return order.filter((id) => {
      const title = foldText(titleOf(id));
      return words.every((word) => title.includes(word));
    });
  }
  return filter === 'unread' ? order.filter((id) => id === openId || isUnread(id)) : order;
}
