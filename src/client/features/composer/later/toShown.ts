import type { ErrorCode } from '#protocol/errors.ts';
import type { Scheduled } from '#protocol/entities/scheduled.ts';
import { contentText } from '#client/parts/contentText.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { clockTime, isoTime } from '#client/parts/timeTexts.ts';
import type { ChatListState } from '#client/stores/chatListStore.ts';
import { chatFace } from '#client/stores/chatFace.ts';
import { chatTitle } from '#client/stores/chatTitle.ts';
import type { PeopleState } from '#client/stores/peopleStore.ts';
import { dateLocale } from '#client/ui/dateLocale.ts';
import type { ScheduledActs, ShownScheduled } from './ScheduledRow.tsx';

/** What the words of a row are made from. `now`: server clock, ms. */
export interface ShownGround {
  t: Translate;
  language: string;
  now: number;
  chats: ChatListState['chats'];
  people: PeopleState;
}

/** Why a message has not left. `isQueued`: it is on this device only. */
export interface ScheduledTrouble {
  code: ErrorCode | undefined;
  isFinal?: boolean;
  isQueued?: boolean;
}

/** A scheduled message as the list shows it. A chat that this person has left has no name here any more. */
export function toShown(
  { t, language, now, chats, people }: ShownGround,
  { c, item, at }: Scheduled,
  trouble: ScheduledTrouble | undefined,
  acts: ScheduledActs,
): ShownScheduled {
  const chat = chats.get(c);
  return {
    key: item.i,
    time: clockTime(at, language),
    day: dayText(t, at, now, language),
    dateTime: isoTime(at),
    face: chat ? chatFace(people, chat) : String(c),
    title: (chat && chatTitle(people, chat)) ?? t('chat.untitled'),
    isSilent: item.b.silent === 1,
    text: contentText(t, item) ?? '',
    note: trouble && noteOf(t, trouble),
    acts,
  };
}

function noteOf(t: Translate, { code, isFinal, isQueued }: ScheduledTrouble): ShownScheduled['note'] {
  if (code === undefined) return { text: t('later.queued'), tone: 'plain' };
  if (isQueued && code === 'WINDOW') return { text: t('later.late'), tone: 'warn' };
  const reason = t(`error.${code}`);
  return { text: isFinal ? t('later.notSent', { reason }) : t('later.again', { reason }), tone: 'warn' };
}

/** "Today", "Tomorrow", or the day with as much of the date as is needed. */
function dayText(t: Translate, at: number, now: number, language: string): string {
  const dayOf = (time: number): string => new Date(time).toDateString();
  if (dayOf(at) === dayOf(now)) return t('chat.today');
  const tomorrow = new Date(now);
  tomorrow.setDate(tomorrow.getDate() + 1);
  if (dayOf(at) === tomorrow.toDateString()) return t('later.tomorrowDay');
  const isThisYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(dateLocale(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(at);
}
