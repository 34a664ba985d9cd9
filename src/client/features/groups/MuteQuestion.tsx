import { useTranslation } from 'react-i18next';
import type { MemberId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { GroupChat } from './GroupChat.ts';
import { MuteDialog } from './MuteDialog.tsx';
import { useGroupChange } from './useGroupChange.ts';

export type MuteQuestionProps = { chat: GroupChat; member: { id: number; name: string }; onClose: () => void };

/** The mute dialog with the request behind it. */
export function MuteQuestion({ chat, member, onClose }: MuteQuestionProps) {
  const { i18n } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  return (
    <MuteDialog
      name={member.name}
      language={i18n.language}
      isBusy={change.isBusy}
      problem={change.problem}
      onMute={({ minutes, why }) => {
        const input = { c: chat.c, member: member.id as MemberId, minutes, op: services.newOp() };
        void change.run(() => services.rpc('member.mute', { ...input, ...(why === '' ? {} : { why }) }), onClose);
      }}
      onClose={onClose}
    />
  );
}
