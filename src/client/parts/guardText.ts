import { roleName } from '#domain/memberTraits.ts';
import type { SystemBody } from '#protocol/entities/messages.ts';
import type { Translate } from './systemText.ts';

/** Who did it to whom, in words, and whether the reader is one of them. */
export interface GuardWords {
  words: { by: string; who: string; title: string; context?: string };
  byMe: boolean;
  toMe: boolean;
}

/** What lines about running a larger chat say. Undefined: another event. */
export function guardText(
  t: Translate,
  body: Readonly<Record<string, unknown>> | undefined,
  { words, byMe, toMe }: GuardWords,
): string | undefined {
  const { ev, by, role = 0, n: count = 0, act, title } = (body ?? {}) as Partial<SystemBody>;
  switch (ev) {
    case 'banned':
      if (toMe) return t('guard.system.bannedYou', words);
      return byMe ? t('guard.system.youBanned', words) : t('guard.system.banned', words);
    case 'role':
      return roleText(t, role, { words, byMe, toMe });
    case 'about':
      return byMe ? t('guard.system.youAbout') : t('guard.system.about', words);
    case 'pinned':
      return byMe ? t('guard.system.youPinned') : t('guard.system.pinned', words);
    case 'waiting':
      return byMe ? t('guard.system.youWaiting', { count }) : t('guard.system.waiting', { ...words, count });
    case 'refused':
      if (by === undefined) return t('guard.system.lapsed', { count });
      return byMe ? t('guard.system.youRefused', { count }) : t('guard.system.refused', { ...words, count });
    case 'closed':
      return byMe ? t('guard.system.youClosed') : t('guard.system.closed', words);
    case 'undone':
      return undoneText(t, { act, count, title }, { words, byMe, toMe });
    default:
      return undefined;
  }
}

function roleText(t: Translate, role: number, { words, byMe, toMe }: GuardWords): string {
  const name = ({ owner: 'Admin', admin: 'Admin', moderator: 'Moderator', member: 'Member' } as const)[roleName(role)];
  if (toMe) return t(`guard.system.role${name}You`, words);
  return byMe ? t(`guard.system.youRole${name}`, words) : t(`guard.system.role${name}`, words);
}

function undoneText(
  t: Translate,
  { act, count, title }: { act: SystemBody['act']; count: number; title: string | undefined },
  { words, byMe, toMe }: GuardWords,
): string {
  if (act === 'remove') {
    if (toMe) return t('guard.system.broughtYouBack', words);
    return byMe ? t('guard.system.youBroughtBack', words) : t('guard.system.broughtBack', words);
  }
  if (act === 'close') return byMe ? t('guard.system.youReopened') : t('guard.system.reopened', words);
  if (act === 'role') return byMe ? t('guard.system.youRolesBack') : t('guard.system.rolesBack', words);
  if (act === 'delete')
    return byMe ? t('guard.system.youMessagesBack', { count }) : t('guard.system.messagesBack', { ...words, count });
  if (title === undefined) return byMe ? t('guard.system.youFaceBack', words) : t('guard.system.faceBack', words);
  return byMe ? t('guard.system.youNameBack', words) : t('guard.system.nameBack', words);
}
