import { mustAsk } from '#domain/permissions.ts';
import { chatKind } from '#protocol/entities/chatKind.ts';
import { memberState } from '#protocol/entities/memberState.ts';
import type { LinkStanding } from '#protocol/entities/inviteLink.ts';
import { AppError } from '#protocol/errors.ts';
import type { UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import type { RequestOutput } from '#protocol/requests.ts';
import { requestState } from '#server/storage/rows/requestState.ts';
import type { ChatRow, HeadRow } from '#server/storage/rows/rowTypes.ts';
import { toMeta } from '#server/storage/rows/toMeta.ts';
import { invariant } from '#base/invariant.ts';
import { readUnit, type Tx } from '#server/storage/unit.ts';
import { chatOfCode, loadLiveLink } from './liveLinks.ts';
import { loadRequest, loadState } from './loadRequest.ts';

/** What a link leads to, as this person may see it. Whoever is in or waits sees it even when the link has ended meanwhile. Throws GONE. */
export const peekLink = readUnit(
  async (tx: Tx, input: { user: UserId; code: string }): Promise<RequestOutput<'link.peek'>> => {
    const c = await chatOfCode(tx, input.code);
    const state = await loadState(tx, c, input.user);
    const request = await loadRequest(tx, c, input.user);
    const isKnown = state === memberState.joined || request?.state === requestState.waiting;
    if (!isKnown) await loadLiveLink(tx, input.code);
    const [chat] = await tx.sql<ChatRow>('SELECT * FROM chats WHERE id = ?', [c]);
    const [head] = await tx.sql<HeadRow>('SELECT * FROM chat_heads WHERE chat_id = ?', [c]);
    invariant(chat && head, 'a link has a chat');
    const { kind, title, avatar, about, set } = toMeta(chat);
    if (set?.over !== undefined && state !== memberState.joined) throw new AppError('GONE');
    const again = askAgainAt(request, tx.now);
    const me = standingTowards(state, request?.state, again !== undefined);
    const asks = mustAsk(set, state === memberState.invited);
    return {
      c,
      kind,
      ...(title === undefined ? {} : { title }),
      ...(avatar === undefined ? {} : { avatar }),
      ...(about === undefined ? {} : { about }),
      ...(set?.rules === undefined ? {} : { rules: set.rules }),
      cnt: head.members,
      ...(head.members >= chat.member_cap ? { full: 1 as const } : {}),
      ...(asks ? { asks: 1 as const } : {}),
      ...(asks && set?.ask !== undefined ? { ask: set.ask } : {}),
      me: me === 'refused' && !asks ? 'out' : me,
      ...(me === 'waiting' && kind === chatKind.community && request ? { nn: request.name } : {}),
      ...(me === 'refused' && asks && again !== undefined ? { again } : {}),
    };
  },
);

function standingTowards(state: number | undefined, request: number | undefined, isTooSoon: boolean): LinkStanding {
  if (state === memberState.joined) return 'in';
  if (state === memberState.banned) return 'banned';
  if (request === requestState.waiting) return 'waiting';
  return isTooSoon ? 'refused' : 'out';
}

/** When somebody whose request was refused can ask again, ms; undefined: now. */
export function askAgainAt(
  request: { state: number; decided_at: number | null } | undefined,
  now: number,
): number | undefined {
  if (request?.state !== requestState.refused) return undefined;
  const at = (request.decided_at ?? 0) + limits.askAgainMs;
  return at > now ? at : undefined;
}
