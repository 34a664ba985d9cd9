import { isGroup, isPlace } from '#domain/chatTraits.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { PendingSummary } from '#client/stores/chatListStore.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import type { PeopleState } from '#client/stores/peopleStore.ts';
import type { ListRow } from '../ListRow.ts';
import { listTime } from './listTime.ts';
import { toPreview } from './toPreview.ts';
import type { ListedChat } from './toPreview.ts';
import { toRowLabel } from './toRowLabel.ts';

export interface ListRowInput {
  chat: ListedChat;
  title: string;
  draft: string;
  /** it makes no sound and its number is grey */
  isArchived: boolean;
  /** this person does not want to see its newest message */
  isHidden?: boolean;
  pending: PendingSummary | undefined;
  /** member ids, mine left out */
  typing: readonly number[];
  isOnline: boolean;
  people: PeopleState;
  language: string;
  /** server clock, ms */
  now: number;
}

/** A chat as its row shows it. */
export function toListRow(t: Translate, input: ListRowInput): ListRow {
  const { chat, title, draft, pending, typing, isOnline, isArchived, isHidden, people, language, now } = input;
  // A community's newest message names its sender, because a list does not know the members.
  const newest = chat.head.l;
  const name = (mid: number): string =>
    nameOf(people, mid, newest?.u === mid ? newest.nn : undefined) ?? t('chat.someone');
  const preview = toPreview(t, { chat, draft, pending, typing, nameOf: name, language, isHidden });
  const at = Math.max(chat.bump, pending?.newest?.at ?? 0);
  const when = listTime(at, now, language);
  const time = when.kind === 'yesterday' ? t('chat.yesterday') : when.text;
  const isPinned = (chat.me.pin ?? 0) > 0;
  const isQuiet = isArchived || isMuted(chat, now);
  // A chat marked as unread by hand shows that something waits, even when everything was seen.
  const unread = Math.max(chat.unread, chat.me.uf === undefined ? 0 : 1);
  const hasMention = chat.mentions > 0;
  return {
    id: chat.c,
    href: `/chats/${chat.c}`,
    avatarId: chatFace(people, chat),
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
