import { Ban, Crown, ShieldCheck, ShieldMinus, ShieldUser, UserMinus, VolumeX } from 'lucide-react';
import type { Translate } from '#client/parts/systemText.ts';
import type { IconType } from '#client/ui/Icon.tsx';
import type { MenuEntry } from '#client/ui/Menu.tsx';
import type { MemberAction } from './memberRows.ts';

const icons: Record<MemberAction, IconType> = {
  makeAdmin: ShieldCheck,
  makeModerator: ShieldUser,
  takeRole: ShieldMinus,
  handOver: Crown,
  mute: VolumeX,
  remove: UserMinus,
  ban: Ban,
};

/** The entries of the menu of one member. `isPlace`: of a community. */
export function memberEntries(
  t: Translate,
  can: readonly MemberAction[],
  onAct: (action: MemberAction) => void,
  isPlace = false,
): MenuEntry[] {
  return can.map((action) => ({
    id: action,
    label: t(isPlace && action === 'handOver' ? 'guard.member.handOverPlace' : `guard.member.${action}`),
    icon: icons[action],
    tone: action === 'remove' || action === 'ban' ? 'danger' : 'plain',
    onAction: () => onAct(action),
  }));
}
