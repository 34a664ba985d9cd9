import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useServices } from '#client/context.ts';
import { blurUrl } from '#client/parts/media/blurUrl.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { useMediaSrc } from '#client/parts/media/useMediaSrc.ts';
import { VideoPart } from '#client/parts/media/VideoPart.tsx';
import { momentName } from '#client/parts/timeTexts.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { ModalFrame } from '#client/ui/ModalFrame.tsx';
import type { MediaPart } from '#protocol/entities/bodies/mediaBody.ts';

export type MediaViewerProps = {
  /** id of the chat */
  c: number;
  /** the message's body */
  content: { b: Readonly<Record<string, unknown>> };
  /** which of its parts is shown first */
  index: number;
  /** server clock, ms */
  at: number;
  /** member id */
  sender: number;
  /** its bytes may still be on this device only */
  isOwn: boolean;
  onClose: () => void;
};

/** The pictures and films of one message over the whole screen, always dark. Arrows go through them, Escape closes. */
export function MediaViewer({ content, index, at, isOwn, onClose }: MediaViewerProps) {
  const { t, i18n } = useTranslation();
  const { stores, serverNow, loadMedia } = useServices();
  const kit = useStore(stores.media, (state) => state.kit);
  const id = useId();
  const all = (content.b['f'] as MediaPart[]).filter(({ t: type }) => type === 'i' || type === 'v');
  const first = all.indexOf((content.b['f'] as MediaPart[])[index] as MediaPart);
  const [place, setPlace] = useState(Math.max(0, first));
  const [isSaving, setSaving] = useState(false);
  const [said, say] = useState('');
  useEffect(() => {
    if (!kit) loadMedia().catch(() => undefined);
  }, [kit, loadMedia]);
  const part = all[place];
  const go = (step: number): void => setPlace((now) => Math.min(all.length - 1, Math.max(0, now + step)));
  const onKeyDown = (event: KeyboardEvent): void => {
    // A film has its own use for the arrows.
    if (event.target instanceof HTMLVideoElement) return;
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') go(event.key === forward ? 1 : -1);
  };
  if (!part) return null;
  const name = t(part.t === 'v' ? 'media.videoOf' : 'media.photoOf', { index: place + 1, total: all.length });
  const save = async (): Promise<void> => {
    setSaving(true);
    const isSaved = await kit?.save(part);
    setSaving(false);
    say(isSaved === true ? '' : t('media.notSaved'));
  };
  return (
    <ModalFrame isOpen onClose={onClose} labelledBy={id} className="h-dvh! w-dvw! bg-[oklch(0.14_0_0)] text-white!">
      <div role="presentation" onKeyDown={onKeyDown} className="flex h-full flex-col">
        <header className="flex flex-none items-center gap-2 p-2">
          <IconButton icon={X} look="glass" label={t('media.close')} onClick={onClose} />
          <h2 id={id} className="min-w-0 flex-1 truncate text-13">
            {name}
            <span className="ms-2 opacity-75">{momentName(at, serverNow(), i18n.language)}</span>
          </h2>
          <IconButton
            icon={Download}
            look="glass"
            label={t('media.save', { name: part.n ?? name })}
            isBusy={isSaving}
            onClick={() => void save()}
          />
        </header>
        <div className="relative min-h-0 flex-1">
          {part.t === 'v' ? (
            <VideoPart key={part.id} part={part} source={kit?.files} isOwn={isOwn} tabIndex={0} />
          ) : (
            <WholePicture key={part.id} part={part} source={kit?.files} isOwn={isOwn} name={name} />
          )}
          {place > 0 && (
            <IconButton
              icon={ChevronLeft}
              isMirrored
              look="glass"
              label={t('media.previous')}
              onClick={() => go(-1)}
              className="absolute! inset-y-0 start-2 my-auto"
            />
          )}
          {place < all.length - 1 && (
            <IconButton
              icon={ChevronRight}
              isMirrored
              look="glass"
              label={t('media.next')}
              onClick={() => go(1)}
              className="absolute! inset-y-0 end-2 my-auto"
            />
          )}
        </div>
        <p role="status" className="flex-none px-4 py-2 text-center text-13 empty:hidden">
          {said}
        </p>
      </div>
    </ModalFrame>
  );
}

type WholePictureProps = { part: MediaPart; source: MediaSource | undefined; isOwn: boolean; name: string };

/** The blur, then the copy that the conversation shows, in the middle of the screen. */
function WholePicture({ part, source, isOwn, name }: WholePictureProps) {
  const { src, onBroken } = useMediaSrc(source, part.id, '1280', isOwn);
  const blur = blurUrl(part.b);
  return (
    <img
      src={src ?? blur}
      alt={name}
      draggable={false}
      onError={() => src !== undefined && onBroken(src)}
      className="absolute inset-0 m-auto size-full object-contain"
    />
  );
}
