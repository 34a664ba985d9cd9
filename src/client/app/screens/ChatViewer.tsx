import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ChatWindow } from '#client/context.ts';
import { ForwardRows } from '#client/features/chat/forward/ForwardRows.tsx';
import { partsOf } from '#client/features/chat/media/partsOf.ts';
import type { FeedItem } from '#client/features/chat/model/FeedItem.ts';
import { MediaViewerPane } from '#client/features/media/MediaViewerPane.tsx';
import type { ViewedMessage } from '#client/features/media/viewer/viewerItems.ts';
import { isVisual } from '#client/parts/media/isVisual.ts';
import { Toast } from '#client/ui/Toast.tsx';
import { ToastRegion } from '#client/ui/ToastRegion.tsx';

export type ChatViewerProps = {
  window: ChatWindow;
  /** the message whose picture was pressed, and which of its parts */
  viewed: { item: FeedItem; index: number };
  onReply: (seq: number) => void;
  onJump: (seq: number) => void;
  onClose: () => void;
};

/** The viewer over an open chat, and what is forwarded from it. */
export function ChatViewer({ window: chatWindow, viewed, onReply, onJump, onClose }: ChatViewerProps) {
  const { t } = useTranslation();
  const c = useStore(chatWindow.store, (state) => state.c);
  const [forwarding, setForwarding] = useState<readonly number[]>();
  const [said, setSaid] = useState<string>();
  const { message, index } = toViewed(viewed);
  if (said !== undefined)
    return (
      <ToastRegion label={t('gallery.title')}>
        <Toast text={said} closeLabel={t('common.close')} onClose={onClose} />
      </ToastRegion>
    );
  if (forwarding)
    return (
      <ForwardRows
        window={chatWindow}
        seqs={forwarding}
        onDone={setSaid}
        onMissing={() => setSaid(t('gallery.notForwarded'))}
        onClose={onClose}
      />
    );
  const then = (act: (seq: number) => void) => (seq: number) => {
    onClose();
    act(seq);
  };
  return (
    <MediaViewerPane
      {...{ c, message, index, onClose }}
      onReply={then(onReply)}
      onJump={then(onJump)}
      onForward={(seq) => setForwarding([seq])}
    />
  );
}

/** Pictures and films of a message, and which of them it is. */
function toViewed({ item, index }: ChatViewerProps['viewed']): { message: ViewedMessage; index: number } {
  const { seq, sender, at, text, content } = item;
  const parts = partsOf(content);
  const f = parts.filter(isVisual);
  const pressed = parts[index];
  return {
    message: { s: seq, u: sender, at, f, ...(text === '' ? {} : { x: text }) },
    index: pressed ? Math.max(0, f.indexOf(pressed)) : 0,
  };
}
