import type { ReadState } from '#protocol/entities/receipt.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { toChatId, toMemberId, toUserId } from '#protocol/casts.ts';
import type { Tx } from '../unit.ts';
import { valuesTable } from './valuesTable.ts';

/** Whose read state of which chat. */
export interface ReadKey {
  c: ChatId;
  userId: UserId;
}
/** A read state with its owner, as `rd` and acks need it. */
export interface OwnedReadState {
  userId: UserId;
  mid: MemberId;
  state: ReadState;
}

const chunk = 128;

interface Found {
  chat_id: number;
  user_id: number;
  mid: number;
  read_seq: number;
  read_n: number;
  own_after: number;
  last_own_seq: number;
  um: number;
  rev: number;
}

/** Read states of joined members, unread mentions included; who is not joined is left out. Two people of one chat may be asked for in one call. */
export async function readStates(tx: Tx, keys: readonly ReadKey[]): Promise<OwnedReadState[]> {
  const states: OwnedReadState[] = [];
  for (let at = 0; at < keys.length; at += chunk) {
    const part = keys.slice(at, at + chunk);
    const found = (await findStates(tx, part, 'members')).map(toOwned);
    const known = new Set(found.map(keyOf));
    const rest = part.filter(({ c, userId }) => !known.has(`${c}:${userId}`));
    // Who has no member row may sit in a room.
    if (rest.length > 0) found.push(...(await findStates(tx, rest, 'room_seats')).map(toOwned));
    states.push(...found);
  }
  return states;
}

const keyOf = ({ state, userId }: OwnedReadState): string => `${state[0]}:${userId}`;

/** In a room that was never opened everything from the floor on is unread. */
function findStates(tx: Tx, keys: readonly ReadKey[], seats: 'members' | 'room_seats'): Promise<Found[]> {
  const v = valuesTable(
    ['bigint', 'bigint'],
    keys.map(({ c, userId }) => [c, userId]),
  );
  const isSeen = seats === 'members' ? '' : ' AND t.seq >= m.floor_seq';
  return tx.sql<Found>(
    `WITH v(c, u) AS (VALUES ${v.text})
     SELECT m.chat_id, m.user_id, m.mid, m.read_seq, m.read_n, m.own_after, m.last_own_seq, h.rev,
       (SELECT count(*) FROM mentions t WHERE t.chat_id = m.chat_id AND t.mid = m.mid AND t.seq > m.read_seq${isSeen})
       + (SELECT count(*) FROM mention_alls t WHERE t.chat_id = m.chat_id AND t.seq > m.read_seq AND t.sender_mid <> m.mid${isSeen}) AS um
     FROM v CROSS JOIN ${seats} m CROSS JOIN chat_heads h
     WHERE m.chat_id = v.c AND m.user_id = v.u AND m.state = 1 AND h.chat_id = v.c`,
    v.params,
  );
}

function toOwned(row: Found): OwnedReadState {
  return {
    userId: toUserId(row.user_id),
    mid: toMemberId(row.mid),
    state: [toChatId(row.chat_id), row.read_seq, row.read_n, row.own_after, row.last_own_seq, row.um, row.rev],
  };
}
