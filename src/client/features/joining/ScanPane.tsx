import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { appPath, parseAppLink, type AppLink } from '#domain/appLinks.ts';
import { useServices } from '#client/context.ts';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { ScanView, type ScanState, type ScanViewProps } from './ScanView.tsx';

/** Longest foreign text that is shown, characters. */
const SHOWN = 300;

/** The reader of QR codes: invite links and profiles of this app open at once; anything else is shown and never opened. */
export function ScanPane() {
  const { t } = useTranslation();
  const { qr } = useServices();
  const [, navigate] = useLocation();
  const video = useRef<HTMLVideoElement>(null);
  const stop = useRef<(() => void) | undefined>(undefined);
  const [camera, setCamera] = useState<ScanState>('idle');
  const [isReading, setReading] = useState(false);
  const [found, setFound] = useState<ScanViewProps['found']>();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
      stop.current?.();
    };
  }, []);
  const take = (text: string) => {
    const link = parseAppLink(text, location.origin);
    if (!link) return setFound({ kind: 'foreign', text: text.slice(0, SHOWN) });
    stop.current?.();
    navigate(placeOf(link), { replace: true });
  };
  const start = async () => {
    if (!video.current) return;
    setFound(undefined);
    setCamera('starting');
    const watch = await qr.watchCamera(video.current, take);
    if (!watch.ok) return setCamera(watch.why);
    stop.current = watch.stop;
    // The page may be gone by the time the person has allowed it.
    if (isGone.current) watch.stop();
    else setCamera('looking');
  };
  const read = async (picture: File) => {
    setReading(true);
    setFound(undefined);
    const text = await qr.readPicture(picture);
    setReading(false);
    if (text === undefined) setFound({ kind: 'none' });
    else take(text);
  };
  return (
    <div className="flex size-full min-h-0 min-w-0 flex-col bg-surface-sunken [--plane:var(--surface-sunken)]">
      <PaneHeader
        look="pane"
        title={t('joining.scan.title')}
        back={{
          href: '/friends',
          label: t('common.back'),
          onClick: (event) => {
            event.preventDefault();
            navigate('/friends');
          },
        }}
      />
      <div className="scroll-pane flex-1">
        <div className="mx-auto w-full max-w-100 p-6 max-tablet:px-4">
          <ScanView
            camera={camera}
            video={video}
            found={found}
            isReading={isReading}
            onCamera={() => void start()}
            onPicture={(picture) => void read(picture)}
          />
        </div>
      </div>
    </div>
  );
}

function placeOf(link: AppLink): string {
  if (link.to === 'app') return appPath(link.app, link.start);
  return link.to === 'join' ? `/join/${link.code}` : `/add/${link.handle}`;
}
