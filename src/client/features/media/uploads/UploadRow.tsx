import { useTranslation } from 'react-i18next';
import { byteText } from '#client/parts/byteText.ts';
import type { OnUpload } from '#client/parts/media/PartLook.ts';
import type { MediaSource } from '#client/parts/media/MediaSource.ts';
import { UploadButtons } from '#client/parts/media/UploadButtons.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';
import { nameOfPart } from './nameOfPart.ts';
import type { UploadItem } from './toUploadRows.ts';
import { canSucceed, refusalText } from './refusalText.ts';
import { UploadThumb } from './UploadThumb.tsx';

export type UploadRowProps = {
  item: UploadItem;
  source: MediaSource | undefined;
  isOffline: boolean;
  /** where it goes */
  chat: string;
  onUpload: OnUpload;
};

/** A file on its way: how far it is, why it stands still, and what can be done with it. */
export function UploadRow({ item, source, isOffline, chat, onUpload }: UploadRowProps) {
  const { t, i18n } = useTranslation();
  const { part, progress, err } = item;
  const { state } = progress;
  const name = nameOfPart(t, part);
  const size = byteText(part.z, i18n.language);
  const isFailed = state === 'failed';
  const isStarted = progress.sent > 0 && !isFailed;
  const words = isFailed
    ? refusalText(t, err)
    : t(`uploads.state.${isOffline && (state === 'going' || state === 'waiting') ? 'offline' : state}`, { chat });
  return (
    <li className="flex min-h-18 items-center gap-3 py-2">
      <UploadThumb part={part} source={source} isOwn />
      <div className="grid min-w-0 flex-1 grid-cols-1 gap-0.5">
        <p className="flex items-baseline gap-3">
          <bdi className="min-w-0 flex-1 truncate font-semibold" title={name}>
            {name}
          </bdi>
          <span className="flex-none text-13 text-ink-soft tabular-nums">
            {isStarted ? t('uploads.of', { sent: byteText(progress.sent, i18n.language), size }) : size}
          </span>
        </p>
        {isStarted && <ProgressBar look="thin" value={progress.share} label={t('media.upload.progressOf', { name })} />}
        <p className={isFailed ? 'text-13 text-danger' : 'truncate text-13 text-ink-soft'}>{words}</p>
      </div>
      <UploadButtons
        {...{ name, progress, onUpload }}
        id={part.id}
        look="plain"
        tabIndex={0}
        canRetry={canSucceed(err)}
      />
    </li>
  );
}
