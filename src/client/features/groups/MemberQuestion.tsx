import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isPlace } from '#domain/chatTraits.ts';
import { namedRole } from '#domain/memberTraits.ts';
import type { MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { ConfirmDialog } from '#client/ui/ConfirmDialog.tsx';
import type { GroupChat } from './GroupChat.ts';
import type { MemberAction } from './memberRows.ts';
import { useGroupChange } from './useGroupChange.ts';
import { WaitingNote } from './WaitingNote.tsx';

export type MemberQuestionProps = {
  action: Exclude<MemberAction, 'mute'> | 'unban' | 'uninvite';
  member: { id: number; name: string };
  chat: GroupChat;
  title: string;
  onClose: () => void;
};

const roleOf = {
  makeAdmin: namedRole.admin,
  makeModerator: namedRole.moderator,
  takeRole: namedRole.member,
  handOver: namedRole.owner,
} as const;

/** Asks before something is done with a member, and does it. */
export function MemberQuestion({ action, member, chat, title, onClose }: MemberQuestionProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const isDelayed = useRef(false);
  const [isWaiting, setWaiting] = useState(false);
  const ask = async () => {
    const input = { c: chat.c, op: services.newOp() };
    const id = member.id as MemberId;
    if (action === 'uninvite') return services.rpc('invitation.withdraw', { ...input, member: id });
    if (action !== 'remove' && action !== 'ban' && action !== 'unban')
      return services.rpc('chat.role', { ...input, member: id, role: roleOf[action] });
    const answer = await (action === 'remove'
      ? services.rpc('chat.kick', { ...input, members: [id] })
      : services.rpc('chat.ban', { ...input, member: id, ban: action === 'ban' }));
    isDelayed.current = answer.ok && answer.data.act !== undefined;
    return answer;
  };
  const isHarm = action === 'remove' || action === 'ban';
  const words = { name: member.name, title };
  const isPlaceHere = isPlace(chat.kind);
  const [question, text, confirm] =
    action === 'remove'
      ? [t('groups.removeAsk.title', words), t('groups.removeAsk.text', words), t('groups.removeAsk.confirm')]
      : action === 'handOver' && isPlaceHere
        ? [
            t('guard.ask.handOverPlace.title', words),
            t('guard.ask.handOverPlace.text'),
            t('guard.ask.handOver.confirm'),
          ]
        : [
            t(`guard.ask.${action}.title`, words),
            t(`guard.ask.${action}.text`, words),
            t(`guard.ask.${action}.confirm`),
          ];
  if (isWaiting) return <WaitingNote count={1} onClose={onClose} />;
  return (
    <ConfirmDialog
      isOpen
      title={question}
      text={text}
      confirmLabel={confirm}
      cancelLabel={t('common.cancel')}
      tone={isHarm ? 'danger' : 'brand'}
      isBusy={change.isBusy}
      {...(change.problem === undefined ? {} : { error: change.problem })}
      onConfirm={() => void change.run(ask, () => (isDelayed.current ? setWaiting(true) : onClose()))}
      onCancel={onClose}
    />
  );
}
