import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { personKind } from '#domain/chatTraits.ts';
import { forwardChatsMax } from '#domain/forwardRules.ts';
import { withToggled, type ShareTarget } from '#domain/shareTargets.ts';
import type { Account } from '#protocol/entities/user.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useIsLive, useServices } from '#client/context.ts';
import { ShareList } from '#client/parts/ShareList.tsx';
import { shareTargets } from '#client/stores/shareTargets.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TallSheet } from '#client/ui/TallSheet.tsx';

export type ShareProfileProps = {
  account: Account;
  /** Gets a word about what was done. */
  onDone: (text: string) => void;
  onClose: () => void;
};

const nowhere: ReadonlyMap<string, ShareTarget> = new Map();
const noNames: ReadonlyMap<ChatId, string> = new Map();

/** Sends my own card to chats; without a network it waits. Communities are not among them: there nobody has an account. */
export function ShareProfile({ account, onDone, onClose }: ShareProfileProps) {
  const { t, i18n } = useTranslation();
  const { commands, stores, serverNow } = useServices();
  const { chats, order } = useStore(stores.chatList);
  const { users, contacts, presence } = useStore(stores.people);
  const isLive = useIsLive();
  const [chosen, setChosen] = useState(nowhere);
  const [isRefused, setRefused] = useState(false);
  const { language } = i18n;
  const targets = useMemo(() => {
    const list = { chats, order };
    const { recent } = shareTargets({ list, people: { users, contacts, presence }, language, now: serverNow() });
    return { recent: recent.filter(({ lock }) => lock === undefined), communities: [], people: [] };
  }, [chats, order, users, contacts, presence, language, serverNow]);
  const send = async (): Promise<void> => {
    setRefused(false);
    const b = { u: account.id, x: account.name, h: account.handle };
    try {
      for (const { to } of chosen.values()) if ('c' in to) await commands.sendMessage({ c: to.c, k: personKind, b });
    } catch {
      // The device could not keep it; what was kept until then is on its way.
      setRefused(true);
      return;
    }
    onDone(t(isLive ? 'cards.contact.shareDone' : 'cards.contact.shareLater', { count: chosen.size }));
  };
  return (
    <TallSheet title={t('cards.contact.shareTitle')} closeLabel={t('common.close')} onClose={onClose}>
      <ShareList
        targets={targets}
        names={noNames}
        chosen={chosen}
        isFull={chosen.size >= forwardChatsMax}
        onToggle={(target) => setChosen((before) => withToggled(before, target, forwardChatsMax))}
      />
      <div className="grid flex-none gap-2 border-t border-line px-4 pt-3 pb-[calc(16px+env(safe-area-inset-bottom))]">
        {isRefused && <Banner role="alert">{t('composer.notStored')}</Banner>}
        <Button size="large" isWide isDisabled={chosen.size === 0} onClick={() => void send()}>
          {t('cards.contact.send')}
        </Button>
      </div>
    </TallSheet>
  );
}
