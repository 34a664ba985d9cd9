import { Palette } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { chatLookKey, plainLook, type ChatLook } from '#domain/chatLook.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { usePreload } from '#client/ui/usePreload.ts';

const ChatLookDialog = lazyPart(() => import('./ChatLookDialog.tsx').then((file) => file.ChatLookDialog));
const AHEAD = [ChatLookDialog];

/** How this person sees one chat: the row, and the window behind it. It follows the person to all devices. */
export function ChatLookRow({ c }: { c: ChatId }) {
  const { t } = useTranslation();
  const { commands, stores } = useServices();
  const look = useStore(stores.prefs, ({ chatLooks }) => chatLooks.get(c)) ?? plainLook;
  const [isOpen, setOpen] = useState(false);
  // Two presses may come before the first is stored: the second stands on it all the same.
  const [chosen, setChosen] = useState<ChatLook>();
  usePreload(AHEAD);
  return (
    <>
      <SettingsRow icon={Palette} title={t('look.title')} detail={t('look.detail')} onClick={() => setOpen(true)} />
      {isOpen && (
        <ChatLookDialog
          look={chosen ?? look}
          onChange={(next) => {
            setChosen(next);
            void commands.setPref({ key: chatLookKey(c), val: JSON.stringify(next) });
          }}
          onClose={() => {
            setOpen(false);
            setChosen(undefined);
          }}
        />
      )}
    </>
  );
}
