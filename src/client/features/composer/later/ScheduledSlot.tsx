import { useState } from 'react';
import { useStore } from 'zustand';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import { lazyPart } from '#client/ui/lazyPart.tsx';
import { usePreload } from '#client/ui/usePreload.ts';
import type { ScheduledBarProps } from './ScheduledBar.tsx';
import type { ScheduledListPaneProps } from './ScheduledListPane.tsx';

const Bar = lazyPart<ScheduledBarProps>(() => import('./ScheduledBar.tsx').then((m) => m.ScheduledBar));
const List = lazyPart<ScheduledListPaneProps>(() => import('./ScheduledListPane.tsx').then((m) => m.ScheduledListPane));
/** What is scheduled without a network is listed without one. */
const AHEAD = [Bar, List];

/** Stands above the text where messages of this person wait for their time in this chat, or could not be sent; with the list of them. */
export function ScheduledSlot({ c }: { c: ChatId }) {
  const { stores } = useServices();
  const [isOpen, setOpen] = useState(false);
  const counts = useStore(stores.prefs, (state) => state.scheduled.l.find(([chat]) => chat === c));
  const queued = useStore(
    stores.tray,
    ({ entries }) => entries.filter(({ action }) => action.t === 'schedule' && action.c === c).length,
  );
  usePreload(AHEAD);
  const [, waiting = 0, failed = 0] = counts ?? [];
  return (
    <>
      {waiting + queued + failed > 0 && <Bar waiting={waiting + queued} failed={failed} onOpen={() => setOpen(true)} />}
      {isOpen && <List c={c} onClose={() => setOpen(false)} />}
    </>
  );
}
