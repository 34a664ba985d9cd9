import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { findDirect } from '#client/stores/findDirect.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import type { UserId } from '#protocol/ids.ts';

/** Goes to the 1:1 chat with somebody. A known chat opens without a network; a new one has to be made by the server first. */
export function useOpenDirect() {
  const { t } = useTranslation();
  const services = useServices();
  const [, navigate] = useLocation();
  const [isOpening, setOpening] = useState(false);
  const [problem, setProblem] = useState<{ user: UserId; text: string }>();
  const open = async (user: UserId) => {
    const known = findDirect(services.stores.chatList.getState().chats, user);
    if (known !== undefined) return navigate(`/chats/${known}`);
    setOpening(true);
    setProblem(undefined);
    const answer = await services.rpc('chat.create', { i: services.newOp(), kind: 1, users: [user] });
    setOpening(false);
    if (answer.ok) navigate(`/chats/${answer.data.chat.h.c}`);
    else setProblem({ user, text: problemText(t, answer) });
  };
  return { open, isOpening, problemFor: (user: UserId) => (problem?.user === user ? problem.text : undefined) };
}
