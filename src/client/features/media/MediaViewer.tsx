import { ChevronLeft, ChevronRight, Download, Forward, MessageSquare, Reply, X } from 'lucide-react';
import { useId, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import { VideoPart } from '#client/parts/media/VideoPart.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { momentName } from '#client/parts/timeTexts.ts';
import type { GalleryItem } from '#client/stores/gallery/toMonths.ts';
import { Button } from '#client/ui/Button.tsx';
import { cx } from '#client/ui/cx.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { ModalFrame } from '#client/ui/ModalFrame.tsx';
import { useStage } from './viewer/useStage.ts';
import { ViewerPicture } from './viewer/ViewerPicture.tsx';
import { ViewerStrip } from './viewer/ViewerStrip.tsx';

export type MediaViewerProps = {
  /** pictures and films in the order of the chat */
  items: readonly GalleryItem[];
  /** which of them is shown */
  at: number;
  onGo: (index: number) => void;
  source: MediaSource | undefined;
  /** its bytes may still be on this device only */
  isOwn: (item: GalleryItem) => boolean;
  nameOf: (member: number) => string;
  /** server clock, ms */
  now: number;
  isSaving: boolean;
  /** a word about what was just done */
  said: string;
  onSave: (item: GalleryItem) => void;
  /** absent: cannot be done here; each ends the viewer */
  onReply?: ((item: GalleryItem) => void) | undefined;
  onForward?: ((item: GalleryItem) => void) | undefined;
  onJump?: ((item: GalleryItem) => void) | undefined;
  onClose: () => void;
};

/**
 * The pictures and films of a chat over the whole screen, one at a time, always dark. Arrows and a finger sideways go through them; plus, minus, 0, the wheel, two fingers and a double press
 * zoom; Escape and a finger downwards close.
 */
export function MediaViewer(props: MediaViewerProps) {
  const { items, at, onGo, source, isOwn, onClose } = props;
  const { t } = useTranslation();
  const id = useId();
  const item = items[at];
  const part = item?.part;
  const go = (step: number): void => {
    const next = at + step;
    if (next >= 0 && next < items.length) onGo(next);
  };
  const picture = part?.w !== undefined && part.h !== undefined ? { width: part.w, height: part.h } : {};
  const stage = useStage({ picture, id: item?.key ?? '', onTurn: go, onClose });
  if (!item || !part) return null;
  const nameOfItem = ({ part: one, index, total }: GalleryItem): string =>
    t(one?.t === 'v' ? 'media.videoOf' : 'media.photoOf', { index, total });
  const name = nameOfItem(item);
  const onKeyDown = (event: KeyboardEvent): void => {
    // A film has its own use for the arrows.
    if (event.target instanceof HTMLVideoElement || event.ctrlKey || event.metaKey || event.altKey) return;
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(event.key === forward ? 1 : -1);
    else if (event.key === '+' || event.key === '=') stage.zoomIn();
    else if (event.key === '-') stage.zoomOut();
    else if (event.key === '0') stage.reset();
    else return;
    event.preventDefault();
  };
  const { zoom, drag } = stage;
  // What is pulled down shows what is behind it.
  const veil = Math.max(0.4, 1 - drag.y / 500);
  return (
    <ModalFrame isOpen onClose={onClose} labelledBy={id} className="h-dvh! w-dvw! bg-transparent! text-white!">
      <div
        role="presentation"
        // A press on the picture leaves the keys here.
        tabIndex={-1}
        onKeyDown={onKeyDown}
        className="flex h-full flex-col outline-none [--brand-soft:oklch(1_0_0/0.2)]"
        style={{ backgroundColor: `oklch(0.14 0 0 / ${veil})` }}
      >
        <ViewerHead {...props} item={item} name={name} id={id} />
        <div className="relative min-h-0 flex-1">
          {part.t === 'v' ? (
            <VideoPart key={item.key} part={part} source={source} isOwn={isOwn(item)} tabIndex={0} />
          ) : null}
          <div
            ref={stage.stage}
            {...stage.handlers}
            className={cx(
              'absolute inset-0 touch-none overflow-hidden',
              part.t === 'v' && 'hidden',
              zoom.k > 1 && 'cursor-grab active:cursor-grabbing',
            )}
          >
            <div
              className={cx(
                'grid size-full place-items-center',
                !stage.isMoving && 'transition-transform duration-(--enter) motion-reduce:transition-none',
              )}
              style={{ transform: `translate(${zoom.x + drag.x}px, ${zoom.y + drag.y}px) scale(${zoom.k})` }}
            >
              {part.t === 'i' && (
                <ViewerPicture
                  key={item.key}
                  {...{ part, source, name }}
                  isOwn={isOwn(item)}
                  size={stage.fit}
                  isBig={zoom.k >= 2}
                />
              )}
            </div>
          </div>
          <Turns at={at} count={items.length} onTurn={go} />
          <Neighbour item={items[at - 1]} source={source} isOwn={isOwn} />
          <Neighbour item={items[at + 1]} source={source} isOwn={isOwn} />
        </div>
        <ViewerFoot {...props} item={item} nameOfItem={nameOfItem} />
      </div>
    </ModalFrame>
  );
}

function ViewerHead({
  item,
  name,
  id,
  nameOf,
  now,
  isSaving,
  onSave,
  onForward,
  onJump,
  onClose,
}: MediaViewerProps & { item: GalleryItem; name: string; id: string }) {
  const { t, i18n } = useTranslation();
  const isArrived = item.s !== undefined;
  return (
    <header className="flex flex-none items-center gap-1 p-2 pt-[max(8px,env(safe-area-inset-top))] [--ink-soft:white] [--ink:white] [--hover:oklch(1_0_0/0.14)] [--press:oklch(1_0_0/0.22)]">
      <IconButton icon={X} label={t('media.close')} onClick={onClose} />
      <div className="min-w-0 flex-1 px-1">
        <h2 id={id} dir="auto" className="truncate text-15 font-[650]">
          {nameOf(item.u)}
        </h2>
        <p className="truncate text-12 opacity-80 tabular-nums">
          {momentName(item.at, now, i18n.language)} · {name}
        </p>
      </div>
      <IconButton
        icon={Download}
        label={t('media.save', { name: item.part?.n ?? name })}
        isBusy={isSaving}
        onClick={() => onSave(item)}
      />
      {isArrived && onForward && (
        <IconButton icon={Forward} isMirrored label={t('gallery.forward')} onClick={() => onForward(item)} />
      )}
      {isArrived && onJump && (
        <IconButton icon={MessageSquare} label={t('gallery.jump')} onClick={() => onJump(item)} />
      )}
    </header>
  );
}

function Turns({ at, count, onTurn }: { at: number; count: number; onTurn: (step: 1 | -1) => void }) {
  const { t } = useTranslation();
  return (
    <>
      {at > 0 && (
        <IconButton
          icon={ChevronLeft}
          isMirrored
          look="glass"
          label={t('media.previous')}
          onClick={() => onTurn(-1)}
          className="absolute! inset-y-0 start-2 my-auto"
        />
      )}
      {at < count - 1 && (
        <IconButton
          icon={ChevronRight}
          isMirrored
          look="glass"
          label={t('media.next')}
          onClick={() => onTurn(1)}
          className="absolute! inset-y-0 end-2 my-auto"
        />
      )}
    </>
  );
}

function ViewerFoot({
  items,
  at,
  item,
  source,
  said,
  nameOfItem,
  onGo,
  onReply,
}: MediaViewerProps & { item: GalleryItem; nameOfItem: (item: GalleryItem) => string }) {
  const { t, i18n } = useTranslation();
  return (
    <footer className="grid flex-none grid-cols-1 gap-1 pb-[max(8px,env(safe-area-inset-bottom))] [--ink-soft:white] [--ink:white] [--line:oklch(1_0_0/0.3)] [--hover:oklch(1_0_0/0.14)] [--press:oklch(1_0_0/0.22)]">
      <p role="status" className="px-4 py-1 text-center text-13 empty:hidden">
        {said}
      </p>
      {item.x !== undefined && (
        <p
          lang={textLang(item.x, i18n.language)}
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- long words are scrolled by keys
          tabIndex={0}
          className="scroll-pane mx-auto max-h-[88px] max-w-180 px-4 py-1 text-15 wrap-anywhere whitespace-pre-wrap"
        >
          {item.x}
        </p>
      )}
      {onReply && item.s !== undefined && (
        <div className="flex justify-end px-3">
          <Button kind="quiet" size="small" icon={Reply} onClick={() => onReply(item)}>
            {t('gallery.viewer.reply')}
          </Button>
        </div>
      )}
      <ViewerStrip {...{ items, at, source, onGo }} nameOf={nameOfItem} />
    </footer>
  );
}

type NeighbourProps = {
  item: GalleryItem | undefined;
  source: MediaSource | undefined;
  isOwn: MediaViewerProps['isOwn'];
};

/** The one before or after, fetched ahead; nobody sees it. Films are big: they wait until they are wanted. */
function Neighbour({ item, source, isOwn }: NeighbourProps) {
  return item?.part?.t === 'i' ? (
    <AheadPicture key={item.key} id={item.part.id} source={source} isOwn={isOwn(item)} />
  ) : null;
}

function AheadPicture({
  id,
  source,
  isOwn,
}: {
  id: NonNullable<GalleryItem['part']>['id'];
  source: MediaSource | undefined;
  isOwn: boolean;
}) {
  const { src, onBroken } = useMediaSrc(source, id, '1280', isOwn);
  return src === undefined ? null : <img src={src} alt="" hidden onError={() => onBroken(src)} />;
}
