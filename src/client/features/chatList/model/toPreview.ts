import {
  isCardMessage,
  isCommunity,
  isDirect,
  isInvited,
  isOfficial,
  isSystemMessage,
  textKind,
} from '#domain/chatTraits.ts';
import { plainLine } from '#domain/readCardHead.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { ChatPreview } from '#client/parts/ChatRow.tsx';
import { systemText } from '#client/parts/systemText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import type { ChatListState, PendingSummary } from '#client/stores/chatListStore.ts';

export type ListedChat = ChatListState['chats'] extends ReadonlyMap<unknown, infer Chat> ? Chat : never;

export interface PreviewInput {
  chat: ListedChat;
  /** unfinished text; empty when there is none or the chat is open */
  draft: string;
  pending: PendingSummary | undefined;
  /** member ids, mine left out */
  typing: readonly number[];
  nameOf: (mid: number) => string;
  language: string;
  /** this person does not want to see the newest message */
  isHidden?: boolean | undefined;
}

/** The one line below a chat's title: who types now, else the unfinished text, else the newest send that has not left, else the newest message. */
export function toPreview(t: Translate, input: PreviewInput): ChatPreview {
  const { chat, draft, pending, typing, nameOf } = input;
  if (isInvited(chat.me.st)) {
    const text =
      chat.me.by === undefined
        ? t('joining.invitation.plain')
        : t('joining.invitation.row', { name: nameOf(chat.me.by) });
    return { kind: 'quiet', text };
  }
  const isDm = isDirect(chat.kind);
  const [typist] = typing;
  if (typist !== undefined) {
    return { kind: 'typing', text: isDm ? t('chatList.typingHere') : t('chatList.typing', { name: nameOf(typist) }) };
  }
  if (draft.trim() !== '') return { kind: 'draft', word: t('chatList.draft'), text: oneLine(draft) };
  return toPendingPreview(t, chat, pending) ?? toNewestPreview(t, input, isDm);
}

function toPendingPreview(
  t: Translate,
  chat: ListedChat,
  pending: PendingSummary | undefined,
): ChatPreview | undefined {
  const entry = pending?.newest;
  if (!entry || entry.action.t !== 'send') return undefined;
  // The server's time of the newest message against the device's time of the send: a minute covers their difference.
  if (entry.state !== 'failed' && entry.at < (chat.head.l?.at ?? 0) - 60_000) return undefined;
  const state =
    entry.state === 'failed' || entry.old === 1 ? 'failed' : entry.state === 'queued' ? 'waiting' : undefined;
  return {
    kind: 'message',
    author: t('chat.you'),
    text: contentText(t, { k: entry.action.k ?? textKind, b: entry.action.b }) ?? '',
    ...(state ? { state } : {}),
  };
}

function toNewestPreview(t: Translate, { chat, nameOf, language, isHidden }: PreviewInput, isDm: boolean): ChatPreview {
  const newest = chat.head.l;
  if (!newest) return { kind: 'quiet', text: t('chatList.noMessages') };
  if (isHidden) return { kind: 'quiet', text: t('quotes.hidden') };
  const isOwn = newest.u === chat.me.mid;
  if (newest.del) return { kind: 'quiet', text: isOwn ? t('chat.unsentOwn') : t('chat.unsent') };
  if (isSystemMessage(newest.k)) {
    return {
      kind: 'quiet',
      text: systemText(t, { body: newest.b, me: chat.me.mid, nameOf, language, isPlace: isCommunity(chat.kind) }),
    };
  }
  if (newest.x === undefined) return { kind: 'quiet', text: t('chat.unsupported') };
  // Words of an app cannot turn the reading direction of what stands beside them.
  const words = isCardMessage(newest.k) ? plainLine(newest.x) : (contentText(t, newest) ?? '');
  // An official chat is called what its app is called.
  const author = isOwn ? t('chat.you') : isDm || isOfficial(chat.kind) ? undefined : nameOf(newest.u);
  return { kind: 'message', text: words, ...(author === undefined ? {} : { author }) };
}

/** Line breaks become spaces: the preview is one line. */
function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
