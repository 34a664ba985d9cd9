import type { Me } from '#protocol/entities/members.ts';
import type { LocalChat } from './changes.ts';

/** What a room takes from my standing in its community. */
export type Shared = Pick<Me, 'mid' | 'st' | 'ro' | 'mt' | 'ja' | 'rj'>;

export function sharedOf({ mid, st, ro, mt, ja, rj }: Me): Shared {
  return {
    ...{ mid, st, ro },
    ...(mt === undefined ? {} : { mt }),
    ...(ja === undefined ? {} : { ja }),
    ...(rj === undefined ? {} : { rj }),
  };
}

/** My standing in a room I have not been in yet: my place is the beginning. `mv`: version of my standing. */
export const unopenedSeat = (community: Me, mv: number): Me => ({
  ...sharedOf(community),
  ...{ mv, fl: 0, ...nowhere, nt: 0 },
});

/**
 * My place in a room or thread under my present standing in its chat, with the counts that follow from it. Who went and came back, which the time of joining tells, has been nowhere there yet: his place begins anew, and he follows nothing. Otherwise
 * numbers of before would stand above those that the server counts since.
 */
export function placeUnder(inner: LocalChat, around: LocalChat): Pick<LocalChat, 'me' | 'unread' | 'mentions'> {
  const me = withShared(inner.me, around.me);
  if (!isAnotherStay(inner.me, around.me)) return { me, unread: inner.unread, mentions: inner.mentions };
  const { fo: _fo, ...settings } = me;
  return { me: { ...settings, ...nowhere }, unread: 0, mentions: 0 };
}

/** A place in a room or thread under the standing in its chat that `around` tells. */
export function withShared({ mt: _mt, ja: _ja, rj: _rj, ...own }: Me, around: Me): Me {
  return { ...own, ...sharedOf(around) };
}

/** The numbers of who has not been there. */
const nowhere = { rs: 0, rn: 0, oa: 0, lo: 0, um: 0 };

/** Whether two standings are of different stays in the chat. */
export const isAnotherStay = (one: Pick<Me, 'ja'>, other: Pick<Me, 'ja'>): boolean =>
  one.ja !== undefined && other.ja !== undefined && one.ja !== other.ja;
