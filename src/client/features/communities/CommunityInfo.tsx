import { DoorClosed, Hash, LogOut, Pencil, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '#client/parts/Face.tsx';
import { textLang } from '#client/parts/textLang.ts';
import { Banner } from '#client/ui/Banner.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { Tag } from '#client/ui/Tag.tsx';
import { CommunityFacts, type CommunityFactsProps } from './CommunityFacts.tsx';
import { RulesText } from './RulesText.tsx';

export type CommunityInfoProps = {
  title: string;
  /** colour and picture */
  faceId: string;
  about: string | undefined;
  rules: string | undefined;
  facts: CommunityFactsProps;
  /** me as others see me here; undefined until my name is on this device */
  me: { face: string; name: string; role: 'owner' | 'admin' | 'moderator' | 'member' } | undefined;
  /** I am not in it any more */
  isOver: boolean;
  /** its owner has ended it for everybody */
  isClosed?: boolean;
  /** what I set for myself */
  choices: ReactNode;
  /** what waits for a decision of mine, and what can be undone */
  acts?: ReactNode;
  /** for who may make the first room */
  onNewRoom?: (() => void) | undefined;
  onMembers: () => void;
  onName: () => void;
  onLeave?: (() => void) | undefined;
  onEnd?: (() => void) | undefined;
};

/** What a community is, who I am in it, and what I set for myself. */
export function CommunityInfo(props: CommunityInfoProps) {
  const {
    title,
    faceId,
    about,
    rules,
    facts,
    me,
    isOver,
    choices,
    acts,
    onNewRoom,
    onMembers,
    onName,
    onLeave,
    onEnd,
  } = props;
  const { t, i18n } = useTranslation();
  return (
    <div className="scroll-pane flex-1 px-4 pt-6 pb-8">
      <div className="mb-4 grid grid-cols-1 justify-items-center gap-1 text-center">
        <Face face={faceId} name={title} size={72} shape="place" />
        <p lang={textLang(title, i18n.language)} className="mt-2 text-17 font-[650] text-balance">
          {title}
        </p>
      </div>
      {isOver && (
        <div className="mb-4">
          <Banner tone="info">{t('community.ended')}</Banner>
        </div>
      )}
      {!isOver && props.isClosed && (
        <div className="mb-4">
          <Banner tone="info" title={t('community.closed.title')}>
            {t('community.closed.text')}
          </Banner>
        </div>
      )}
      {about && (
        <p lang={textLang(about, i18n.language)} dir="auto" className="mb-3 wrap-anywhere whitespace-pre-line">
          {about}
        </p>
      )}
      <CommunityFacts {...facts} />
      {!isOver && (
        <>
          {me && (
            <>
              <SectionLabel>{t('community.youAre')}</SectionLabel>
              <div className="mb-4 flex items-center gap-3 rounded-card bg-surface-sunken p-3">
                <Face face={me.face} name={me.name} size={40} />
                <span className="min-w-0 flex-1">
                  <span className="flex items-center gap-2">
                    <bdi lang={textLang(me.name, i18n.language)} className="truncate font-semibold">
                      {me.name}
                    </bdi>
                    {me.role !== 'member' && <Tag tone="brand">{t(`groups.role.${me.role}`)}</Tag>}
                  </span>
                  <span className="block text-13 text-ink-soft">{t('community.onlyName')}</span>
                </span>
                <IconButton icon={Pencil} label={t('community.name.title')} aria-haspopup="dialog" onClick={onName} />
              </div>
            </>
          )}
          {acts}
          <SettingsGroup>
            <SettingsRow
              icon={Users}
              title={t('community.showMembers', { count: facts.members })}
              onClick={onMembers}
            />
            {onNewRoom && <SettingsRow icon={Hash} title={t('rooms.new')} onClick={onNewRoom} />}
          </SettingsGroup>
        </>
      )}
      {rules && (
        <>
          <SectionLabel>{t('community.rules')}</SectionLabel>
          <div className="mb-4">
            <RulesText rules={rules} />
          </div>
        </>
      )}
      <SectionLabel>{t('groups.info.settings')}</SectionLabel>
      {choices}
      {onLeave && (
        <SettingsGroup>
          <SettingsRow icon={LogOut} tone="danger" title={t('community.leave.action')} onClick={onLeave} />
          {onEnd && (
            <SettingsRow icon={DoorClosed} tone="danger" title={t('community.closed.action')} onClick={onEnd} />
          )}
        </SettingsGroup>
      )}
    </div>
  );
}
