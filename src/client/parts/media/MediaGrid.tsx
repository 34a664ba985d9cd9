import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import { gridLayout, gridWidth } from './gridLayout.ts';
import type { OnUpload, PartLook } from './PartLook.ts';
import type { MediaSource } from './MediaSource.ts';
import { MediaTile } from './MediaTile.tsx';
import { UploadButtons } from './UploadButtons.tsx';
import { UploadRing } from './UploadRing.tsx';
import { VideoPart } from './VideoPart.tsx';

export type MediaGridProps = {
  /** pictures and films */
  parts: readonly PartLook[];
  source: MediaSource | undefined;
  isOwn: boolean;
  tabIndex: 0 | -1;
  /** failed files of this message may succeed another time */
  canRetry: boolean;
  onOpen: (index: number) => void;
  onUpload: OnUpload;
};

/** The pictures and films of a message. Every box is there before its picture, and does not change. */
export function MediaGrid({ parts, source, isOwn, tabIndex, canRetry, onOpen, onUpload }: MediaGridProps) {
  const { t } = useTranslation();
  const { height, boxes, more } = gridLayout(parts.length, parts[0]?.part);
  const isMoving = parts.some(({ progress }) => progress !== undefined && progress.state !== 'up');
  const total = parts.length;
  const single = total === 1 ? parts[0] : undefined;
  const nameOf = ({ part }: PartLook, index: number): string =>
    t(part.t === 'v' ? 'media.videoOf' : 'media.photoOf', { index: index + 1, total });
  return (
    <div
      role="group"
      aria-label={t('media.group', { count: total })}
      className="relative w-full overflow-hidden"
      style={{ aspectRatio: `${gridWidth} / ${height}` }}
    >
      {boxes.map((box, index) => {
        const look = parts[index];
        if (!look) return null;
        const isLast = index === boxes.length - 1;
        const name = nameOf(look, index);
        const { progress } = look;
        return (
          <div
            key={look.part.id}
            className="absolute"
            style={{
              insetInlineStart: `${box.x * 100}%`,
              top: `${box.y * 100}%`,
              width: `${box.w * 100}%`,
              height: `${box.h * 100}%`,
            }}
          >
            {single?.part.t === 'v' && !isMoving ? (
              <VideoPart part={single.part} source={source} isOwn={isOwn} tabIndex={tabIndex} />
            ) : (
              <MediaTile
                look={look}
                source={source}
                isOwn={isOwn}
                side={Math.max(box.w * gridWidth, box.h * height)}
                label={isLast && more > 0 ? t('media.openMore', { name, count: more }) : t('media.open', { name })}
                more={isLast ? more : 0}
                tabIndex={tabIndex}
                onOpen={() => onOpen(index)}
              />
            )}
            {progress && progress.state !== 'up' && (
              <span className={cx('absolute end-1.5', box.y > 0 ? 'bottom-1.5' : 'top-1.5')}>
                <UploadButtons {...{ name, progress, tabIndex, canRetry, onUpload }} id={look.part.id} look="glass" />
              </span>
            )}
          </div>
        );
      })}
      {isMoving && <UploadRing parts={parts} />}
    </div>
  );
}
