import { ImagePlus, Trash2 } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';

/** What is going on with a picture. */
export type PictureState =
  | { kind: 'idle' }
  /** 0–1 */
  | { kind: 'sending'; share: number }
  | { kind: 'done'; text: string }
  /** `canRetry`: the same picture may go through the next time */
  | { kind: 'failed'; text: string; canRetry: boolean };

export type PictureFieldProps = {
  face: string;
  name: string;
  shape: 'person' | 'place';
  /** the chosen picture while it is on its way */
  preview: string | undefined;
  hasPicture: boolean;
  hint: string;
  state: PictureState;
  onFile: (file: File) => void;
  onRemove: () => void;
  onRetry: () => void;
};

/** A face with what can be done about its picture. On phones the system offers the camera beside the files. */
export function PictureField(props: PictureFieldProps) {
  const { face, name, shape, preview, hasPicture, hint, state, onFile, onRemove, onRetry } = props;
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const isBusy = state.kind === 'sending';
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-center gap-4">
        <Face face={face} name={name} size={96} shape={shape} src={preview} />
        <div className="grid min-w-40 flex-1 justify-items-start gap-2">
          <input
            ref={input}
            type="file"
            accept="image/*"
            hidden
            aria-label={t('picture.choose')}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? [];
              // The same file can be chosen again.
              event.currentTarget.value = '';
              if (file) onFile(file);
            }}
          />
          <div className="flex flex-wrap gap-2">
            <Button kind="quiet" size="small" icon={ImagePlus} isBusy={isBusy} onClick={() => input.current?.click()}>
              {hasPicture ? t('picture.change') : t('picture.choose')}
            </Button>
            {hasPicture && (
              <Button
                kind="ghost"
                size="small"
                icon={Trash2}
                isDisabled={isBusy}
                aria-haspopup="dialog"
                onClick={onRemove}
              >
                {t('picture.remove')}
              </Button>
            )}
          </div>
          <p className="text-12 text-ink-faint">{hint}</p>
        </div>
      </div>
      {isBusy && <ProgressBar value={state.share} label={t('picture.sending')} />}
      <p role="status" className="text-13 text-ok empty:hidden">
        {state.kind === 'done' && state.text}
      </p>
      {state.kind === 'failed' && (
        <Banner
          role="alert"
          action={
            state.canRetry && (
              <Button kind="quiet" size="small" onClick={onRetry}>
                {t('picture.retry')}
              </Button>
            )
          }
        >
          {state.text}
        </Banner>
      )}
    </div>
  );
}
