import {
  ArchiveX,
  Bell,
  BellOff,
  CalendarDays,
  Ellipsis,
  Images,
  LayoutGrid,
  MailPlus,
  PanelRight,
  Pin,
  PinOff,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isDirect, isOfficial, isPlace } from '#domain/chatTraits.ts';
import { muteForever } from '#domain/muteForever.ts';
import { useServices } from '#client/context.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { textLang } from '#client/parts/textLang.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import { isMuted } from '#client/stores/isMuted.ts';
import { Face } from '#client/parts/Face.tsx';
import { momentName } from '#client/parts/timeTexts.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { MenuEntry, MenuProps } from '#client/ui/Menu.tsx';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { DATE_KEY } from './dates/useDateKey.ts';

const Menu = lazyPart<MenuProps>(() => import('#client/ui/Menu.tsx').then((m) => m.Menu));

export type ChatHeadProps = {
  chat: ChatWindowState['chat'];
  title: string;
  memberCount: number | undefined;
  /** rooms: their community's name */
  place?: string | undefined;
  /** communities: how many members are here now */
  online?: number | undefined;
  backHref: string;
  onBack: () => void;
  onInfo?: (() => void) | undefined;
  isInfoOpen: boolean;
  /** shows the mini-apps that can be opened here; absent where there are none */
  onApps?: (() => void) | undefined;
  /** opens the calendar at the button of the menu */
  onPickDate: (button: Element) => void;
};

/** The head of a chat: who, how many or whether they are here, and what can be done with the whole chat. */
export function ChatHead({
  chat,
  title,
  memberCount,
  place,
  online,
  backHref,
  onBack,
  onInfo,
  isInfoOpen,
  onApps,
  onPickDate,
}: ChatHeadProps) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const openGallery = () => chat && navigate(`/chats/${chat.c}/media`);
  const [anchor, setAnchor] = useState<Element | null>(null);
  const isDm = chat !== undefined && isDirect(chat.kind);
  const presence = usePresence(isDm ? chat.me.peer : undefined);
  const isHere = presence?.state === 1;
  const users = useStore(services.stores.people, (state) => state.users);
  const face = chat ? chatFace({ users }, chat) : '0';
  const subtitle = !chat
    ? undefined
    : isOfficial(chat.kind)
      ? t('chat.official')
      : place !== undefined
        ? place
        : !isDm
          ? memberCount !== undefined && countText(t, i18n.language, memberCount, online)
          : isHere
            ? t('chat.hereNow')
            : presence?.seen !== undefined &&
              t('chat.seenAt', {
                when: momentName(presence.seen, services.serverNow(), i18n.language),
              });
  return (
    <>
      <PaneHeader
        look="pane"
        title={title}
        lang={textLang(title, i18n.language) ?? i18n.language}
        subtitle={subtitle || undefined}
        lead={
          <Face
            face={face}
            name={title}
            size={40}
            shape={chat && isPlace(chat.kind) ? 'place' : 'person'}
            isOnline={isDm && isHere}
          />
        }
        back={{
          href: backHref,
          label: t('chat.back'),
          isPhoneOnly: true,
          onClick(event) {
            event.preventDefault();
            onBack();
          },
        }}
        {...(onInfo ? { onTitleClick: onInfo } : {})}
        actions={
          chat && (
            <>
              {/* A phone has no room for it beside the title: there it is in the menu. */}
              <IconButton icon={Images} label={t('chat.gallery')} className="max-tablet:hidden" onClick={openGallery} />
              {onInfo && (
                <IconButton
                  icon={PanelRight}
                  label={t('chat.info')}
                  isMirrored
                  isPressed={isInfoOpen}
                  onClick={onInfo}
                />
              )}
              <IconButton
                icon={Ellipsis}
                label={t('chat.more')}
                aria-haspopup="menu"
                aria-expanded={anchor !== null}
                onClick={(event) => setAnchor(event.currentTarget)}
              />
            </>
          )
        }
      />
      {anchor && chat && (
        <Menu label={t('chat.more')} isOpen anchor={anchor} onClose={() => setAnchor(null)} entries={toEntries(chat)} />
      )}
    </>
  );

  function toEntries(open: NonNullable<typeof chat>): MenuEntry[] {
    const set = (change: Parameters<typeof services.commands.setChat>[0]['set']) =>
      void services.commands.setChat({ c: open.c, set: change });
    const isQuiet = isMuted(open, services.serverNow());
    const isRoom = open.meta.parent !== undefined;
    const isPinned = open.me.pin !== undefined && open.me.pin > 0;
    const own: MenuEntry[] = [
      {
        id: 'date',
        label: t('jump.date.title'),
        icon: CalendarDays,
        keys: DATE_KEY.toUpperCase(),
        onAction: () => anchor && onPickDate(anchor),
      },
      {
        id: 'mute',
        label: isQuiet ? t('chatList.actions.unmute') : t('chatList.actions.mute'),
        icon: isQuiet ? Bell : BellOff,
        onAction: () => set(isQuiet ? { mute: 0, notify: 0 } : { mute: muteForever }),
      },
    ];
    own.push({ id: 'gallery', label: t('chat.gallery'), icon: Images, onAction: openGallery });
    if (onApps) own.push({ id: 'apps', label: t('nav.apps'), icon: LayoutGrid, onAction: onApps });
    // The rest is for chats of the list, which rooms are not.
    return isRoom
      ? own
      : [
          ...own,
          {
            id: 'pin',
            label: isPinned ? t('chatList.actions.unpin') : t('chatList.actions.pin'),
            icon: isPinned ? PinOff : Pin,
            onAction: () => set({ pin: isPinned ? 0 : 1 }),
          },
          {
            id: 'unread',
            label: t('chatList.actions.markUnread'),
            icon: MailPlus,
            onAction: () => {
              set({ unreadFrom: open.head.l?.s ?? open.head.ls });
              onBack();
            },
          },
          {
            id: 'hide',
            label: t('chatList.actions.hide'),
            detail: t('chatList.actions.hideDetail'),
            icon: ArchiveX,
            onAction: () => {
              set({ hide: true });
              onBack();
            },
          },
        ];
  }
}

/** "812 online · 4,962 members". */
function countText(t: Translate, language: string, count: number, online: number | undefined): string {
  const format = new Intl.NumberFormat(language);
  if (online === undefined) return t('chat.members', { count, number: format.format(count) });
  return t('chat.online', { online: format.format(online), count, number: format.format(count) });
}

/** Whether the other person of a 1:1 chat is here. The screen asks to be told. */
function usePresence(peer: NonNullable<ChatWindowState['chat']>['me']['peer']) {
  const services = useServices();
  return useStore(services.stores.people, ({ presence }) => (peer === undefined ? undefined : presence.get(peer)));
}
