import { approvalWait, isGuardian } from '#domain/guardRules.ts';
import { hasRight } from '#domain/permissions.ts';
import type { ActId, GuardedAct } from '#protocol/entities/guardedAct.ts';
import type { GuardedKind } from '#protocol/entities/guardedKinds.ts';
import type { ChatId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId } from '#protocol/casts.ts';
import { limits } from '#protocol/limits.ts';
import type { MemberRow } from '#server/storage/rows/rowTypes.ts';
import { standingOf } from '#server/storage/rows/standingOf.ts';
import { readUnit } from '#server/storage/unit.ts';
import { hereText } from '#server/storage/units/moderation/hereText.ts';
import { readStanding, type Standing } from '#server/storage/units/sync/readStanding.ts';
import {
  actState,
  type ActRow,
  type DeletePayload,
  type RemovePayload,
  type RenamePayload,
  type RolePayload,
} from './actTypes.ts';
import { wasGuardian } from './loadAct.ts';

const most = 50;

/** Acts in a chat and its rooms about which this member may decide, see `act.list`. Throws NOT_MEMBER. */
export const listActs = readUnit(async (tx, input: { c: ChatId; user: UserId }): Promise<{ items: GuardedAct[] }> => {
  const standing = await readStanding(tx, input.c, input.user);
  const acts = await tx.sql<ActRow>(
    `SELECT * FROM guarded_acts WHERE chat_id IN (${hereText})
        AND (state = ${actState.waiting} OR (state = ${actState.done} AND undo_until > ?)) ORDER BY state, at DESC, rev DESC`,
    [input.c, input.c, tx.now],
  );
  const mine = acts.filter((act) => concerns(act, standing.me));
  return { items: mine.slice(0, most).map((act) => toWire(act, standing, tx.now)) };
});

const concerns = (act: ActRow, me: MemberRow): boolean =>
  wasGuardian(act, me.mid) || (act.state === actState.waiting && (isGuardian(me.role) || act.by_mid === me.mid));

function toWire(act: ActRow, { me, chat }: Standing, now: number): GuardedAct {
  const kind = act.kind as GuardedKind;
  const isApprover =
    act.state === actState.waiting &&
    act.by_mid !== me.mid &&
    isGuardian(me.role) &&
    hasRight(standingOf(chat, me), 'kick') &&
    approvalWait(me.role_at ?? me.joined_at, now) === 0;
  return {
    id: act.id as ActId,
    ...(act.chat_id === chat.id ? {} : { room: toChatId(act.chat_id) }),
    kind,
    by: toMemberId(act.by_mid),
    at: act.at,
    ...contentOf(kind, act.payload),
    ...(act.due_at === null ? {} : { due: act.due_at }),
    ...(act.undo_until === null ? {} : { until: act.undo_until }),
    ...(isApprover ? { ok: 1 as const } : {}),
  };
}

function contentOf(kind: GuardedKind, json: string): Pick<GuardedAct, 'n' | 'who' | 'ban' | 'title'> {
  if (kind === 'close') return { n: 1 };
  if (kind === 'delete') return { n: (JSON.parse(json) as DeletePayload).count };
  if (kind === 'rename') {
    const { before } = JSON.parse(json) as RenamePayload;
    return { n: 1, ...(typeof before.title === 'string' ? { title: before.title } : {}) };
  }
  if (kind === 'role') return named((JSON.parse(json) as RolePayload).people.map(({ mid }) => mid));
  const { mids, people, ban } = JSON.parse(json) as RemovePayload;
  return { ...named(people.length > 0 ? people.map(({ mid }) => mid) : mids), ...(ban ? { ban: 1 as const } : {}) };
}

const named = (mids: readonly number[]): Pick<GuardedAct, 'n' | 'who'> => ({
  n: mids.length,
  who: mids.slice(0, limits.idsMax).map((mid) => toMemberId(mid)),
});
