import { useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import { ChatPane } from '#client/features/chat/ChatPane.tsx';
import { ThreadHead } from '#client/features/chat/threads/ThreadHead.tsx';
import { ThreadRoot } from '#client/features/chat/threads/ThreadRoot.tsx';
import { ComposerPane } from '#client/features/composer/ComposerPane.tsx';
import type { SentText } from '#client/features/composer/ComposerPane.tsx';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { Checkbox } from '#client/ui/Checkbox.tsx';
import { isThreadOver } from '#domain/threadRules.ts';
import type { ChatId } from '#protocol/ids.ts';
import { ChatLayers, type ChatLayer } from './ChatLayers.tsx';
import { holdWindow } from './holdWindow.ts';
import { usePlace } from './usePlace.ts';
import { useWriting } from './useWriting.ts';

export type ThreadPanelProps = {
  /** the chat in which the thread hangs */
  window: ChatWindow;
  threadId: ChatId;
  onAppeal: () => void;
  /** Shows the message it hangs on in its chat. */
  onShow: (seq: number) => void;
  onClose: () => void;
};

/** One thread beside its chat. Give it the thread's id as `key`. */
export function ThreadPanel(props: ThreadPanelProps) {
  const { openChat } = useServices();
  const { threadId } = props;
  const [opened, setOpened] = useState<ChatWindow>();
  useLayoutEffect(() => holdWindow(openChat(threadId), setOpened), [openChat, threadId]);
  return opened ? <OpenThread {...props} thread={opened} /> : null;
}

function OpenThread(props: ThreadPanelProps & { thread: ChatWindow }) {
  const { window: chatWindow, thread, onClose } = props;
  const { t } = useTranslation();
  const { serverNow, stores } = useServices();
  const writing = useWriting(thread);
  const [layer, setLayer] = useState<ChatLayer>();
  const chat = useStore(thread.store, (state) => state.chat);
  const around = useStore(chatWindow.store, (state) => state.chat);
  const people = useStore(stores.people);
  const place = usePlace(thread, undefined);
  const also = useAlso(thread);
  const title = (around && chatTitle(people, around)) ?? t('chat.untitled');
  const root = chat?.meta.root;
  const backHref = around ? `/chats/${around.c}` : '/chats';
  const isOver = useOver(chat?.bump, serverNow);
  const isHere = useStore(thread.store, (state) => state.chat !== undefined || !state.loaded);
  const note = isOver ? t('threads.over') : isHere ? undefined : t('threads.gone');
  return (
    <>
      <ChatPane
        window={thread}
        {...place}
        title={t('kinds.threadIn', { title })}
        startText=""
        head={<ThreadHead chat={chat} place={title} backHref={backHref} onClose={onClose} />}
        backHref={backHref}
        onBack={onClose}
        {...writing.conversation}
        onReport={(s) => setLayer({ kind: 'report', target: { s } })}
        onOpenMedia={(item, index) => setLayer({ kind: 'viewer', viewed: { item, index } })}
        top={root && <ThreadRoot window={chatWindow} seq={root.s} onShow={() => props.onShow(root.s)} />}
        foot={
          note !== undefined ? (
            <p className="flex-none border-t border-line bg-surface px-4 py-3 text-13 text-ink-soft">{note}</p>
          ) : (
            <ComposerPane
              window={thread}
              placeholder={t('threads.reply')}
              {...writing.composer}
              onAppeal={props.onAppeal}
              also={<Checkbox isTicked={also.isOn} onChange={also.set} label={t('threads.also')} />}
              onSent={also.send}
            />
          )
        }
      />
      {layer && (
        <ChatLayers
          window={thread}
          {...{ layer, c: thread.store.getState().c, parent: around?.c }}
          onReply={writing.reply}
          onJump={(to) => place.onJump({ seq: to, at: 'center' })}
          onClose={() => setLayer((now) => (now === layer ? undefined : now))}
        />
      )}
    </>
  );
}

/** Threads in which what I write goes to the chat too, as long as this page is open. */
const alsoSent = new Set<ChatId>();

/** Whether replies also go to the chat, as answers to the message the thread hangs on; and how they do. */
function useAlso(thread: ChatWindow) {
  const { commands } = useServices();
  const { c } = thread.store.getState();
  const [isOn, setOn] = useState(() => alsoSent.has(c));
  const root = useStore(thread.store, ({ chat }) => chat?.meta.root);
  return {
    isOn,
    set(next: boolean) {
      if (next) alsoSent.add(c);
      else alsoSent.delete(c);
      setOn(next);
    },
    async send(message: SentText): Promise<void> {
      if (isOn && root) await commands.sendMessage({ c: root.c, ...message, re: root.s });
    },
  };
}

/** How often an open thread looks whether its time has come, ms. */
const LOOK_MS = 60_000;

/** Whether nobody writes in a thread any more, which comes by itself. `newest`: time of its newest reply. */
function useOver(newest: number | undefined, now: () => number): boolean {
  const [, setTurn] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setTurn((turn) => turn + 1), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
  return newest !== undefined && isThreadOver(newest, now());
}
