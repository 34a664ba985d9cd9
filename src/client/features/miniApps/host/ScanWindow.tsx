import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CameraWatch } from '#client/context.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { AppPrompt } from './AppPrompt.tsx';

export type ScanWindowProps = {
  name: string;
  /** what the page says about it */
  text: string | undefined;
  /** Shows the camera and tells the codes it sees. */
  watchCamera: (video: HTMLVideoElement, onText: (text: string) => void) => Promise<CameraWatch>;
  onText: (text: string) => void;
  onClose: () => void;
};

/** Reads a code for a page. The page gets the text of the code and nothing of the picture. */
export function ScanWindow({ name, text, watchCamera, onText, onClose }: ScanWindowProps) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  const tell = useRef(onText);
  tell.current = onText;
  const [problem, setProblem] = useState<'refused' | 'missing'>();
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    let stop: (() => void) | undefined;
    let isGone = false;
    let last = '';
    // The same code is seen many times a second.
    const take = (seen: string) => {
      if (seen !== last) tell.current(seen);
      last = seen;
    };
    void watchCamera(element, take).then((watch) => {
      if (!watch.ok) return setProblem(watch.why);
      if (isGone) watch.stop();
      else stop = watch.stop;
    });
    return () => {
      isGone = true;
      stop?.();
    };
  }, [watchCamera]);
  return (
    <AppPrompt
      app={undefined}
      title={t('appHost.scan.title', { name })}
      onAway={onClose}
      actions={
        <Button kind="quiet" size="large" isWide onClick={onClose}>
          {t('common.close')}
        </Button>
      }
    >
      {text && (
        <p dir="auto" className="mb-2">
          {text}
        </p>
      )}
      {problem ? (
        <Banner tone="info" role="status">
          {t(`joining.scan.${problem}`)}
        </Banner>
      ) : (
        <video
          ref={video}
          muted
          playsInline
          aria-hidden
          className="mx-auto aspect-square w-full max-w-70 rounded-sheet bg-[oklch(0.22_0.01_200)] object-cover"
        />
      )}
    </AppPrompt>
  );
}
