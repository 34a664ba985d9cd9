import { chatKind } from '#protocol/entities/chatKind.ts';
import { AppError } from '#protocol/errors.ts';
import type { ChatId, MemberId, UserId } from '#protocol/ids.ts';
import { limits } from '#protocol/limits.ts';
import { toMemberId } from '#protocol/casts.ts';
import { readUnit } from '#server/storage/unit.ts';
import { loadPoll } from '#server/storage/units/messages/loadPoll.ts';
import { readStanding } from './readStanding.ts';

export interface VotersInput {
  c: ChatId;
  user: UserId;
  s: number;
  /** number of the answer */
  o: number;
  /** rev and member of the last one on the page before */
  after?: readonly [number, number] | undefined;
}
export interface VotersPage {
  items: { u: MemberId; n: string }[];
  next?: [number, MemberId];
}

/** Lists of numbers as text: `[1,12]` becomes `,1,12,`. */
const numbers = `replace(replace(b.choice, '[', ','), ']', ',')`;

/** Who chose one answer of an open poll, a page of them. Throws NOT_MEMBER, NOT_FOUND, GONE, FORBIDDEN (anonymous: for everybody). */
export const listVoters = readUnit(async (tx, input: VotersInput): Promise<VotersPage> => {
  const { me, head, chat } = await readStanding(tx, input.c, input.user);
  const { body } = await loadPoll(tx, head, me, input.s);
  if (body.open !== 1) throw new AppError('FORBIDDEN');
  const [rev, mid] = input.after ?? [0, 0];
  const rows = await tx.sql<{ mid: number; rev: number; nickname: string | null; name: string }>(
    `SELECT b.mid, b.rev, m.nickname, u.name FROM ballots b JOIN members m ON m.chat_id = ? AND m.mid = b.mid JOIN users u ON u.id = m.user_id
      WHERE b.chat_id = ? AND b.seq = ? AND ${numbers} LIKE ? AND (b.rev > ? OR (b.rev = ? AND b.mid > ?)) ORDER BY b.rev, b.mid LIMIT ?`,
    [chat.parent_id ?? chat.id, chat.id, input.s, `%,${input.o},%`, rev, rev, mid, limits.votersPage + 1],
  );
  const page = rows.slice(0, limits.votersPage);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  // In a community nobody learns what somebody is called outside of it.
  const isPlace = chat.kind === chatKind.community;
  return {
    items: page.map((row) => ({ u: toMemberId(row.mid), n: row.nickname ?? (isPlace ? '' : row.name) })),
    ...(last ? { next: [last.rev, toMemberId(last.mid)] } : {}),
  };
});
