import { BookImage, NotebookText } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { isPlainPress } from '#client/ui/isPlainPress.ts';

export type ShelfRowsProps = { /** id of the chat */ c: number };

/** The ways from the panel of a chat to its notes and albums. */
export function ShelfRows({ c }: ShelfRowsProps) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const follow = (href: string) => ({
    href,
    onClick(event: MouseEvent<HTMLElement>) {
      if (!isPlainPress(event)) return;
      event.preventDefault();
      navigate(href);
    },
  });
  return (
    <SettingsGroup>
      <SettingsRow icon={NotebookText} title={t('shelf.notes')} {...follow(`/chats/${c}/notes`)} />
      <SettingsRow icon={BookImage} title={t('shelf.albums')} {...follow(`/chats/${c}/albums`)} />
    </SettingsGroup>
  );
}
