import { Download, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';
import { byteText } from '../byteText.ts';
import { fileIcon } from './fileIcon.ts';
import type { OnUpload, PartLook } from './PartLook.ts';
import { UploadButtons } from './UploadButtons.tsx';

/** Characters of the longest ending, with its dot. */
const endingMax = 9;

export type FileRowProps = {
  look: PartLook;
  tabIndex: 0 | -1;
  canRetry: boolean;
  isSaving?: boolean;
  onSave: () => void;
  onUpload: OnUpload;
};

/** A file of a message: what it is, and how it is saved. While it is on its way, how far it is. */
export function FileRow({
  look: { part, progress },
  tabIndex,
  canRetry,
  isSaving = false,
  onSave,
  onUpload,
}: FileRowProps) {
  const { t, i18n } = useTranslation();
  const name = part.n ?? t('media.file');
  const [stem, ending] = splitName(name);
  const size = byteText(part.z, i18n.language);
  const isMoving = progress !== undefined && progress.state !== 'up';
  return (
    <div className="flex min-h-14 items-center gap-2.5">
      <span className="grid size-10 flex-none place-items-center rounded-field bg-press">
        <Icon
          icon={progress?.state === 'failed' ? TriangleAlert : fileIcon(part)}
          className={cx(progress?.state === 'failed' && 'text-danger')}
        />
      </span>
      <span className="min-w-0 flex-1">
        {/* An ending is what tells a film from a program: a long name is cut before it. */}
        <bdi className="flex text-15 font-[550]" title={name}>
          <span className="truncate whitespace-pre">{stem}</span>
          <span className="flex-none whitespace-pre">{ending}</span>
        </bdi>
        {isMoving && progress.state !== 'failed' && (
          <span className="my-1 block">
            <ProgressBar value={progress.share} label={t('media.upload.progressOf', { name })} />
          </span>
        )}
        <span className="block text-12 opacity-75 tabular-nums">
          {isMoving ? t(`media.state.${progress.state}`, { sent: byteText(progress.sent, i18n.language), size }) : size}
        </span>
      </span>
      {isMoving ? (
        <UploadButtons {...{ name, progress, tabIndex, canRetry, onUpload }} id={part.id} look="plain" />
      ) : (
        <IconButton
          icon={Download}
          look="round"
          label={t('media.save', { name })}
          tabIndex={tabIndex}
          isBusy={isSaving}
          onClick={onSave}
        />
      )}
    </div>
  );
}

/** A name and its ending, with the dot; a long one is none. */
function splitName(name: string): [string, string] {
  const dot = name.lastIndexOf('.');
  return dot > 0 && name.length - dot <= endingMax ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
}
