import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';

export type WaitBarProps = {
  /** removals that wait */
  count: number;
  /** opens the place where they are decided */
  onLook: (() => void) | undefined;
};

/** Tells those who lead a chat that a removal waits for a second admin. */
export function WaitBar({ count, onLook }: WaitBarProps) {
  const { t } = useTranslation();
  return (
    <div className="flex-none border-b border-line bg-surface px-3 py-2">
      <Banner
        tone="warn"
        role="status"
        action={
          onLook && (
            <Button kind="tonal" size="small" onClick={onLook}>
              {t('guard.banner.look')}
            </Button>
          )
        }
      >
        {t('guard.banner.text', { count })}
      </Banner>
    </div>
  );
}
