import { Clock, Globe, KeyRound, Lock, Tag, Timer, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { JoinWay } from '#domain/communityRules.ts';
import type { CommunityCategory } from '#protocol/entities/chatSettings.ts';
import { Icon, type IconType } from '#client/ui/Icon.tsx';

export type CommunityFactsProps = {
  members: number;
  cap: number;
  /** members who are here now */
  online?: number | undefined;
  join: JoinWay;
  topic?: CommunityCategory | undefined;
  /** days of history that new members see */
  days?: number | undefined;
  /** seconds between two messages */
  slow?: number | undefined;
};

const JOIN_ICONS: Record<JoinWay, IconType> = { open: Globe, code: KeyRound, approval: Lock, closed: Lock };

/** The numbers and switches of a community, a line each. */
export function CommunityFacts({ members, cap, online, join, topic, days, slow }: CommunityFactsProps) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const lines: { icon: IconType; text: string }[] = [
    {
      icon: Users,
      text:
        online === undefined
          ? t('community.facts.members', { members: number.format(members), cap: number.format(cap) })
          : t('community.facts.here', {
              members: number.format(members),
              cap: number.format(cap),
              online: number.format(online),
            }),
    },
    { icon: JOIN_ICONS[join], text: t(`community.join.${join}`) },
    ...(topic ? [{ icon: Tag, text: t(`community.topic.${topic}`) }] : []),
    ...(days === undefined
      ? []
      : [
          {
            icon: Clock,
            text: days === 0 ? t('community.facts.noHistory') : t('community.facts.days', { count: days }),
          },
        ]),
    ...(slow ? [{ icon: Timer, text: t('community.facts.slow', { count: slow }) }] : []),
  ];
  return (
    <ul className="mb-4 grid grid-cols-1 gap-2.5 border-y border-line py-3.5 text-13 text-ink-soft">
      {lines.map(({ icon, text }) => (
        <li key={text} className="flex items-start gap-3">
          <Icon icon={icon} size={16} className="mt-px text-brand-text" />
          <span className="min-w-0 flex-1">{text}</span>
        </li>
      ))}
    </ul>
  );
}
