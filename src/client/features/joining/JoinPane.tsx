import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isJoined } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { JoinCard, type JoinCardProps } from './JoinCard.tsx';
import { useInviteLink } from './useInviteLink.ts';

export type JoinPaneProps = { code: string; entrance: JoinCardProps['entrance'] };

/** An invite link: what it leads to and the way in. Whoever is in is led to the chat, also when somebody lets them in while they look. */
export function JoinPane({ code, entrance }: JoinPaneProps) {
  const { t } = useTranslation();
  const { stores } = useServices();
  const [, navigate] = useLocation();
  const open = (c: number) => navigate(`/chats/${c}`, { replace: true });
  const link = useInviteLink(code, open);
  const { view } = link;
  const c = view.kind === 'chat' ? view.c : undefined;
  const isIn = useStore(stores.chatList, ({ chats }) => {
    const chat = c === undefined ? undefined : chats.get(c as never);
    return chat !== undefined && isJoined(chat.me.st);
  });
  const isHere = isIn || (view.kind === 'chat' && view.me === 'in');
  useEffect(() => {
    if (isHere && c !== undefined) navigate(`/chats/${c}`, { replace: true });
  }, [isHere, c, navigate]);
  return (
    <div className="scroll-pane h-full min-w-0 flex-1 bg-surface-sunken [--plane:var(--surface-sunken)]">
      <div className="mx-auto grid min-h-full w-full max-w-110 content-center px-4 py-8">
        <JoinCard
          view={view}
          isBusy={link.isBusy}
          problem={link.problem}
          taken={link.taken}
          entrance={entrance}
          onJoin={link.join}
          onWithdraw={link.withdraw}
          onRetry={link.look}
          home={
            <Link href="/chats" asChild>
              <LinkButton href="/chats" kind="quiet">
                {t('joining.toChats')}
              </LinkButton>
            </Link>
          }
        />
      </div>
    </div>
  );
}
