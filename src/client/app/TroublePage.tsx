import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { ErrorScreen } from '#client/ui/ErrorScreen.tsx';

/** Why the app cannot be shown: an address without https, storage that does not work, a newer version in another tab, a failure of the page, or a page whose code did not come. */
export type Trouble = 'insecure' | 'damaged' | 'outdated' | 'crash' | 'missing';

/** A whole page that says what happened, what is safe and what to do. */
export function TroublePage({ trouble }: { trouble: Trouble }) {
  const { t } = useTranslation();
  return (
    <main className="h-dvh">
      <ErrorScreen
        title={t(`app.${trouble}.title`)}
        safe={t(`app.${trouble}.safe`)}
        advice={t(`app.${trouble}.advice`)}
        actions={
          trouble === 'insecure' ? undefined : (
            <Button onClick={() => location.reload()}>{t(`app.${trouble}.reload`)}</Button>
          )
        }
      />
    </main>
  );
}
