import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { useIsLive, useServices } from '#client/context.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import { isPlainPress } from '#client/ui/isPlainPress.ts';
import { totalsOf, toUploadRows } from './toUploadRows.ts';
import { UploadsPage, type SentItem } from './UploadsPage.tsx';
import { useRate } from './useRate.ts';

/** The page of what is on its way from this device. */
export function UploadsPane() {
  const { t } = useTranslation();
  const { commands, stores, loadMedia } = useServices();
  const [, navigate] = useLocation();
  const kit = useStore(stores.media, (state) => state.kit);
  const files = useStore(stores.uploads, (state) => state.files);
  const entries = useStore(stores.tray, (state) => state.entries);
  const chats = useStore(stores.chatList, (state) => state.chats);
  const users = useStore(stores.people, (state) => state.users);
  const contacts = useStore(stores.people, (state) => state.contacts);
  const isLive = useIsLive();
  const items = useMemo(() => toUploadRows(entries, files), [entries, files]);
  const sent = useSentToday(files.size);
  const rate = useRate(totalsOf(items).sent);
  useEffect(() => {
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  return (
    <UploadsPage
      {...{ items, sent, rate }}
      source={kit?.files}
      isOffline={!isLive}
      titleOf={(c) => {
        const chat = chats.get(c);
        return (chat && chatTitle({ users, contacts }, chat)) ?? t('common.someone');
      }}
      onUpload={(id, to) => void commands.changeUpload({ id, to })}
      onAll={(to) => {
        for (const { part, progress } of items) {
          const isMeant =
            to === 'resume' ? progress.state === 'paused' : progress.state === 'going' || progress.state === 'waiting';
          if (isMeant) void commands.changeUpload({ id: part.id, to });
        }
      }}
      onBack={(event) => {
        event.preventDefault();
        navigate('/settings');
      }}
      onOpen={(href, event) => {
        if (!isPlainPress(event)) return;
        event.preventDefault();
        navigate(href);
      }}
    />
  );
}

/** What has arrived since midnight; looked up anew whenever another file has left the rows. */
function useSentToday(count: number): SentItem[] {
  const { listSentFiles } = useServices();
  const [sent, setSent] = useState<SentItem[]>([]);
  useEffect(() => {
    let isWanted = true;
    const midnight = new Date().setHours(0, 0, 0, 0);
    void listSentFiles().then((all) => {
      const today = all.filter(({ at }) => at >= midnight);
      if (isWanted)
        setSent(
          today.map(({ id, t, n, bytes, c, s, at }) => ({
            part: { id, t, z: bytes, ...(n === undefined ? {} : { n }) },
            ...{ c, s, at },
          })),
        );
    });
    return () => {
      isWanted = false;
    };
  }, [listSentFiles, count]);
  return sent;
}
