import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { isDirect, isPlace } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { weekdayTime } from '#client/parts/timeTexts.ts';
import type { ChatChoicesProps, NotifyChoice } from './ChatChoices.tsx';
import type { GroupChat } from './GroupChat.ts';
import { muteChoice, muteUntil } from './muteChoices.ts';

/** Choices of `notify` by their number on the wire. */
const notifyChoices: readonly NotifyChoice[] = ['all', 'mentions', 'none', 'announcements'];

/** My own settings of the chat and what changes them. */
export function useChatChoices(chat: GroupChat, onClose: () => void): ChatChoicesProps {
  const { i18n } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const now = services.serverNow();
  const { c } = chat;
  const set = (change: Parameters<typeof services.commands.setChat>[0]['set']) =>
    void services.commands.setChat({ c, set: change });
  const until = chat.me.mu;
  return {
    isPinned: chat.me.pin !== undefined,
    mute: muteChoice(until, now),
    mutedUntil: until === undefined ? undefined : weekdayTime(until, i18n.language),
    notify: notifyChoices[chat.me.nt] ?? 'all',
    isGroup: !isDirect(chat.kind),
    isPlace: isPlace(chat.kind),
    onPin: (isPinned: boolean) =>
      set({ pin: isPinned ? nextRank(services.stores.chatList.getState().chats.values()) : 0 }),
    onMute: (choice: Parameters<typeof muteUntil>[0]) => set({ mute: muteUntil(choice, services.serverNow()) }),
    onNotify: (choice: NotifyChoice) => set({ notify: notifyChoices.indexOf(choice) }),
    onHide: () => {
      set({ hide: true });
      onClose();
      navigate('/chats');
    },
  };
}

/** The rank of a chat that is pinned now: above all others. */
function nextRank(chats: Iterable<GroupChat>): number {
  let highest = 0;
  for (const chat of chats) highest = Math.max(highest, chat.me.pin ?? 0);
  return highest + 1;
}
