import type { UserId } from '#protocol/ids.ts';
import type { ChatDump } from '#testing/contracts/storageDump.ts';

/** The person's member row in a chat, also of who has left. In communities his number there is not that of his account. */
export const memberIn = ({ members }: ChatDump, user: UserId | undefined): ChatDump['members'][number] | undefined =>
  members.find(({ user_id: id }) => id === Number(user));

/** Whether a message names this member, or everybody. */
export const namesMember = (
  { mention_ids: ids, mention_all: all }: ChatDump['messages'][number],
  mid: number,
): boolean => all === 1 || (JSON.parse(ids ?? '[]') as number[]).includes(mid);
