import { Bell } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';

export type AlertOfferProps = { onAllow: () => void; onPostpone: () => void };

/** Says what alerts are for before the browser asks: its own question comes once and says nothing. */
export function AlertOffer({ onAllow, onPostpone }: AlertOfferProps) {
  const { t } = useTranslation();
  return (
    <div className="flex-none px-4 pt-2">
      <Banner
        tone="info"
        role="status"
        icon={Bell}
        title={t('alerts.offer.title')}
        action={
          <>
            <Button size="small" kind="filled" onClick={onAllow}>
              {t('alerts.offer.allow')}
            </Button>
            <Button size="small" kind="quiet" onClick={onPostpone}>
              {t('alerts.offer.later')}
            </Button>
          </>
        }
      >
        {t('alerts.offer.text')}
      </Banner>
    </div>
  );
}
