import { Shield } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';

export type ModerationLinkProps = { href: string; onClick: (event: MouseEvent<HTMLElement>) => void };

/** The way to the page of those who keep order. */
export function ModerationLink({ href, onClick }: ModerationLinkProps) {
  const { t } = useTranslation();
  return (
    <div className="mb-4">
      <SettingsGroup>
        <SettingsRow icon={Shield} title={t('order.title')} href={href} onClick={onClick} />
      </SettingsGroup>
    </div>
  );
}
