import { BellOff, BellRing, EyeOff, Pin } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '#client/ui/Select.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import type { MuteChoice } from './muteChoices.ts';

export type NotifyChoice = 'all' | 'mentions' | 'announcements' | 'none';

export type ChatChoicesProps = {
  isPinned: boolean;
  mute: 'off' | 'until' | 'always';
  /** when the silence ends, in words; with `mute` "until" */
  mutedUntil: string | undefined;
  notify: NotifyChoice;
  /** mentions exist only in groups */
  isGroup: boolean;
  /** a community, which has announcements of its own worth */
  isPlace?: boolean;
  onPin: (isPinned: boolean) => void;
  onMute: (choice: Exclude<MuteChoice, 'until'>) => void;
  onNotify: (choice: NotifyChoice) => void;
  onHide: () => void;
  /** how the chat looks to this person, as a row */
  look?: ReactNode;
};

/** What I set for myself in one chat. All of it works without a network. */
export function ChatChoices(props: ChatChoicesProps) {
  const { isPinned, mute, mutedUntil, notify, isGroup, isPlace = false, onPin, onMute, onNotify, onHide } = props;
  const { t } = useTranslation();
  const lengths = [
    { value: 'off', label: t('groups.info.muteOff') },
    ...(mute === 'until'
      ? [{ value: 'until', label: t('groups.info.mutedUntil', { time: mutedUntil ?? '' }) } as const]
      : []),
    { value: 'hour', label: t('groups.info.muteHour') },
    { value: 'day', label: t('groups.info.muteDay') },
    { value: 'always', label: t('groups.info.muteAlways') },
  ] as const;
  const kinds = [
    { value: 'all', label: t('groups.info.notifyAll') },
    ...(isGroup ? [{ value: 'mentions', label: t('groups.info.notifyMentions') } as const] : []),
    ...(isPlace || notify === 'announcements'
      ? [{ value: 'announcements', label: t('groups.info.notifyAnnouncements') } as const]
      : []),
    { value: 'none', label: t('groups.info.notifyNone') },
  ] as const;
  return (
    <SettingsGroup>
      <SettingsRow icon={Pin} title={t('groups.info.pin')} control={<Switch isOn={isPinned} onChange={onPin} />} />
      <SettingsRow
        icon={BellOff}
        title={t('groups.info.mute')}
        below={
          <Select<MuteChoice>
            label={t('groups.info.mute')}
            isLabelHidden
            options={lengths}
            value={mute}
            onChange={(choice) => choice !== 'until' && onMute(choice)}
          />
        }
      />
      <SettingsRow
        icon={BellRing}
        title={t('groups.info.notify')}
        below={
          <Select<NotifyChoice>
            label={t('groups.info.notify')}
            isLabelHidden
            options={kinds}
            value={!isGroup && notify === 'mentions' ? 'all' : notify}
            onChange={onNotify}
          />
        }
      />
      {props.look}
      <SettingsRow icon={EyeOff} title={t('groups.info.hide')} detail={t('groups.info.hideDetail')} onClick={onHide} />
    </SettingsGroup>
  );
}
