import type { ChatPreview } from '#client/parts/ChatRow.tsx';
import type { Translate } from '#client/parts/systemText.ts';

export interface RowLabelInput {
  title: string;
  preview: ChatPreview;
  time: string;
  unread: number;
  hasMention: boolean;
  isPinned: boolean;
  isMuted: boolean;
}

/** What a screen reader says for a chat in the list: its name and what is new first. */
export function toRowLabel(t: Translate, input: RowLabelInput): string {
  const { title, preview, time, unread, hasMention, isPinned, isMuted } = input;
  const author = preview.kind === 'message' && preview.author ? `${preview.author}: ` : '';
  const word = preview.kind === 'draft' ? `${preview.word} ` : '';
  const state = preview.kind === 'message' && preview.state ? t(`chatList.row.${preview.state}`) : undefined;
  return [
    title,
    unread > 0 ? t('chatList.row.unread', { count: unread }) : undefined,
    hasMention ? t('chatList.row.mention') : undefined,
    `${word}${author}${preview.text}`,
    state,
    time,
    isPinned ? t('chatList.row.pinned') : undefined,
    isMuted ? t('chatList.row.muted') : undefined,
  ]
    .filter(Boolean)
    .join(', ');
}
