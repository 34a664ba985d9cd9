import { ALargeSmall } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { MessageBubble } from '#client/parts/MessageBubble.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Slider } from '#client/ui/Slider.tsx';
import { ThemeChoice } from '#client/ui/ThemeChoice.tsx';

export type AppearanceSettingsProps = {
  prefs: Pick<PrefsState, 'theme' | 'textScale'>;
  onChange: (change: Partial<PrefsState>) => void;
};

/** Theme and text size, with a piece of a conversation that shows both at once. */
export function AppearanceSettings({ prefs, onChange }: AppearanceSettingsProps) {
  const { t, i18n } = useTranslation();
  const percent = new Intl.NumberFormat(i18n.language, { style: 'percent' }).format(prefs.textScale);
  const labels = {
    edited: '',
    unsent: '',
    retry: '',
    discard: '',
    showAll: () => '',
  };
  const bubble = { position: 'single' as const, labels, readerLang: i18n.language };
  return (
    <>
      <section className="mb-6">
        <h2 className="mb-1 text-17 font-[650]">{t('settings.appearance.title')}</h2>
        <p className="mb-3 text-13 text-ink-soft">{t('settings.appearance.text')}</p>
        <ThemeChoice
          label={t('settings.appearance.theme')}
          labels={{
            light: t('settings.appearance.light'),
            dark: t('settings.appearance.dark'),
            system: t('settings.appearance.system'),
          }}
          value={prefs.theme}
          onChange={(theme) => onChange({ theme })}
        />
      </section>
      <SettingsGroup>
        <SettingsRow
          icon={ALargeSmall}
          title={t('settings.appearance.textSize')}
          value={percent}
          below={
            <div className="flex items-center gap-3">
              <span aria-hidden className="text-[12px]">
                A
              </span>
              <Slider
                label={t('settings.appearance.textSize')}
                value={prefs.textScale}
                min={0.9}
                max={1.4}
                step={0.1}
                valueText={percent}
                // Ten tenths, not 0.9999: the stored value is compared and shown.
                onChange={(value) => onChange({ textScale: Math.round(value * 10) / 10 })}
              />
              <span aria-hidden className="text-[20px]">
                A
              </span>
            </div>
          }
        />
      </SettingsGroup>
      <section
        aria-label={t('settings.appearance.preview')}
        className="rounded-card bg-surface-sunken px-4 pb-4 shadow-edge [--plane:var(--surface-sunken)]"
      >
        <MessageBubble
          {...bubble}
          side="other"
          sender={{ id: '1002', name: 'Tika' }}
          text={t('settings.appearance.previewOther')}
          label={t('settings.appearance.previewOther')}
          tabIndex={-1}
        />
        <MessageBubble
          {...bubble}
          side="own"
          text={t('settings.appearance.previewOwn')}
          label={t('settings.appearance.previewOwn')}
          tabIndex={-1}
        />
      </section>
    </>
  );
}
