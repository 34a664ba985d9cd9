import { useTranslation } from 'react-i18next';
import { AppIcon } from '#client/parts/AppIcon.tsx';
import type { AppId } from '#protocol/ids.ts';

export type AppLoaderProps = {
  id: AppId;
  name: string;
  icon: string | undefined;
  /** it takes longer than usual */
  isSlow: boolean;
};

/** Covers a page until it says that it is ready, or long enough has passed. What comes at once needs no sign of waiting: that one appears after 150 ms. */
export function AppLoader({ id, name, icon, isSlow }: AppLoaderProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className="absolute inset-0 grid place-content-center justify-items-center gap-4 bg-surface p-6">
      <span className="animate-late">
        <AppIcon app={{ id: id, icon: icon }} name={name} size={72} />
      </span>
      <p className="animate-late text-center text-13 text-ink-soft">
        {t(isSlow ? 'appHost.slow' : 'appHost.loading', { name })}
      </p>
    </div>
  );
}
