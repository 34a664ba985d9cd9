import { useState } from 'react';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import type { ChatPaneProps } from '#client/features/chat/ChatPane.tsx';
import { lastEditable } from '#client/features/chat/model/lastEditable.ts';
import { toEditRequest } from '#client/features/chat/model/toEditRequest.ts';
import type { ComposerEdit, ComposerPaneProps } from '#client/features/composer/ComposerPane.tsx';

export interface Writing {
  /** Begins an answer to the message of this seq. */
  reply: (seq: number) => void;
  /** what a conversation can ask of its composer */
  conversation: Required<Pick<ChatPaneProps, 'onEdit' | 'onReply'>>;
  composer: Pick<
    ComposerPaneProps,
    'edit' | 'onEditEnd' | 'onEditRestore' | 'onEditLast' | 'reply' | 'onReplyEnd' | 'onReplyRestore'
  >;
}

/** What is written in a window beyond the text itself: the message that is edited, and the one that is answered. `first`: an answer that was begun elsewhere. */
export function useWriting({ store }: Pick<ChatWindow, 'store'>, first?: number): Writing {
  const { me, serverNow } = useServices();
  const [edit, setEdit] = useState<ComposerEdit>();
  const [reply, setReply] = useState(first);
  return {
    reply: setReply,
    conversation: {
      onEdit: setEdit,
      onReply(seq) {
        setEdit(undefined);
        setReply(seq);
      },
    },
    composer: {
      edit,
      onEditEnd: () => setEdit(undefined),
      onEditRestore: setEdit,
      onEditLast() {
        const state = store.getState();
        const item = lastEditable(state, state.chat?.me.mid ?? me.userId, serverNow());
        if (item) setEdit(toEditRequest(item));
      },
      reply,
      onReplyEnd: () => setReply(undefined),
      onReplyRestore: setReply,
    },
  };
}
