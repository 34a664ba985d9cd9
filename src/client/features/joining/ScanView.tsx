import { ImageUp, ScanQrCode } from 'lucide-react';
import { useRef, type ReactNode, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Icon } from '#client/ui/Icon.tsx';

/** What the reader does. */
export type ScanState = 'idle' | 'starting' | 'looking' | 'refused' | 'missing';

export type ScanViewProps = {
  camera: ScanState;
  /** where the camera is shown */
  video: Ref<HTMLVideoElement>;
  /** what was read and leads nowhere in this app; "none" is a picture without a code */
  found: { kind: 'none' } | { kind: 'foreign'; text: string } | undefined;
  isReading: boolean;
  onCamera: () => void;
  onPicture: (picture: File) => void;
  children?: ReactNode;
};

/** Reads a code with the camera, or from a picture, which needs no permission. */
export function ScanView({ camera, video, found, isReading, onCamera, onPicture }: ScanViewProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const isOn = camera === 'starting' || camera === 'looking';
  return (
    <div className="grid gap-4">
      <div className="relative grid aspect-square w-full place-items-center overflow-hidden rounded-sheet bg-[oklch(0.22_0.01_200)] text-white">
        <video
          ref={video}
          muted
          playsInline
          aria-hidden
          className="absolute inset-0 size-full object-cover"
          hidden={!isOn}
        />
        {isOn ? (
          <span aria-hidden className="absolute inset-[14%] rounded-sheet shadow-[0_0_0_2px_white]" />
        ) : (
          <div className="grid justify-items-center gap-3 p-6 text-center">
            <Icon icon={ScanQrCode} size={24} />
            <Button kind="tonal" onClick={onCamera}>
              {t('joining.scan.camera')}
            </Button>
          </div>
        )}
      </div>
      <p className="text-center text-13 text-balance text-ink-soft">{t('joining.scan.text')}</p>
      <input
        ref={input}
        type="file"
        accept="image/*"
        aria-label={t('joining.scan.picture')}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [picture] = event.currentTarget.files ?? [];
          // The same picture can be chosen twice.
          event.currentTarget.value = '';
          if (picture) onPicture(picture);
        }}
      />
      <Button kind="quiet" size="large" icon={ImageUp} isWide isBusy={isReading} onClick={() => input.current?.click()}>
        {t('joining.scan.picture')}
      </Button>
      <div role="status">
        {camera === 'refused' && <Banner tone="info">{t('joining.scan.refused')}</Banner>}
        {camera === 'missing' && <Banner tone="info">{t('joining.scan.missing')}</Banner>}
        {found?.kind === 'none' && <Banner tone="info">{t('joining.scan.none')}</Banner>}
        {found?.kind === 'foreign' && (
          <Banner title={t('joining.scan.foreign')}>
            <span dir="auto" className="break-all">
              {found.text}
            </span>
          </Banner>
        )}
      </div>
    </div>
  );
}
