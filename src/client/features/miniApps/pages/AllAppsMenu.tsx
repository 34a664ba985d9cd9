import { Eye, Hammer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu } from '#client/ui/Menu.tsx';

export type AllAppsMenuProps = { anchor: Element; onKnowing: () => void; onMake: () => void; onClose: () => void };

/** What concerns all apps: what they know, and how one is made. */
export function AllAppsMenu({ anchor, onKnowing, onMake, onClose }: AllAppsMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu
      label={t('apps.moreOfAll')}
      isOpen
      anchor={anchor}
      onClose={onClose}
      entries={[
        { id: 'knowing', label: t('apps.knowing.title'), icon: Eye, onAction: onKnowing },
        { id: 'make', label: t('apps.make'), icon: Hammer, onAction: onMake },
      ]}
    />
  );
}
