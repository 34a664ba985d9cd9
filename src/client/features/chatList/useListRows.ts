import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isDirect, isGroup, isPlace } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { faceOf } from '#client/stores/faceOf.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { ListRow } from './ListRow.ts';
import { listTime } from './model/listTime.ts';
import { toPreview } from './model/toPreview.ts';
import type { ListedChat } from './model/toPreview.ts';
import { toRowLabel } from './model/toRowLabel.ts';

/** The names of chats by id, for search and menus. */
export function useTitles(): (id: ListedChat['c']) => string {
  const { t } = useTranslation();
  const { stores } = useServices();
  const chats = useStore(stores.chatList, (state) => state.chats);
  const users = useStore(stores.people, (state) => state.users);
  const contacts = useStore(stores.people, (state) => state.contacts);
  return useMemo(
    () => (id) => {
      const chat = chats.get(id);
      const title = chat && chatTitle({ users, contacts }, chat);
      return title ?? (chat && isDirect(chat.kind) ? t('chat.someone') : t('chat.untitled'));
    },
    [t, chats, users, contacts],
  );
}

/** Rows for the given chats, in their order. A row stays the same object while nothing of it changed. */
export function useListRows(ids: readonly ListedChat['c'][], openId: ListedChat['c'] | undefined): readonly ListRow[] {
  const { t, i18n } = useTranslation();
  const { stores, me, serverNow } = useServices();
  const { chats, pending, typing } = useStore(stores.chatList);
  const people = useStore(stores.people);
  const drafts = useStore(stores.drafts, (state) => state.drafts);
  const titleOf = useTitles();
  const before = useRef(new Map<ListedChat['c'], { made: ListRow; of: readonly unknown[] }>());
  const now = serverNow();
  const language = i18n.language;
  const today = new Date(now).toDateString();
  return useMemo(() => {
    const kept = new Map<ListedChat['c'], { made: ListRow; of: readonly unknown[] }>();
    const rows: ListRow[] = [];
    for (const id of ids) {
      const chat = chats.get(id);
      if (!chat) continue;
      const draft = id === openId ? '' : (drafts.get(id)?.text ?? '');
      const typists = (typing.get(id) ?? []).filter((mid) => mid !== (me.userId as number));
      const isOnline = chat.me.peer !== undefined && people.presence.get(chat.me.peer)?.state === 1;
      const of = [chat, draft, pending.get(id), typists.join(), isOnline, people.users, people.contacts, t, language, today];
      const old = before.current.get(id);
      const entry =
        old && old.of.every((value, index) => value === of[index])
          ? old
          : { of, made: toRow(chat, titleOf(id), draft, typists, isOnline) };
      kept.set(id, entry);
      rows.push(entry.made);
    }
    before.current = kept;
    return rows;
    // `now` moves with every render; the day is what matters to the rows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [ids, chats, pending, typing, people, drafts, titleOf, openId, language, today, t, me.userId]);

  function toRow(chat: ListedChat, title: string, draft: string, typists: readonly number[], isOnline: boolean): ListRow {
    const preview = toPreview(t, {
      chat,
      draft,
      pending: pending.get(chat.c),
      typing: typists,
      nameOf: (mid) => nameOf(people, mid) ?? t('chat.someone'),
      language,
    });
    const at = Math.max(chat.bump, pending.get(chat.c)?.newest?.at ?? 0);
    const when = listTime(at, now, language);
    const time = when.kind === 'yesterday' ? t('chat.yesterday') : when.text;
    const isQuiet = isMuted(chat, now);
    const isPinned = (chat.me.pin ?? 0) > 0;
    // A chat marked as unread by hand shows that something waits, even when everything was seen.
    const unread = Math.max(chat.unread, chat.me.uf === undefined ? 0 : 1);
    const hasMention = chat.mentions > 0;
    return {
      id: chat.c,
      href: `/chats/${chat.c}`,
      avatarId: chat.me.peer === undefined ? String(chat.c) : faceOf(people, chat.me.peer),
      title,
      shape: isPlace(chat.kind) ? 'place' : 'person',
      isOnline,
      ...(isGroup(chat.kind) ? { memberCount: String(chat.head.cnt) } : {}),
      isPinned,
      isMuted: isQuiet,
      time: { text: time, dateTime: new Date(at).toISOString() },
      preview,
      unread,
      hasMention,
      label: toRowLabel(t, { title, preview, time, unread, hasMention, isPinned, isMuted: isQuiet }),
    };
  }
}
