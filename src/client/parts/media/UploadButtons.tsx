import { ChevronUp, Pause, Play, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { MediaId } from '#protocol/entities/media.ts';
import type { OnUpload, PartProgress, UploadVerb } from './PartLook.ts';

export type UploadButtonsProps = {
  id: MediaId;
  /** how the file is called to who cannot see it */
  name: string;
  progress: PartProgress;
  look: 'plain' | 'glass';
  tabIndex: 0 | -1;
  /** a file that can never be sent has nothing to repeat */
  canRetry: boolean;
  onUpload: OnUpload;
};

const verbOf: Record<PartProgress['state'], UploadVerb | undefined> = {
  waiting: 'first',
  going: 'pause',
  paused: 'resume',
  failed: 'retry',
  up: undefined,
};
const icons = { first: ChevronUp, pause: Pause, resume: Play, retry: RotateCw, cancel: X } as const;

/** What can be done with one file on its way: the one thing that makes sense now, and to cancel it. */
export function UploadButtons({ id, name, progress, look, tabIndex, canRetry, onUpload }: UploadButtonsProps) {
  const { t } = useTranslation();
  const verb = verbOf[progress.state];
  const verbs = [verb === 'retry' && !canRetry ? undefined : verb, 'cancel' as const].filter(
    (one) => one !== undefined,
  );
  return (
    <span className="flex flex-none gap-1">
      {verbs.map((one) => (
        <IconButton
          key={one}
          icon={icons[one]}
          look={look === 'glass' ? 'glass' : 'round'}
          size="small"
          iconSize={16}
          label={t(`media.upload.${one}`, { name })}
          tabIndex={tabIndex}
          onClick={(event) => {
            event.stopPropagation();
            onUpload(id, one);
          }}
        />
      ))}
    </span>
  );
}
