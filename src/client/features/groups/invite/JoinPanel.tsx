import { useTranslation } from 'react-i18next';
import { isPlace } from '#domain/chatTraits.ts';
import { approvalChange, hasApproval } from '#domain/joinTraits.ts';
import { canApprove, canChangeSettings, canInvite } from '#domain/permissions.ts';
import { useServices } from '#client/context.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import type { GroupChat } from '../GroupChat.ts';
import { useGroupChange } from '../useGroupChange.ts';
import { JoinChoices } from './JoinChoices.tsx';

export type JoinPanelProps = { chat: GroupChat; onLinks: () => void; onRequests: () => void };

/** How people come into this group or community, as far as I may decide about it. The switch moves when the server has it. */
export function JoinPanel({ chat, onLinks, onRequests }: JoinPanelProps) {
  const { t } = useTranslation();
  const services = useServices();
  const change = useGroupChange();
  const { set } = chat.meta;
  const standing = { kind: chat.kind, state: chat.me.st, role: chat.me.ro, set };
  const [mayInvite, mayApprove] = [canInvite(standing), canApprove(standing)];
  // A community has more ways to come in than this switch knows.
  const mayChange = canChangeSettings(standing) && !isPlace(chat.kind);
  if (!mayInvite && !mayApprove && !mayChange) return null;
  const save = (next: { join?: number | undefined } | { ask: string | null }) =>
    void change.run(
      () => services.rpc('chat.settings', { c: chat.c, set: next, op: services.newOp() }),
      () => undefined,
    );
  return (
    <section>
      <SectionLabel>{t('joining.panel')}</SectionLabel>
      <JoinChoices
        waiting={chat.me.rq ?? 0}
        hasApproval={hasApproval(set)}
        question={set?.ask ?? ''}
        onLinks={mayInvite ? onLinks : undefined}
        onRequests={mayApprove ? onRequests : undefined}
        onApproval={mayChange ? (isOn) => save(approvalChange(isOn)) : undefined}
        onQuestion={mayChange ? (question) => save({ ask: question === '' ? null : question }) : undefined}
      />
      {change.problem && (
        <div className="mb-4">
          <Banner role="alert">{change.problem}</Banner>
        </div>
      )}
    </section>
  );
}
