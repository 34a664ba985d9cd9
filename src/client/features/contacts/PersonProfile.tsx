import { Ban, Eye, EyeOff, MessageCircle, Pencil, UserMinus, UserPlus, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { faceId } from '#domain/faceId.ts';
import type { Relation } from '#domain/contactTraits.ts';
import type { UserCard } from '#protocol/entities/user.ts';
import { Handle } from '#client/parts/Handle.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { ProfileCover } from './ProfileCover.tsx';

/** What the buttons of a profile do. */
export type ProfileActions = {
  onMessage: () => void;
  onStartGroup: () => void;
  onAlias: () => void;
  onAdd: () => void;
  onUnhide: () => void;
  onHide: () => void;
  onBlock: () => void;
  onUnblock: () => void;
  onRemove: () => void;
};

export type PersonProfileProps = {
  card: UserCard;
  /** the name I know them by */
  name: string;
  /** my own word for them */
  alias: string | undefined;
  relation: Relation;
  isOnline: boolean;
  /** the chat is being opened */
  isOpening: boolean;
  /** why the chat did not open */
  problem: string | undefined;
  /** level of its heading: 1 where it is the page, 2 in a panel */
  level?: 1 | 2;
} & ProfileActions;

/** Who somebody is, and what I can do: write, name, hide, block. */
export function PersonProfile(props: PersonProfileProps) {
  const { card, name, relation, isOnline, isOpening, problem, level = 1, onMessage, onStartGroup } = props;
  const { t, i18n } = useTranslation();
  const Heading = level === 1 ? 'h1' : 'h2';
  const id = faceId(card.id, card);
  const isHere = isOnline && relation !== 'blocked';
  return (
    <div className="mx-auto w-full max-w-140 px-6 pt-6 pb-10 max-tablet:px-0 max-tablet:pt-0">
      <section className="overflow-hidden rounded-sheet rounded-es-[7px] bg-surface-raised shadow-edge [--plane:var(--surface-raised)] max-tablet:rounded-none max-tablet:shadow-none">
        <div className="relative h-42 max-tablet:h-36">
          <ProfileCover id={id} />
        </div>
        <div className="px-6 pb-6 max-tablet:px-4 max-tablet:pb-5">
          <div className="relative -mt-12 mb-3 flex w-max rounded-full ring-4 ring-plane">
            <Face face={id} name={name} size={96} isOnline={isHere} />
          </div>
          <Heading lang={textLang(name, i18n.language)} className="text-20 font-[650] tracking-tight">
            {name}
          </Heading>
          <p className="text-13 text-ink-faint">
            {card.handle !== undefined && <Handle handle={card.handle} />}
            {card.handle !== undefined && isHere && ' · '}
            {isHere && t('common.hereNow')}
          </p>
          {name !== card.name && <p className="text-13 text-ink-faint">{t('person.ownName', { name: card.name })}</p>}
          {card.status && (
            <p lang={textLang(card.status, i18n.language)} className="mt-3 text-pretty">
              {card.status}
            </p>
          )}
          <div className="mt-5 grid grid-cols-[repeat(auto-fit,minmax(calc(148px*var(--text-scale)),1fr))] gap-3 max-tablet:gap-2 [&>*]:px-3">
            {relation === 'blocked' ? (
              <Button size="large" kind="tonal" icon={Ban} onClick={props.onUnblock}>
                {t('person.unblock')}
              </Button>
            ) : (
              <>
                <Button
                  size="large"
                  icon={MessageCircle}
                  isBusy={isOpening}
                  label={t('person.messageLabel', { name })}
                  onClick={onMessage}
                >
                  {t('person.message')}
                </Button>
                {relation === 'none' ? (
                  <Button size="large" kind="tonal" icon={UserPlus} onClick={props.onAdd}>
                    {t('person.add')}
                  </Button>
                ) : (
                  <Button size="large" kind="tonal" icon={Users} aria-haspopup="dialog" onClick={onStartGroup}>
                    {t('person.group')}
                  </Button>
                )}
              </>
            )}
          </div>
          {problem && (
            <div className="mt-3">
              <Banner role="alert">{problem}</Banner>
            </div>
          )}
        </div>
      </section>
      <div className="mt-4 max-tablet:mx-4">
        <Standing relation={relation} name={name} />
        <Choices {...props} />
      </div>
    </div>
  );
}

/** What it means that somebody is hidden, blocked or unknown. */
function Standing({ relation, name }: { relation: Relation; name: string }) {
  const { t } = useTranslation();
  if (relation === 'friend') return null;
  const words = {
    hidden: [t('person.isHidden', { name }), t('person.isHiddenText')],
    blocked: [t('person.isBlocked', { name }), t('person.isBlockedText')],
    none: [t('person.isStranger', { name }), t('person.isStrangerText')],
  } as const;
  const icons = { hidden: EyeOff, blocked: Ban, none: UserPlus };
  return (
    <div className="mb-4">
      <Banner tone={relation === 'blocked' ? 'danger' : 'info'} icon={icons[relation]} title={words[relation][0]}>
        {words[relation][1]}
      </Banner>
    </div>
  );
}

/** The quiet part: my name for them, and the ways apart. All of it works without a network. */
function Choices({ card, relation, alias, onAlias, onHide, onUnhide, onBlock, onRemove }: PersonProfileProps) {
  const { t } = useTranslation();
  const isListed = relation === 'friend' || relation === 'hidden';
  if (relation === 'blocked') return null;
  return (
    <SettingsGroup>
      {isListed && (
        <SettingsRow
          icon={Pencil}
          title={t('person.alias')}
          detail={t('person.aliasDetail')}
          value={alias ?? card.name}
          onClick={onAlias}
        />
      )}
      {relation === 'friend' && (
        <SettingsRow icon={EyeOff} title={t('person.hide')} detail={t('person.hideDetail')} onClick={onHide} />
      )}
      {relation === 'hidden' && <SettingsRow icon={Eye} title={t('person.unhide')} onClick={onUnhide} />}
      {isListed && (
        <SettingsRow icon={UserMinus} title={t('person.remove')} detail={t('person.removeDetail')} onClick={onRemove} />
      )}
      <SettingsRow
        icon={Ban}
        title={t('person.block')}
        detail={t('person.blockDetail')}
        tone="danger"
        onClick={onBlock}
      />
    </SettingsGroup>
  );
}
