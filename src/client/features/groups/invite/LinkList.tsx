import { Link2, QrCode, Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import type { Translate } from '#client/parts/systemText.ts';

/** An invite link as its row shows it. */
export interface LinkRow {
  code: string;
  /** who made it, in words */
  by: string;
  /** until when, in words; undefined: for ever */
  until: string | undefined;
  uses: number;
  /** undefined: any number */
  max: number | undefined;
  isRevocable: boolean;
}

export type LinkListProps = {
  links: readonly LinkRow[];
  /** the one whose code is shown */
  shown: string | undefined;
  onShow: (code: string) => void;
  onRevoke: (link: LinkRow) => void;
};

/** Invite links that work. */
export function LinkList({ links, shown, onShow, onRevoke }: LinkListProps) {
  const { t } = useTranslation();
  return (
    <SettingsGroup title={t('joining.links.title')}>
      {links.map((link) => (
        <SettingsRow
          key={link.code}
          icon={link.code === shown ? QrCode : Link2}
          title={t('joining.links.by', { name: link.by, code: link.code.slice(0, 4) })}
          detail={describe(link, t)}
          {...(link.code === shown ? {} : { onClick: () => onShow(link.code) })}
          end={
            link.isRevocable && (
              <IconButton
                icon={Trash2}
                size="small"
                label={t('joining.links.revokeLabel', { code: link.code.slice(0, 4) })}
                onClick={() => onRevoke(link)}
              />
            )
          }
        />
      ))}
    </SettingsGroup>
  );
}

function describe({ uses, max, until }: LinkRow, t: Translate): string {
  const used =
    max === undefined ? t('joining.links.used', { count: uses }) : t('joining.links.usedOf', { count: max, uses });
  return `${used} · ${until === undefined ? t('joining.links.forever') : t('joining.links.until', { time: until })}`;
}
