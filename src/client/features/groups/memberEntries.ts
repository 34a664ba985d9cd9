import { Ban, Crown, ShieldCheck, ShieldMinus, ShieldUser, UserMinus } from 'lucide-react';
import type { Translate } from '#client/parts/systemText.ts';
import type { IconType } from '#client/ui/Icon.tsx';
import type { MenuEntry } from '#client/ui/Menu.tsx';
import type { MemberAction } from './memberRows.ts';

const icons: Record<MemberAction, IconType> = {
  makeAdmin: ShieldCheck,
  makeModerator: ShieldUser,
  takeRole: ShieldMinus,
  handOver: Crown,
  remove: UserMinus,
  ban: Ban,
};

/** The entries of the menu of one member. */
export function memberEntries(
  t: Translate,
  can: readonly MemberAction[],
  onAct: (action: MemberAction) => void,
): MenuEntry[] {
  return can.map((action) => ({
    id: action,
    label: t(`guard.member.${action}`),
    icon: icons[action],
    tone: action === 'remove' || action === 'ban' ? 'danger' : 'plain',
    onAction: () => onAct(action),
  }));
}
