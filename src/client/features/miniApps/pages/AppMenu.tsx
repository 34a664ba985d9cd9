import { Eye, Flag, Pin, PinOff, Play, Star, StarOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isLiveApp } from '#domain/appRules.ts';
import type { AppCard } from '#protocol/entities/miniApps.ts';
import { Menu, type MenuEntry } from '#client/ui/Menu.tsx';

export type AppMenuProps = {
  app: AppCard;
  /** as it is shown */
  name: string;
  anchor: Element;
  isFavourite: boolean;
  isPinned: boolean;
  onOpen: () => void;
  onStar: () => void;
  onPin: () => void;
  onPassport: () => void;
  onReport: () => void;
  onClose: () => void;
};

/** What can be done with one app. */
export function AppMenu(props: AppMenuProps) {
  const { app, name, anchor, isFavourite, isPinned, onOpen, onStar, onPin, onPassport, onReport, onClose } = props;
  const { t } = useTranslation();
  const open: MenuEntry = { id: 'open', label: t('apps.act.open'), icon: Play, onAction: onOpen };
  const entries: readonly MenuEntry[] = [
    ...(isLiveApp(app.st) ? [open] : []),
    {
      id: 'star',
      label: t(isFavourite ? 'apps.act.unstar' : 'apps.act.star'),
      icon: isFavourite ? StarOff : Star,
      onAction: onStar,
    },
    {
      id: 'pin',
      label: t(isPinned ? 'apps.act.unpin' : 'apps.act.pin'),
      icon: isPinned ? PinOff : Pin,
      onAction: onPin,
    },
    { id: 'passport', label: t('apps.act.passport'), icon: Eye, onAction: onPassport },
    { kind: 'separator', id: 'line' },
    { id: 'report', label: t('apps.act.report'), icon: Flag, onAction: onReport },
  ];
  return <Menu label={t('apps.menu', { name })} isOpen anchor={anchor} entries={entries} onClose={onClose} />;
}
