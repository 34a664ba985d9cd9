import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useServices, type ChatWindow } from '#client/context.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { toFeed } from '../model/toFeed.ts';
import { ForwardPane } from './ForwardPane.tsx';

export type ForwardRowsProps = {
  window: ChatWindow;
  /** at most 50 */
  seqs: readonly number[];
  /** Gets a word about what was done. */
  onDone: (text: string) => void;
  onClose: () => void;
  /** none of them can be had now */
  onMissing: () => void;
};

/** Forwards messages of a chat by their places, wherever they were seen: those of this device, else the server's. */
export function ForwardRows({ window: chatWindow, seqs, onDone, onClose, onMissing }: ForwardRowsProps) {
  const { findMessages, me } = useServices();
  const from = useStore(chatWindow.store);
  const [items, setItems] = useState<readonly FeedItem[]>();
  const { c } = from;
  useEffect(() => {
    const rows = new Map<number, ChatWindowState['messages'][number]>();
    let isWanted = true;
    const find = async (): Promise<void> => {
      await findMessages(c, seqs, (found) => {
        for (const [s, row] of found) if (row) rows.set(s, { ...row, c });
      });
      if (!isWanted) return;
      const messages = [...rows.values()].toSorted((one, other) => one.s - other.s);
      const input = { messages, pending: [], overlays: new Map(), holes: [], unreadFrom: undefined, atEnd: false };
      const whole = toFeed({ ...input, me: from.chat?.me.mid ?? me.userId });
      if (whole.length === 0) onMissing();
      else setItems(whole);
    };
    void find();
    return () => {
      isWanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-deps -- once for what was chosen
  }, [c, seqs]);
  return items ? <ForwardPane items={items} from={from} onDone={onDone} onClose={onClose} /> : null;
}
