import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';

/** What becomes of a picture that was chosen. `share`: 0–1. */
export type PhotoState =
  | { kind: 'idle' }
  | { kind: 'sending'; share: number }
  | { kind: 'failed'; text: string; canRetry: boolean };

export type PhotoChoiceProps = {
  hasPhoto: boolean;
  state: PhotoState;
  onFile: (file: File) => void;
  onRetry: () => void;
  onRemove: () => void;
};

/** Still pictures that every browser shows. */
const ACCEPT = 'image/jpeg,image/png,image/webp,image/avif';

/** An own picture for behind a chat: choose it, try again, take it away. */
export function PhotoChoice({ hasPhoto, state, onFile, onRetry, onRemove }: PhotoChoiceProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const isBusy = state.kind === 'sending';
  return (
    <div className="-mt-2 mb-4 grid gap-2">
      <div className="flex flex-wrap gap-2">
        <input
          ref={input}
          type="file"
          accept={ACCEPT}
          aria-label={t('wallpaper.choose')}
          tabIndex={-1}
          className="sr-only"
          onChange={({ currentTarget }) => {
            const [file] = currentTarget.files ?? [];
            // The same file can be chosen again.
            currentTarget.value = '';
            if (file) onFile(file);
          }}
        />
        <Button kind="quiet" icon={ImagePlus} isDisabled={isBusy} onClick={() => input.current?.click()}>
          {hasPhoto ? t('wallpaper.other') : t('wallpaper.choose')}
        </Button>
        {hasPhoto && (
          <Button kind="quiet" icon={Trash2} isDisabled={isBusy} onClick={onRemove}>
            {t('wallpaper.remove')}
          </Button>
        )}
      </div>
      {isBusy && <ProgressBar label={t('wallpaper.sending')} value={state.share} />}
      {state.kind === 'failed' && (
        <div role="alert" className="flex flex-wrap items-center gap-2 text-13 text-danger">
          {state.text}
          {state.canRetry && (
            <Button kind="quiet" onClick={onRetry}>
              {t('wallpaper.retry')}
            </Button>
          )}
        </div>
      )}
      <p className="text-12 text-ink-soft">{t('wallpaper.hint')}</p>
    </div>
  );
}
