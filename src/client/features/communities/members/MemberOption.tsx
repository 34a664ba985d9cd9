import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { KeyboardEvent, Ref } from 'react';
import { toRoleName } from '#domain/communityRules.ts';
import { textLang } from '#client/parts/textLang.ts';
import type { Mem } from '#protocol/entities/members.ts';
import { faceId } from '#domain/faceId.ts';
import { Face } from '#client/parts/Face.tsx';
import { Icon } from '#client/ui/Icon.tsx';
import { Tag } from '#client/ui/Tag.tsx';

export type MemberOptionProps = {
  /** undefined while it is being fetched */
  member: Mem | undefined;
  isMe: boolean;
  place: number;
  total: number;
  isSelected: boolean;
  /** several are being chosen: a tick says who is */
  isPicking?: boolean;
  tabIndex: 0 | -1;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  onPress: (anchor: Element) => void;
  ref?: Ref<HTMLDivElement>;
};

/** One member in the list, 56 px high whether it is here yet or not. */
export function MemberOption(props: MemberOptionProps) {
  const {
    member,
    isMe,
    place,
    total,
    isSelected,
    isPicking = false,
    tabIndex,
    onFocus,
    onKeyDown,
    onPress,
    ref,
  } = props;
  const { t, i18n } = useTranslation();
  const name = member?.nn ?? t('chat.someone');
  const role = member && toRoleName(member);
  return (
    <div
      ref={ref}
      role="option"
      aria-selected={isSelected}
      aria-posinset={place + 1}
      aria-setsize={total}
      aria-label={member ? undefined : t('community.members.loading')}
      data-place={place}
      tabIndex={tabIndex}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      onClick={(event) => onPress(event.currentTarget)}
      className="flex min-h-14 cursor-default items-center gap-3 rounded-card p-2 -outline-offset-2 hover:bg-hover aria-selected:bg-hover"
    >
      {member ? (
        <>
          <Face face={faceId(member.u, member)} name={name} size={40} />
          <span className="min-w-0 flex-1 truncate font-semibold">
            <bdi lang={textLang(name, i18n.language)}>{name}</bdi>
          </span>
          {isPicking && isSelected && <Icon icon={CircleCheck} className="order-last flex-none text-brand" />}
          {isMe && <Tag>{t('common.you')}</Tag>}
          {role && role !== 'member' && (
            <Tag tone={role === 'moderator' ? 'plain' : 'brand'}>{t(`groups.role.${role}`)}</Tag>
          )}
        </>
      ) : (
        <>
          <span className="size-10 flex-none rounded-full bg-press" />
          <span className="h-3 w-32 rounded-full bg-press" />
        </>
      )}
    </div>
  );
}
