import { Settings2, Shield } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';

type Way = { href: string; onClick: (event: MouseEvent<HTMLElement>) => void };
export type ModerationLinkProps = Partial<Way> & {
  /** the settings of a community, where I may change some of them */
  settings?: Way | undefined;
};

/** The way to the pages of those who keep order and run the chat. */
export function ModerationLink({ href, onClick, settings }: ModerationLinkProps) {
  const { t } = useTranslation();
  if (href === undefined && !settings) return null;
  return (
    <div className="mb-4">
      <SettingsGroup>
        {href !== undefined && onClick && (
          <SettingsRow icon={Shield} title={t('order.title')} href={href} onClick={onClick} />
        )}
        {settings && <SettingsRow icon={Settings2} title={t('placeSettings.title')} {...settings} />}
      </SettingsGroup>
    </div>
  );
}
