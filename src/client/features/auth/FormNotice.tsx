import { Timer, WifiOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Banner } from '#client/ui/Banner.tsx';
import { isFieldFailure, type FormFailure } from './FormFailure.ts';

export type FormNoticeProps = {
  failure: FormFailure | undefined;
  /** seconds until the next try makes sense */
  seconds: number;
};

/** Why the form did not work, above its button: no network, a pause, or what the server said. Nothing for what stands at a field. */
export function FormNotice({ failure, seconds }: FormNoticeProps) {
  const { t } = useTranslation();
  if (!failure || isFieldFailure(failure)) return null;
  if (failure.code === 'UNAVAILABLE' || failure.code === 'TIMEOUT') {
    return (
      <Banner icon={WifiOff} title={t('auth.offline.title')} role="alert">
        {t('auth.offline.text')}
      </Banner>
    );
  }
  if (failure.code === 'RATE') {
    // The words are announced once; the seconds stand on the button.
    return seconds > 0 || failure.until === undefined ? (
      <Banner icon={Timer} role="alert">
        {t('auth.tooOften')}
      </Banner>
    ) : null;
  }
  return (
    <Banner tone="danger" role="alert">
      {t(`error.${failure.code}`)}
    </Banner>
  );
}
