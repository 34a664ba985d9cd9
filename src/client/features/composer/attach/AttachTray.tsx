import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { byteText } from '#client/parts/byteText.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { fileBytesMax, mediaPartsMax } from '#domain/chatTraits.ts';
import type { AttachItem, AttachState } from './attachStore.ts';
import { TrayThumb } from './TrayThumb.tsx';
import { useTrayDrag } from './useTrayDrag.ts';

/** The limit is counted in powers of two, as disks are not; people are told the round number below it. */
const shownMax = Math.floor(fileBytesMax / 1.024 ** 2);

export type AttachTrayProps = {
  state: AttachState;
  source: MediaSource | undefined;
  onRemove: (key: string) => void;
  /** to the place `to`, from 0 */
  onMove: (key: string, to: number) => void;
  onQuality: (quality: AttachState['quality']) => void;
  /** takes out a file that can never be sent, and asks for another one */
  onAnother: (key: string) => void;
};

/** What is to be sent with the text: its order can be changed by dragging and by the arrow keys. */
export function AttachTray({ state, source, onRemove, onMove, onQuality, onAnother }: AttachTrayProps) {
  const { t, i18n } = useTranslation();
  const { items, quality, isOverfull, isUnavailable } = state;
  const hint = useId();
  const [said, say] = useState('');
  const drag = useTrayDrag(items, onMove);
  const nameOf = (item: AttachItem): string => (item.name === '' ? t('media.file') : item.name);
  const move = (item: AttachItem, to: number): void => {
    if (to < 0 || to >= items.length) return;
    onMove(item.key, to);
    say(t('media.attach.moved', { name: nameOf(item), index: to + 1, total: items.length }));
  };
  const bad = items.filter(({ state: of }) => of === 'bad');
  const hasChoice = items.some(({ file, part }) => file && part?.t === 'i');
  return (
    <div className="px-2 empty:hidden">
      {items.length > 0 && (
        <ul
          ref={drag.list}
          aria-label={t('media.attach.tray')}
          className="flex gap-2 overflow-x-auto px-1 pt-3 pb-1 [scrollbar-width:thin]"
        >
          {drag.order.map((item, index) => (
            <TrayThumb
              key={item.key}
              item={item}
              name={nameOf(item)}
              place={{ index: index + 1, total: items.length }}
              source={source}
              isDragged={item.key === drag.dragged}
              hintId={hint}
              onPointerDown={(event) => drag.start(event, item.key)}
              onMove={(step) => move(item, index + step)}
              onRemove={() => onRemove(item.key)}
            />
          ))}
        </ul>
      )}
      {bad.map((item) => (
        <p
          key={item.key}
          role="alert"
          className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-2 py-1.5 text-13 text-danger"
        >
          {t(`media.attach.${item.problem ?? 'empty'}`, {
            name: nameOf(item),
            size: byteText(item.size, i18n.language),
            max: byteText(shownMax, i18n.language),
          })}
          <button
            type="button"
            className="hit-44 rounded-[4px] font-semibold text-brand-text hover:underline"
            onClick={() => onAnother(item.key)}
          >
            {t('media.attach.another')}
          </button>
        </p>
      ))}
      {(isOverfull || isUnavailable) && (
        <p role="alert" className="px-2 py-1 text-13 text-danger">
          {isOverfull ? t('media.attach.many', { max: mediaPartsMax }) : t('media.attach.unavailable')}
        </p>
      )}
      {hasChoice && (
        <div className="w-64 max-w-full px-1 pt-1 pb-2">
          <SegmentedChoice
            label={t('media.attach.quality')}
            value={quality}
            options={[
              { value: 'standard', label: t('media.attach.standard') },
              { value: 'original', label: t('media.attach.original') },
            ]}
            onChange={onQuality}
          />
        </div>
      )}
      <span id={hint} className="sr-only">
        {t('media.attach.hint')}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
