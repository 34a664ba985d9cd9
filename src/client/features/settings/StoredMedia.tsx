import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { byteText } from '#client/parts/byteText.ts';
import { Button } from '#client/ui/Button.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';

/** Photos, videos and files of messages that this device has kept. Nothing that was not sent is among them: they come back when somebody looks. */
export function StoredMedia({ onCleared }: { onCleared: () => void }) {
  const { t, i18n } = useTranslation();
  const { loadMedia } = useServices();
  const [kept, setKept] = useState<{ files: number; bytes: number }>();
  const measure = useCallback(
    () =>
      loadMedia()
        .then((kit) => kit.measure())
        .then(setKept),
    [loadMedia],
  );
  useEffect(() => {
    // Without the code, which a device without a network may lack, the page shows the rest.
    measure().catch(() => undefined);
  }, [measure]);
  if (!kept) return null;
  const clear = async (): Promise<void> => {
    await (await loadMedia()).forget();
    await measure();
    onCleared();
  };
  return (
    <SettingsGroup title={t('media.stored.title')} text={t('media.stored.text')}>
      <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
        <span className="tabular-nums">
          {t('media.stored.kept', { count: kept.files, size: byteText(kept.bytes, i18n.language) })}
        </span>
        {kept.files > 0 && (
          <Button kind="quiet" onClick={() => void clear()}>
            {t('media.stored.clear')}
          </Button>
        )}
      </div>
    </SettingsGroup>
  );
}
