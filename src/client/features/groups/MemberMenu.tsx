import { Ban, Crown, ShieldCheck, ShieldMinus, ShieldUser, UserMinus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { IconType } from '#client/ui/Icon.tsx';
import { Menu } from '#client/ui/Menu.tsx';
import type { MemberAction, MemberRow } from './memberRows.ts';

export type MemberMenuProps = {
  member: MemberRow;
  /** the button it belongs to */
  anchor: Element;
  onAct: (member: MemberRow, action: MemberAction) => void;
  onClose: () => void;
};

const icons: Record<MemberAction, IconType> = {
  makeAdmin: ShieldCheck,
  makeModerator: ShieldUser,
  takeRole: ShieldMinus,
  handOver: Crown,
  remove: UserMinus,
  ban: Ban,
};

/** What can be done with one member. Loads React Aria: import it lazily. */
export function MemberMenu({ member, anchor, onAct, onClose }: MemberMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu
      label={t('guard.member.menu', { name: member.name })}
      isOpen
      onClose={onClose}
      anchor={anchor}
      entries={member.can.map((action) => ({
        id: action,
        label: t(`guard.member.${action}`),
        icon: icons[action],
        tone: action === 'remove' || action === 'ban' ? 'danger' : 'plain',
        onAction: () => onAct(member, action),
      }))}
    />
  );
}
