import { PageFrame } from '#miniapps/kit/page/PageFrame.tsx';
import { fillWords, type KitWords } from '#miniapps/kit/page/pageWords.ts';
import type { Said } from '#miniapps/kit/page/useAct.ts';
import type { CounterView } from '#miniapps/queue/server/queueShapes.ts';
import { minutesOf, type QueuePageWords } from './queueParts.ts';

/** What staff do at a counter. `now`: ms. */
export function CounterScreen(props: {
  words: QueuePageWords;
  kit: KitWords;
  counter: CounterView;
  now: number;
  isOffline: boolean;
  isBusy: boolean;
  said?: Said | undefined;
  onStep: (step: 'next' | 'skip' | 'close' | 'open') => void;
  onBack: () => void;
}) {
  const { words, kit, counter, now, isOffline, isBusy, said, onStep, onBack } = props;
  const { place, current, waiting } = counter;
  return (
    <PageFrame
      kit={kit}
      title={fillWords(words.work, { place: place.name })}
      isOffline={isOffline}
      said={said}
      onBack={onBack}
    >
      <section className="card center" aria-live="polite">
        <h2>{words.current}</h2>
        <p className="big">{current?.label ?? '–'}</p>
      </section>
      <div className="row">
        <button
          className="main grow"
          disabled={isBusy || (waiting.length === 0 && !current)}
          onClick={() => onStep('next')}
        >
          {words.callNext}
        </button>
        <button className="grow" disabled={isBusy || !current} onClick={() => onStep('skip')}>
          {words.skip}
        </button>
        <button className="grow" disabled={isBusy} onClick={() => onStep(place.isOpen ? 'close' : 'open')}>
          {place.isOpen ? words.close : words.open}
        </button>
      </div>
      {!place.isOpen && <p className="note">{words.closed}</p>}
      {waiting.length === 0 && <p className="soft">{words.empty}</p>}
      <ol className="stack">
        {waiting.map(({ id, label, since }) => (
          <li key={id} className="card row number">
            <strong className="grow">{label}</strong>
            <span className="soft">{fillWords(words.since, { min: minutesOf(now - since) })}</span>
          </li>
        ))}
      </ol>
    </PageFrame>
  );
}
