import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices, type ChatWindow } from '#client/context.ts';
import type { Services } from '#client/context.ts';
import type { CommunityChat } from '../CommunityChat.ts';
import { nameOf } from '#client/stores/nameOf.ts';
import { collectSince, hasSince, type SinceEntry, type SinceRow, type SinceSummary } from './collectSince.ts';
import { SinceBar } from './SinceBar.tsx';

/** With fewer unread messages than this, reading them is quicker. */
const LEAST_UNREAD = 50;
/** Messages that are looked at: pages of the history, the newest first. */
const PAGES = 3;
const PAGE = 100;

export type SincePaneProps = { window: ChatWindow; onJump: (seq: number) => void };

/** "Since you left", for a community that is opened with many unread messages. Computed here, from the messages alone. */
export function SincePane({ window: chatWindow, onJump }: SincePaneProps) {
  const { t } = useTranslation();
  const services = useServices();
  const isLoaded = useStore(chatWindow.store, ({ loaded, chat }) => loaded && chat !== undefined);
  const members = useStore(chatWindow.store, (state) => state.members);
  const people = useStore(services.stores.people);
  const [told, setTold] = useState<{ summary: SinceSummary; unread: number }>();
  const [names, setNames] = useState<ReadonlyMap<number, string>>(new Map());
  const isDone = useRef(false);
  useEffect(() => {
    const { chat } = chatWindow.store.getState();
    if (!isLoaded || !chat || isDone.current) return;
    // Once per opening: what is read while it is open is no news.
    isDone.current = true;
    if (chat.unread <= LEAST_UNREAD) return;
    const { unread } = chat;
    const { rs } = chat.me;
    void readRows(services, chatWindow, chat).then((rows) => {
      const pins = (chat.meta.pins ?? []).map(({ s }) => s);
      const summary = collectSince({ rows, me: chat.me.mid, readTo: rs, pins });
      setTold({ summary, unread });
      void readNames(services, chat, summary).then(setNames);
    });
  }, [services, chatWindow, isLoaded]);
  if (!told || !hasSince(told.summary)) return null;
  return (
    <SinceBar
      {...told}
      nameOf={(mid) => nameOf(people, mid, members.get(mid)?.nn ?? names.get(mid)) ?? t('chat.someone')}
      onJump={onJump}
      onClose={() => setTold(undefined)}
    />
  );
}

/** The newest messages down to where this person has read, from the server; without it, what the open window holds. */
async function readRows(
  { rpc }: Services,
  chatWindow: ChatWindow,
  { c, me, head }: CommunityChat,
): Promise<readonly SinceRow[]> {
  const rows: SinceRow[] = [];
  let before = head.ls + 1;
  for (let page = 0; page < PAGES && before > me.rs + 1; page += 1) {
    const answer = await rpc('history.get', { c, before, limit: PAGE });
    if (!answer.ok) break;
    rows.push(...answer.data.rows);
    if (answer.data.rows.length === 0 || answer.data.edge.start === 1) break;
    before = answer.data.from;
  }
  return [...rows, ...chatWindow.store.getState().messages];
}

/** Names of those who are told of: most of them have written nothing that is on this device. */
async function readNames(
  { rpc }: Services,
  { c }: CommunityChat,
  summary: SinceSummary,
): Promise<ReadonlyMap<number, string>> {
  const ids = [
    ...new Set(Object.values(summary).flatMap((entries: SinceEntry[]) => entries.map(({ sender }) => sender))),
  ];
  if (ids.length === 0) return new Map();
  const answer = await rpc('members.list', { c, ids });
  return new Map(
    answer.ok ? answer.data.items.flatMap(({ u, nn }) => (nn === undefined ? [] : [[u, nn] as const])) : [],
  );
}
