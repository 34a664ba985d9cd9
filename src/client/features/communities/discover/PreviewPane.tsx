import { useEffect, useReducer, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isJoined } from '#domain/chatTraits.ts';
import type { CommunityPeek } from '#protocol/entities/community.ts';
import type { ChatId } from '#protocol/ids.ts';
import type { WireError } from '#protocol/errors.ts';
import { useIsLive, useServices } from '#client/context.ts';
import { problemText } from '#client/parts/problemText.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { useRequest } from '../useRequest.ts';
import { CommunityPreview } from './CommunityPreview.tsx';
import type { JoinDialogProps } from './JoinDialog.tsx';

const JoinDialog = lazyPart<JoinDialogProps>(() => import('./JoinDialog.tsx').then((m) => m.JoinDialog));

type Answer = { peek?: CommunityPeek; problem?: Pick<WireError, 'code' | 'retry'> };

/** One community of Discover, by its address. Give it the chat's id as `key`. */
export function PreviewPane({ chatId }: { chatId: ChatId }) {
  const { t } = useTranslation();
  const { rpc, newOp, stores } = useServices();
  const [, navigate] = useLocation();
  const [answer, setAnswer] = useState<Answer>({});
  const [round, look] = useReducer((count: number) => count + 1, 0);
  const withdrawal = useRequest();
  const [isJoining, setJoining] = useState(false);
  // A request of mine was answered, here or while the line was down.
  const declined = useStore(stores.chatList, (state) => state.declined.get(chatId) ?? 0);
  const isLive = useIsLive();
  const isMember = useStore(stores.chatList, ({ chats }) => isJoined(chats.get(chatId)?.me.st ?? 0));
  useEffect(() => {
    let isWanted = true;
    void rpc('community.peek', { c: chatId }).then((answered) => {
      if (!isWanted) return;
      // What is shown already stays: a dead network says nothing about the community.
      if (answered.ok) setAnswer({ peek: answered.data });
      else setAnswer((now) => (now.peek && answered.code !== 'NOT_FOUND' ? now : { problem: answered }));
    });
    return () => {
      isWanted = false;
    };
  }, [rpc, chatId, round, declined, isLive]);
  const peek = answer.peek && isMember ? { ...answer.peek, me: 'member' as const } : answer.peek;
  const isMissing = answer.problem?.code === 'NOT_FOUND';
  const withdraw = async () => {
    const taken = await rpc('request.withdraw', { c: chatId, op: newOp() });
    // Answered meanwhile: there is nothing to take back, and the next look shows what became of it.
    return !taken.ok && taken.code === 'NOT_FOUND' ? { ok: true as const, data: {} } : taken;
  };
  const open = () => navigate(`/chats/${chatId}`);
  const retry = () => {
    setAnswer({});
    look();
  };
  return (
    <>
      <CommunityPreview
        peek={peek}
        isMissing={isMissing}
        problem={answer.problem && problemText(t, answer.problem)}
        isBusy={withdrawal.isBusy}
        failure={withdrawal.problem && problemText(t, withdrawal.problem)}
        onWithdraw={() => void withdrawal.run(withdraw, look)}
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
            look();
          }}
          onClose={() => setJoining(false)}
        />
      )}
    </>
  );
}
