import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { invariant } from '#base/invariant.ts';
import { useServices } from '#client/context.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { DraftsState } from '#client/stores/draftsStore.ts';
import { sumRooms } from '#client/stores/sumRooms.ts';
import { mediaKind } from '#domain/chatTraits.ts';
import type { ListRow } from './ListRow.ts';
import { toListRow } from './model/toListRow.ts';
import type { ListedChat } from './model/toPreview.ts';
import { useTitles } from './useTitles.ts';

/** A row together with what it was made of. */
interface KeptRow {
  row: ListRow;
  of: readonly unknown[];
}

/** Answers the row of a chat of this person. It is made when it is first asked for and stays the same object while nothing of it changed. */
export function useListRows(openId: ListedChat['c'] | undefined): (id: ListedChat['c']) => ListRow {
  const { t, i18n } = useTranslation();
  const { stores, serverNow } = useServices();
  const { chats, pending, typing, archived } = useStore(stores.chatList);
  const people = useStore(stores.people);
  const drafts = useStore(stores.drafts, (state) => state.drafts);
  const hidden = useStore(stores.hidden, ({ seqs }) => seqs);
  const titleOf = useTitles();
  const keptRef = useRef(new Map<ListedChat['c'], KeptRow>());
  const { language } = i18n;
  // Times are written anew when the day changes.
  const today = new Date(serverNow()).toDateString();
  return useCallback(
    (id) => {
      const chat = chats.get(id);
      invariant(chat, 'only chats of the list are drawn');
      const inRooms = sumRooms(chat, chats, serverNow());
      const draft = id === openId ? '' : draftWords(t, drafts.get(id));
      const typists = (typing.get(id) ?? []).filter((mid) => mid !== (chat.me.mid as number));
      const isOnline = chat.me.peer !== undefined && people.presence.get(chat.me.peer)?.state === 1;
      const isHidden = chat.head.l !== undefined && hidden.get(id)?.has(chat.head.l.s) === true;
      const flags = { isOnline, isHidden, isArchived: archived.has(id) };
      const { users, contacts } = people;
      const of = [
        chat,
        inRooms.unread,
        inRooms.mentions,
        draft,
        pending.get(id),
        typists.join(),
        isOnline,
        flags.isArchived,
        isHidden,
        users,
        contacts,
        t,
        language,
        today,
      ];
      const old = keptRef.current.get(id);
      if (old?.of.every((value, index) => value === of[index])) return old.row;
      const { unread, mentions } = inRooms;
      const whole = { ...chat, unread: chat.unread + unread, mentions: chat.mentions + mentions };
      const input = { chat: whole, draft, ...flags, people, language, now: serverNow(), typing: typists };
      const row = toListRow(t, { ...input, title: titleOf(id), pending: pending.get(id) });
      keptRef.current.set(id, { of, row });
      return row;
    },
    [chats, pending, typing, archived, hidden, people, drafts, titleOf, openId, language, today, t, serverNow],
  );
}

type Draft = DraftsState['drafts'] extends ReadonlyMap<unknown, infer Row> ? Row : never;

/** Unfinished words; of files or a recording without any, what they are. */
function draftWords(t: Translate, draft: Draft | undefined): string {
  if (!draft || draft.text !== '' || !draft.files?.length) return draft?.text ?? '';
  return contentText(t, { k: mediaKind, b: { f: draft.files } }) ?? '';
}
