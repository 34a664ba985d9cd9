import { Images } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ChatId } from '#protocol/ids.ts';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';

/** The way to what was sent in a chat. */
export function GalleryRow({ c }: { c: ChatId }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const href = `/chats/${c}/media`;
  return (
    <SettingsRow
      icon={Images}
      title={t('gallery.title')}
      detail={t('chat.gallery')}
      href={href}
      onClick={(event) => {
        if (!isPlainPress(event)) return;
        event.preventDefault();
        navigate(href);
      }}
    />
  );
}
