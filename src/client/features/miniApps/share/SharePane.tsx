import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { shareMax } from '#domain/appRules.ts';
import { useServices } from '#client/context.ts';
import type { CardApp } from '#client/parts/AppCard.tsx';
import { ShareSheet } from './ShareSheet.tsx';
import type { ShareResult } from '../host/ShareResult.ts';
import { shareTargets } from '#client/stores/shareTargets.ts';
import { withToggled, type ShareTarget } from '#domain/shareTargets.ts';
import { useOwnNames } from './useOwnNames.ts';
import { useShare } from './useShare.ts';

export type SharePaneProps = {
  app: CardApp;
  /** name of the card that the app has prepared */
  card: string;
  /** all that the page learns */
  onDone: (result: ShareResult) => void;
};

const nobody: ReadonlyMap<string, ShareTarget> = new Map();

/** The picker of chats for a card of an app, with what it asks and sends. */
export function SharePane({ app, card, onDone }: SharePaneProps) {
  const { i18n } = useTranslation();
  const { stores, serverNow } = useServices();
  const { chats, order } = useStore(stores.chatList);
  const { users, contacts, presence } = useStore(stores.people);
  const [chosen, setChosen] = useState(nobody);
  const [note, setNote] = useState('');
  const { shared, outcome, load, send, close } = useShare(app.id, card, onDone);
  const { language } = i18n;
  const targets = useMemo(
    () =>
      shareTargets({
        list: { chats, order },
        people: { users, contacts, presence },
        language,
        now: serverNow(),
      }),
    [chats, order, users, contacts, presence, language, serverNow],
  );
  const names = useOwnNames(targets.communities, chats);
  return (
    <ShareSheet
      app={app}
      shared={shared}
      outcome={outcome}
      targets={targets}
      names={names}
      chosen={chosen}
      max={shareMax}
      note={note}
      onNote={setNote}
      onToggle={(target) => setChosen((before) => withToggled(before, target, shareMax))}
      onAgain={() => void load()}
      onSend={() => void send([...chosen.values()], note)}
      onClose={close}
    />
  );
}
