import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import { fillWords, type KitWords } from '#miniapps/kit/page/pageWords.ts';
import type { Said } from '#miniapps/kit/page/useAct.ts';
import type { TicketView } from '#miniapps/queue/server/queueShapes.ts';
import { minutesOf, type QueuePageWords } from './queueParts.ts';

/** One ticket: where it stands, and what its owner can do about it. */
export function TicketScreen(props: {
  words: QueuePageWords;
  kit: KitWords;
  ticket: TicketView;
  isOffline: boolean;
  isBusy: boolean;
  said?: Said | undefined;
  onShare: () => void;
  onTell: () => void;
  onPass: () => void;
  onLeave: () => void;
  onBack: () => void;
}) {
  const { words, kit, ticket, isOffline, isBusy, said, onShare, onTell, onPass, onLeave, onBack } = props;
  const { state, isOwn, before, first, label, place } = ticket;
  const isWaiting = state === 'waiting';
  const share = isWaiting ? (first - Math.min(before, first)) / (first + 1) : 1;
  return (
    <PageFrame
      kit={kit}
      title={isOwn ? place.name : `${words.shown} · ${place.name}`}
      isOffline={isOffline}
      said={said}
      onBack={onBack}
    >
      <section className="card center" aria-live="polite">
        <p className="big">{label}</p>
        <p>{stateOf(ticket, words)}</p>
        <div className="bar" style={{ width: '100%' }} aria-hidden="true">
          <span style={{ transform: `scaleX(${share})` }} />
        </div>
      </section>
      {isWaiting && (
        <ol className="line number">
          {ticket.line.map((each) => (
            <li key={each} {...(each === label ? { 'aria-current': 'true' as const } : {})}>
              {each}
              {each === label && isOwn && <span className="small"> · {words.you}</span>}
            </li>
          ))}
        </ol>
      )}
      <dl className="facts">
        <div>
          <dt>{words.serving}</dt>
          <dd className="number">{place.serving ?? words.nobody}</dd>
        </div>
        {isWaiting && ticket.wait > 0 && (
          <div>
            <dt>{words.expected}</dt>
            <dd className="number">{fillWords(words.minutes, { min: minutesOf(ticket.wait) })}</dd>
          </div>
        )}
      </dl>
      {isOwn && (isWaiting || state === 'serving') && (
        <div className="stack">
          <button className="main wide" disabled={isBusy} onClick={onShare}>
            {kit.share}
          </button>
          {isWaiting && (
            <>
              <button disabled={isBusy} onClick={onTell}>
                {words.tell}
              </button>
              {place.waiting > before + 1 && (
                <button disabled={isBusy} onClick={onPass}>
                  {words.pass}
                </button>
              )}
              <button className="danger" disabled={isBusy} onClick={onLeave}>
                {words.leave}
              </button>
            </>
          )}
        </div>
      )}
    </PageFrame>
  );
}

function stateOf({ state, before }: TicketView, words: QueuePageWords): string {
  if (state === 'serving') return words.turn;
  if (state !== 'waiting') return words[state];
  return before === 0 ? words.next : fillWords(words.before, { n: before });
}
