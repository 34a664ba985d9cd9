import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useServices } from '#client/context.ts';
import { byteText } from '#client/parts/byteText.ts';
import { Button } from '#client/ui/Button.tsx';
import { ProgressBar } from '#client/ui/ProgressBar.tsx';
import { SegmentedChoice } from '#client/ui/SegmentedChoice.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';

const mb = 1_024 * 1_024;
/** What can be chosen, by the names of its words. */
const budgets = { b0: 0, b200: 200 * mb, b500: 500 * mb, b1000: 1_000 * mb } as const;
type Budget = keyof typeof budgets;

/**
 * Photos, videos and files of messages that this device has kept, and how much may stay. Nothing that was not sent is among them: they come back when somebody looks.
 */
export function StoredMedia({ onCleared }: { onCleared: () => void }) {
  const { t, i18n } = useTranslation();
  const { loadMedia } = useServices();
  const [kept, setKept] = useState<{ files: number; bytes: number; budget: number }>();
  const measure = useCallback(
    () =>
      loadMedia()
        .then(async (kit) => ({ ...(await kit.measure()), budget: await kit.budget() }))
        .then(setKept),
    [loadMedia],
  );
  useEffect(() => {
    // Without the code, which a device without a network may lack, the page shows the rest.
    measure().catch(() => undefined);
  }, [measure]);
  if (!kept) return null;
  const change = async (work: 'forget' | number): Promise<void> => {
    const kit = await loadMedia();
    await (work === 'forget' ? kit.forget() : kit.setBudget(work));
    await measure();
    onCleared();
  };
  const names = Object.keys(budgets) as Budget[];
  const chosen = names.find((name) => budgets[name] >= kept.budget) ?? 'b1000';
  const size = byteText(kept.bytes, i18n.language);
  return (
    <SettingsGroup title={t('media.stored.title')} text={t('mediaBudget.text')}>
      <div className="grid grid-cols-1 gap-3 px-4 py-3">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <span className="tabular-nums">{t('media.stored.kept', { count: kept.files, size })}</span>
          {kept.files > 0 && (
            <Button kind="quiet" onClick={() => void change('forget')}>
              {t('media.stored.clear')}
            </Button>
          )}
        </div>
        {kept.budget > 0 && <ProgressBar value={kept.bytes / kept.budget} label={t('mediaBudget.title')} />}
        <p aria-hidden className="text-13 text-ink-soft">
          {t('mediaBudget.label')}
        </p>
        <SegmentedChoice<Budget>
          label={t('mediaBudget.label')}
          value={chosen}
          onChange={(next) => void change(budgets[next])}
          options={names.map((value) => ({ value, label: t(`mediaBudget.${value}`) }))}
        />
      </div>
    </SettingsGroup>
  );
}
