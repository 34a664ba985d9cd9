import { ChevronLeft } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { faceId } from '#domain/faceId.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { InvitationCard } from './InvitationCard.tsx';

export type InvitationPaneProps = {
  chatId: ChatId;
  /** back to the list, on a phone and after "no" */
  onBack: () => void;
};

/** An invitation in the place of its chat. The answer needs the network: a group is the server's. */
export function InvitationPane({ chatId, onBack }: InvitationPaneProps) {
  const { t } = useTranslation();
  const services = useServices();
  const people = useStore(services.stores.people);
  const chat = useStore(services.stores.chatList, ({ chats }) => chats.get(chatId));
  const [busy, setBusy] = useState<'accept' | 'decline'>();
  const [problem, setProblem] = useState<string>();
  const by = chat?.me.by as UserId | undefined;
  useEffect(() => {
    if (by !== undefined) services.wantUsers([by]);
  }, [services, by]);
  if (!chat) return null;
  const answer = async (accept: boolean) => {
    if (busy) return;
    setBusy(accept ? 'accept' : 'decline');
    setProblem(undefined);
    const ack = await services.rpc('chat.accept', { c: chatId, accept, op: services.newOp() });
    setBusy(undefined);
    if (ack.ok) {
      if (!accept) onBack();
    } else setProblem(ack.code === 'GONE' ? t('joining.invitation.gone') : problemText(t, ack));
  };
  const name = by === undefined ? undefined : nameOf(people, by);
  return (
    <div className="scroll-pane relative min-w-0 flex-1 bg-surface-sunken [--plane:var(--surface-sunken)]">
      <div className="absolute start-2 top-2 tablet:hidden">
        <IconButton icon={ChevronLeft} isMirrored label={t('common.back')} onClick={onBack} />
      </div>
      <div className="grid min-h-full place-items-center px-4 py-14">
        <InvitationCard
          title={chatTitle(people, chat) ?? t('chat.untitled')}
          faceId={faceId(chat.c, { av: chat.meta.avatar })}
          about={chat.meta.about}
          count={chat.head.cnt}
          by={by !== undefined && name !== undefined ? { name, faceId: faceId(by, people.users.get(by)) } : undefined}
          busy={busy}
          problem={problem}
          onAnswer={(accept) => void answer(accept)}
        />
      </div>
    </div>
  );
}
