import { AlignLeft, Clock, EyeOff, Flag, Settings2, ShieldCheck, UserX, type LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { Select } from '#client/ui/Select.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Switch } from '#client/ui/Switch.tsx';
import { cx } from '#client/ui/cx.ts';
import { Icon } from '#client/ui/Icon.tsx';
import type { ModerationTab } from './moderationTabs.ts';
import { lengthText } from './lengthText.ts';

/** Switches that change at once. Seconds, minutes, hours; 0 is off. */
export interface Slowdown {
  slow: number;
  newRead: number;
  newLinks: number;
}
export type ModerationMenuProps = {
  /** name of the chat */
  title: string;
  /** pages that my role opens */
  tabs: readonly ModerationTab[];
  tab: ModerationTab | undefined;
  hrefOf: (tab: ModerationTab) => string;
  follow: (href: string) => (event: MouseEvent<HTMLElement>) => void;
  backHref: string;
  isFrozen: boolean;
  slowdown: Slowdown;
  /** absent: not allowed */
  onFreeze: ((isOn: boolean) => void) | undefined;
  onSlowdown: ((change: Partial<Slowdown>) => void) | undefined;
  isBusy: boolean;
  problem: string | undefined;
};

const icons: Record<ModerationTab, LucideIcon> = {
  filter: AlignLeft,
  held: EyeOff,
  reports: Flag,
  audit: Clock,
  members: UserX,
  rights: ShieldCheck,
  settings: Settings2,
};
/** How the menu groups the pages. */
const groups = [
  { name: 'messages', pages: ['filter', 'held', 'reports'] },
  { name: 'people', pages: ['members', 'rights'] },
  { name: 'place', pages: ['settings', 'audit'] },
] as const satisfies { name: string; pages: readonly ModerationTab[] }[];
/** Choices of each switch, in its unit, and seconds in the unit. */
const choices = {
  slow: { unit: 1, values: [5, 10, 30, 60, 300, 900, 3_600, 21_600] },
  newRead: { unit: 60, values: [5, 10, 30, 60, 1_440] },
  newLinks: { unit: 3_600, values: [1, 6, 24, 72, 168] },
} as const;
const switches = ['slow', 'newRead', 'newLinks'] as const;

/** What moderators can look at, and what they can do right now. */
export function ModerationMenu(props: ModerationMenuProps) {
  const { title, tabs, tab, hrefOf, follow, backHref } = props;
  const { t } = useTranslation();
  return (
    <div className="flex h-full min-h-0 flex-col bg-surface [--plane:var(--surface)]">
      <PaneHeader
        title={t('order.title')}
        subtitle={title}
        back={{ href: backHref, label: t('moderation.back'), onClick: follow(backHref) }}
      />
      <div className="scroll-pane flex-1 px-2 pb-6">
        <nav aria-label={t('order.title')}>
          {groups.map(({ name, pages }) => {
            const shown = pages.filter((page) => tabs.includes(page));
            if (shown.length === 0) return null;
            return (
              <section key={name}>
                <SectionLabel>{t(`moderation.menu.${name}`)}</SectionLabel>
                <div className="grid gap-0.5">
                  {shown.map((page) => (
                    <MenuLink
                      key={page}
                      page={page}
                      isHere={page === tab}
                      href={hrefOf(page)}
                      onClick={follow(hrefOf(page))}
                    />
                  ))}
                </div>
              </section>
            );
          })}
        </nav>
        <RightNow {...props} />
      </div>
    </div>
  );
}

type MenuLinkProps = {
  page: ModerationTab;
  isHere: boolean;
  href: string;
  onClick: (event: MouseEvent<HTMLElement>) => void;
};

function MenuLink({ page, isHere, href, onClick }: MenuLinkProps) {
  const { t } = useTranslation();
  return (
    <a
      href={href}
      onClick={onClick}
      aria-current={isHere ? 'page' : undefined}
      className={cx(
        'flex min-h-11 items-center gap-3 rounded-control px-3 text-15 text-ink hover:bg-hover',
        isHere && 'tablet:bg-brand-soft tablet:font-semibold tablet:text-brand-text',
      )}
    >
      <Icon icon={icons[page]} className="text-ink-soft" />
      {t(`moderation.tab.${page}`)}
    </a>
  );
}

function RightNow({ isFrozen, slowdown, onFreeze, onSlowdown, isBusy, problem }: ModerationMenuProps) {
  const { t, i18n } = useTranslation();
  if (!onFreeze || !onSlowdown) return null;
  return (
    <section className="mt-4 px-1">
      <SectionLabel>{t('moderation.menu.now')}</SectionLabel>
      <SettingsGroup>
        {switches.map((name) => {
          const { unit, values } = choices[name];
          const current = slowdown[name];
          const all: number[] = [...values];
          if (current !== 0 && !all.includes(current)) all.push(current);
          const options = [0, ...all.toSorted((a, b) => a - b)];
          return (
            <SettingsRow
              key={name}
              title={t(`moderation.now.${name}`)}
              detail={name === 'slow' ? t('moderation.now.slowDetail') : undefined}
              below={
                <div className="pt-2">
                  <Select
                    label={t(`moderation.now.${name}`)}
                    isLabelHidden
                    isDisabled={isBusy}
                    value={String(current)}
                    onChange={(value) => onSlowdown({ [name]: Number(value) })}
                    options={options.map((value) => ({
                      value: String(value),
                      label: value === 0 ? t('moderation.now.off') : lengthText(value * unit, i18n.language),
                    }))}
                  />
                </div>
              }
            />
          );
        })}
        <SettingsRow
          title={t('moderation.now.freeze')}
          detail={t('moderation.now.freezeDetail')}
          control={<Switch isOn={isFrozen} isDisabled={isBusy} onChange={onFreeze} />}
        />
      </SettingsGroup>
      {problem !== undefined && (
        <p role="alert" className="px-2 pt-2 text-13 text-danger">
          {problem}
        </p>
      )}
      <p className="px-2 pt-2 text-12 text-ink-soft">{t('moderation.now.note')}</p>
    </section>
  );
}
