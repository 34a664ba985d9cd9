import { useTranslation } from 'react-i18next';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';
import { byteText } from '#client/parts/byteText.ts';

export type StorageUsageProps = {
  /** bytes of everything of this site; undefined where the browser does not say */
  used: number | undefined;
  quota: number | undefined;
};

/** How much of what the browser allows is in use. */
export function StorageUsage({ used, quota }: StorageUsageProps) {
  const { t, i18n } = useTranslation();
  if (used === undefined) return <p className="px-4 py-3 text-ink-soft">{t('settings.storage.unknown')}</p>;
  return (
    <div className="px-4 py-3">
      <p className="mb-2 flex flex-wrap items-baseline gap-x-2">
        <b className="text-20 font-[650] tabular-nums">
          {t('settings.storage.used', { used: byteText(used, i18n.language) })}
        </b>
        {quota !== undefined && (
          <span className="text-13 text-ink-soft">
            {t('settings.storage.of', { quota: byteText(quota, i18n.language) })}
          </span>
        )}
      </p>
      {quota !== undefined && quota > 0 && <ProgressBar value={used / quota} label={t('settings.storage.usage')} />}
    </div>
  );
}
