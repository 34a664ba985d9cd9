import { Bell, BellOff, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { muteForever } from '#domain/muteForever.ts';
import { useServices } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';

export type ThreadHeadProps = {
  chat: ChatWindowState['chat'];
  /** name of the chat it hangs in */
  place: string;
  backHref: string;
  onClose: () => void;
};

/** The head of a thread: where it hangs, how many replies it has, and whether its news are told. */
export function ThreadHead({ chat, place, backHref, onClose }: ThreadHeadProps) {
  const { t, i18n } = useTranslation();
  const { commands, serverNow } = useServices();
  const replies = chat?.head.n ?? 0;
  const number = new Intl.NumberFormat(i18n.language).format(replies);
  const count = replies === 0 ? t('threads.none') : t('threads.replies', { count: replies, number });
  const isHeard = chat?.me.fo === 1 && !isMuted(chat, serverNow());
  return (
    <PaneHeader
      look="pane"
      level={2}
      title={t('threads.title')}
      subtitle={chat ? `${place} · ${count}` : place}
      back={{
        href: backHref,
        label: t('chat.back'),
        isPhoneOnly: true,
        onClick(event) {
          event.preventDefault();
          onClose();
        },
      }}
      actions={
        <>
          {chat && (
            <IconButton
              icon={isHeard ? Bell : BellOff}
              label={t('threads.follow')}
              isPressed={isHeard}
              onClick={() => {
                // Who wants to hear nothing follows it still: what is new stays counted, in grey.
                const set = isHeard ? { mute: muteForever } : { mute: 0, follow: true };
                void commands.setChat({ c: chat.c, set });
              }}
            />
          )}
          <span className="contents max-tablet:hidden">
            <IconButton icon={X} label={t('threads.close')} onClick={onClose} />
          </span>
        </>
      }
    />
  );
}
