import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isDirect } from '#domain/chatTraits.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { LinkButton } from '#client/ui/LinkButton.tsx';
import { NewChatDialog } from './NewChatDialog.tsx';
import { candidates, type Candidate } from './pickRows.ts';

export type NewChatSheetProps = {
  isOpen: boolean;
  onClose: () => void;
  /** somebody who is chosen from the start */
  initialUserId?: number;
  /** leads to where communities are founded */
  onFound?: (() => void) | undefined;
};

/** "New chat": lets a person pick friends and leads to the chat that comes of it. */
export function NewChatSheet({ isOpen, onClose, initialUserId, onFound }: NewChatSheetProps) {
  return isOpen ? <OpenSheet onClose={onClose} initialUserId={initialUserId} onFound={onFound} /> : null;
}

function OpenSheet({
  onClose,
  initialUserId,
  onFound,
}: { initialUserId: number | undefined } & Pick<NewChatSheetProps, 'onClose' | 'onFound'>) {
  const { t, i18n } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const contacts = useStore(services.stores.people, (people) => people.contacts);
  const all = useMemo(() => candidates(contacts.values(), { language: i18n.language }), [contacts, i18n.language]);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  // One id for every try of the same choice: an answer that got lost must not make a second group.
  const [attempt, setAttempt] = useState<{ key: string; i: ReturnType<typeof services.newOp> }>();

  const make = async (people: readonly Candidate[], title?: string) => {
    const users = people.map(({ id }) => id);
    const key = `${users.join()} ${title}`;
    const i = attempt?.key === key ? attempt.i : services.newOp();
    setAttempt({ key, i });
    setBusy(true);
    setProblem(undefined);
    const kind = title === undefined ? { kind: 1 as const } : { kind: 2 as const, title };
    const answer = await services.rpc('chat.create', { i, users, ...kind });
    setBusy(false);
    if (answer.ok) go(answer.data.chat.h.c);
    else setProblem(answer.code === 'BLOCKED' ? t('groups.new.blocked') : problemText(t, answer));
  };
  const go = (chat: number) => {
    onClose();
    navigate(`/chats/${chat}`);
  };
  const open = (person: Candidate) => {
    const chats = [...services.stores.chatList.getState().chats.values()];
    const known = chats.find((chat) => isDirect(chat.kind) && chat.me.peer === person.id);
    if (known) go(known.c);
    else void make([person]);
  };
  return (
    <NewChatDialog
      all={all}
      initialChosen={all.filter(({ id }) => id === initialUserId)}
      isBusy={isBusy}
      problem={problem}
      onFound={onFound}
      onOpen={open}
      onCreate={(people, title) => void make(people, title)}
      findFriend={
        <Link href="/friends" asChild>
          <LinkButton href="/friends" kind="filled">
            {t('groups.new.findFriend')}
          </LinkButton>
        </Link>
      }
      onClose={onClose}
    />
  );
}
