import { ImagePlus, LogOut, Pencil, UserPlus, UserRound, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { textLang } from '#client/parts/textLang.ts';
import { Face } from '#client/parts/Face.tsx';
import { Banner } from '#client/ui/Banner.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { PaneHeader } from '#client/ui/PaneHeader.tsx';
import { SectionLabel } from '#client/ui/SectionLabel.tsx';
import { SettingsGroup } from '#client/ui/SettingsGroup.tsx';
import { SettingsRow } from '#client/ui/SettingsRow.tsx';
import { ChatChoices, type ChatChoicesProps } from './ChatChoices.tsx';
import { GroupAbout } from './GroupAbout.tsx';
import { FewMembers, MemberList, type MemberActions } from './MemberList.tsx';
import { ModerationLink } from './ModerationLink.tsx';
import type { MemberRow } from './memberRows.ts';

export type ChatInfoProps = {
  title: string;
  /** colour and picture of the face */
  faceId: string;
  /** "@minori.ao" in a 1:1 chat, "14 members" in a group */
  subtitle: ReactNode;
  choices: ChatChoicesProps;
  /** a group's members; undefined in a 1:1 chat */
  members: readonly MemberRow[] | undefined;
  memberActions: MemberActions;
  /** who has been asked to come in and has not answered */
  invited?: ReactNode;
  /** how people come in, where I may decide about it */
  joining?: ReactNode;
  /** the profile of the other person of a 1:1 chat */
  profileHref: string | undefined;
  /** ways to what the chat has beside its messages */
  ways?: ReactNode;
  /** the page of those who keep order; absent: I am none of them */
  moderationHref?: string | undefined;
  /** I am not in it any more */
  isOver: boolean;
  /** absent: not allowed, so not there */
  onRename?: (() => void) | undefined;
  /** the description, and how to change it */
  about?: string | undefined;
  onAbout?: (() => void) | undefined;
  /** what waits for a decision */
  waiting?: ReactNode;
  /** what can be undone */
  done?: ReactNode;
  /** who is kept out */
  banned?: ReactNode;
  onPicture?: (() => void) | undefined;
  onAddPeople?: (() => void) | undefined;
  onLeave?: (() => void) | undefined;
  onClose: () => void;
};

/** How many members stand in the panel before "show all". */
const FEW = 8;

/** Everything about one chat, beside it. */
export function ChatInfo(props: ChatInfoProps) {
  const { members, memberActions, onClose } = props;
  const { t } = useTranslation();
  const [isAll, setAll] = useState(false);
  const isGroup = members !== undefined;
  return (
    <div className="flex size-full min-h-0 flex-col bg-surface [--plane:var(--surface)]">
      <PaneHeader
        look="pane"
        level={2}
        title={
          isAll && isGroup
            ? t('groups.info.membersTitle', { count: members.length })
            : t(isGroup ? 'groups.info.group' : 'groups.info.direct')
        }
        actions={
          isAll ? (
            <Button kind="ghost" size="small" onClick={() => setAll(false)}>
              {t('common.back')}
            </Button>
          ) : (
            <IconButton icon={X} label={t('common.close')} onClick={onClose} />
          )
        }
      />
      {isAll && isGroup ? (
        <MemberList members={members} {...memberActions} />
      ) : (
        <Overview {...props} onShowAll={() => setAll(true)} />
      )}
    </div>
  );
}

function Overview(props: ChatInfoProps & { onShowAll: () => void }) {
  const { title, subtitle, faceId, choices, members, profileHref, isOver, memberActions } = props;
  const { onRename, onPicture, onLeave } = props;
  const { t, i18n } = useTranslation();
  return (
    <div className="scroll-pane flex-1 px-4 pt-6 pb-8">
      <div className="mb-5 grid justify-items-center gap-1 text-center">
        <Face face={faceId} name={title} size={72} />
        <p lang={textLang(title, i18n.language)} className="mt-2 text-17 font-[650] text-balance">
          {title}
        </p>
        {subtitle && <p className="text-13 text-ink-faint">{subtitle}</p>}
        {(onRename ?? onPicture) && (
          <div className="flex flex-wrap justify-center gap-1">
            {onRename && (
              <Button kind="ghost" size="small" icon={Pencil} aria-haspopup="dialog" onClick={onRename}>
                {t('groups.info.rename')}
              </Button>
            )}
            {onPicture && (
              <Button kind="ghost" size="small" icon={ImagePlus} aria-haspopup="dialog" onClick={onPicture}>
                {t('picture.change')}
              </Button>
            )}
          </div>
        )}
        <GroupAbout about={props.about} onEdit={props.onAbout} />
      </div>
      {isOver && (
        <div className="mb-4">
          <Banner tone="info">{t('groups.info.ended')}</Banner>
        </div>
      )}
      {profileHref !== undefined && (
        <SettingsGroup>
          <SettingsRow
            icon={UserRound}
            title={t('groups.info.profile')}
            href={profileHref}
            onClick={memberActions.follow(profileHref)}
          />
        </SettingsGroup>
      )}
      {!isOver && props.ways}
      {props.moderationHref !== undefined && (
        <ModerationLink href={props.moderationHref} onClick={memberActions.follow(props.moderationHref)} />
      )}
      {props.waiting}
      {members && <Members {...props} members={members} />}
      {props.invited}
      {props.joining}
      {props.banned}
      {props.done}
      <SectionLabel>{t('groups.info.settings')}</SectionLabel>
      <ChatChoices {...choices} />
      {onLeave && (
        <SettingsGroup>
          <SettingsRow icon={LogOut} tone="danger" title={t('groups.info.leave')} onClick={onLeave} />
        </SettingsGroup>
      )}
    </div>
  );
}

function Members({
  members,
  memberActions,
  onAddPeople,
  onShowAll,
}: ChatInfoProps & { members: readonly MemberRow[]; onShowAll: () => void }) {
  const { t } = useTranslation();
  const isLong = members.length > FEW + 1;
  return (
    <section className="mb-4">
      <SectionLabel
        end={
          onAddPeople && (
            <Button kind="ghost" size="small" icon={UserPlus} aria-haspopup="dialog" onClick={onAddPeople}>
              {t('groups.info.addPeople')}
            </Button>
          )
        }
      >
        {t('groups.info.membersTitle', { count: members.length })}
      </SectionLabel>
      <FewMembers members={isLong ? members.slice(0, FEW) : members} {...memberActions} />
      {isLong && (
        <Button kind="quiet" size="small" isWide className="mt-2" onClick={onShowAll}>
          {t('groups.info.allMembers', { count: members.length })}
        </Button>
      )}
    </section>
  );
}
