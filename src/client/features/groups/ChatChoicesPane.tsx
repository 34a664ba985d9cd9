import { useStore } from 'zustand';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ChatChoices } from './ChatChoices.tsx';
import { GalleryRow } from './GalleryRow.tsx';
import { ChatLookRow } from './look/ChatLookRow.tsx';
import type { GroupChat } from './GroupChat.ts';
import { useChatChoices } from './useChatChoices.ts';

export type ChatChoicesPaneProps = { chatId: ChatId; onClose: () => void };

/** What I set for myself in one chat, for panels of other kinds of chats. */
export function ChatChoicesPane({ chatId, onClose }: ChatChoicesPaneProps) {
  const { stores } = useServices();
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(chatId));
  return chat ? <Choices chat={chat} onClose={onClose} /> : null;
}

function Choices({ chat, onClose }: { chat: GroupChat; onClose: () => void }) {
  const rows = (
    <>
      <GalleryRow c={chat.c} />
      <ChatLookRow c={chat.c} />
    </>
  );
  return <ChatChoices {...useChatChoices(chat, onClose)} look={rows} />;
}
