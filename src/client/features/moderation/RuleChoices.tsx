import { useTranslation } from 'react-i18next';
import { filterChoices } from '#domain/moderation/moderationChoices.ts';
import type { FilterAction, ModerationConfig } from '#protocol/entities/moderation.ts';
import { Select } from '#client/ui/Select.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { lengthText } from './lengthText.ts';

export type RuleChoicesProps = {
  config: ModerationConfig;
  onChange: (config: ModerationConfig) => void;
};

/** What a new flood rule looks at. */
const floodRule = { n: 8, s: 10, same: 4 } as const;
const scoreFrom = 60;
type Choice = FilterAction | 'off';

/** The rules that are no phrases, each off or with what it does, and the switch that only watches. */
export function RuleChoices({ config, onChange }: RuleChoicesProps) {
  const { t, i18n } = useTranslation();
  const { links: _links, invites: _invites, flood, score, watch: _watch, ...rest } = config;
  const keep = {
    ...rest,
    ...(config.links ? { links: config.links } : {}),
    ...(config.invites ? { invites: config.invites } : {}),
    ...(flood ? { flood } : {}),
    ...(score ? { score } : {}),
    ...(config.watch ? { watch: config.watch } : {}),
  };
  const without = (name: 'links' | 'invites' | 'flood' | 'score' | 'watch'): ModerationConfig => {
    const next: ModerationConfig = { ...keep };
    delete next[name];
    return next;
  };
  const { n, s, same } = flood ?? floodRule;
  const row = (label: string, detail: string | undefined, value: Choice, onPick: (choice: Choice) => void) => (
    <SettingsRow
      title={label}
      detail={detail}
      below={
        <div className="pt-2">
          <Select<Choice>
            label={label}
            isLabelHidden
            value={value}
            onChange={onPick}
            options={(['off', ...filterChoices] as const).map((one) => ({
              value: one,
              label: t(`moderation.action.${one}`),
            }))}
          />
        </div>
      }
    />
  );
  return (
    <SettingsGroup>
      {row(t('moderation.filter.links'), undefined, config.links ?? 'off', (choice) =>
        onChange(choice === 'off' ? without('links') : { ...keep, links: choice }),
      )}
      {row(t('moderation.filter.invites'), undefined, config.invites ?? 'off', (choice) =>
        onChange(choice === 'off' ? without('invites') : { ...keep, invites: choice }),
      )}
      {row(
        t('moderation.filter.flood'),
        t('moderation.filter.floodDetail', { count: n, time: lengthText(s, i18n.language), same }),
        flood?.do ?? 'off',
        (choice) => onChange(choice === 'off' ? without('flood') : { ...keep, flood: { n, s, same, do: choice } }),
      )}
      {row(t('moderation.filter.score'), t('moderation.filter.scoreDetail'), score?.do ?? 'off', (choice) =>
        onChange(choice === 'off' ? without('score') : { ...keep, score: { at: score?.at ?? scoreFrom, do: choice } }),
      )}
      <SettingsRow
        title={t('moderation.filter.watch')}
        detail={t('moderation.filter.watchDetail')}
        control={
          <Switch
            isOn={config.watch === 1}
            onChange={(isOn) => onChange(isOn ? { ...keep, watch: 1 } : without('watch'))}
          />
        }
      />
    </SettingsGroup>
  );
}
