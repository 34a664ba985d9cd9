import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import { fillWords, type KitWords } from '#miniapps/kit/page/pageWords.ts';
import type { Said } from '#miniapps/kit/page/useAct.ts';
import type { PlaceView, QueueView } from '#miniapps/queue/server/queueShapes.ts';
import { minutesOf, type QueuePageWords } from './queueParts.ts';

/** Where one can wait, and the numbers that somebody has. */
export function PlacesScreen(props: {
  words: QueuePageWords;
  kit: KitWords;
  view: QueueView;
  isOffline: boolean;
  isBusy: boolean;
  said?: Said | undefined;
  onTake: (place: string) => void;
  onTicket: (id: string) => void;
  onCounter: (place: string) => void;
}) {
  const { words, kit, view, isOffline, isBusy, said, onTake, onTicket, onCounter } = props;
  return (
    <PageFrame kit={kit} title={words.title} isOffline={isOffline} said={said}>
      {view.tickets.length > 0 && (
        <section className="stack">
          <h2>{words.yours}</h2>
          {view.tickets.map((ticket) => (
            <button key={ticket.id} className="pick" onClick={() => onTicket(ticket.id)}>
              <strong className="number">{ticket.label}</strong>
              <span className="soft">{ticket.place.name}</span>
            </button>
          ))}
        </section>
      )}
      <ul className="stack">
        {view.places.map((place) => (
          <li key={place.id} className="card">
            <h2>{place.name}</h2>
            <p className="soft number">{stateOf(place, words)}</p>
            <button
              className="main"
              disabled={isBusy || !place.isOpen}
              onClick={() => onTake(place.id)}
              aria-label={`${words.take}: ${place.name}`}
            >
              {words.take}
            </button>
            {view.staff.includes(place.id) && (
              <button onClick={() => onCounter(place.id)}>{fillWords(words.work, { place: place.name })}</button>
            )}
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}

function stateOf({ isOpen, waiting, wait }: PlaceView, words: QueuePageWords): string {
  if (!isOpen) return words.closed;
  return waiting === 0 ? words.empty : fillWords(words.waiting, { n: waiting, min: minutesOf(wait) });
}
