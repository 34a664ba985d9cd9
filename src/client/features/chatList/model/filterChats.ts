import { foldText } from '#domain/foldText.ts';

/** Which chats are shown: all, the unread ones, the archive, or those of a folder (`folder.` and its id). */
export type ListView = 'all' | 'unread' | 'archive' | `folder.${string}`;

export interface FilterInput<Id> {
  order: readonly Id[];
  view: ListView;
  query: string;
  /** the open chat stays in "Unread" while it is open, or it would vanish under the reader's eyes */
  openId: Id | undefined;
  titleOf: (id: Id) => string;
  isUnread: (id: Id) => boolean;
  isArchived: (id: Id) => boolean;
  /** chats of the folder that is shown */
  folder: ReadonlySet<Id> | undefined;
}

/** The ids to show, in their order. A query looks at all chats, whatever the view; it folds width, kana, case and accents. What is archived shows only there. */
export function filterChats<Id>(input: FilterInput<Id>): readonly Id[] {
  const { order, view, query, openId, titleOf, isUnread, isArchived, folder } = input;
  const words = foldText(query).split(/\s+/u).filter(Boolean);
  if (words.length > 0) {
    return order.filter((id) => {
      const title = foldText(titleOf(id));
      return words.every((word) => title.includes(word));
    });
  }
  if (view === 'archive') return order.filter(isArchived);
  const lively = order.some(isArchived) ? order.filter((id) => !isArchived(id)) : order;
  if (view === 'unread') return lively.filter((id) => id === openId || isUnread(id));
  return folder ? lively.filter((id) => folder.has(id)) : lively;
}
