import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import type { ChatWindow } from '#client/context.ts';
import type { Originals } from '#client/stores/originalsOf.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import type { LineLook } from '../lines/LineLook.ts';
import { MessageLine } from '../lines/MessageLine.tsx';
import { noLineEvents } from '../lines/noLineEvents.ts';
import { toFeed } from '../model/toFeed.ts';
import { useChatLook } from '../useChatLook.ts';
import { useOwnView } from '../useOwnView.ts';
import { useQuoting } from '../useQuoting.ts';

export type ThreadRootProps = {
  /** the chat in which the message stands */
  window: ChatWindow;
  seq: number;
  /** Shows the message among the others of its chat. */
  onShow: () => void;
};

/** The message a thread hangs on, as it stands in its chat, on top of the replies. */
export function ThreadRoot({ window: chatWindow, seq, onShow }: ThreadRootProps) {
  const { t } = useTranslation();
  const services = useServices();
  const state = useStore(chatWindow.store);
  const me: number = state.chat?.me.mid ?? services.me.userId;
  const { hidden } = useOwnView(state.c);
  const quoting = useQuoting(chatWindow, { hidden, threads: undefined });
  const { originals } = quoting;
  const row = useSyncExternalStore(originals.listen, () => originals.get(seq));
  const shared = useChatLook(state, me, quoting);
  // It is read here; what can be done with it is done in its chat.
  const look = useMemo<LineLook>(() => ({ ...shared, canWrite: false, on: noLineEvents }), [shared]);
  useEffect(() => {
    // What no network brought is asked for again when there is one.
    if (row === undefined) originals.want(seq);
  }, [originals, row, seq, look.isLive]);
  const item = row && hidden?.has(seq) !== true ? toItem(row, state, me) : undefined;
  return (
    <section
      aria-label={t('threads.root')}
      className="max-h-[40%] flex-none overflow-y-auto border-b border-line bg-surface px-4 pb-2 [--plane:var(--surface)]"
    >
      {item ? (
        <MessageLine item={item} look={look} place={1} total={1} isActive isFound={false} />
      ) : (
        <p className="pt-4 text-13 text-ink-soft italic">
          {row === undefined ? t('quotes.earlier') : t('quotes.gone')}
        </p>
      )}
      <button
        type="button"
        onClick={onShow}
        className="hit-44 mt-1 ms-11 rounded-[4px] text-13 font-semibold text-brand-text hover:underline"
      >
        {t('threads.show')}
      </button>
    </section>
  );
}

/** The line of one message that stands alone. */
function toItem(row: NonNullable<ReturnType<Originals['get']>>, state: ChatWindowState, me: number) {
  const { overlays, c } = state;
  const [item] = toFeed({
    messages: [{ ...row, c }],
    ...{ pending: [], overlays, holes: [], unreadFrom: undefined, atEnd: false, me },
  });
  return item;
}
