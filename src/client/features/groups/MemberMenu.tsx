import { useTranslation } from 'react-i18next';
import { Menu } from '#client/ui/Menu.tsx';
import { memberEntries } from './memberEntries.ts';
import type { MemberAction, MemberRow } from './memberRows.ts';

export type MemberMenuProps = {
  member: MemberRow;
  /** the button it belongs to */
  anchor: Element;
  onAct: (member: MemberRow, action: MemberAction) => void;
  onClose: () => void;
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
      entries={memberEntries(t, member.can, (action) => onAct(member, action))}
    />
  );
}
