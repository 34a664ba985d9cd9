import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useServices, type ChatWindow } from '#client/context.ts';
import { muteForever } from '#domain/muteForever.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { appOfChat } from './appOfChat.ts';
import { OfficialFoot } from './OfficialFoot.tsx';

export type OfficialFootPaneProps = { window: ChatWindow };

/** The foot of an official chat with what it changes. */
export function OfficialFootPane({ window: chatWindow }: OfficialFootPaneProps) {
  const { commands, stores, serverNow } = useServices();
  const [, navigate] = useLocation();
  const c = useStore(chatWindow.store, (state) => state.c);
  const chat = useStore(stores.chatList, ({ chats }) => chats.get(c));
  const app = useStore(chatWindow.store, appOfChat);
  const isQuiet = chat !== undefined && isMuted(chat, serverNow());
  return (
    <OfficialFoot
      isMuted={isQuiet}
      app={app}
      onPassport={() => navigate(`/apps/${app}/passport`)}
      onMute={(isOn) => void commands.setChat({ c, set: isOn ? { mute: muteForever } : { mute: 0, notify: 0 } })}
    />
  );
}
