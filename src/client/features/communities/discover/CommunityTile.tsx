import { Globe, KeyRound, Lock } from 'lucide-react';
import type { CSSProperties, MouseEventHandler } from 'react';
import { useTranslation } from 'react-i18next';
import { toJoinWay, type JoinWay } from '#domain/communityRules.ts';
import { faceId } from '#domain/faceId.ts';
import type { CommunityCard } from '#protocol/entities/community.ts';
import { Face } from '#client/parts/Face.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { cx } from '#client/ui/cx.ts';
import { Icon, type IconType } from '#client/ui/Icon.tsx';
import { personHue } from '#client/ui/personHue.ts';

export type CommunityTileProps = {
  card: CommunityCard;
  href: string;
  isChosen: boolean;
  onClick: MouseEventHandler<HTMLAnchorElement>;
};

const ICONS: Record<JoinWay, IconType> = { open: Globe, code: KeyRound, approval: Lock, closed: Lock };

/** A community on the Discover page. The whole tile is the link. */
export function CommunityTile({ card, href, isChosen, onClick }: CommunityTileProps) {
  const { t, i18n } = useTranslation();
  const way = toJoinWay(card.join);
  const members = t('community.memberCount', {
    count: card.cnt,
    number: new Intl.NumberFormat(i18n.language).format(card.cnt),
  });
  return (
    <a
      href={href}
      onClick={onClick}
      aria-current={isChosen ? 'true' : undefined}
      className={cx(
        'flex h-full min-w-0 flex-col overflow-hidden rounded-kabar bg-surface-raised transition-transform [--kabar-tight:7px] [--kabar:20px] [--plane:var(--surface-raised)] hover:-translate-y-0.5 active:translate-y-0',
        isChosen ? 'shadow-[0_0_0_2px_var(--brand)]' : 'shadow-edge',
      )}
    >
      <span
        aria-hidden
        className="person-ground flex h-20 flex-none items-start justify-end p-2"
        style={{ '--h': personHue(String(card.c)) } as CSSProperties}
      >
        <span className="inline-flex items-center gap-1 rounded-full bg-surface-raised px-2.5 py-1 text-12 font-[550] text-ink-soft">
          <Icon icon={ICONS[way]} size={14} />
          {t(`discover.way.${way}`)}
        </span>
      </span>
      <span className="-mt-7 px-4">
        <Face
          face={faceId(card.c, { av: card.avatar })}
          name={card.title}
          size={56}
          shape="place"
          className="ring-4 ring-plane"
        />
      </span>
      <span className="flex min-w-0 flex-1 flex-col px-4 pt-2 pb-3">
        <span
          lang={textLang(card.title, i18n.language)}
          dir="auto"
          className="line-clamp-2 wrap-anywhere font-semibold"
        >
          {card.title}
        </span>
        {card.about && (
          <span
            lang={textLang(card.about, i18n.language)}
            dir="auto"
            className="mt-0.5 line-clamp-2 text-13 wrap-anywhere text-ink-soft"
          >
            {card.about}
          </span>
        )}
        <span className="mt-auto flex flex-wrap gap-x-3 pt-2 text-12 text-ink-soft">
          <span className="tabular-nums">{members}</span>
          {card.cat && <span className="ms-auto">{t(`community.topic.${card.cat}`)}</span>}
          <span className="sr-only">{t(`community.join.${way}`)}</span>
        </span>
      </span>
    </a>
  );
}
