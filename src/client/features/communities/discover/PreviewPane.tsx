import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isJoined } from '#domain/chatTraits.ts';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { WireError } from '#protocol/errors.ts';
import { useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { CommunityPreview } from './CommunityPreview.tsx';
import type { JoinDialogProps } from './JoinDialog.tsx';

const JoinDialog = lazyPart<JoinDialogProps>(() => import('./JoinDialog.tsx').then((m) => m.JoinDialog));

type Answer = { peek?: CommunityPeek; problem?: Pick<WireError, 'code' | 'retry'> };

/** One community of Discover, by its address. Give it the chat's id as `key`. */
export function PreviewPane({ chatId }: { chatId: ChatId }) {
  const { t } = useTranslation();
  const { rpc, stores } = useServices();
  const [, navigate] = useLocation();
  const [answer, setAnswer] = useState<Answer>({});
  const [attempt, setAttempt] = useState(0);
  const [isJoining, setJoining] = useState(false);
  const isMember = useStore(stores.chatList, ({ chats }) => isJoined(chats.get(chatId)?.me.st ?? 0));
  useEffect(() => {
    let isWanted = true;
    void rpc('community.peek', { c: chatId }).then((answered) => {
      if (isWanted) setAnswer(answered.ok ? { peek: answered.data } : { problem: answered });
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, chatId, attempt]);
  const peek = answer.peek && isMember ? { ...answer.peek, me: 'member' as const } : answer.peek;
  const isMissing = answer.problem?.code === 'NOT_FOUND';
  const open = () => navigate(`/chats/${chatId}`);
  const retry = () => {
    setAnswer({});
    setAttempt(attempt + 1);
  };
  return (
    <>
      <CommunityPreview
        peek={peek}
        isMissing={isMissing}
        problem={answer.problem && problemText(t, answer.problem)}
        onRetry={retry}
        onJoin={() => setJoining(true)}
        onOpen={open}
        onClose={() => navigate('/discover')}
      />
      {isJoining && peek && (
        <JoinDialog
          peek={peek}
          onJoined={open}
          onChanged={() => {
            setJoining(false);
            retry();
          }}
          onClose={() => setJoining(false)}
        />
      )}
    </>
  );
}
