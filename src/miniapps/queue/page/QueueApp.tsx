import { useCallback, useState } from 'react';
import type { AppPage } from '#miniapps/kit/page/AppPage.ts';
import { LoadingPage } from '#miniapps/kit/page/LoadingPage.tsx';
import { fillWords } from '#miniapps/kit/page/pageWords.ts';
import { shareCard } from '#miniapps/kit/page/shareCard.ts';
import { StaffDoor } from '#miniapps/kit/page/StaffDoor.tsx';
import { useAct } from '#miniapps/kit/page/useAct.ts';
import { useLive } from '#miniapps/kit/page/useLive.ts';
import type { QueueView, TicketView } from '#miniapps/queue/server/queueShapes.ts';
import { CounterPage } from './CounterPage.tsx';
import { PlacesScreen } from './PlacesScreen.tsx';
import type { QueuePageWords } from './queueParts.ts';
import { TicketScreen } from './TicketScreen.tsx';

/** The server answers when there is news, or after ten seconds; so the page asks again at once, ms. */
const pauseMs = 200;

type Where = { at: 'places' } | { at: 'ticket'; id: string } | { at: 'counter'; place: string };

function firstPlace(start: string): Where {
  const [, kind, rest] = /^(ticket|staff)-(.+)$/.exec(start) ?? [];
  if (kind === 'ticket' && rest) return { at: 'ticket', id: rest };
  return kind === 'staff' && rest ? { at: 'counter', place: rest } : { at: 'places' };
}

/** The queue: its places, a ticket, a counter. */
export function QueueApp({ page }: { page: AppPage<QueuePageWords> }) {
  const { kabar, server, words, kit, start } = page;
  const [where, go] = useState(() => firstPlace(start));
  const act = useAct(kit);
  const shown = where.at === 'ticket' ? where.id : undefined;
  const load = useCallback(
    (last: QueueView | undefined) => {
      const query = new URLSearchParams();
      if (last) query.set('v', String(last.v));
      if (shown !== undefined && /^[\w-]{16}$/.test(shown)) query.set('ticket', shown);
      return server.get<QueueView>(`/api/queue?${query}`);
    },
    [server, shown],
  );
  const live = useLive(kabar, load, pauseMs);
  const view = live.value;
  if (!view) return <LoadingPage kit={kit} error={live.error} />;
  const { isBusy, said } = act;
  const frame = { words, kit, isBusy, said, isOffline: live.isOffline };
  const onBack = () => go({ at: 'places' });
  /** Does something on the server and looks what came of it. */
  const change = (work: () => Promise<string | undefined>) =>
    act.run(async () => {
      try {
        return await work();
      } finally {
        await live.refresh();
      }
    });

  if (where.at === 'counter') {
    const { place } = where;
    if (view.staff.includes(place)) return <CounterPage page={page} place={place} onBack={onBack} />;
    const name = view.places.find(({ id }) => id === place)?.name ?? place;
    const onEnter = (code: string) => change(async () => void (await server.post('/api/staff', { place, code })));
    return <StaffDoor {...{ kit, isBusy, said, onEnter, onBack }} place={name} />;
  }
  const ticket = where.at === 'ticket' ? (view.tickets.find(({ id }) => id === where.id) ?? view.shown) : null;
  if (ticket) {
    const path = `/api/tickets/${ticket.id}`;
    const tell = async () => ((await kabar.ask('write')) ? words.told : words.notTold);
    const leave = async () => {
      if (!(await kabar.confirm(fillWords(words.leaveSure, { label: ticket.label })))) return undefined;
      await server.post(`${path}/leave`);
      return undefined;
    };
    return (
      <TicketScreen
        {...frame}
        {...{ ticket, onBack }}
        onShare={() => act.run(() => shareCard(page, `${path}/card`))}
        onTell={() => act.run(tell)}
        onPass={() => change(async () => void (await server.post(`${path}/pass`)))}
        onLeave={() => change(leave)}
      />
    );
  }
  const take = async (place: string) => {
    const { id } = await server.post<TicketView>('/api/tickets', { place });
    go({ at: 'ticket', id });
    return undefined;
  };
  return (
    <PlacesScreen
      {...frame}
      view={view}
      onTake={(place) => change(() => take(place))}
      onTicket={(id) => go({ at: 'ticket', id })}
      onCounter={(place) => go({ at: 'counter', place })}
    />
  );
}
