import { Pause, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#client/ui/Icon.tsx';
import { ProgressRing } from '#client/ui/ProgressRing.tsx';
import type { PartLook } from './PartLook.ts';

/** How far all files of a message are together, in the middle of its pictures. */
export function UploadRing({ parts }: { parts: readonly PartLook[] }) {
  const { t } = useTranslation();
  const moving = parts.flatMap(({ progress }) => progress ?? []);
  const bytes = moving.reduce((sum, one) => sum + one.bytes, 0);
  const share = bytes === 0 ? 0 : moving.reduce((sum, one) => sum + one.sent, 0) / bytes;
  const isFailed = moving.some(({ state }) => state === 'failed');
  const isPaused = !isFailed && moving.some(({ state }) => state === 'paused');
  const percent = Math.min(99, Math.floor(share * 100));
  return (
    <span className="pointer-events-none absolute inset-0 grid place-items-center">
      <span className="grid size-14 place-items-center rounded-full bg-[oklch(0.2_0.005_80/0.62)] text-white [--brand:white] [--ink-soft:white] [--press:oklch(1_0_0/0.28)]">
        {isFailed ? (
          <Icon icon={TriangleAlert} size={24} />
        ) : (
          <span className="relative grid place-items-center">
            <ProgressRing
              value={share}
              label={t('media.upload.progress', { count: moving.length })}
              {...(isPaused ? {} : { text: String(percent) })}
            />
            {isPaused && <Icon icon={Pause} size={16} className="absolute" />}
          </span>
        )}
      </span>
    </span>
  );
}
