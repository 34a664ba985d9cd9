import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { forwardChatsMax } from '#domain/forwardRules.ts';
import { withToggled, type ShareTarget } from '#domain/shareTargets.ts';
import { useIsLive, useServices } from '#client/context.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { ChatWindowState } from '#client/stores/chatWindowStore.ts';
import { shareTargets } from '#client/stores/shareTargets.ts';
import type { FeedItem } from '../model/FeedItem.ts';
import { ForwardSheet } from './ForwardSheet.tsx';
import { toForwards } from './toForwards.ts';

export type ForwardPaneProps = {
  items: readonly FeedItem[];
  /** the chat they are in */
  from: Pick<ChatWindowState, 'c' | 'chat' | 'members'>;
  /** Gets a word about what was done. */
  onDone: (text: string) => void;
  onClose: () => void;
};

const nowhere: ReadonlyMap<string, ShareTarget> = new Map();

/** Forwards messages to chats of this person; without a network they wait like everything that is sent. */
export function ForwardPane({ items, from, onDone, onClose }: ForwardPaneProps) {
  const { t, i18n } = useTranslation();
  const { commands, stores, serverNow } = useServices();
  const { chats, order } = useStore(stores.chatList);
  const { users, contacts, presence } = useStore(stores.people);
  const isLive = useIsLive();
  const [chosen, setChosen] = useState(nowhere);
  const [isNamed, setNamed] = useState(true);
  const [words, setWords] = useState('');
  const [state, setState] = useState<'open' | 'busy' | 'failed'>('open');
  const { language } = i18n;
  const targets = useMemo(() => {
    const all = shareTargets({
      list: { chats, order },
      people: { users, contacts, presence },
      language,
      now: serverNow(),
    });
    // A chat that is still to be made needs the network. Where nothing can be written there is nothing to choose.
    const open = (list: readonly ShareTarget[]) => list.filter(({ lock }) => lock === undefined);
    return { recent: open(all.recent), communities: open(all.communities), people: [] };
  }, [chats, order, users, contacts, presence, language, serverNow]);
  const send = async () => {
    setState('busy');
    const sends = toForwards(items, from, { people: { users }, isNamed });
    const own = words.trim();
    try {
      for (const { to } of chosen.values()) {
        if (!('c' in to)) continue;
        if (own !== '') await commands.sendMessage({ c: to.c, b: { x: own } });
        for (const one of sends) await commands.sendMessage({ c: to.c, ...one });
      }
    } catch {
      // The device could not keep it; what was kept until then is on its way.
      setState('failed');
      return;
    }
    onDone(t(isLive ? 'messages.forward.done' : 'messages.forward.later', { count: chosen.size }));
  };
  const [only] = items;
  return (
    <ForwardSheet
      count={items.length}
      line={items.length === 1 && only ? lineOf(only) : undefined}
      targets={targets}
      chosen={chosen}
      max={forwardChatsMax}
      onToggle={(target) => setChosen((before) => withToggled(before, target, forwardChatsMax))}
      isNamed={isNamed}
      onNamed={setNamed}
      words={words}
      onWords={setWords}
      isBusy={state === 'busy'}
      problem={state === 'failed' ? t('messages.forward.failed') : undefined}
      onSend={() => void send()}
      onClose={onClose}
    />
  );

  function lineOf({ content, text }: FeedItem): string {
    return (content ? contentText(t, content) : text) || t('messages.forward.what', { count: 1 });
  }
}
