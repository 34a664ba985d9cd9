import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { albumPage, shelfIdsMax } from '#domain/shelfRules.ts';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';
import type { ChatId } from '#protocol/ids.ts';
import { useServices } from '#client/context.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { PartPicture } from '#client/parts/media/PartPicture.tsx';
import { problemText } from '#client/parts/problemText.ts';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';
import { EmptyState } from '#client/ui/EmptyState.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Spinner } from '#client/ui/Spinner.tsx';
import { TallSheet } from '#client/ui/TallSheet.tsx';
import type { PhotoPlace } from './PhotoPlace.ts';

export type FromChatSheetProps = {
  c: ChatId;
  /** ids of what is in the album already */
  known: ReadonlySet<string>;
  isBusy: boolean;
  problem?: string | undefined;
  onAdd: (places: readonly PhotoPlace[]) => void;
  onClose: () => void;
};

/** A photo of a message. */
type Found = PhotoPlace & { part: MediaPart };

/** Photos and films that were sent in the chat, to be chosen for an album: the newest first. */
export function FromChatSheet({ c, known, isBusy, problem, onAdd, onClose }: FromChatSheetProps) {
  const { t } = useTranslation();
  const { stores } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const sent = useSent(c);
  const [chosen, setChosen] = useState<ReadonlyMap<string, PhotoPlace>>(new Map());
  const items = sent.items.filter(({ id }) => !known.has(id));
  const toggle = ({ s, id }: Found): void =>
    setChosen((before) => {
      const next = new Map(before);
      if (!next.delete(id) && next.size < shelfIdsMax) next.set(id, { s, id });
      return next;
    });
  return (
    <TallSheet size="large" title={t('shelf.from.title')} closeLabel={t('common.close')} onClose={onClose}>
      <div className="scroll-pane relative flex-1 p-3">
        {items.length === 0 && !sent.hasMore && !sent.isBusy && <EmptyState isCentred title={t('shelf.from.none')} />}
        <ul
          aria-label={t('shelf.from.title')}
          className="grid grid-cols-[repeat(auto-fill,minmax(96px,1fr))] gap-[3px] overflow-hidden rounded-card"
        >
          {items.map((item, index) => (
            <li key={item.id} className="min-w-0">
              <Choice
                part={item.part}
                source={kit?.files}
                label={t(item.part.t === 'v' ? 'media.videoOf' : 'media.photoOf', {
                  index: index + 1,
                  total: items.length,
                })}
                isChosen={chosen.has(item.id)}
                onToggle={() => toggle(item)}
              />
            </li>
          ))}
        </ul>
        {sent.isBusy && (
          <p role="status" className="grid justify-items-center p-4">
            <Spinner />
            <span className="sr-only">{t('shelf.loading')}</span>
          </p>
        )}
        {sent.hasMore && !sent.isBusy && (
          <div className="grid justify-items-center gap-2 pt-3">
            <p role="alert" className="text-center text-ink-soft empty:hidden">
              {sent.problem}
            </p>
            <Button kind="quiet" onClick={sent.more}>
              {t(sent.problem === undefined ? 'shelf.from.more' : 'shelf.retry')}
            </Button>
          </div>
        )}
      </div>
      <footer className="grid flex-none gap-2 border-t border-line p-3 pb-[calc(12px+env(safe-area-inset-bottom))]">
        <p role="alert" className="text-13 text-danger empty:hidden">
          {problem}
        </p>
        <Button isWide isBusy={isBusy} isDisabled={chosen.size === 0} onClick={() => onAdd([...chosen.values()])}>
          {chosen.size === 0 ? t('shelf.from.choose') : t('shelf.from.add', { count: chosen.size })}
        </Button>
      </footer>
    </TallSheet>
  );
}

type ChoiceProps = {
  part: MediaPart;
  source: MediaSource | undefined;
  label: string;
  isChosen: boolean;
  onToggle: () => void;
};

function Choice({ part, source, label, isChosen, onToggle }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      aria-label={label}
      onClick={onToggle}
      className="relative block aspect-square w-full overflow-hidden bg-press -outline-offset-3 focus-visible:outline-3"
    >
      <span className={cx('absolute inset-0', isChosen && 'opacity-60')}>
        <PartPicture part={part} source={source} />
      </span>
      <span
        aria-hidden
        className={cx(
          'absolute end-1.5 top-1.5 grid size-6 place-items-center rounded-full',
          isChosen ? 'bg-brand text-brand-ink' : 'bg-[oklch(0.2_0.005_80/0.4)] shadow-[inset_0_0_0_1.5px_white]',
        )}
      >
        {isChosen && <Icon icon={Check} size={16} />}
      </span>
    </button>
  );
}

/** A page that was asked for, and what came of it so far. */
interface Sent {
  items: readonly Found[];
  /** the oldest message that is known */
  last?: number;
  hasMore: boolean;
  isBusy: boolean;
  problem?: string;
}

/** What was sent, page by page. */
function useSent(c: ChatId) {
  const { t } = useTranslation();
  const { rpc } = useServices();
  // One object for each time it is asked for: also for the same page again, after it could not be had.
  const [page, setPage] = useState<{ before?: number }>({});
  const [state, setState] = useState<Sent>({ items: [], hasMore: false, isBusy: true });
  useEffect(() => {
    let isHere = true;
    void rpc('media.list', { c, t: ['i', 'v'], limit: albumPage, ...page }).then((answer) => {
      if (!isHere) return;
      if (!answer.ok) {
        setState((now) => ({ ...now, isBusy: false, hasMore: true, problem: problemText(t, answer) }));
        return;
      }
      const { items, more } = answer.data;
      const found = items.flatMap(({ s, f = [] }) => f.map((part) => ({ s, id: part.id, part })));
      const last = items.at(-1)?.s;
      setState((now) => {
        const all = new Map([...now.items, ...found].map((one) => [one.id, one]));
        return {
          ...{ items: [...all.values()], hasMore: more === 1, isBusy: false },
          ...(last === undefined ? {} : { last }),
        };
      });
    });
    return () => {
      isHere = false;
    };
  }, [rpc, c, page, t]);
  return {
    ...state,
    more(): void {
      setState(({ problem: _problem, ...now }) => ({ ...now, isBusy: true }));
      setPage(state.last === undefined ? {} : { before: state.last });
    },
  };
}
