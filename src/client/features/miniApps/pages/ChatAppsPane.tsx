import { useMemo } from 'react';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { isLiveApp } from '#domain/appRules.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { withNews } from './appLists.ts';
import { ChatAppsSheet } from './ChatAppsSheet.tsx';
import { useKeptApps } from './useKeptApps.ts';
import { useMyCards } from './useMyCards.ts';
import { useRecentApps } from './useRecentApps.ts';
import { warmingOf } from './warming.ts';

/** How many of the apps that were opened stand in the sheet. */
const FEW = 6;

export type ChatAppsPaneProps = { c: ChatId; onClose: () => void };

/** The sheet of a chat with the apps that can be opened from it. */
export function ChatAppsPane({ c, onClose }: ChatAppsPaneProps) {
  const { openApp, warmApp, stores } = useServices();
  const [, navigate] = useLocation();
  const news = useStore(stores.apps, (state) => state.news);
  const { kept, isRead } = useKeptApps();
  const recent = useRecentApps(kept);
  const { favourites } = useMyCards(kept, recent.apps);
  const few = withNews(recent.apps ?? [], news)
    .filter(({ st }) => isLiveApp(st))
    .slice(0, FEW);
  const others = withNews(favourites, news).filter(({ id, st }) => isLiveApp(st) && !few.some((app) => app.id === id));
  const warming = useMemo(() => warmingOf(warmApp), [warmApp]);
  return (
    <ChatAppsSheet
      recent={few}
      favourites={others}
      warming={warming}
      isLoading={!isRead || !recent.isSettled}
      onOpen={({ id }) => {
        onClose();
        openApp({ app: id, c });
      }}
      onAll={() => {
        onClose();
        navigate('/apps');
      }}
      onClose={onClose}
    />
  );
}
