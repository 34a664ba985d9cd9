import type { ActId, GuardedAct } from '#protocol/entities/guardedAct.ts';
import type { ChatId, MemberId } from '#protocol/ids.ts';
import type { Translate } from '#client/parts/systemText.ts';
import { weekdayTime } from '#client/parts/timeTexts.ts';

/** An act as the panel shows it. */
export interface ActRow {
  id: ActId;
  /** where it happened, if that is a room */
  room?: ChatId | undefined;
  text: string;
  /** names of the people it concerns, or of the room in which it happened; '' when it concerns none */
  people: string;
  /** when it happens by itself, or until when it can be undone */
  time: string;
  byName: string;
  count: number;
  isWaiting: boolean;
  /** I may let it happen */
  isMineToApprove: boolean;
  /** I asked for it */
  isMine: boolean;
}

export interface ActRowsInput {
  acts: readonly GuardedAct[];
  me: number;
  nameOf: (mid: MemberId) => string;
  roomName: (room: ChatId) => string;
  /** BCP 47 */
  language: string;
}

/** Acts in words: what waits first, then what can be undone, as they came. */
export function actRows(t: Translate, { acts, me, nameOf, roomName, language }: ActRowsInput): ActRow[] {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return acts.map((act) => {
    const byName = nameOf(act.by);
    const time = weekdayTime(act.due ?? act.until ?? act.at, language);
    return {
      id: act.id,
      room: act.room,
      text: actText(t, act, byName),
      people: act.room === undefined ? list.format((act.who ?? []).map((mid) => nameOf(mid))) : roomName(act.room),
      time: act.due === undefined ? t('guard.acts.until', { time }) : t('guard.acts.due', { time }),
      byName,
      count: act.n,
      isWaiting: act.due !== undefined,
      isMineToApprove: act.ok === 1,
      isMine: act.by === me,
    };
  });
}

function actText(t: Translate, { kind, n: count, due, ban, title }: GuardedAct, name: string): string {
  if (due !== undefined) return t(ban === 1 ? 'guard.acts.ban' : 'guard.acts.remove', { name, count });
  if (kind === 'remove') return t('guard.acts.didRemove', { name, count });
  if (kind === 'role') return t('guard.acts.didRole', { name, count });
  if (kind === 'close') return t('guard.acts.didClose', { name });
  if (kind === 'delete') return t('guard.acts.didDelete', { name, count });
  return title === undefined ? t('guard.acts.didFace', { name }) : t('guard.acts.didRename', { name, title });
}
