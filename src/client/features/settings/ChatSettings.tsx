import { Keyboard, Link } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PrefsState } from '#client/stores/prefsStore.ts';
import { RadioGroup } from '#client/ui/RadioGroup.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';

export type ChatSettingsProps = {
  prefs: Pick<PrefsState, 'enterSends' | 'sendTyping' | 'linkCards'>;
  onChange: (change: Partial<PrefsState>) => void;
};

/** What Enter does, whether others see that I type, and whether links get cards. */
export function ChatSettings({ prefs, onChange }: ChatSettingsProps) {
  const { t } = useTranslation();
  return (
    <>
      <SettingsGroup title={t('settings.chats.enter')} text={t('settings.chats.enterNote')}>
        <div className="px-4 py-2">
          <RadioGroup
            label={t('settings.chats.enter')}
            isLabelHidden
            options={[
              {
                value: 'send',
                label: t('settings.chats.enterSends'),
                detail: t('settings.chats.enterSendsDetail'),
              },
              {
                value: 'break',
                label: t('settings.chats.enterBreaks'),
                detail: t('settings.chats.enterBreaksDetail'),
              },
            ]}
            value={prefs.enterSends ? 'send' : 'break'}
            onChange={(value) => onChange({ enterSends: value === 'send' })}
          />
        </div>
      </SettingsGroup>
      <SettingsGroup>
        <SettingsRow
          icon={Keyboard}
          title={t('settings.chats.typing')}
          detail={t('settings.chats.typingDetail')}
          control={<Switch isOn={prefs.sendTyping} onChange={(sendTyping) => onChange({ sendTyping })} />}
        />
        <SettingsRow
          icon={Link}
          title={t('links.setting')}
          detail={t('links.settingDetail')}
          control={<Switch isOn={prefs.linkCards} onChange={(linkCards) => onChange({ linkCards })} />}
        />
      </SettingsGroup>
    </>
  );
}
